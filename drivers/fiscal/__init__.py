"""Fiscal devices: what keeps the journal outside of the database."""
