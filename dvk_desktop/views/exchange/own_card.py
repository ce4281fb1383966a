"""Our own card: digits to read out, the QR code, and what is done with it (thẻ của mình)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.services.exchange.key_renewal import KeyState
from dvk_desktop.views.exchange.desk import Desk, clear_layout
from dvk_desktop.views.exchange.fingerprint import FingerprintLabel
from dvk_desktop.views.exchange.qr_square import QrSquare
from dvk_desktop.views.messages import tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.passphrase_dialog import with_keys
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.notice import Notice


class OwnCard(Card):
    """Shows who we are to others; says so when the keys are not here (thẻ của văn phòng này)."""

    card_wanted = Signal()
    paper_wanted = Signal()
    renewal_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", " ", parent)
        self._desk = desk
        self._is_read = False
        self._drawn: tuple[object, ...] = ()
        self.fingerprint = FingerprintLabel(per_line=4)
        self.square = QrSquare()
        self.show_square = button(self.tr("Mở khóa để hiện mã QR…"), self._unlock, kind="link")
        self._notices = QVBoxLayout()
        self.body.addLayout(self._notices)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(self._make_digits(), 1)
        right = QVBoxLayout()
        right.addWidget(self.square)
        right.addWidget(self.show_square)
        right.addStretch(1)
        row.addLayout(right)
        self.body.addLayout(row)

    def refresh(self) -> None:
        """Read name and digits again; the code follows when the card is seen."""
        office = self._desk.services.office.office()
        self.header.set_title(f"{office.name} ({office.code})")
        self.header.set_subtitle(
            self.tr("Thẻ giúp nơi khác nhận ra gói do văn phòng này gửi; thẻ không chứa bí mật.")
        )
        self.fingerprint.show_fingerprint(self._desk.services.trust.fingerprint())
        self._is_read = False
        if self.isVisible():
            self.read_keys()

    def read_keys(self) -> None:
        """Look whether the keys are here and draw the code; once until something changes."""
        if self._is_read:
            return
        self._is_read = True
        clear_layout(self._notices)
        services = self._desk.services
        state = services.key_renewal.state()
        is_sound = state is KeyState.SOUND
        is_locked = services.keys.is_locked
        self.show_square.setVisible(is_sound and is_locked)
        self.square.setVisible(is_sound and not is_locked)
        for each in self._need_keys:
            each.setEnabled(is_sound)
        if not is_sound:
            self._notices.addWidget(self._lost(worded(state.label)))
        elif not is_locked:
            self._draw()

    def show_renewed(self) -> None:
        """Say what is to be done after the keys were renewed."""
        known = [row.name for row in self._desk.services.trust.offices() if row.is_trusted]
        text = self.tr(
            "Ghi thẻ mới, gửi cho từng văn phòng vẫn trao đổi ({names}), rồi gọi điện để họ nghe và"
            " gõ 16 nhóm số dưới đây. Xong, gửi lại các gói họ chưa nhập."
        )
        names = ", ".join(known) or self.tr("chưa có văn phòng nào")
        notice = Notice(self.tr("Đã lập khóa mới"), text.format(names=names), Tone.SUCCESS)
        notice.add_action(self.tr("Ghi thẻ mới…"), self.card_wanted.emit, kind="primary")
        self._notices.addWidget(notice)

    def _make_digits(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(text_label(self.tr("Dấu vân tay để đọc qua điện thoại"), "label"))
        left.addWidget(self.fingerprint)
        self.card_button = button(
            self.tr("Ghi thẻ thành tệp…"), self.card_wanted.emit, icon_name="file-export"
        )
        self.paper_button = button(
            self.tr("In thẻ ra một trang…"), self.paper_wanted.emit, icon_name="printer"
        )
        copy = button(self.tr("Sao chép dấu vân tay"), self._copy, icon_name="copy")
        self.renew_button = button(
            self.tr("Máy bị mất hoặc hỏng…"), self.renewal_wanted.emit, icon_name="key"
        )
        self._need_keys = (self.card_button, self.paper_button)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, each in enumerate(
            (self.card_button, self.paper_button, copy, self.renew_button)
        ):
            grid.addWidget(each, place // 2, place % 2)
        grid.setColumnStretch(2, 1)
        left.addLayout(grid)
        left.addStretch(1)
        left.setAlignment(Qt.AlignmentFlag.AlignTop)
        return left

    def _lost(self, state: str) -> Notice:
        text = self.tr(
            "Chưa ký được thẻ và gói. Nếu còn bản sao lưu có khóa, hãy khôi phục bản đó. Nếu không,"
            " hãy lập khóa mới: văn phòng vẫn là văn phòng cũ, các nơi khác xác nhận lại thẻ."
        )
        notice = Notice(state, text, Tone.DANGER)
        notice.add_action(self.tr("Lập khóa mới…"), self.renewal_wanted.emit, kind="primary")
        return notice

    def _draw(self) -> None:
        wanted = (self._desk.services.office.office(), self.fingerprint.text())
        if self._drawn == wanted:
            return
        try:
            self.square.show_rows(self._desk.services.trust.own_card_squares())
            self._drawn = wanted
        except DvkError as error:
            self.square.hide()
            self._notices.addWidget(Notice(worded(error), "", Tone.WARNING))

    def _unlock(self) -> None:
        def go_on() -> None:
            self._is_read = False
            self.read_keys()

        with_keys(self, self._desk.services.keys, self._desk.runner, go_on)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.fingerprint.text())
        tell(self, self.tr("Đã sao chép dấu vân tay."))
