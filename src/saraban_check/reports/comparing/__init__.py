"""What `compare` found, on the screen and in files: one small module a format, the words and tables in common."""
