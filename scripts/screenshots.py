"""Draw every page of the window in its states to PNG files, from the sample year.

``python scripts/screenshots.py [--out DIR] [--scale 1.25] [--dark] [--lang en] [--only WORD]``
needs no display. ``--readme`` writes the picture of the README too.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out", "screenshots"))
    parser.add_argument("--scale", default="1", help="1.25 draws like Windows at 125 %%")
    parser.add_argument("--size", default="1366x768", help="of the screen, in its own pixels")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    parser.add_argument("--only", default="", help="draw only pictures whose name contains this")
    parser.add_argument("--readme", action="store_true", help="write docs/images/window.png")
    arguments = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = arguments.scale
    # The platform reports what it cannot do offscreen; nobody can act on it.
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
    from scripts.screenshot_shots import SHOTS  # noqa: PLC0415 -- after the scale is chosen
    from scripts.screenshot_stages import Stages  # noqa: PLC0415 -- after the scale is chosen
    from scripts.screenshot_studio import Studio  # noqa: PLC0415 -- after the scale is chosen

    arguments.out.mkdir(parents=True, exist_ok=True)
    width, height = (round(int(side) / float(arguments.scale)) for side in _sides(arguments.size))
    shots = [shot for shot in SHOTS if arguments.only in shot.name]
    with tempfile.TemporaryDirectory(prefix="dvk-pictures-") as folder:
        os.environ["QT_QPA_PLATFORM"] = _screen(Path(folder), width, height)
        studio = Studio(
            Stages(Path(folder)),
            (width, height),
            is_dark=arguments.dark,
            language=arguments.lang,
        )
        studio.draw(shots, arguments.out)
        if arguments.readme:
            studio.draw_readme(ROOT / "docs" / "images" / "window.png")
        studio.close()
    print(f"{len(shots)} -> {arguments.out}")
    return 0


def _screen(folder: Path, width: int, height: int) -> str:
    """Return the platform with a screen just as large as the pictures."""
    screen = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    settings = folder / "screen.json"
    settings.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={settings}"


def _sides(size: str) -> tuple[str, str]:
    width, _, height = size.partition("x")
    return width, height


if __name__ == "__main__":
    sys.exit(main())
