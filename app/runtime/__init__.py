"""Runs one use case in one transaction, on the lane it belongs to."""
