"""``dvk registrations``: the units that join in and the sites, listed, filtered, exported."""

from dataclasses import replace

import openpyxl
import pytest
from dvk_runner import district

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.records.site import SiteDraft


@pytest.fixture
def dvk(capsys, tmp_path):
    """A district in which one model is run by two communes at two sites."""
    made = district(capsys, tmp_path / "office")
    services = open_office(made.folder)
    unit = services.units.by_code("X13").id
    other = services.units.by_code("X01").id
    campaign = services.campaigns.of_year(2017).id
    draft = RegistrationDraft(unit, "Đường hoa liên xã", co_unit_ids=(other,))
    joint, _ = services.registrations.register(campaign, draft)
    services.registrations.register(campaign, replace(draft, name="Một mình", co_unit_ids=()))
    sites = [SiteDraft("Thôn 1", "Cầu", other, 2, 85, "Ghi chú"), SiteDraft("Thôn 2")]
    services.sites.save(joint, sites)
    services.close()
    return made


def listed(dvk, *words):
    return dvk.done("registrations", "list", *words)["registrations"]


def test_list_gives_the_codes_of_units_and_every_site(dvk):
    found = {row["name"]: row for row in listed(dvk)}
    joint, alone = found["Đường hoa liên xã"], found["Một mình"]
    assert (joint["unit_code"], joint["co_units"]) == ("X13", ["X01"])
    assert (alone["co_units"], alone["sites"]) == ([], [])
    first, second = joint["sites"]
    del first["id"]
    assert first == {
        "name": "Thôn 1",
        "address": "Cầu",
        "unit_code": "X01",
        "groups": 2,
        "households": 85,
        "note": "Ghi chú",
    }
    assert (second["name"], second["unit_code"], second["groups"]) == ("Thôn 2", None, None)


def test_the_unit_that_joins_in_finds_it(dvk):
    assert [row["name"] for row in listed(dvk, "--unit", "X01")] == ["Đường hoa liên xã"]
    assert len(listed(dvk, "--unit", "X13")) == 2
    assert [row["name"] for row in listed(dvk, "--where", "co_units=X01")] == ["Đường hoa liên xã"]
    assert listed(dvk, "--where", "co_units=X02") == []


def test_a_unit_counts_what_it_leads(dvk):
    assert dvk.done("units", "show", "X13")["registrations"] == 2
    assert dvk.done("units", "show", "X01")["registrations"] == 0


def test_export_has_a_column_for_each(dvk, tmp_path):
    path = tmp_path / "danh-sach.xlsx"
    dvk.done("registrations", "export", path)
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    head = next(row for row in rows if row and "Đơn vị phối hợp" in row)
    joint = next(row for row in rows if row and "Đường hoa liên xã" in row)
    said = dict(zip(head, joint, strict=True))
    assert said["Đơn vị phối hợp"]
    assert said["Số điểm mô hình"] == 2


def test_undo_takes_the_sites_back(dvk):
    services = open_office(dvk.folder)
    last = services.history.last_undoable()
    services.close()
    dvk.done("registrations", "undo", last.id)
    assert {row["name"]: row["sites"] for row in listed(dvk)}["Đường hoa liên xã"] == []
