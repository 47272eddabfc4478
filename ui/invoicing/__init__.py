"""Invoices and credit notes on the screen."""
