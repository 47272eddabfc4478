"""May more be owed."""
