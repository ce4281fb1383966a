"""Frozen values that travel between layers (bản ghi)."""
