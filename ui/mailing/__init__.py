"""E-mail in the windows."""
