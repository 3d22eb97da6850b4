"""Editors go through what was decided on a page, overrule it, and are remembered: in a terminal, a browser, a file."""
