"""Measures what the program promises to be quick at, against the raw limit in the same run."""
