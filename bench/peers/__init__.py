"""Programs of others, run beside ours in environments of their own; nothing of them is part of ours."""
