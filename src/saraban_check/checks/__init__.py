"""The use cases: an address, a list or a notice goes in, and a finished verdict comes out. Nothing here prints."""
