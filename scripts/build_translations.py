"""Collect the texts of the window into ``resources/i18n/dvk_en.ts`` and compile all ``.ts``.

After new texts in ``app.py``, ``views/`` or ``ui/``: run this, translate what is marked
``unfinished`` in ``dvk_en.ts``, run it again; commit ``.ts`` and ``.qm``. ``--todo`` lists what
has no English yet, as JSON by context; put the English in the place of the empty strings and
``--fill FILE`` takes it in, so nobody has to edit XML. ``--check`` changes nothing and fails
when a text is missing, unfinished, no longer used, or not compiled. When two people have
added texts, either one runs this after merging the Python files: translations that exist are
kept. ``qtbase_vi.ts`` is written by hand; it holds the words of Qt itself.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
ENGLISH = FOLDER / "dvk_en.ts"


def collect(target: Path = ENGLISH) -> None:
    """Bring the English file up to date; translations that exist are kept."""
    package = ROOT / "dvk_desktop"
    sources = [package / "app.py", *sorted((package / "views").rglob("*.py"))]
    sources += sorted((ROOT / "ui").glob("*.ui"))
    names = [path.relative_to(ROOT).as_posix() for path in sources if path.parent.name != "forms"]
    options = ["-source-language", "vi_VN", "-target-language", "en_GB", "-locations", "none"]
    _run("lupdate", *options, "-no-obsolete", *names, "-ts", str(target))


def compile_all(folder: Path = FOLDER) -> None:
    """Compile every ``.ts`` of the project into ``folder``."""
    for source in sorted(FOLDER.glob("*.ts")):
        target = folder / source.with_suffix(".qm").name
        _run("lrelease", str(source), "-qm", str(target))


def messages(tree: "ET.ElementTree[ET.Element]") -> Iterator[tuple[str, str, ET.Element]]:
    """Yield context, Vietnamese and the element of the English of each message."""
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None:
                yield name, message.findtext("source", ""), translation


def todo() -> dict[str, dict[str, str]]:
    """Return what has no English yet, by context."""
    found: dict[str, dict[str, str]] = {}
    for context, source, translation in messages(ET.parse(ENGLISH)):
        if translation.get("type") == "unfinished":
            found.setdefault(context, {})[source] = translation.text or ""
    return found


def fill(file: Path) -> None:
    """Take in translations written into the answer of ``--todo``."""
    given = json.loads(file.read_text(encoding="utf-8"))
    tree = ET.parse(ENGLISH)
    for context, source, translation in messages(tree):
        english = given.get(context, {}).get(source, "")
        if english:
            translation.text = english
            translation.attrib.pop("type", None)
    tree.write(ENGLISH, encoding="utf-8", xml_declaration=True)
    # Qt's own tool writes it the way it always does.
    collect()


def problems() -> list[str]:
    """Return what is not as it should be; empty when all is current."""
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place) / ENGLISH.name
        shutil.copyfile(ENGLISH, fresh)
        collect(fresh)
        wanted = {(context, source) for context, source, _ in messages(ET.parse(fresh))}
        held = {(context, source) for context, source, _ in messages(ET.parse(ENGLISH))}
        compile_all(Path(place))
        stale = [
            path.name
            for path in sorted(Path(place).glob("*.qm"))
            if not (FOLDER / path.name).exists()
            or path.read_bytes() != (FOLDER / path.name).read_bytes()
        ]
    found = [f"not collected: {context}: {source}" for context, source in sorted(wanted - held)]
    found += [f"not used: {context}: {source}" for context, source in sorted(held - wanted)]
    found += [f"no English: {name}: {text}" for name, texts in todo().items() for text in texts]
    return found + [f"not compiled: {name}" for name in stale]


def _run(tool: str, *arguments: str) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(sys.executable).with_name(f"pyside6-{tool}{suffix}")
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True, capture_output=True)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="change nothing, fail when stale")
    choice.add_argument("--todo", action="store_true", help="list what has no English")
    choice.add_argument("--fill", type=Path, help="take in the English of such a list")
    arguments = parser.parse_args()
    if arguments.check:
        found = problems()
        print(*found, sep="\n")
        return 1 if found else 0
    collect()
    if arguments.todo:
        print(json.dumps(todo(), ensure_ascii=False, indent=1))
        return 0
    if arguments.fill is not None:
        fill(arguments.fill)
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
