"""Drafted notices: as DOCX, as text, and what is said of a batch on the screen and in JSON."""
