"""Cases: complaints and warranty of what was sold, recalls of a lot."""
