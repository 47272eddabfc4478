"""What is done with quotes and orders, one file a use case."""
