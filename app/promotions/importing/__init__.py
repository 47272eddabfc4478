"""Promotions out of the price files that stores publish: read, understood, written."""
