"""Archives: many pages cleaned by many workers, each exactly once, whatever dies on the way."""
