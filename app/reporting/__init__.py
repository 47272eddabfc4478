"""Counts it; read only."""
