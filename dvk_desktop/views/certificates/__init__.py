"""The certificates page (trang giấy khen)."""
