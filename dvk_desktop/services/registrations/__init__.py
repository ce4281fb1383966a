"""Registrations and what belongs to them (đăng ký)."""
