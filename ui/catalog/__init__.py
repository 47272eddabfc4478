"""Products in the back office."""
