"""Carries old data to new code."""
