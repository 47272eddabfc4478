"""Whom we sell to, on what terms: addresses, contacts, payment terms, rates."""
