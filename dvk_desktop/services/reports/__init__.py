"""Reports and the overview (báo cáo)."""
