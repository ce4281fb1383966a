"""The overview page (trang tổng quan)."""
