"""The scoring page (trang chấm điểm)."""
