"""Makes a table of a list that was written as paragraphs (danh sách không có bảng).

“I. Kinh tế”, “1. Đường hoa”, “- Đơn vị thực hiện: Chi hội Phụ nữ”: the models are the lines of
one kind of number or the lines with the label of a name; headings stay headings, and what cannot
be placed stays a row that somebody has to look at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dvk_desktop.exchange.intake.grid import CellValue, Sheet, Span
from dvk_desktop.exchange.intake.group_headings import meaning_of
from dvk_desktop.exchange.intake.row_looks import goes_on, is_note, is_signature, is_total
from dvk_desktop.exchange.intake.text_lines import (
    TAB,
    Label,
    TextLine,
    is_body,
    labels_within,
    line_of,
    parts_of,
)
from dvk_desktop.exchange.intake.text_remarks import without_remarks
from dvk_desktop.exchange.intake.value_words import DEFAULT_SECTORS, words_for
from dvk_desktop.exchange.intake.vocabulary import Role
from dvk_desktop.exchange.intake.word_key import word_key

SHEET = "Văn bản"
_LEAST_MODELS = 2
_LONGEST_NAME = 250
_LONGEST_HEADING = 90
_MOST_TITLE_LINES = 40
_SHARE = 0.6
_DEEP = 8
_BODY, _CONTENT = "Đơn vị thực hiện", "Nội dung"
_LONG_TEXTS = frozenset(
    {Role.SITUATION, Role.GOALS, Role.CONTENT, Role.FORCES, Role.RESOURCES, Role.OUTPUTS}
)
_WORDS = words_for(DEFAULT_SECTORS)


@dataclass(slots=True)
class _Record:
    """One model in the making (một mô hình)."""

    mark: str = ""
    rank: int = _DEEP
    name: str = ""
    values: dict[Role, str] = field(default_factory=dict)
    last: Role | None = None

    def put(self, label: Label) -> None:
        """Take in a label with its value."""
        before = self.values.get(label.role, "")
        self.values[label.role] = "\n".join(part for part in (before, label.value) if part)
        self.last = label.role


@dataclass(slots=True)
class _Heading:
    """A group heading, or a line that nobody can place (tiêu đề, dòng không rõ)."""

    mark: str
    text: str
    is_heading: bool


def sheet_of_lines(lines: Sequence[tuple[str, str]], index: int) -> Sheet | None:
    """Return the list that paragraphs make, or None; each comes with the number Word counts."""
    taken = [line_of(text, counted) for text, counted in lines]
    by_tabs = _of_tabs(lines, index)
    if by_tabs is not None:
        return by_tabs
    is_labelled = any(line.label is not None and line.label.role is Role.NAME for line in taken)
    reader = _Reader(taken, is_labelled=is_labelled)
    reader.run()
    records = [entry for entry in reader.entries if isinstance(entry, _Record)]
    if not _is_list(records, reader, is_labelled=is_labelled):
        return None
    return _Grid(reader, records).sheet(index)


def _of_tabs(lines: Sequence[tuple[str, str]], index: int) -> Sheet | None:
    """Return lines between whose cells tabs stand."""
    rows = [([counted] if counted else []) + text.split(TAB) for text, counted in lines]
    if sum(len(row) > 2 for row in rows) <= _LEAST_MODELS:
        return None
    return Sheet(SHEET, [[cell.strip() for cell in row] for row in rows], index)


def _is_list(records: Sequence[_Record], reader: "_Reader", *, is_labelled: bool) -> bool:
    """Tell a list from a letter or a report with numbered paragraphs."""
    named = [record.name for record in records if record.name]
    if is_labelled:
        return bool(named)
    if len(named) < _LEAST_MODELS or max(map(len, named)) > _LONGEST_NAME:
        return False
    headings = [entry.text for entry in reader.entries if isinstance(entry, _Heading)]
    told = word_key(" ".join([*reader.titles, *headings]))
    is_told = "mo hinh" in told or "danh sach" in told or "dan van kheo" in told
    return is_told or bool(_split_names(records))


class _Reader:
    """Goes down the lines and puts each where it belongs."""

    def __init__(self, lines: Sequence[TextLine], *, is_labelled: bool) -> None:
        self.titles: list[str] = []
        self.entries: list[_Record | _Heading] = []
        self._lines = lines
        self._is_labelled = is_labelled
        self._rank = None if is_labelled else self._rank_of_models()
        self._record: _Record | None = None
        self._body = ("", -1)
        self._has_ended = False

    def run(self) -> None:
        """Take all lines."""
        for line, below in zip(self._lines, [*self._lines[1:], None], strict=False):
            if not self.entries and self._is_title(line, below):
                self.titles.append(line.text)
            elif self._has_ended or (self.entries and self._is_end(line)):
                self._has_ended = True
                self.entries.append(_Heading("", line.text, is_heading=False))
            elif self._is_labelled:
                self._take_labelled(line)
            else:
                self._take(line)

    def _is_title(self, line: TextLine, below: TextLine | None) -> bool:
        """Tell a title with a label, “Đơn vị: Xã Yên Phong”, from the first item of a model."""
        is_item = below is not None and below.label is not None
        return (
            line.rank is None
            and line.label is not None
            and (line.label.role is not Role.NAME and not is_item)
        )

    def _is_end(self, line: TextLine) -> bool:
        is_plain = line.rank is None and line.label is None
        return is_plain and (
            is_signature([line.text]) or is_note(line.text) or is_total([line.text])
        )

    def _rank_of_models(self) -> int | None:
        """Return the rank of the lines that are models: the deepest that is counted."""
        ranks: dict[int, list[TextLine]] = {}
        for line in self._lines:
            if line.rank is not None and line.label is None and not _is_group(line):
                ranks.setdefault(line.rank, []).append(line)
        counted = sorted(rank for rank in ranks if 1 < rank < _DEEP)
        if not counted:
            return min((rank for rank in ranks if rank >= _DEEP), default=None)
        deepest = counted[-1]
        bodies = sum(is_body(line.text) for line in ranks[deepest])
        deeper = [rank for rank in sorted(ranks) if rank > deepest]
        if deeper and 2 * bodies > len(ranks[deepest]):
            return deeper[0]
        return deepest

    def _take(self, line: TextLine) -> None:
        if line.label is not None and self._record is not None:
            self._record.put(line.label)
        elif line.rank is not None and line.rank == self._rank and not _is_group(line):
            self._start(line)
        elif self._record is not None and _is_inside(line, self._record):
            self._record.put(Label(Role.CONTENT, _CONTENT, line.text))
        else:
            self._take_outer(line)

    def _take_labelled(self, line: TextLine) -> None:
        label, record = line.label, self._record
        if label is None:
            if record is not None and record.last is not None and _is_inside(line, record):
                record.put(Label(record.last, "", line.text))
            else:
                self._take_outer(line)
            return
        first, more = labels_within(label.value)
        label = label._replace(value=first)
        if label.role is Role.NAME:
            if record is None or record.name:
                record = self._open(line)
            record.name = label.value
        else:
            if record is None or label.role in record.values:
                record = self._open(line)
            record.put(label)
        for other in more:
            record.put(other)

    def _take_outer(self, line: TextLine) -> None:
        """Take a line outside of any model: a title, a heading, who the next ones belong to."""
        is_group = _is_group(line) or (line.rank is not None and len(line.text) < _LONGEST_HEADING)
        if line.rank is not None and is_body(line.text) and not _is_group(line):
            self._body = (line.text.rstrip(" :"), line.rank)
        elif self.entries or (is_group and line.rank is not None):
            self.entries.append(_Heading(line.mark, line.text.rstrip(" :"), is_group))
            if line.rank is not None and line.rank <= self._body[1]:
                self._body = ("", -1)
        else:
            self.titles.append(line.text)
        self._record = None

    def _open(self, line: TextLine) -> _Record:
        rank = _DEEP + 1 if line.rank is None else line.rank
        self._record = _Record(line.mark, rank)
        if self._body[0]:
            self._record.values[Role.LEAD_BODY] = self._body[0]
        self.entries.append(self._record)
        return self._record

    def _start(self, line: TextLine) -> None:
        record = self._open(line)
        before, labels = labels_within(line.text)
        record.name, remarks = without_remarks(before)
        for label in (*remarks, *labels):
            record.put(label)


def _is_group(line: TextLine) -> bool:
    """Tell whether a line heads a group by its words."""
    text = line.text.rstrip(" :.")
    if line.label is not None or len(text) > _LONGEST_HEADING:
        return False
    exact = _WORDS.sector(text) or _WORDS.subject(text) or _WORDS.kind(text)
    is_outer = line.rank is not None and line.rank <= 1
    return exact is not None or (is_outer and bool(meaning_of(text, _WORDS).meanings))


def _is_inside(line: TextLine, record: _Record) -> bool:
    """Tell whether a line without a label goes on with the model above it."""
    if line.rank is not None:
        return line.rank > record.rank
    above = record.name if record.last is None else record.values[record.last]
    is_long = record.last in _LONG_TEXTS
    return not _is_group(line) and (is_long or goes_on(above, line.text))


class _Grid:
    """Lays the models out as rows with headers."""

    def __init__(self, reader: _Reader, records: Sequence[_Record]) -> None:
        self._reader = reader
        self._split = _split_names(records)
        roles = dict.fromkeys(role for record in records for role in record.values)
        self._roles = list(roles)
        if self._split and _BODY in self._split and Role.LEAD_BODY not in roles:
            self._roles.append(Role.LEAD_BODY)

    def sheet(self, index: int) -> Sheet:
        """Return the table with its titles."""
        extra = [header for header in self._split if header != _BODY]
        headers = ["TT", "Tên mô hình", *(_HEADERS[role] for role in self._roles), *extra]
        rows: list[list[CellValue]] = [
            [title] for title in self._reader.titles[-_MOST_TITLE_LINES:]
        ]
        lead = len(rows) + 1
        rows.append([*headers, *([] if len(headers) > 2 else ["Ghi chú"])])
        merges: list[Span] = []
        for entry in self._reader.entries:
            if isinstance(entry, _Record):
                rows.append(self._row(entry, extra))
                continue
            mark = f"{entry.mark.rstrip('.)')}. " if entry.mark.strip("-–+•*") else ""
            rows.append([mark + entry.text])
            if entry.is_heading:
                merges.append(Span(len(rows) - 1, 0, len(rows) - 1, len(rows[lead - 1]) - 1))
        return Sheet(SHEET, rows, index, merges, lead_rows=lead)

    def _row(self, record: _Record, extra: Sequence[str]) -> list[CellValue]:
        name, parts = record.name, dict[str, str]()
        if self._split:
            name, parts = _parted(name, self._split)
        values = dict(record.values)
        if parts.get(_BODY):
            values[Role.LEAD_BODY] = parts[_BODY]
        mark = record.mark.strip("-–+•* ")
        return [
            mark or None,
            name.replace(TAB, " "),
            *(values.get(role) for role in self._roles),
            *(parts.get(header) for header in extra),
        ]


def _split_names(records: Sequence[_Record]) -> list[str]:
    """Return headers for what stands behind the names, if it is the same in most lines.

    A dash may stand inside a name, so every part must be something that is known.
    """
    parts = [parts_of(record.name) for record in records]
    widths = [len(found) for found in parts if len(found) > 1]
    if len(widths) < max(_LEAST_MODELS, _SHARE * len(parts)):
        return []
    width = max(set(widths), key=lambda count: (widths.count(count), count))
    headers = [
        _header_of([found[place] for found in parts if len(found) == width])
        for place in range(1, width)
    ]
    return headers if all(headers) and len(set(headers)) == len(headers) else []


def _parted(name: str, headers: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return a name and what stands behind it; where a part is left out, all must be known."""
    first, *rest = parts_of(name) or [name]
    if len(rest) == len(headers):
        return first, dict(zip(headers, rest, strict=True))
    found = {header: part for part in rest if (header := _header_of([part])) in headers}
    return (first, found) if rest and len(found) == len(rest) else (name, {})


def _header_of(texts: Sequence[str]) -> str:
    """Return the header of a column of parts by what most of them are."""
    tests = {
        _HEADERS[Role.SECTOR]: lambda text: _WORDS.sector(text) is not None,
        _HEADERS[Role.SUBJECT_TYPE]: lambda text: _WORDS.subject(text) is not None,
        _HEADERS[Role.KIND]: lambda text: _WORDS.kind(text) is not None,
        _BODY: is_body,
    }
    return next(
        (
            header
            for header, is_such in tests.items()
            if sum(map(is_such, texts)) >= _SHARE * len(texts)
        ),
        "",
    )


_HEADERS = {
    Role.ORDINAL: "Số thứ tự",
    Role.NAME: "Tên mô hình",
    Role.UNIT: "Đơn vị đăng ký",
    Role.LEAD_BODY: _BODY,
    Role.ADDRESS: "Địa chỉ",
    Role.SECTOR: "Lĩnh vực",
    Role.SUBJECT_TYPE: "Đối tượng",
    Role.KIND: "Loại đăng ký",
    Role.TARGET_LEVEL: "Cấp đề nghị công nhận",
    Role.SITUATION: "Thực trạng",
    Role.GOALS: "Mục tiêu",
    Role.CONTENT: _CONTENT,
    Role.AREA_BENEFICIARIES: "Đối tượng thụ hưởng",
    Role.FORCES: "Lực lượng thực hiện",
    Role.RESOURCES: "Nguồn lực",
    Role.TIMELINE: "Thời gian thực hiện",
    Role.OUTPUTS: "Kết quả",
    Role.SUSTAINABILITY: "Khả năng duy trì",
    Role.REGISTERED_ON: "Ngày đăng ký",
    Role.PEOPLE_COUNT: "Số người",
    Role.COST: "Kinh phí",
    Role.WORK_DAYS: "Ngày công",
    Role.LAND_AREA: "Diện tích đất",
    Role.CONTACT_NAME: "Người phụ trách",
    Role.CONTACT_TITLE: "Chức vụ",
    Role.CONTACT_PHONE: "Điện thoại",
    Role.NOTE: "Ghi chú",
}
