"""The sample year run through the services, for trying and for tests (năm mẫu)."""
