"""``python -m dvk_desktop.cli``: the same as the command dvk (dòng lệnh)."""

import sys

from dvk_desktop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
