"""Puts it on paper."""
