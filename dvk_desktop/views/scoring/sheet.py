"""The sheet itself: points by criterion, with what is wrong beside each (phiếu chấm)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.marks import (
    BONUS,
    DEDUCTION,
    MarkProblem,
    Marks,
    SheetTotal,
    check_marks,
    sheet_total,
)
from dvk_desktop.domain.scoring_form import Criterion, ScoringForm
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import line, set_property, text_label
from dvk_desktop.views.widgets.points_edit import PointsEdit, parse_points

_UNREADABLE = Decimal("NaN")
_ZERO = Decimal(0)
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Field:
    edit: PointsEdit
    fault: QLabel


class ScoringSheet(QWidget):
    """Boxes for the points of one form; Enter goes on to the next (phiếu chấm).

    ``changed`` tells of every edit, ``finished`` of Enter in the last box, ``entered`` names the
    box that took the keyboard, so that it can be scrolled to.
    """

    changed = Signal()
    finished = Signal()
    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: ScoringForm | None = None
        self._fields: dict[str, _Field] = {}
        self._is_showing = False
        self._before: dict[str, str] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._layout.addWidget(self._body)

    @property
    def is_changed(self) -> bool:
        """Whether points were typed since they were shown."""
        return self._texts() != self._before

    def show_marks(self, form: ScoringForm, marks: Marks | None, *, is_read_only: bool) -> None:
        """Show a form with the points given so far, or none."""
        self._is_showing = True
        if form != self._form:
            self._build(form)
        given: dict[str, Decimal | None] = dict(marks.points) if marks is not None else {}
        if marks is not None:
            given[BONUS] = marks.bonus or None
            given[DEDUCTION] = marks.deduction or None
        for place, field in self._fields.items():
            field.edit.set_value(given.get(place))
            field.edit.setReadOnly(is_read_only)
            _say(field, "")
        self._before = self._texts()
        self._is_showing = False
        self._show_problems()

    def note_saved(self) -> None:
        """Take what is typed as stored."""
        self._before = self._texts()

    def marks(self) -> Marks:
        """Return what is typed, as it is; a text that is no number becomes NaN."""
        points = {place: _read(field.edit) for place, field in self._fields.items()}
        bonus, deduction = points.pop(BONUS, None), points.pop(DEDUCTION, None)
        given = {place: value for place, value in points.items() if value is not None}
        return Marks(given, bonus or _ZERO, deduction or _ZERO)

    def total(self) -> SheetTotal:
        """Add up what is right; what has a problem counts as nothing yet."""
        marks = self.marks()
        wrong = {problem.place for problem in self.problems(may_be_incomplete=True)}
        points = {place: value for place, value in marks.points.items() if place not in wrong}
        bonus = _ZERO if BONUS in wrong else marks.bonus
        deduction = _ZERO if DEDUCTION in wrong else marks.deduction
        return sheet_total(self._shown_form(), Marks(points, bonus, deduction))

    def problems(self, *, may_be_incomplete: bool) -> tuple[MarkProblem, ...]:
        """Return all that is wrong with what is typed."""
        return check_marks(self._shown_form(), self.marks(), may_be_incomplete=may_be_incomplete)

    def is_readable(self) -> bool:
        """Say whether every box holds a number or nothing."""
        marks = self.marks()
        values = (*marks.points.values(), marks.bonus, marks.deduction)
        return all(value.is_finite() for value in values)

    def show_problems(self, problems: Iterable[MarkProblem]) -> None:
        """Show what is wrong at its place and go to the first."""
        found = {problem.place: worded(problem.short) for problem in problems}
        for place, field in self._fields.items():
            _say(field, found.get(place, ""))
        for place in self._fields:
            if place in found:
                self.go_to(place)
                return

    def go_to(self, place: str) -> None:
        """Put the keyboard into one box."""
        edit = self._fields[place].edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()
        self.entered.emit(edit)

    def go_to_first(self) -> None:
        """Begin at the first box without points, or at the first."""
        empty = (place for place, one in self._fields.items() if not one.edit.text().strip())
        self.go_to(next(empty, next(iter(self._fields))))

    def edit_of(self, place: str) -> PointsEdit:
        """Return the box of a criterion, ``bonus`` or ``deduction``."""
        return self._fields[place].edit

    def fault_of(self, place: str) -> str:
        """Return what is said to be wrong at one box."""
        return self._fields[place].fault.text()

    def _shown_form(self) -> ScoringForm:
        if self._form is None:
            raise RuntimeError("no form is shown yet")
        return self._form

    def _texts(self) -> dict[str, str]:
        return {place: field.edit.text().strip() for place, field in self._fields.items()}

    def _build(self, form: ScoringForm) -> None:
        self._form = form
        self._fields = {}
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self._layout.addWidget(self._body)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        group = ""
        for number, criterion in enumerate(form.criteria, start=1):
            if criterion.group != group:
                group = criterion.group
                grid.addWidget(text_label(group, "label"), grid.rowCount(), 0, 1, 4)
            self._add(grid, f"{number}.", criterion.code, criterion)
        for sign, place, title, guidance, most in (
            (
                "+",
                BONUS,
                self.tr("Điểm thưởng"),
                self.tr("Cộng vào tổng; để trống nếu không có."),
                form.bonus_maximum,
            ),
            (
                "−",
                DEDUCTION,
                self.tr("Điểm trừ"),
                self.tr("Trừ khỏi tổng; để trống nếu không có."),
                form.deduction_maximum,
            ),
        ):
            if most > 0:
                self._add(grid, sign, place, Criterion(place, title, most, _ONE / 2, guidance))

    def _add(self, grid: QGridLayout, sign: str, place: str, criterion: Criterion) -> None:
        row = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        mark = text_label(sign, "muted")
        mark.setMinimumWidth(18)
        title = text_label(criterion.title)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        if criterion.guidance:
            words.addWidget(text_label(criterion.guidance, "muted"))
        fault = text_label("", "error")
        fault.hide()
        words.addWidget(fault)
        edit = PointsEdit(maximum=criterion.maximum, step=criterion.step)
        edit.setFixedWidth(72)
        edit.setAccessibleName(criterion.title)
        edit.setObjectName(f"points_{place}")
        title.setBuddy(edit)
        most = text_label(f"/ {number_text(criterion.maximum)}", "muted")
        most.setMinimumWidth(40)
        most.setWordWrap(False)
        tip = self.tr("Tối đa {maximum} điểm, theo bước {step}.").format(
            maximum=number_text(criterion.maximum), step=number_text(criterion.step)
        )
        edit.setToolTip(tip)
        most.setToolTip(tip)
        grid.addWidget(mark, row, 0, top)
        grid.addLayout(words, row, 1)
        grid.addWidget(edit, row, 2, top)
        grid.addWidget(most, row, 3, top)
        grid.addWidget(line(), row + 1, 0, 1, 4)
        self._fields[place] = _Field(edit, fault)
        edit.textChanged.connect(self._note)
        edit.editingFinished.connect(self._show_problems)
        edit.returnPressed.connect(lambda: self._go_on(place))

    def _note(self) -> None:
        if self._is_showing:
            return
        # A fault goes as soon as it is mended, but comes only when the box is left.
        wrong = {problem.place for problem in self.problems(may_be_incomplete=True)}
        for place, field in self._fields.items():
            if place not in wrong and field.edit.text().strip():
                _say(field, "")
        self.changed.emit()

    def _show_problems(self) -> None:
        if self._is_showing or self._form is None:
            return
        found = {
            problem.place: worded(problem.short)
            for problem in self.problems(may_be_incomplete=True)
        }
        for place, field in self._fields.items():
            if place in found:
                _say(field, found[place])

    def _go_on(self, place: str) -> None:
        places = list(self._fields)
        after = places.index(place) + 1
        if after < len(places):
            self.go_to(places[after])
        else:
            self.finished.emit()


def _read(edit: PointsEdit) -> Decimal | None:
    text = edit.text().strip()
    if not text:
        return None
    value = parse_points(text)
    return _UNREADABLE if value is None else value


def _say(field: _Field, text: str) -> None:
    field.fault.setText(text)
    field.fault.setVisible(bool(text))
    set_property(field.edit, "invalid", bool(text))
