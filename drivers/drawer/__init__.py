"""drivers/drawer."""
