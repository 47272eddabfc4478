"""What tests need of the machine."""
