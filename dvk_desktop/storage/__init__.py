"""The database file: everything that says session (lưu trữ)."""
