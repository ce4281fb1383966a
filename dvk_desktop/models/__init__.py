"""Mapped classes: columns, keys, constraints, nothing else (bảng dữ liệu)."""
