"""Somebody means harm: rights, PINs, card numbers, bytes that are commands, books that were changed."""
