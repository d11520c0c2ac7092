"""Made-up lists of agencies, and what is measured with them."""
