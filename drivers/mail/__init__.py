"""drivers/mail."""
