"""A second press: pages as HTML that a browser sets and prints, with habits unlike those of the first."""
