"""Files that come from or go to others: packages, workbooks (trao đổi dữ liệu)."""
