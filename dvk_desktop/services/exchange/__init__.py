"""Packages, cards and keys between offices (trao đổi)."""
