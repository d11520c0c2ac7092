"""What may be mended in a list without deciding anything, and what somebody has to look at: a plan, not a file."""
