"""What was returned opens only the items that were named, whichever way one tries."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from dvk_runner import SAMPLE, commune

from dvk_desktop.domain.records.campaign import CampaignRow
from dvk_desktop.domain.records.registration_grid import CellEdit
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.registration_states import RegistrationAction, changeable
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.services.registrations.registrations import FieldClosedError
from dvk_desktop.services.services import Services

A, S = RegistrationAction, RegistrationState
FILE = SAMPLE / "02-xa-yen-phong.xlsx"


@pytest.fixture
def returned(services: Services, register: Callable[..., str]) -> str:
    """A registration that was returned for its address alone."""
    made = register(
        "Đường hoa",
        sector_code="KT",
        subject_type=SubjectType.COLLECTIVE,
        kind=RegistrationKind.NEW,
    )
    services.registrations.step([made], A.SUBMIT)
    services.registrations.step([made], A.RETURN, note="Ghi rõ thôn", fields=("address",))
    return made


def test_the_form_may_change_only_what_was_named(services: Services, returned: str) -> None:
    draft = services.registrations.detail(returned).draft
    with pytest.raises(FieldClosedError):
        services.registrations.correct(returned, replace(draft, name="Tên khác", address="Thôn 1"))
    services.registrations.correct(returned, replace(draft, address="Thôn 1"))
    found = services.registrations.detail(returned).draft
    assert (found.name, found.address) == ("Đường hoa", "Thôn 1")


@pytest.mark.parametrize("field", sorted(set(FIELD_LABELS) - {"address"}))
def test_each_other_cell_is_refused(services: Services, returned: str, field: str) -> None:
    before = services.registrations.detail(returned).draft
    result = services.registration_cells.edit_cells(
        [CellEdit(returned, field, "khác"), CellEdit(returned, "address", "Thôn 1")]
    )
    assert [one.error.code for one in result.refusals] == ["FIELD_CLOSED"]
    assert services.registrations.detail(returned).draft == replace(before, address="Thôn 1")


def test_the_kind_is_not_changed_by_a_decision_on_duplicates(
    services: Services, returned: str, register: Callable[..., str]
) -> None:
    source = register("Đường hoa mẫu")
    before = services.registrations.detail(returned).draft
    with pytest.raises(FieldClosedError):
        services.duplicates.replicate_of(returned, source)
    assert services.registrations.detail(returned).draft == before


def test_a_file_changes_only_what_was_named(
    services: Services, returned: str, campaign: CampaignRow, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.active.append(("TT", "Tên mô hình", "Lĩnh vực", "Địa chỉ", "Nội dung"))
    book.active.append((1, "Đường hoa", "Phát triển kinh tế", "Thôn 2", "Nội dung khác"))
    book.save(tmp_path / "list.xlsx")
    before = services.registrations.detail(returned).draft
    plan = services.intake.plan([tmp_path / "list.xlsx"], campaign.id, unit_id=before.unit_id)
    services.intake.apply(plan)
    after = services.registrations.detail(returned).draft
    assert after == replace(before, address=after.address)
    assert after.address == "Thôn 2"


def test_a_file_of_the_command_line_changes_only_what_was_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    dvk = commune(capsys, tmp_path / "office")
    dvk.done("registrations", "import", FILE)
    ids = dvk.done("registrations", "submit")["ids"]
    dvk.done("registrations", "step", "return", ids[0], "--note", "Ghi rõ", "--field", "goals")
    row = next(r for r in dvk.done("registrations", "list")["registrations"] if r["id"] == ids[0])
    book = openpyxl.Workbook()
    book.active.append(("TT", "Tên mô hình", "Lĩnh vực", "Địa chỉ", "Mục tiêu"))
    book.active.append((1, row["name"], "Quốc phòng - an ninh", "Thôn khác", "Mục tiêu mới"))
    book.save(tmp_path / "again.xlsx")
    run = dvk("registrations", "import", tmp_path / "again.xlsx", "--unit", "X13", "--json")
    assert run.document["files"][0]["changed"] == 1, run
    rows = dvk.done("registrations", "list")["registrations"]
    after = next(one for one in rows if one["id"] == ids[0])
    assert after["goals"] == "Mục tiêu mới"
    assert {**after, "goals": ""} == {**row, "goals": ""}


@pytest.mark.parametrize("state", list(S))
def test_items_are_open_by_state(state: RegistrationState) -> None:
    named = changeable(state, ("address",))
    if state is S.RETURNED:
        assert named == {"address"}
    else:
        can = state in {S.DRAFT, S.SUBMITTED, S.ACCEPTED, S.IN_PROGRESS}
        assert ("name" in named, "address" in named) == (can, can)
