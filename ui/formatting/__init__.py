"""ui/formatting."""
