"""Putting products together from their parts, and taking them apart."""
