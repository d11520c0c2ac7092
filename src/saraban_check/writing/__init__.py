"""A result becomes a file that is whole or not there."""
