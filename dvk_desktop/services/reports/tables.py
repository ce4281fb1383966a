"""The reports that offices use, each as a function from figures to rows (biểu số liệu).

The tables are those of domain.md 4.7: by sector, by subject, by kind, from registered to
recognised, on time and late, self-score beside the council's.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dvk_desktop.domain.joint_units import known_names, together
from dvk_desktop.domain.records.campaign import SectorRow
from dvk_desktop.domain.records.registration import RegistrationRow
from dvk_desktop.domain.records.report import (
    Cell,
    ColumnKind,
    HeaderGroup,
    ReportColumn,
    ReportRow,
    sums,
)
from dvk_desktop.domain.records.scoring import ResultRow
from dvk_desktop.domain.records.unit import UnitRow
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType

_RECOGNISED = frozenset(
    {
        RegistrationState.RECOGNISED,
        RegistrationState.MAINTAINED,
        RegistrationState.SUSPENDED,
        RegistrationState.REVOKED,
    }
)
_RECEIVED = frozenset(RegistrationState) - {RegistrationState.DRAFT, RegistrationState.MERGED}
_NUMBER = ReportColumn("number", "STT", ColumnKind.INTEGER, 5)
_UNIT = ReportColumn("unit", "Đơn vị", ColumnKind.TEXT, 34)
_TOTAL = ReportColumn("total", "Tổng số", ColumnKind.INTEGER, 10)


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """What the reports of one campaign are made from (số liệu đầu vào)."""

    units: tuple[UnitRow, ...]
    sectors: tuple[SectorRow, ...]
    registrations: tuple[RegistrationRow, ...]
    results: tuple[ResultRow, ...]
    targets: dict[str | None, int]

    def by_unit(self) -> list[tuple[UnitRow, list[RegistrationRow]]]:
        """Return the registrations of each unit that has some or owes some, in their order."""
        found: dict[str, list[RegistrationRow]] = {}
        for row in self.registrations:
            found.setdefault(row.unit_id, []).append(row)
        parents = {unit.parent_id for unit in self.units}
        return [
            (unit, found.get(unit.id, []))
            for unit in self.units
            if unit.id in found or not (unit.owes_nothing or unit.id in parents)
        ]


@dataclass(frozen=True, slots=True)
class ReportBody:
    """Columns, rows and totals of a report, before the office's words come around it."""

    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    totals: tuple[Cell, ...]
    groups: tuple[HeaderGroup, ...] = ()
    notes: tuple[str, ...] = ()


def sector_by_unit(figures: ReportFigures) -> ReportBody:
    """Count registrations by unit and sector (biểu 1)."""
    keys = [(sector.code, sector.name) for sector in figures.sectors]
    return _crossed(figures, "Chia theo lĩnh vực", keys, lambda row: row.sector_code)


def subject_by_unit(figures: ReportFigures) -> ReportBody:
    """Count registrations by unit and subject type (biểu 2)."""
    keys = [(subject.value, subject.label) for subject in SubjectType]
    return _crossed(figures, "Chia theo đối tượng", keys, lambda row: row.subject_type)


def kind_by_unit(figures: ReportFigures) -> ReportBody:
    """Count registrations by unit and kind (biểu 4)."""
    keys = [(kind.value, kind.label) for kind in RegistrationKind]
    return _crossed(figures, "Chia theo loại đăng ký", keys, lambda row: row.kind)


def recognition_by_unit(figures: ReportFigures) -> ReportBody:
    """Follow registrations from received to recognised, by unit (biểu 3)."""
    columns = (
        _NUMBER,
        _UNIT,
        ReportColumn("registered", "Đăng ký", ColumnKind.INTEGER, 11),
        ReportColumn("scored", "Đã chấm điểm", ColumnKind.INTEGER, 13),
        ReportColumn("recognised", "Được công nhận", ColumnKind.INTEGER, 13),
        ReportColumn("share", "Tỷ lệ công nhận", ColumnKind.PERCENT, 13),
    )
    scored = {row.registration_id for row in figures.results if row.score is not None}
    rows = []
    for number, (unit, found) in enumerate(figures.by_unit(), start=1):
        received = [row for row in found if row.state in _RECEIVED]
        recognised = sum(row.state in _RECOGNISED for row in received)
        rows.append(
            ReportRow(
                (
                    number,
                    unit.name,
                    len(received),
                    sum(row.id in scored for row in received),
                    recognised,
                    _share(recognised, len(received)),
                ),
                unit_id=unit.id,
            )
        )
    totals = list(_totals(columns, rows))
    totals[5] = _share(_whole(totals[4]), _whole(totals[2]))
    return ReportBody(columns, tuple(rows), tuple(totals))


def timeliness_by_unit(figures: ReportFigures) -> ReportBody:
    """Show who registered on time, late or too little, by unit."""
    columns = (
        _NUMBER,
        _UNIT,
        ReportColumn("target", "Chỉ tiêu", ColumnKind.INTEGER, 10),
        ReportColumn("registered", "Đăng ký", ColumnKind.INTEGER, 10),
        ReportColumn("on_time", "Đúng hạn", ColumnKind.INTEGER, 10),
        ReportColumn("late", "Gửi muộn", ColumnKind.INTEGER, 10),
        ReportColumn("missing", "Còn thiếu", ColumnKind.INTEGER, 10),
    )
    general = figures.targets.get(None)
    rows = []
    for number, (unit, found) in enumerate(figures.by_unit(), start=1):
        received = [row for row in found if row.state in _RECEIVED]
        target = None if unit.owes_nothing else figures.targets.get(unit.id, general)
        late = sum(row.is_late for row in received)
        cells: tuple[Cell, ...] = (
            number,
            unit.name,
            target,
            len(received),
            len(received) - late,
            late,
            None if target is None else max(target - len(received), 0),
        )
        rows.append(ReportRow(cells, unit_id=unit.id))
    return ReportBody(columns, tuple(rows), _totals(columns, rows))


def scores_by_unit(figures: ReportFigures) -> ReportBody:
    """Set the units' own scores beside the council's."""
    columns = (
        _NUMBER,
        _UNIT,
        ReportColumn("scored", "Số mô hình đã chấm", ColumnKind.INTEGER, 12),
        ReportColumn("self_score", "Điểm tự chấm (bình quân)", ColumnKind.DECIMAL, 14),
        ReportColumn("score", "Điểm hội đồng (bình quân)", ColumnKind.DECIMAL, 14),
        ReportColumn("gap", "Chênh lệch", ColumnKind.DECIMAL, 12),
    )
    results = {row.registration_id: row for row in figures.results if row.score is not None}
    rows = []
    for number, (unit, found) in enumerate(figures.by_unit(), start=1):
        own = [results[row.id] for row in found if row.id in results]
        self_mean = _mean(row.self_score for row in own)
        mean = _mean(row.score for row in own)
        gap = None if self_mean is None or mean is None else self_mean - mean
        cells = (number, unit.name, len(own), self_mean, mean, gap)
        rows.append(ReportRow(cells, unit_id=unit.id))
    totals = list(_totals(columns, rows))
    self_mean = _mean(row.self_score for row in results.values())
    mean = _mean(row.score for row in results.values())
    totals[3:] = [self_mean, mean, None if self_mean is None or mean is None else self_mean - mean]
    return ReportBody(columns, tuple(rows), tuple(totals))


def recognised_list(figures: ReportFigures) -> ReportBody:
    """List the recognised models, in the order of the units."""
    columns = (
        _NUMBER,
        ReportColumn("name", "Tên mô hình", ColumnKind.TEXT, 44),
        ReportColumn("lead_body", "Bộ phận thực hiện", ColumnKind.TEXT, 26),
        ReportColumn("unit", "Đơn vị", ColumnKind.TEXT, 26),
        ReportColumn("sector", "Lĩnh vực", ColumnKind.TEXT, 22),
        ReportColumn("score", "Điểm", ColumnKind.DECIMAL, 9),
        ReportColumn("rank", "Xếp loại", ColumnKind.TEXT, 12),
    )
    sectors = {sector.code: sector.name for sector in figures.sectors}
    results = {row.registration_id: row for row in figures.results}
    recognised = [row for row in figures.registrations if row.state in _RECOGNISED]
    rows = []
    for number, row in enumerate(recognised, start=1):
        result = results.get(row.id)
        cells: tuple[Cell, ...] = (
            number,
            row.name,
            row.lead_body,
            together([row.unit_name, *known_names(row.co_units)]),
            sectors.get(row.sector_code or "", ""),
            result.score if result is not None else None,
            result.rank_label if result is not None else "",
        )
        rows.append(ReportRow(cells, unit_id=row.unit_id))
    return ReportBody(columns, tuple(rows), ())


def _crossed(
    figures: ReportFigures,
    heading: str,
    keys: list[tuple[str, str]],
    key_of: Callable[[RegistrationRow], str | None],
) -> ReportBody:
    """Count received registrations by unit and by one property."""
    columns = (
        _NUMBER,
        _UNIT,
        _TOTAL,
        *(ReportColumn(code, label, ColumnKind.INTEGER, 13) for code, label in keys),
    )
    rows, unclassified = [], 0
    for number, (unit, found) in enumerate(figures.by_unit(), start=1):
        received = [row for row in found if row.state in _RECEIVED]
        counts = Counter(key_of(row) for row in received)
        unclassified += len(received) - sum(counts[code] for code, _ in keys)
        counted = tuple(counts[code] for code, _ in keys)
        rows.append(ReportRow((number, unit.name, len(received), *counted), unit_id=unit.id))
    notes = (f"Có {unclassified} đăng ký chưa được phân loại.",) if unclassified else ()
    groups = (HeaderGroup(heading, 3, 2 + len(keys)),)
    return ReportBody(columns, tuple(rows), _totals(columns, rows), groups, notes)


def _totals(columns: tuple[ReportColumn, ...], rows: list[ReportRow]) -> tuple[Cell, ...]:
    """Return the sums; the running number of the rows has none."""
    return (None, *sums(columns, rows)[1:])


def _share(part: int, whole: int) -> Decimal | None:
    return (Decimal(part) / whole).quantize(Decimal("0.0001"), ROUND_HALF_UP) if whole else None


def _whole(value: Cell) -> int:
    return value if isinstance(value, int) else 0


def _mean(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    return (sum(known, Decimal(0)) / len(known)).quantize(Decimal("0.01"), ROUND_HALF_UP)
