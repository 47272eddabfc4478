"""What is done in the warehouse, one file a step."""
