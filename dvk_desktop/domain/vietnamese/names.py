"""Names of models, units and people in the form to compare or show (tên gọi)."""

import re

from dvk_desktop.domain.vietnamese.folding import fold, fold_tones
from dvk_desktop.domain.vietnamese.normal import clean_line

_PUNCTUATION = re.compile(r"[\W_]+")
_MODEL_OPENINGS = ("mô hình", "khéo vận động", "dân vận khéo")

_SHOWN_OPENING = re.compile(r"mô\s+hình\b[\s:.–—-]*", re.IGNORECASE)
_QUOTE_PAIRS = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'", "„": "“", "”": "”"}

_ABBREVIATIONS = {
    "tt": "thi tran",
    "tx": "thi xa",
    "tp": "thanh pho",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "lhpn": "lien hiep phu nu",
    "ccb": "cuu chien binh",
    "ldld": "lien doan lao dong",
    "gd dt": "giao duc va dao tao",
    "gddt": "giao duc va dao tao",
}
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(_ABBREVIATIONS)})\b")
_BODIES = re.compile(
    r"(?:ban (?:thuong vu|chap hanh)|ban dan van(?! (?:huyen|thi|thanh|tinh) uy)|khoi dan van"
    r"|to dan van|thuong truc|dang uy|dang bo|chi uy|chi bo|uy ban nhan dan"
    r"|hoi dong nhan dan)(?: va)? (?=.)"
)
_FRONT = re.compile(
    r"(?:uy ban |ban thuong truc )*mat tran to quoc(?: viet nam| vn)? (?=(?:xa|phuong|thi tran) )"
)
_COMMITTEES = (
    (re.compile(r"^huyen uy (?=.)"), "huyen "),
    (re.compile(r"^tinh uy (?=.)"), "tinh "),
    (re.compile(r"^thi uy (?=.)"), "thi xa "),
    (re.compile(r"^thanh uy (?=.)"), "thanh pho "),
)
_LEVELS = frozenset(["xa", "phuong", "thi tran", "huyen", "quan", "thi xa", "thanh pho", "tinh"])


def model_name_key(name: str) -> str:
    """Return the name of a model as the search for duplicates compares it, with its accents.

    Openings such as "Mô hình" and "Dân vận khéo" do not count unless they are the whole name;
    ``fold`` of the key compares without accents.
    """
    key = " ".join(_PUNCTUATION.sub(" ", fold_tones(name)).split())
    stripped = True
    while stripped:
        stripped = False
        for opening in _MODEL_OPENINGS:
            if key.startswith(opening + " "):
                key, stripped = key[len(opening) + 1 :], True
    return key


def strip_model_prefix(name: str) -> str:
    """Return the name to show: without a leading "Mô hình" and the quotes around the whole."""
    shown = clean_line(name)
    rest = _SHOWN_OPENING.sub("", shown, count=1) if _SHOWN_OPENING.match(shown) else shown
    bare = _without_quotes(rest)
    if not bare:
        return shown
    return bare if rest == shown else bare[0].upper() + bare[1:]


def unit_key(name: str) -> str:
    """Return the name of a unit without accents and without the body that signs for it.

    "ĐẢNG ỦY XÃ YÊN PHONG" and "UBND xã Yên Phong" give "xa yen phong". Units whose names differ
    in accents only ("Yên Hoa", "Yên Hòa") give one key: compare the names themselves first.
    """
    key = _ABBREVIATION.sub(lambda found: _ABBREVIATIONS[found.group()], fold(name))
    for pattern, level in _COMMITTEES:
        key = pattern.sub(level, key)
    while True:
        shorter = _FRONT.sub("", key, count=1) if _FRONT.match(key) else key
        shorter = _BODIES.sub("", shorter, count=1) if _BODIES.match(shorter) else shorter
        if shorter == key or shorter in _LEVELS:
            return key
        key = shorter


def person_given_name(full_name: str) -> str:
    """Return the last word of a person's name (tên)."""
    words = clean_line(full_name).split()
    return words[-1] if words else ""


def _without_quotes(text: str) -> str:
    """Remove one pair of quotes if it embraces the whole text."""
    closing = _QUOTE_PAIRS.get(text[:1])
    if closing is None or len(text) < 2 or text[-1] != closing:
        return text
    inner = text[1:-1]
    if text[0] == closing:
        return text if closing in inner else inner.strip()
    depth = 0
    for character in inner:
        depth += (character == text[0]) - (character == closing)
        if depth < 0:
            return text
    return inner.strip()
