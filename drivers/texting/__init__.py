"""drivers/texting."""
