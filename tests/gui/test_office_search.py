"""Ctrl+K looks through all that an office has, in groups, and each result leads there."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from year_steps import opened_year

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.views.certificates.page import CertificatesPage
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.frame.office_search import make_searcher
from dvk_desktop.views.recognition.page import RecognitionPage
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.global_search import GlobalSearch, Searcher, SearchHit

K = Qt.Key


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A campaign with a signed decision and its certificates, which tests only read."""
    with opened_year(tmp_path_factory.mktemp("year")) as made:
        for step in (made.accept, made.self_score, made.council_score, made.vote):
            step()
        made.decision_id = made.draft()
        made.sign(made.decision_id)
        made.services.certificates.issue(made.decision_id)
        yield made


@pytest.fixture
def searcher(year: Any) -> Searcher:
    return make_searcher(year.services, lambda: year.campaign_id)


def groups(hits: list[SearchHit]) -> list[str]:
    return list(dict.fromkeys(hit.group for hit in hits))


@pytest.mark.parametrize("typed", ["15", "ve viec cong nhan", "Về việc", "công nhận"])
def test_decisions_are_found_by_number_and_title(year: Any, searcher: Searcher, typed: str):
    found = [hit for hit in searcher(typed) if hit.group == "Quyết định"]
    assert [hit.record_id for hit in found] == [year.decision_id]
    assert found[0].page_key == "recognition"


def test_accents_that_are_typed_are_meant(searcher: Searcher):
    assert "Quyết định" not in groups(list(searcher("cổng nhận")))


def test_a_decision_is_found_by_a_name_in_it(year: Any, searcher: Searcher):
    hits = list(searcher("mo hinh so 3"))
    assert groups(hits) == ["Đăng ký", "Quyết định"]
    assert hits[-1].detail == "có mô hình “Mô hình số 3”"


def test_a_certificate_is_found_by_its_number(year: Any, searcher: Searcher):
    found = [hit for hit in searcher("7") if hit.group == "Giấy chứng nhận"]
    assert [(hit.record_id, hit.text[:5]) for hit in found] == [(year.decision_id, "Số 7 ")]


@pytest.mark.parametrize("typed", ["%", '"', "1" * 40, "٣", "''", " "])
def test_odd_texts_are_just_texts(searcher: Searcher, typed: str):
    assert [hit for hit in searcher(typed) if hit.group == "Giấy chứng nhận"] == []


def test_another_campaign_has_none(year: Any):
    searcher = make_searcher(year.services, lambda: "other")
    assert groups(list(searcher("xa so 1"))) == ["Đơn vị"]


def test_results_stand_under_headings_and_keys_pass_over_these(
    qtbot: QtBot, searcher: Searcher
) -> None:
    box = GlobalSearch("Tìm")
    box.set_searcher(searcher)
    qtbot.addWidget(box)
    box.show()
    box.setText("số 3")
    qtbot.keyClick(box, K.Key_Return)
    results = box.findChild(QListWidget, "search_results")
    texts = [results.item(row).text() for row in range(results.count())]
    assert [text for text in texts if "số 3" not in text] == ["Đăng ký", "Quyết định", "Đơn vị"]
    seen = []
    for _ in box.hits():
        seen.append(results.currentItem().text())
        qtbot.keyClick(box, K.Key_Down)
    assert seen == [text for text in texts if "số 3" in text]
    with qtbot.waitSignal(box.opened) as told:
        qtbot.keyClick(box, K.Key_Return)
    assert told.args[0].page_key == "units"


def test_pages_go_to_what_was_found(
    qtbot: QtBot, year: Any, runner: TaskRunner, bus: ChangeBus
) -> None:
    recognition = RecognitionPage(year.services, runner, bus)
    certificates = CertificatesPage(year.services, runner, bus)
    for page in (recognition, certificates):
        qtbot.addWidget(page)
        page.show_campaign(year.campaign_id)
        page.refresh(EVERYTHING)
        page.show_record(year.decision_id)
    assert recognition.tabs.currentWidget() is recognition.decisions
    assert certificates.decision_combo.currentData() == year.decision_id
    runner.stop()
