"""Small shops for tests."""
