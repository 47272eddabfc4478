"""Tills with a database of their own, and the shop's server that takes what they sold."""
