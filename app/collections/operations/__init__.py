"""Gets the money."""
