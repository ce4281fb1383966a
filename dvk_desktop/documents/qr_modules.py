"""The black and white squares of a QR code, for paper and window alike (mã QR)."""

Modules = tuple[bytes, ...]
"""The rows from the top; 1 is dark. The quiet zone around is the drawer's business."""

QUIET = 4
"""How many squares stay light around a code, as its standard asks."""


def qr_modules(text: str, *, is_for_paper: bool = True) -> Modules:
    """Return the squares; on paper a seventh of them may be soiled, on a screen none is."""
    import segno  # noqa: PLC0415 -- slow import

    code = segno.make_qr(text, error="m" if is_for_paper else "l", boost_error=False)
    return tuple(bytes(row) for row in code.matrix)
