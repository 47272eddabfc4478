"""Whom we sell to, on what terms."""
