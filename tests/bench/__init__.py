"""The bench: newspaper pages with known truth, set as real PDFs, read by real extractors, and scored."""
