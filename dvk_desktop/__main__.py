"""Start the window: ``python -m dvk_desktop`` (mở chương trình)."""

import sys

from dvk_desktop.app import main as run


def main() -> int:
    """Start the window with the arguments of the process; returns its exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
