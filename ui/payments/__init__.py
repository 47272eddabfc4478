"""Payments of customers and their open items."""
