"""The pages as they will be printed, and what to mend before (xem trước giấy chứng nhận)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.certificate import CertificateProblem
from dvk_desktop.domain.records.decision import CertificateRow
from dvk_desktop.services.recognition.certificates import CertificateService
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.page_preview import PageImage, PagePreview


class CertificatePreview(QWidget):
    """Draws all certificates of a decision into a file of its own and shows its pages.

    ``rendered`` tells that the pages are there, ``turned`` carries the number of the page
    that is looked at, from 0, ``mend_asked`` the certificate whose words are to be mended
    (xem trước).
    """

    rendered = Signal()
    turned = Signal(int)
    mend_asked = Signal(object)

    def __init__(
        self,
        certificates: CertificateService,
        runner: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._certificates = certificates
        self._runner = runner
        self._folder = QTemporaryDir()
        self._renderings = 0
        self._wanted = 0
        self._shown: tuple[object, ...] = ()
        self._rows: tuple[CertificateRow, ...] = ()
        self.file: Path | None = None
        self.problems: list[CertificateProblem] = []
        self.pages = PagePreview()
        self.problem_list = QListWidget()
        self.problem_list.setMaximumHeight(100)
        self.problem_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problem_list.setAccessibleName(self.tr("Điều cần xem lại trước khi in"))
        self._warning = text_label("", "label")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._warning)
        layout.addWidget(self.problem_list)
        self.mend_button = button(self.tr("&Sửa lời văn…"), self.ask_to_mend, icon_name="edit")
        layout.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.pages.turned.connect(self.turned)
        self.problem_list.currentRowChanged.connect(self.go_to_problem)
        self.problem_list.itemClicked.connect(
            lambda item: self.go_to_problem(self.problem_list.row(item))
        )
        self._show_problems([])

    def show_certificates(self, decision_id: str, rows: Sequence[CertificateRow]) -> None:
        """Draw certificates anew, unless their words are those that are drawn already."""
        shown = (decision_id, *(row.text for row in rows))
        self._rows = tuple(rows)
        if shown == self._shown:
            return
        self._shown = shown
        self.file = None
        self.pages.set_pages(0, None)
        self._show_problems([])
        self._renderings += 1
        if not rows:
            return
        number = self._renderings
        path = Path(self._folder.filePath(f"giay-{number}.pdf"))

        def work(progress: Progress) -> tuple[int, list[CertificateProblem]]:
            count = self._certificates.proof(decision_id, path, progress)
            return count, self._certificates.problems(decision_id)

        self._runner.start(
            work,
            title=self.tr("Dựng trang xem trước"),
            done=lambda result: self._show_pages(number, path, *result),
            failed=self._say_failure,
        )

    def turn_to(self, number: int) -> None:
        """Turn to one page, at once or as soon as the pages are drawn."""
        self._wanted = number
        if self.file is not None:
            self.pages.turn_to(number)

    def go_to_problem(self, place: int) -> None:
        """Turn to the page of one problem."""
        if 0 <= place < len(self.problems):
            self.pages.turn_to(self.problems[place].index)

    def ask_to_mend(self) -> None:
        """Tell which certificate is to be mended: that of the chosen problem, or the first."""
        if self.problems:
            place = max(self.problem_list.currentRow(), 0)
            self.mend_asked.emit(self._rows[self.problems[place].index])

    def _say_failure(self, error: DvkError) -> None:
        """Say it in place: a box would come again with each visit."""
        self._warning.setText(worded(error))
        self._warning.setVisible(True)

    def _show_pages(
        self,
        number: int,
        path: Path,
        count: int,
        problems: list[CertificateProblem],
    ) -> None:
        if number != self._renderings:
            return
        self.file = path
        image = self._certificates.page_image
        self.pages.set_pages(
            count, lambda page, scale: PageImage(*image(path, page, scale)), number=self._wanted
        )
        self._show_problems(problems)
        self.rendered.emit()

    def _show_problems(self, problems: list[CertificateProblem]) -> None:
        self.problems = problems
        self.problem_list.clear()
        for problem in problems:
            row = self._rows[problem.index]
            words = worded(problem.wording)
            self.problem_list.addItem(f"{row.register_number:02d}. {row.name}: {words}")
        text = self.tr("{count} điều cần xem lại trước khi in")
        self._warning.setText(text.format(count=len(problems)))
        self._warning.setVisible(bool(problems))
        self.mend_button.setVisible(bool(problems))
        self.problem_list.setVisible(bool(problems))
