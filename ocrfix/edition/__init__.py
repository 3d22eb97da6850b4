"""An edition is more than its pages: what stands on all of them is no page's news, and stories go on from one to another."""
