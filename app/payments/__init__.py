"""Takes money and says what it paid."""
