"""The day of a store: what is to be done when it opens and closes, and what is expected today."""
