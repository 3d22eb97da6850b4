"""Engines that hand pages to many machines; the work on a page is always the same (batch.work)."""
