"""Tests of the story of a transaction."""
