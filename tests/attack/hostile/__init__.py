"""Hostile text in every field, and everything that leaves the house with it (design/reliability.md, S5)."""
