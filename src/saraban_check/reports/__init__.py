"""Results become something to look at or to pass on: one small module a format."""
