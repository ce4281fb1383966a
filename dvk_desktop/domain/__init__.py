"""What the regulations say, as plain Python (nghiệp vụ)."""
