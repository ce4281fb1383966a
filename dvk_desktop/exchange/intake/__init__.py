"""Reads the files that units send, whatever they look like (tiếp nhận tệp đăng ký).

A pipeline of pure steps, one module each: open, read the grid, decode, find the table,
understand the columns, sort the rows, check the values. ``intake`` runs them in order.
"""
