"""The settings file of a team: `saraban-check.toml`, or `[tool.saraban-check]` in pyproject.toml."""
