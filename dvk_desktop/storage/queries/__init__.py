"""Read-only lists and figures straight to records (truy vấn)."""
