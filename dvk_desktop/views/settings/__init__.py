"""The sections of the page of settings, one module for each."""
