"""What the customer sees: a second window with the cart, the change, and pictures in between."""
