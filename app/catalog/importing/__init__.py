"""Goods out of files: CSV and XLSX, by profile or by the names of the columns."""
