"""Stock in the back office."""
