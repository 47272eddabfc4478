"""Plug-ins: what others add to the program, off until a manager approved the very file."""
