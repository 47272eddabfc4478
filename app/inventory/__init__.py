"""What is where and whose it is."""
