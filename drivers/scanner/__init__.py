"""drivers/scanner."""
