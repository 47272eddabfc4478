"""Sells over the counter."""
