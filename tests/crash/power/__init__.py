"""Power cuts: what a till wrote is recorded by strace and replayed up to any moment."""
