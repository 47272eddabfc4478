"""The office's screens of tills with books of their own."""
