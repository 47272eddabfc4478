"""Picks, packs and ships."""
