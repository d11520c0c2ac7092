"""Facts and a verdict become a group: the published table, its linting, and what an unknown fact leaves open."""
