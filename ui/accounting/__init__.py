"""Ledger, figures and expenses on the screen."""
