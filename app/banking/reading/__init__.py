"""Reading statement files: bytes in, frozen statements out; nothing here knows a database."""
