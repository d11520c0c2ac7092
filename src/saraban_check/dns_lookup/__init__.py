"""What DNS can prove of a domain: asked once each, remembered as long as the answer holds."""
