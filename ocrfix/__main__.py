"""``python -m ocrfix`` is the command ``ocrfix``."""

from ocrfix.cli import main

main()
