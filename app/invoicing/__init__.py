"""Bills it."""
