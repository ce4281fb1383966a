"""The sections of the page that exchanges data (gửi, nhận dữ liệu)."""
