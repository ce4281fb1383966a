"""Draw the frame and every widget with sample content to PNG files, light, dark and contrast.

``python scripts/gallery.py FOLDER [--scale 1.25]`` needs no display.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    arguments = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = arguments.scale
    arguments.folder.mkdir(parents=True, exist_ok=True)
    from scripts.gallery_pages import draw_all  # noqa: PLC0415 -- after the platform is chosen

    draw_all(arguments.folder, arguments.scale)
    return 0


if __name__ == "__main__":
    sys.exit(main())
