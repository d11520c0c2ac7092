"""What the bounces come to for each address, and for the agencies of a list."""
