"""Start the window: ``python -m dvk_desktop`` (mở chương trình)."""

import gc
import sys


def main() -> int:
    """Start the window with the arguments of the process; returns its exit code."""
    # What is loaded at the start stays: looking for rubbish in it costs 10 ms. The program
    # switches it on again when the window has been painted.
    gc.disable()
    from dvk_desktop.app import main as run  # noqa: PLC0415 -- after the line above

    code = run(sys.argv[1:])
    # Nor is there any need to look through it all once more on the way out: 25 ms.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
