"""The exchange package: writing, checking, reading (gói dữ liệu .dvk).

The format is stated in docs/package-format.md. Everything read here is hostile until checked.
"""
