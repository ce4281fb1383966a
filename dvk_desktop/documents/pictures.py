"""Photographs made smaller for storing and for showing (ảnh).

Pillow is asked only for kinds that a camera or a scanner makes, and only up to a size that a
small computer can hold.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_KINDS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
_MOST_POINTS = 120_000_000
_PHOTO_SIDE = 2000
_QUALITY = 85


def smaller_photo(source: Path) -> bytes | None:
    """Return a photograph as a JPEG that is still good on paper; None if it cannot be read."""
    picture = _opened(source, _PHOTO_SIDE)
    if picture is None:
        return None
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=_QUALITY, optimize=True)
    return target.getvalue()


def thumbnail(source: Path, side: int) -> tuple[int, int, bytes] | None:
    """Return width, height and RGBA of a small view; None if it cannot be read."""
    picture = _opened(source, side)
    if picture is None:
        return None
    return picture.width, picture.height, picture.convert("RGBA").tobytes()


def _opened(source: Path, side: int) -> "Image | None":
    """Return the picture upright, at most ``side`` points wide and high."""
    from PIL import Image, ImageOps  # noqa: PLC0415 -- slow import

    try:
        with Image.open(source, formats=_KINDS) as picture:
            if picture.width * picture.height > _MOST_POINTS:
                return None
            picture.draft("RGB", (side, side))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((side, side))
            return _on_white(upright)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def _on_white(picture: "Image") -> "Image":
    """Return a picture without transparency: paper is white."""
    from PIL import Image  # noqa: PLC0415 -- slow import

    if picture.mode == "RGB":
        return picture
    layers = picture.convert("RGBA")
    paper = Image.new("RGB", layers.size, "white")
    paper.paste(layers, mask=layers.getchannel("A"))
    return paper
