"""What `bounces` found: on the screen, as `delivery.csv`, and as JSON."""
