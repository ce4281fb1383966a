"""Vietnamese text, names, numbers and dates as offices write them (tiếng Việt)."""
