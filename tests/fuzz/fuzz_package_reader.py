"""Coverage-guided fuzzing of everything that reads a foreign package or card.

``python3 dev.py fuzz`` runs it for an hour; options of libFuzzer may follow, such as
``-max_total_time=60``. Whatever is fed in, the readers may only answer or refuse with a
``DvkError``. An input that breaks this is left as ``out/fuzz/crash-*``: make it a test.
"""

import json
import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "unit")]

with atheris.instrument_imports(include=["dvk_desktop"]):
    from package_builder import Parts, line, zip_bytes

    from dvk_desktop.domain.default_forms import default_forms
    from dvk_desktop.domain.errors import DvkError
    from dvk_desktop.domain.record_types import RECORD_TYPES, FieldSpec
    from dvk_desktop.domain.records.package import WireRecord
    from dvk_desktop.domain.scoring_form_json import form_to_json
    from dvk_desktop.domain.voting import VoteRule, rule_to_json
    from dvk_desktop.exchange.package.cards import parse_card
    from dvk_desktop.exchange.package.reader import inspect_package, read_package
    from dvk_desktop.exchange.package.seal_header import is_sealed, read_header

PLACE = ROOT / "out" / "fuzz"
CORPUS = PLACE / "corpus"
TYPES = tuple(RECORD_TYPES)
_FOLDER = tempfile.TemporaryDirectory(prefix="dvk-fuzz-")
_FILE = Path(_FOLDER.name) / "any.dvk"


def read_anything(data: bytes) -> None:
    """Hand bytes to the reader that their first byte chooses."""
    if not data:
        return
    way, rest = WAYS[data[0] % len(WAYS)], data[1:]
    try:
        way(rest)
    except DvkError as error:
        str(error)  # a refusal must also be sayable


def _file(data: bytes) -> None:
    _FILE.write_bytes(data)
    _, problems = inspect_package(_FILE)
    package = read_package(_FILE)
    if problems:
        raise AssertionError(f"read what inspection refuses: {problems} {package.manifest}")


def _manifest(data: bytes) -> None:
    """A list that is honestly signed but says anything."""
    _file(zip_bytes(Parts().members(raw_manifest=data)))


def _records(data: bytes) -> None:
    """Records that are honestly listed and signed but hold anything."""
    record_type = TYPES[data[0] % len(TYPES)] if data else TYPES[0]
    parts = Parts(records={record_type: data[1:]})
    _FILE.write_bytes(parts.bytes())
    taken: list[WireRecord] = []
    read_package(_FILE, visit=lambda _, record: taken.append(record))
    for record in taken:
        json.dumps(dict(record.fields))


def _card(data: bytes) -> None:
    parse_card(data, "any.dvkcard")


def _sealed(data: bytes) -> None:
    _FILE.write_bytes(data)
    if is_sealed(_FILE):
        read_header(_FILE)


WAYS = (_file, _manifest, _records, _card, _sealed)


def _plausible(spec: FieldSpec) -> object:
    """Return a value that the field takes."""
    if spec.choices:
        return spec.choices[0]
    values = {
        "text": "Xã Yên Mô",
        "integer": 3,
        "decimal": "12.5",
        "boolean": True,
        "date": "2024-10-08",
        "timestamp": "2024-10-08T07:30:00+07:00",
        "id": "0190a000-0000-7000-8000-0000000000c1",
        "ids": ["0190a000-0000-7000-8000-0000000000c1"],
    }
    return values.get(spec.kind, _OBJECTS.get(spec.shape, {"a": [1]}))


_OBJECTS = {
    "texts": ["name"],
    "members": [{"name": "Bà A", "role": "chair", "is_present": True}],
    "counts": {"new": 1},
    "tally": {"members": 3, "present": 3, "agree": 3},
    "signature": {"name": "Ông C", "title": "Chủ tịch", "form": "head"},
    "marks": {"points": {"1": "10"}, "bonus": "0", "deduction": "0"},
    "vote_rule": rule_to_json(VoteRule()),
    "form": form_to_json(default_forms()[0]),
}


def sow() -> None:
    """Begin from good inputs, one for each way; what was found before stays."""
    CORPUS.mkdir(parents=True, exist_ok=True)
    good = Parts()
    card = json.dumps({"office_id": "0190a000-0000-7000-8000-0000000000c1", "code": "X01"})
    seeds = {
        "file": bytes([0]) + good.bytes(),
        "manifest": bytes([1]) + json.dumps(good.manifest()).encode(),
        "card": bytes([3]) + card.encode(),
        "sealed": bytes([4]) + b"age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\nabc",
    }
    for number, record_type in enumerate(TYPES):
        fields = {spec.name: _plausible(spec) for spec in RECORD_TYPES[record_type].fields}
        seeds[f"records-{record_type}"] = bytes([2, number]) + line(
            "0190a000-0000-7000-8000-000000000001", **fields
        )
    for name, content in seeds.items():
        (CORPUS / name).write_bytes(content)


def main() -> None:
    """Fuzz until the time is over or something breaks."""
    sow()
    usual = [f"-artifact_prefix={PLACE}/", "-max_len=8192", "-timeout=20", "-rss_limit_mb=2048"]
    if not any(word.startswith("-max_total_time") for word in sys.argv):
        usual.append("-max_total_time=3600")
    atheris.Setup([sys.argv[0], *usual, *sys.argv[1:], str(CORPUS)], read_anything)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
