"""Options: each declared once, as a field of the frozen values that commands take (`declaring` says how)."""
