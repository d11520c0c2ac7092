"""A model of how clerks mistype addresses. It knows how people type and copy, nothing of how the checker repairs."""
