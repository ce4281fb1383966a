"""The command line dvk: the same services as the windows (dòng lệnh)."""
