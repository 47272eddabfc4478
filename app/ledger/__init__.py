"""Books balanced entries."""
