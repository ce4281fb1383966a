"""Collect the texts of the window into ``resources/i18n/dvk_en.ts`` and compile all ``.ts``.

After new texts in ``views/`` or ``ui/``: run this, translate what is new in ``dvk_en.ts``, run
it again. ``qtbase_vi.ts`` is written by hand; it holds the words of Qt itself.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"


def collect() -> None:
    """Bring ``dvk_en.ts`` up to date; translations that exist are kept."""
    views = ROOT / "dvk_desktop" / "views"
    sources = [*sorted(views.rglob("*.py")), *sorted((ROOT / "ui").glob("*.ui"))]
    names = [path.relative_to(ROOT).as_posix() for path in sources if path.parent.name != "forms"]
    target = (FOLDER / "dvk_en.ts").relative_to(ROOT).as_posix()
    options = ["-source-language", "vi_VN", "-target-language", "en_GB", "-locations", "none"]
    _run("lupdate", *options, "-no-obsolete", *names, "-ts", target)


def compile_all() -> None:
    """Compile every ``.ts`` beside itself."""
    for source in sorted(FOLDER.glob("*.ts")):
        _run("lrelease", str(source), "-qm", str(source.with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(sys.executable).with_name(f"pyside6-{tool}{suffix}")
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    collect()
    compile_all()
