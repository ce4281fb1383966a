"""Paper and sheets made from records (giấy tờ, biểu)."""
