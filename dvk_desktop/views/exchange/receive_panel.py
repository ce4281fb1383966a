"""Take a package in: look at it first, then merge it (mục Nhận gói)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.exchange import MergeAction, MergePreview, MergeResult
from dvk_desktop.domain.records.package import Manifest, PackageKind
from dvk_desktop.services.exchange.receiving import StalePreviewError
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.batch_view import BatchView
from dvk_desktop.views.exchange.desk import OFFICES, Desk, Panel, clear_layout
from dvk_desktop.views.exchange.merge_outcome import MergeOutcome
from dvk_desktop.views.exchange.package_preview import PackagePreview
from dvk_desktop.views.exchange.receive_start import ReceiveStart
from dvk_desktop.views.exchange.replanned import replanned_notice
from dvk_desktop.views.exchange.sealed_package import incomplete_notices, way_in
from dvk_desktop.views.exchange.wording import kind_name, when
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.passphrase_dialog import with_keys
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import badge, button, text_label
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.section_header import SectionHeader

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

PACKAGES = (".dvk", ".age", ".zip")
"""Mail programs sometimes append .zip to what is a ZIP inside."""

_START, _LOOK, _DONE, _MANY = range(4)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a first look at a package file told (kết quả kiểm tra)."""

    path: Path
    manifest: Manifest | None
    is_trusted: bool
    problems: tuple[DvkError, ...]
    preview: MergePreview | None


class ReceivePanel(Panel):
    """From a file to merged data in three looks (nhận gói)."""

    shows = Changes.PACKAGES

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.looked: Looked | None = None
        self._seen: MergePreview | None = None
        self._was_refused = False
        self.preview = PackagePreview(desk)
        self.stack = QStackedWidget()
        start = ReceiveStart(PACKAGES)
        start.dropped.connect(self.take)
        start.package_wanted.connect(self.ask_for_package)
        start.folder_wanted.connect(self.ask_for_folder)
        self._incomplete = start.incomplete
        self.stack.addWidget(start)
        self.stack.addWidget(self._make_look())
        self.outcome = MergeOutcome(desk)
        self.outcome.section_wanted.connect(self.section_wanted)
        self.outcome.another_wanted.connect(self.begin_anew)
        self.outcome.undo_wanted.connect(
            lambda batch, what: self.undo_batch(batch, what, self.begin_anew)
        )
        self.stack.addWidget(self.outcome)
        self.batch = BatchView(desk)
        self.batch.shown.connect(lambda: self.stack.setCurrentIndex(_MANY))
        self.batch.closed.connect(self.begin_anew)
        self.batch.single_wanted.connect(self.look_at)
        self.batch.section_wanted.connect(self.section_wanted)
        self.batch.undo_wanted.connect(
            lambda batch, what: self.undo_batch(batch, what, lambda: self.batch.mark_undone(batch))
        )
        self.stack.addWidget(self.batch)
        self.body.addWidget(self.stack, 1)

    def refresh(self) -> None:
        """Look again at the package that waits: trust or data may have changed."""
        clear_layout(self._incomplete)
        for notice in incomplete_notices(self.desk):
            self._incomplete.addWidget(notice)
        if self.stack.currentIndex() == _LOOK and self.looked is not None:
            self.look_at(self.looked.path, asks=False)

    def look_at(self, path: Path, *, asks: bool = True) -> None:
        """Check a package and show what merging it would do; nothing is stored.

        One that is encrypted asks for its passphrase at once when it ``asks``.
        """
        services = self.desk.services
        self._was_refused = self._was_refused and not asks
        self.merge_button.setEnabled(False)
        self.desk.runner.start(
            lambda progress: _look(services, path, progress),
            title=self.tr("Kiểm tra {name}").format(name=path.name),
            done=lambda looked: self._show_look(looked, asks=asks),
            failed=lambda error: show_error(self, error),
        )

    def merge(self) -> None:
        """Merge the package that is looked at; the receipt needs our key."""
        looked = self.looked
        if looked is None or looked.preview is None:
            return
        preview = looked.preview
        keys, runner = self.desk.services.keys, self.desk.runner
        with_keys(self, keys, runner, lambda: self._merge(preview))

    def _merge(self, preview: MergePreview) -> None:
        self._was_refused = False
        self.merge_button.setEnabled(False)
        receiving, left_out = self.desk.services.receiving, self.preview.left_out()
        self.desk.runner.start(
            lambda progress: receiving.merge(preview, progress, left_out=left_out),
            title=self.tr("Nhập gói của {name}").format(name=preview.manifest.sender.name),
            done=lambda result: self._merged(preview, *result),
            failed=self._not_merged,
        )

    def begin_anew(self) -> None:
        """Put the package aside."""
        self.looked = self._seen = None
        self.stack.setCurrentIndex(_START)

    def ask_for_package(self) -> None:
        """Ask for a package file."""
        paths = self.desk.files.sources(
            self,
            purpose="packages",
            title=self.tr("Chọn gói dữ liệu"),
            suffixes=PACKAGES,
            kind=self.tr("Gói dữ liệu"),
        )
        self.take(paths)

    def ask_for_folder(self) -> None:
        """Ask for a folder of packages."""
        files = self.desk.files
        title = self.tr("Chọn thư mục có các gói")
        folder = file_choice.ask_folder(self, title, files.folder("packages"))
        if folder is not None:
            files.remember("packages", folder)
            self.take([folder])

    def take(self, places: Sequence[Path]) -> None:
        """Look at one package closely, at several or a folder in one list."""
        if len(places) == 1 and not places[0].is_dir():
            self.look_at(places[0])
        elif places:
            self.batch.look_at(places)

    def has_packages(self, folder: Path) -> bool:
        """Say whether a folder holds packages or cards."""
        try:
            return bool(self.desk.services.package_batch.find([folder]))
        except DvkError:
            return False

    def _make_look(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._head = SectionHeader(" ", " ", role="heading")
        self._badge = badge("")
        self._head.add_action(self._badge)
        layout.addWidget(self._head)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(8)
        layout.addLayout(self._notices)
        layout.addWidget(self.preview, 1)
        self._space = QWidget()
        layout.addWidget(self._space, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(text_label(self.tr("Chưa có gì được ghi vào dữ liệu."), "muted"), 1)
        buttons.addWidget(button(self.tr("Để sau"), self.begin_anew))
        self.merge_button = button(
            self.tr("Nhập vào dữ liệu"), self.merge, icon_name="git-merge", kind="primary"
        )
        buttons.addWidget(self.merge_button)
        layout.addLayout(buttons)
        return page

    def _show_look(self, looked: Looked, *, asks: bool) -> None:
        self.looked = looked
        if asks:
            self._seen = looked.preview
        self._show_head(looked)
        clear_layout(self._notices)
        anew = replanned_notice(self._seen, looked.preview, was_refused=self._was_refused)
        if anew is not None:
            self._notices.addWidget(anew)
        for notice in self._make_notices(looked):
            self._notices.addWidget(notice)
        can_show = looked.preview is not None and _has_work(looked.preview)
        self.preview.setVisible(can_show)
        self._space.setVisible(not can_show)
        if looked.preview is not None and can_show:
            self.preview.show_preview(looked.preview)
        is_receipt = looked.manifest is not None and looked.manifest.kind is PackageKind.RECEIPT
        self.merge_button.setText(
            self.tr("Ghi nhận biên nhận") if is_receipt else self.tr("Nhập vào dữ liệu")
        )
        self.merge_button.setEnabled(looked.preview is not None and looked.is_trusted)
        self.stack.setCurrentIndex(_LOOK)
        ways = [way for error in looked.problems if (way := self._way_in(looked, error))]
        if asks and ways:
            ways[0][1]()

    def _way_in(self, looked: Looked, error: DvkError) -> tuple[str, Callable[[], None]] | None:
        return way_in(self, self.desk, looked.path, error, lambda: self.look_at(looked.path))

    def _show_head(self, looked: Looked) -> None:
        manifest = looked.manifest
        self._badge.setVisible(manifest is not None)
        if manifest is None:
            self._head.set_title(looked.path.name)
            self._head.set_subtitle(str(looked.path.parent))
            return
        title = self.tr("{kind} số {number} của {name}").format(
            kind=kind_name(manifest.kind), number=manifest.sequence, name=manifest.sender.name
        )
        self._head.set_title(title)
        text = self.tr("Ghi lúc {time}, gửi cho {recipient}. Tệp {file}.").format(
            time=when(manifest.created_at),
            recipient=manifest.recipient.name,
            file=looked.path.name,
        )
        if looked.preview is not None:
            code = self.tr("Mã đối chiếu: {code}.").format(code=looked.preview.check_code)
            text = f"{text} {code}"
        self._head.set_subtitle(text)
        self._badge.setText(
            self.tr("Nơi gửi đã tin cậy") if looked.is_trusted else self.tr("Chưa tin cậy")
        )
        tone = Tone.SUCCESS if looked.is_trusted else Tone.WARNING
        self._badge.setProperty("tone", tone.value)
        self._badge.style().unpolish(self._badge)
        self._badge.style().polish(self._badge)

    def _make_notices(self, looked: Looked) -> list[Notice]:
        notices = []
        for error in looked.problems:
            way = self._way_in(looked, error)
            title = self.tr("Không nhập được gói này (mã {code})")
            if way is not None:
                title = self.tr("Gói được mã hóa, chưa mở (mã {code})")
            tone = Tone.DANGER if way is None else Tone.WARNING
            notice = Notice(title.format(code=error.code), worded(error), tone)
            if way is not None:
                notice.add_action(*way)
            notices.append(notice)
        if looked.manifest is not None and not looked.is_trusted and not looked.problems:
            notices.append(self._untrusted(looked.manifest))
        preview = looked.preview
        if preview is None:
            return notices
        notices += [
            Notice(worded(wording), "", _tone_of(wording.template)) for wording in preview.notices
        ]
        if preview.count(MergeAction.CONFLICT):
            title = self.tr("{count} bản ghi được sửa ở cả hai nơi").format(
                count=preview.count(MergeAction.CONFLICT)
            )
            text = self.tr("Khi nhập, giá trị ở đây giữ nguyên, giá trị trong gói chờ bạn chọn.")
            notices.append(Notice(title, text, Tone.WARNING))
        if preview.manifest.kind is PackageKind.RECEIPT:
            title = self.tr("Đây là biên nhận của một gói bạn đã gửi")
            text = self.tr("Ghi nhận để biết gói đã được nhập chưa, bản ghi nào bị từ chối.")
            notices.append(Notice(title, text, Tone.ACCENT))
        elif not _has_work(preview) and not preview.notices:
            title = self.tr("Không có gì mới")
            text = self.tr("Mọi bản ghi trong gói đã có ở đây. Nhập gói không làm thay đổi gì.")
            notices.append(Notice(title, text, Tone.SUCCESS))
        return notices

    def _untrusted(self, manifest: Manifest) -> Notice:
        text = self.tr(
            "Bạn xem được gói nhưng chưa nhập được. Hãy xin tệp thẻ (.dvkcard) của {name}, nhập"
            " thẻ và so dấu vân tay qua điện thoại; gói vẫn chờ ở đây."
        )
        name = manifest.sender.name
        title = self.tr("{name} chưa được tin cậy").format(name=name)
        notice = Notice(title, text.format(name=name), Tone.WARNING)
        notice.add_action(self.tr("Nhập thẻ…"), lambda: self.section_wanted.emit(OFFICES))
        return notice

    def _merged(self, preview: MergePreview, result: MergeResult, changes: Changes) -> None:
        self.looked = None
        self.outcome.show_result(preview, result)
        self.stack.setCurrentIndex(_DONE)
        is_receipt = preview.manifest.kind is PackageKind.RECEIPT
        said = self.tr("Đã ghi nhận biên nhận.") if is_receipt else self.tr("Đã nhập gói.")
        tell(self, said, Tone.SUCCESS)
        self.desk.bus.publish(changes)

    def _not_merged(self, error: DvkError) -> None:
        # What was planned is old by now; that is no fault to be clicked away.
        self._was_refused = isinstance(error, StalePreviewError)
        if not self._was_refused:
            show_error(self, error)  # "Dừng" too comes here and is only noted below
        if self.looked is not None:
            self.look_at(self.looked.path, asks=False)


def _look(services: "Services", path: Path, progress: Progress) -> Looked:
    manifest, trusted, problems = services.receiving.inspect(path)
    if problems or manifest is None:
        return Looked(path, manifest, trusted, tuple(problems), None)
    try:
        preview = services.receiving.preview(path, progress)
    except DvkError as error:
        return Looked(path, manifest, trusted, (error,), None)
    return Looked(path, manifest, trusted, (), preview)


def _has_work(preview: MergePreview) -> bool:
    """Say whether merging would change anything."""
    return any(item.action is not MergeAction.SAME for item in preview.items)


def _tone_of(template: str) -> Tone:
    """Return how grave a notice about the sequence is."""
    return Tone.WARNING if template.startswith("Cảnh báo") else Tone.ACCENT
