"""The N-th system call of an operation fails, or is the last one the program lives to make."""
