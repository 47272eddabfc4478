"""Messages to customers by e-mail."""
