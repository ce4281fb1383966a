"""Scoring, council, decisions, certificates (công nhận)."""
