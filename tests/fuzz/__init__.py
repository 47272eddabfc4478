"""Fuzzing: one target a parser, a corpus of bytes each, and the loop that finds new ones (`make fuzz`)."""
