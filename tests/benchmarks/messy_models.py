"""Models as units think of them, and each value as it may be typed."""

import datetime as dt
import random
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import messy_words as words
from messy_disguise import Script
from messy_layout import CLASSES, SPREAD_ROLES, Layout

EXCEL_START = dt.date(1899, 12, 30)


@dataclass
class Cell:
    """What one cell holds: its value, the font that shows it, the formula that gave it."""

    value: object = None
    font: str = ""
    formula: str = ""
    script: Script = Script.UNICODE


@dataclass
class Model:
    """One model: what is true of it, and what stands in the cells by role."""

    truth: dict[str, Any]
    typed: dict[str, object]


def models(layout: Layout, dice: random.Random, count: int) -> list[Model]:
    """Return some models, sorted by the headings under which they will stand."""
    chosen = dice.sample(words.names(), count)
    rows = [_model(layout, dice, name) for name in chosen]
    order = [role for role in CLASSES if layout.ways[role] in ("sheets", "titles")]
    order += layout.heading_order
    rows.sort(key=lambda row: [str(row.truth[role]) for role in order])
    return rows


def _model(layout: Layout, dice: random.Random, name: str) -> Model:
    truth: dict[str, Any] = {
        "sector_code": dice.choices(tuple(words.SECTORS), (5, 5, 3, 3, 2))[0],
        "subject_type": dice.choices(tuple(words.SUBJECTS), (8, 3, 1))[0],
        "kind": dice.choices(tuple(words.KINDS), (6, 3, 2))[0],
    }
    if "household" in truth.values() and layout.ways["subject_type"] == "crosses":
        truth["subject_type"] = "individual"
    typed: dict[str, object] = {}
    truth["name"], typed["name"] = name, _disguised_name(name, dice)
    for role in layout.roles:
        if role in ("name", "ordinal", *CLASSES):
            continue
        truth[role], typed[role] = (
            (None, None) if dice.random() < 0.08 else _value(role, layout, dice)
        )
    for role, terms in (
        ("sector_code", words.SECTORS),
        ("subject_type", words.SUBJECTS),
        ("kind", words.KINDS),
    ):
        if layout.ways[role] == "column":
            typed[role] = dice.choice(terms[truth[role]])
            if dice.random() < 0.02:
                truth[role] = typed[role] = None
        elif layout.ways[role] == "none":
            truth[role] = None
    return Model(truth, typed)


def _disguised_name(name: str, dice: random.Random) -> str:
    way = dice.randrange(10)
    has_quotes = any(sign in name for sign in '“”"')
    if way == 0 and not has_quotes:
        return f"“{name}”"
    if way == 1 and not has_quotes:
        return f"Mô hình “{name}”"
    if way == 2:
        return f"Mô hình: {name}"
    return f'"{name}"' if way == 3 and not has_quotes else name


def _value(role: str, layout: Layout, dice: random.Random) -> tuple[Any, object]:
    if role == "registered_on":
        day = dt.date(2026, 1, 1) + dt.timedelta(days=dice.randrange(90))
        typed = _date(day, layout, dice)
        is_short = isinstance(typed, str) and typed.endswith("/26")
        return None if is_short else day, typed  # a year of two digits is asked for
    if role in ("people_count", "cost", "work_days", "land_area"):
        return _number(role, layout, dice)
    text = _text(role, dice)
    return text, text


def _text(role: str, dice: random.Random) -> str:
    place = dice.choice(words.FAIR)
    if role in SPREAD_ROLES or role == "sustainability":
        return "\n".join(dice.sample(words.SENTENCES, dice.choice((1, 1, 2))))
    return {
        "lead_body": f"{dice.choice(words.BODIES)} {place}",
        "address": place[0].upper() + place[1:],
        "timeline": dice.choice(words.SPANS_OF_TIME),
        "contact_name": dice.choice(words.PEOPLE),
        "contact_title": dice.choice(words.TITLES),
        "contact_phone": f"09{dice.randrange(10**8):08}",
        "note": dice.choice(("Mô hình điểm của xã", "Đã họp dân", "= 2 điểm mô hình", "-")),
    }[role]


def _date(day: dt.date, layout: Layout, dice: random.Random) -> object:
    form = layout.dates
    if form == "mixed":
        form = dice.choice(("real", "slash", "dots", "dashes", "words", "iso", "short"))
    if form == "real" and layout.kind == "xlsx":
        return day
    if form == "serial" and layout.kind == "xlsx":
        return (day - EXCEL_START).days
    return {
        "dots": f"{day.day:02}.{day.month:02}.{day.year}",
        "dashes": f"{day.day}-{day.month}-{day.year}",
        "words": f"ngày {day.day:02} tháng {day.month} năm {day.year}",
        "iso": day.isoformat(),
        "short": f"{day.day}/{day.month}/{day.year % 100}",
    }.get(form, f"{day.day}/{day.month}/{day.year}")


def _number(role: str, layout: Layout, dice: random.Random) -> tuple[Any, object]:
    is_text = layout.kind != "xlsx" or dice.random() < 0.3
    if role == "cost":
        return _money(layout, dice, is_text=is_text)
    if role == "people_count":
        count = dice.choice((12, 45, 120, 1250))
        shown = f"{count:,}".replace(",", ".")
        return count, dice.choice(
            (str(count), shown, f"{shown} hộ", f"{count} người")
        ) if is_text else count
    number = Decimal(dice.choice(("18.5", "120", "250", "1250", "0.5")))
    shown = f"{number:,}".replace(",", "~").replace(".", ",").replace("~", ".")
    if not is_text:
        return number, int(number) if number == int(number) else float(number)
    unit = {"work_days": " công", "land_area": " m2"}[role]
    return number, shown + dice.choice(("", unit))


def _money(layout: Layout, dice: random.Random, *, is_text: bool) -> tuple[int, object]:
    thousands = dice.choice((500, 1500, 15_000, 18_500, 250_000, 1_200_000))
    amount = thousands * 1000
    if layout.money == "worded":
        millions = f"{thousands / 1000:g}".replace(".", ",")
        return amount, dice.choice((f"{millions} triệu", f"{millions} triệu đồng", f"{millions}tr"))
    unit = {"dong": 1, "header_million": 1_000_000, "header_thousand": 1000}[layout.money]
    number = Decimal(amount) / unit
    plain: object = int(number) if number == int(number) else float(number)
    if not is_text:
        return amount, plain
    shown = f"{number.normalize():,f}".replace(",", "~").replace(".", ",").replace("~", ".")
    return amount, shown + (dice.choice(("", " đồng", "đ")) if unit == 1 else "")
