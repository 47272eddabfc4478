"""What is done with statements and their lines, one file a use case."""
