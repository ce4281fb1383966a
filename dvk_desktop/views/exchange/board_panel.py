"""Who should have sent what by when, and the letter to the late ones (mục Theo dõi)."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.deadlines import CampaignStep
from dvk_desktop.domain.records.board import BoardRow, BoardState
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.board_columns import board_columns, board_note, board_state_text
from dvk_desktop.views.exchange.desk import Desk, Panel, Rest
from dvk_desktop.views.exchange.wording import when
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_LOOK = "look"
_LETTERS = (".docx", ".pdf")


class BoardPanel(Panel):
    """Each unit with each step: not yet, on time, late, corrected, missing (bảng theo dõi)."""

    shows = Changes.PACKAGES | Changes.REGISTRATIONS | Changes.UNITS | Changes.CAMPAIGNS
    package_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._is_stale = True
        self._model = RecordTableModel(board_columns(), self)
        self._proxy = SortFilterProxy(self._model, self)
        self.table = RecordTableView(
            "exchange_board",
            self.tr("Đơn vị phải gửi"),
            empty_text=self.tr("Không có đơn vị cấp dưới nào phải gửi ở nội dung này."),
        )
        self.table.setModel(self._proxy)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open_newest)
        self.steps = ChoiceCombo()
        self.steps.setAccessibleName(self.tr("Nội dung"))
        self.states = ChoiceCombo()
        self.states.setAccessibleName(self.tr("Tình trạng"))
        for combo in (self.steps, self.states):
            combo.setMinimumContentsLength(18)
            combo.currentIndexChanged.connect(lambda _: self._filter())
        self.each_check = QCheckBox(self.tr("Mỗi đơn vị một giấy"))
        self.letter_button = button(
            self.tr("Giấy đôn đốc…"), self.write_letters, icon_name="mail-opened", kind="primary"
        )
        self._summary = text_label("", "muted")
        self._about = text_label("")
        self._about.setWordWrap(True)
        self.open_button = button(
            self.tr("Mở gói mới nhất"), self._open_chosen, icon_name="package"
        )
        self._lay_out()

    def refresh(self) -> None:
        """Read the board again when it is next looked at, or now."""
        self._is_stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since the board was last looked at."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def rows(self) -> list[BoardRow]:
        """Return the rows that the filters let through, from top to bottom."""
        places = range(self._proxy.rowCount())
        sources = (self._proxy.mapToSource(self._proxy.index(row, 0)).row() for row in places)
        return [self._model.record(row) for row in sources]

    def overdue(self) -> list[BoardRow]:
        """Return what the letter is about: the selected rows that are over, or all shown."""
        chosen = self.table.selected_records()
        rows = chosen if len(chosen) > 1 else self.rows()
        return [row for row in rows if row.state is BoardState.OVERDUE]

    def write_letters(self) -> None:
        """Write the reminder as Word and PDF, one for all or one for each."""
        rows, is_each = self.overdue(), self.each_check.isChecked()
        target = self._letter_folder() if is_each else self._letter_file()
        if target is None:
            return
        services, campaign = self.desk.services, self.desk.campaign_id
        self.desk.runner.start(
            lambda progress: _write_letters(services, campaign, rows, target, is_each),
            title=self.tr("Ghi giấy đôn đốc"),
            done=self._letters_written,
            failed=lambda error: show_error(self, error),
        )

    def export(self) -> None:
        """Write what is shown to Excel."""
        path = self.desk.files.target(
            self,
            purpose="reports",
            title=self.tr("Xuất bảng theo dõi"),
            name="theo-doi-gui-nhan.xlsx",
            kind=self.tr("Bảng Excel"),
        )
        if path is None:
            return
        board, campaign, rows = self.desk.services.board, self.desk.campaign_id, self.rows()
        self.desk.runner.start(
            lambda progress: board.write(board.table(campaign, rows), path),
            title=self.tr("Xuất bảng theo dõi"),
            done=lambda _: tell(self, self.tr("Đã ghi {file}.").format(file=path.name)),
            failed=lambda error: show_error(self, error),
        )

    def _lay_out(self) -> None:
        search = SearchBox(self.tr("Tìm đơn vị"))
        search.setMaximumWidth(220)
        search.searched.connect(self._search)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.steps, self.states, search):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(button(self.tr("Xuất Excel…"), self.export, icon_name="file-spreadsheet"))
        below = QHBoxLayout()
        below.addWidget(self._about, 1)
        below.addWidget(self.open_button)
        below.addWidget(self.each_check)
        below.addWidget(self.letter_button)
        self.body.addLayout(bar)
        self.body.addWidget(self._summary)
        self.body.addWidget(Rest(self.table, 200), 1)
        self.body.addLayout(below)
        self.steps.offer(
            [("", self.tr("Tất cả nội dung"))]
            + [
                (step, worded(step.label))
                for step in (
                    CampaignStep.REGISTRATION,
                    CampaignStep.RECOGNITION,
                    CampaignStep.DOSSIER,
                )
            ]
        )
        self.states.offer(
            [("", self.tr("Mọi tình trạng"))]
            + [(state, worded(state.label)) for state in BoardState]
            + [(_LOOK, self.tr("Cần chú ý"))]
        )

    def _read(self) -> None:
        self._is_stale = False
        board, campaign = self.desk.services.board, self.desk.campaign_id
        if not campaign:
            self._show_rows(())
            return
        self.desk.runner.start(
            lambda progress: board.rows(campaign),
            title=self.tr("Đọc bảng theo dõi"),
            done=self._show_rows,
            failed=lambda error: show_error(self, error),
        )

    def _show_rows(self, rows: Sequence[BoardRow]) -> None:
        self._model.replace(rows)
        self._filter()

    def _search(self, text: str) -> None:
        self._proxy.set_query(text)
        self._filter()

    def _filter(self) -> None:
        step, state = self.steps.currentData(), self.states.currentData()

        def wanted(row: BoardRow) -> bool:
            fits = row.needs_look if state == _LOOK else state in ("", None, row.state)
            return fits and step in ("", None, row.step)

        self._proxy.set_condition(wanted)
        rows = self.rows()
        self._summary.setText(self._counted(rows))
        if rows and self.table.current_record() is None:
            self.table.selectRow(0)
        self._show_chosen()

    def _counted(self, rows: Sequence[BoardRow]) -> str:
        counts = {state: sum(row.state is state for row in rows) for state in BoardState}
        parts = [
            f"{worded(state.label).lower()}: {count}" for state, count in counts.items() if count
        ]
        look = sum(row.needs_look for row in rows)
        if look:
            parts.append(self.tr("cần chú ý: {count}").format(count=look))
        units = len({row.unit_id for row in rows})
        head = self.tr("{units} đơn vị").format(units=units)
        return "; ".join([head, *parts])

    def _show_chosen(self) -> None:
        row: BoardRow | None = self.table.current_record()
        self.letter_button.setEnabled(bool(self.overdue()))
        self.open_button.setVisible(row is not None and bool(row.packages))
        if row is None:
            self._about.setText("")
            return
        lines = [f"{row.unit_name}: {worded(row.step.label)}. {board_state_text(row)}."]
        if note := board_note(row):
            lines.append(f"{note[0].upper()}{note[1:]}.")
        if row.packages:
            newest, older = row.packages[0], len(row.packages) - 1
            text = self.tr("Gói mới nhất: số {number}, nhận {time}.")
            if older:
                text = self.tr("Gói mới nhất: số {number}, nhận {time}; thay {older} gói trước.")
            said = when(newest.happened_at)
            lines.append(text.format(number=newest.sequence, time=said, older=older))
        self._about.setText("\n".join(lines))

    def _open_chosen(self) -> None:
        row: BoardRow | None = self.table.current_record()
        if row is not None:
            self._open_newest(row)

    def _open_newest(self, row: BoardRow) -> None:
        if row.packages:
            self.package_wanted.emit(row.packages[0].package_id)

    def _letter_file(self) -> Path | None:
        return self.desk.files.target(
            self,
            purpose="letters",
            title=self.tr("Ghi giấy đôn đốc"),
            name="giay-don-doc.docx",
            kind=self.tr("Văn bản Word"),
        )

    def _letter_folder(self) -> Path | None:
        files = self.desk.files
        title = self.tr("Chọn thư mục ghi các giấy đôn đốc")
        folder = file_choice.ask_folder(self, title, files.folder("letters"))
        if folder is not None:
            files.remember("letters", folder)
        return folder

    def _letters_written(self, written: list[Path]) -> None:
        text = self.tr("Đã ghi {count} giấy đôn đốc, mỗi giấy một tệp Word và một tệp PDF.")
        tell(self, text.format(count=len(written)), Tone.SUCCESS)
        if len(written) == 1:
            file_choice.show_in_system(written[0])
        elif written:
            file_choice.show_in_system(written[0].parent)


def _write_letters(
    services: "Services", campaign_id: str, rows: Sequence[BoardRow], target: Path, is_each: bool
) -> list[Path]:
    """Write the letters; returns the Word files."""
    board = services.board
    written = []
    for name, letter in board.letters(campaign_id, rows, one_each=is_each):
        place = target / f"{name}.docx" if is_each else target
        for suffix in _LETTERS:
            board.write(letter, place.with_suffix(suffix))
        written.append(place)
    return written
