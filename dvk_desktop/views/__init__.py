"""The windows: show records, collect drafts, call services (giao diện)."""
