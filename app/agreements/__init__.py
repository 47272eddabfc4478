"""What was agreed with a customer for a time: prices, and how much of it."""
