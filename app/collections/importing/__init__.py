"""Invoices of another program: open ones to be chased, settled ones to learn from."""
