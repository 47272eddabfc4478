"""drivers/terminal."""
