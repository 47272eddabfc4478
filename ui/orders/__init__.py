"""Quotes and orders: the list, the document, its entry."""
