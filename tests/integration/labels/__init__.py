"""Labels over both databases."""
