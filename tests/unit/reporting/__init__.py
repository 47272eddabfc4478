"""Tests of figures without a database."""
