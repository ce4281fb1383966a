"""Dân vận khéo Desktop: one office's year of the emulation movement, offline."""

__version__ = "0.1.0"
