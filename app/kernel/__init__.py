"""Words every room uses; knows nobody."""
