"""What is said, in which words, and what happens on a fault."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from dvk_desktop.domain.catalogue import load_catalogue
from dvk_desktop.domain.errors import Cancelled, NotFoundError
from dvk_desktop.views.crash_dialog import CrashDialog, CrashHook
from dvk_desktop.views.messages import Box, confirm, inform, make_box, show_error
from dvk_desktop.views.palettes import Tone


def test_error_speaks_its_own_sentence(boxes):
    show_error(None, NotFoundError(what="đơn vị", key="x"))
    text = "Không tìm thấy đơn vị “x”. Hãy kiểm tra lại rồi thử lại."
    assert boxes == [Box("Chưa làm được", text, details="NOT_FOUND", tone=Tone.WARNING)]


def test_a_stop_that_was_asked_for_opens_no_box(qtbot, boxes):
    parent = QWidget()
    qtbot.addWidget(parent)
    show_error(parent, Cancelled())
    assert boxes == []


def test_questions_have_verbs_on_their_buttons(qtbot):
    box = make_box(None, Box("Xoá?", "Mất hẳn.", action="Xoá 3 đăng ký", tone=Tone.DANGER))
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"Xoá 3 đăng ký", "Hủy"}
    assert box.defaultButton().text() == "Hủy"
    assert box.escapeButton().text() == "Hủy"


def test_notice_has_one_button(qtbot):
    box = make_box(None, Box("Xong", "Đã ghi."))
    qtbot.addWidget(box)
    assert [button.text() for button in box.buttons()] == ["Đã hiểu"]


def test_confirm_and_inform_answer(boxes):
    assert confirm(None, "Xoá?", "Mất hẳn.", "Xoá")
    inform(None, "Xong", "Đã ghi.")
    assert [box.title for box in boxes] == ["Xoá?", "Xong"]


def test_buttons_of_qt_speak_vietnamese(qtbot):
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save
    )
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"Lưu", "Hủy"}
    question = QMessageBox()
    qtbot.addWidget(question)
    assert question.addButton(QMessageBox.StandardButton.Close).text() == "Đóng"


def test_crash_dialog_gives_details_and_log(qtbot):
    dialog = CrashDialog("dòng lỗi", Path("nhat-ky.log"))
    qtbot.addWidget(dialog)
    assert dialog.ui.details_edit.toPlainText() == "dòng lỗi"
    assert "nhat-ky.log" in dialog.ui.log_label.text()


@pytest.mark.parametrize(("goes_on", "left"), [(True, []), (False, ["left"])])
def test_crash_hook_logs_shows_and_obeys(caplog, goes_on, left):
    shown, gone = [], []

    def show(details, log_file):
        shown.append(details.splitlines()[-1])
        # A fault while the dialog is open is only logged.
        hook(RuntimeError, RuntimeError("inner"), None)
        return goes_on

    hook = CrashHook(Path("log"), show=show, leave=lambda: gone.append("left"))
    hook(ValueError, ValueError("outer"), None)
    assert shown == ["ValueError: outer"]
    assert gone == left
    assert [record.exc_info[0] for record in caplog.records] == [ValueError, RuntimeError]


def test_crash_hook_installs_itself(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = CrashHook(Path("log"))
    hook.install()
    assert sys.excepthook is hook


def test_catalogue_joins_files_and_keeps_unknown_sentences(tmp_path):
    (tmp_path / "a.json").write_text('{"Đã lưu.": "Saved.", "Xoá": "Remove"}', encoding="utf-8")
    (tmp_path / "b.json").write_text('{"Xoá": "Delete"}', encoding="utf-8")
    translate = load_catalogue(tmp_path)
    assert [translate(t) for t in ("Đã lưu.", "Xoá", "Mới")] == ["Saved.", "Delete", "Mới"]
    assert load_catalogue(tmp_path / "missing")("Xoá") == "Xoá"


def test_window_and_sentences_have_their_english():
    """In a program of its own: a language is chosen once."""
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from dvk_desktop.views.palettes import Scheme\n"
        "from dvk_desktop.views.translation import install_language, worded\n"
        "from dvk_desktop.views.widgets.top_bar import TopBar\n"
        "application = QApplication([])\n"
        "install_language(application, 'en')\n"
        "print(TopBar().campaign_combo.accessibleName(), worded(Scheme.DARK.label))\n"
        "print(worded('Không có trong danh mục'))\n"
    )
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, encoding="utf-8"
    )
    assert result.stdout.splitlines() == ["Campaign Dark", "Không có trong danh mục"]
