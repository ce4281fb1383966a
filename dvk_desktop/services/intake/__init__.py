"""Files that units send, and the templates they fill (nhập tệp)."""
