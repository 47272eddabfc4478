"""Labels for shelves and goods."""
