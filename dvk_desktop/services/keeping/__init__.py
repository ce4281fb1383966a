"""Backups, history, audit, check-up (giữ an toàn)."""
