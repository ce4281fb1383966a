"""What an operation touched, so that each page knows whether to read again (thay đổi)."""

from enum import Flag, auto


class Changes(Flag):
    """Kinds of records that one operation touched (loại dữ liệu đã thay đổi)."""

    NOTHING = 0
    UNITS = auto()
    CAMPAIGNS = auto()
    REGISTRATIONS = auto()
    SCORES = auto()
    COUNCIL = auto()
    DECISIONS = auto()
    CERTIFICATES = auto()
    PACKAGES = auto()
    SETTINGS = auto()


EVERYTHING = ~Changes.NOTHING
"""For acts after which nothing shown may be trusted, such as restoring a backup."""
