"""Scales on a wire."""
