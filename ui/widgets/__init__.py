"""The widgets that all screens share; see README.md for the list."""
