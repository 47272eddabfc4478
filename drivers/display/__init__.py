"""drivers/display."""
