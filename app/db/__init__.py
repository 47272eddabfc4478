"""The only code that knows there are two databases."""
