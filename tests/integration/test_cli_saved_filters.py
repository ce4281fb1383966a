"""``dvk registrations --filter``: what was saved in the window, at the terminal."""

import pytest
from dvk_runner import SAMPLE, commune

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.column_condition import ColumnCondition
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationState


@pytest.fixture
def dvk(capsys, tmp_path):
    made = commune(capsys, tmp_path / "office")
    made.done("registrations", "import", SAMPLE / "02-xa-yen-phong.xlsx")
    services = open_office(made.folder)
    gone = ColumnCondition("unit_id", ("nobody",), is_excluded=True, labels=("Xã Cũ",))
    by_name = RegistrationFilter(columns=(gone,)).ordered((("name", True),))
    services.saved_filters.save("Theo tên", by_name)
    accepted = RegistrationFilter(states=(RegistrationState.ACCEPTED,))
    services.saved_filters.save("Đã tiếp nhận", accepted)
    services.close()
    return made


def test_a_saved_filter_lists_in_its_order_and_says_what_is_gone(dvk):
    document = dvk.done("registrations", "list", "--filter", "theo tên")
    everything = dvk.done("registrations", "list")

    assert document["gone"] == ["Xã Cũ"]
    assert "gone" not in everything
    shown = [row["name"] for row in document["registrations"]]
    assert sorted(shown) == sorted(row["name"] for row in everything["registrations"])
    assert shown[0] > shown[-1]
    assert "Xã Cũ" in dvk("registrations", "list", "--filter", "Theo tên").out


def test_a_saved_filter_works_with_the_other_conditions(dvk):
    listed = dvk.done("registrations", "list", "--filter", "Theo tên", "--where", "field=KT")
    everything = dvk.done("registrations", "list", "--where", "field=KT")

    assert len(listed["registrations"]) == len(everything["registrations"])
    assert dvk.done("registrations", "submit", "--filter", "Đã tiếp nhận")["submitted"] == 0


def test_an_unknown_filter_is_refused_with_those_there_are(dvk):
    run = dvk("registrations", "list", "--filter", "Khác")

    assert run.code != 0
    assert "Theo tên" in run.err
