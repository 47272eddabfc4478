"""Prices in the back office: lists, for whom they are, planned changes, labels."""
