"""The rooms of the business; no Qt, no hardware."""
