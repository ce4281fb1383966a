"""Use cases, one transaction each (tác vụ)."""
