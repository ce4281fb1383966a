"""Translations of sentences worded outside the window (danh mục bản dịch).

A catalogue is a folder of JSON files, each ``{"Vietnamese template": "English template"}``.
The window and the command line read the same ones.
"""

from pathlib import Path

from dvk_desktop.domain.words import Translate


def load_catalogue(folder: Path) -> Translate:
    """Return a look-up in all ``*.json`` of ``folder``; unknown sentences stay Vietnamese.

    Files are read in the order of their names and a later one wins. A folder that is missing
    is an empty catalogue.
    """
    import json  # noqa: PLC0415 -- the Vietnamese window starts without it

    sentences: dict[str, str] = {}
    for file in sorted(folder.glob("*.json")):
        sentences.update(json.loads(file.read_text(encoding="utf-8")))
    return lambda template: sentences.get(template, template)
