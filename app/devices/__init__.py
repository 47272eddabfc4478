"""What the business asks of hardware."""
