"""The shop's and this machine's settings."""
