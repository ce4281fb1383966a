"""The units page (trang đơn vị)."""
