"""A step of someone else's pipeline: its document is a page, and what goes on is the articles, each a document.

One file a tool, named after it; what they share is in ``parts``.
"""
