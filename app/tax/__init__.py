"""Turns amounts into tax lines."""
