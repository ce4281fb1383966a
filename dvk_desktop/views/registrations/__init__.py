"""The registrations page: list, entry grid, form (trang đăng ký)."""
