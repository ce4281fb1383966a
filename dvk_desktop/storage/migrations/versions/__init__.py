"""Steps from each released schema to the next (nâng cấp cấu trúc dữ liệu)."""
