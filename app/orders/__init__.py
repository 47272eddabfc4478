"""What was promised: quotes and orders."""
