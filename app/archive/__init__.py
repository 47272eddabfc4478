"""What was posted in a period, in one signed file that proves itself."""
