"""The window around the pages, and its first start (khung cửa sổ)."""
