"""The round of a template: written, filled in, planned, taken in."""

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook
from template_office import fill, shown

from dvk_desktop.domain.records.intake import PlannedAction
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.safe_files import FolderMissingError
from dvk_desktop.services.intake.templates import TemplateFormatError

KEPT = {
    "sector_code": "KT",
    "subject_type": SubjectType.COLLECTIVE,
    "kind": RegistrationKind.NEW,
}
NEW_ROW = {
    "name": "Ao cá khuyến học",
    "sector_code": "Văn hóa - xã hội",
    "subject_type": "Tập thể",
    "kind": "Đăng ký mới",
    "target_level": "Huyện",
    "registered_on": date(2018, 3, 5),
    "people_count": 40,
    "cost": 18.5,
    "content": "Nuôi cá\nGây quỹ",
}


@pytest.fixture
def next_year(services, campaign):
    return services.campaigns.create(2018, like=2017)[0]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mau dang ky.xlsx"


@pytest.fixture
def plan(services, next_year):
    """Plan one file for 2018; returns its only file."""

    def _plan(path, campaign_id=next_year, **options):
        return services.intake.plan([path], campaign_id, **options).files[0]

    return _plan


def actions(file):
    return [(item.draft.name, item.action.value, item.fields) for item in file.items]


def problem_codes(file):
    return [(problem.code, problem.row) for problem in file.problems]


def test_last_years_models_are_filled_in_to_be_maintained(
    services, next_year, commune, register, path
):
    register("Thắp sáng đường quê", content="Lắp đèn", cost=5_000_000, **KEPT)
    written = services.templates.write(commune, next_year, path)

    assert (written.registered, written.continued) == (0, 1)
    (row,) = shown(path)
    assert row.pop("id").startswith("m:")
    assert row == {
        "ordinal": 1,
        "name": "Thắp sáng đường quê",
        "content": "Lắp đèn",
        "sector_code": "Phát triển kinh tế",
        "subject_type": "Tập thể",
        "kind": "Duy trì",
    }


def test_return_tells_maintained_new_and_edited_apart(
    services, next_year, commune, register, path, plan
):
    register("Thắp sáng đường quê", **KEPT)
    services.templates.write(commune, next_year, path)
    file = plan(fill(path, {4: NEW_ROW}))

    assert (file.is_template, file.unit_name, file.problems) == (True, "Xã Khánh Dương", ())
    assert actions(file) == [("Thắp sáng đường quê", "new", ()), ("Ao cá khuyến học", "new", ())]
    assert [item.draft.exemplar_id is None for item in file.items] == [False, True]


def test_applied_return_continues_the_model(services, next_year, commune, register, path):
    first = register("Thắp sáng đường quê", **KEPT)
    services.templates.write(commune, next_year, path)
    fill(path, {0: {"name": "Thắp sáng đường quê kiểu mẫu"}, 4: NEW_ROW})
    services.intake.apply(services.intake.plan([path], next_year))
    rows = services.registrations.rows(RegistrationFilter(campaign_id=next_year))
    details = {row.name: services.registrations.detail(row.id).draft for row in rows}

    renamed = details["Thắp sáng đường quê kiểu mẫu"]
    assert renamed.exemplar_id == services.registrations.detail(first).draft.exemplar_id
    assert renamed.kind is RegistrationKind.MAINTAIN
    new = details["Ao cá khuyến học"]
    assert (new.cost, new.people_count, new.target_level) == (18_500_000, 40, "district")
    assert (new.registered_on, new.content) == (date(2018, 3, 5), "Nuôi cá\nGây quỹ")


def test_second_return_of_the_same_file_changes_nothing(
    services, next_year, commune, register, path, plan
):
    register("Thắp sáng đường quê", **KEPT)
    services.templates.write(commune, next_year, path)
    fill(path, {4: NEW_ROW})
    services.intake.apply(services.intake.plan([path], next_year))

    assert [action for _, action, _ in actions(plan(path))] == ["same", "same"]


def test_edits_find_their_registration_by_id(services, campaign, commune, register, path, plan):
    record = register("Thắp sáng đường quê", cost=18_500_000, work_days=Decimal("7.5"), **KEPT)
    services.templates.write(commune, campaign.id, path)
    changes = {"name": "Thắp sáng đường quê em", "contact_phone": "0912345678"}
    file = plan(fill(path, {0: changes}), campaign.id)

    (item,) = file.items
    assert (item.registration_id, item.action) == (record, PlannedAction.CHANGED)
    assert item.fields == ("contact_phone", "name")
    assert problem_codes(file) == [("ROW_NAME_CHANGED", 7)]


def test_untouched_template_is_the_same(services, campaign, commune, register, path, plan):
    register("Một", cost=12_345_678, registered_on=date(2017, 2, 1), note="Ghi\nchú", **KEPT)
    register("Hai", land_area=Decimal("0.5"), target_level="province", lead_body="=Chi bộ 1")
    services.templates.write(commune, campaign.id, path)

    assert [action for _, action, _ in actions(plan(path, campaign.id))] == ["same", "same"]


def test_emptied_rows_and_cells_delete_nothing(services, campaign, commune, register, path, plan):
    register("Một", address="Thôn 1", **KEPT)
    record = register("Hai", address="Thôn 2", **KEPT)
    services.templates.write(commune, campaign.id, path)
    empty = dict.fromkeys(("name", "address", "sector_code", "subject_type", "kind"))
    file = plan(fill(path, {0: empty, 1: {"address": None}}), campaign.id)

    assert [(item.registration_id, item.action) for item in file.items] == [
        (record, PlannedAction.SAME)
    ]
    assert problem_codes(file) == [("ROW_EMPTIED", 7)]


def test_a_new_model_written_over_an_old_row_is_new(
    services, next_year, commune, register, path, plan
):
    register("Thắp sáng đường quê", **KEPT)
    services.templates.write(commune, next_year, path)
    file = plan(fill(path, {0: NEW_ROW}))

    assert file.items[0].draft.exemplar_id is None
    assert problem_codes(file) == [("ROW_REPLACED", 7)]


def test_what_is_past_correcting_is_set_aside(services, campaign, commune, register, path, plan):
    record = register("Thắp sáng đường quê", **KEPT)
    services.templates.write(commune, campaign.id, path)
    for action in (RegistrationAction.SUBMIT, RegistrationAction.ACCEPT):
        services.registrations.step([record], action)
    services.registrations.step([record], RegistrationAction.SELF_SCORE)
    file = plan(fill(path, {0: {"address": "Thôn 1"}}), campaign.id)

    assert actions(file) == [("Thắp sáng đường quê", "set_aside", ())]
    assert problem_codes(file) == [("REGISTRATION_CLOSED", 7)]


def test_a_returned_registration_takes_only_what_was_asked_for(
    services, campaign, commune, register, path, plan
):
    record = register("Thắp sáng đường quê", **KEPT)
    services.registrations.step([record], RegistrationAction.SUBMIT)
    step = {"note": "Ghi rõ nơi làm", "fields": ["address"]}
    services.registrations.step([record], RegistrationAction.RETURN, **step)
    services.templates.write(commune, campaign.id, path)
    file = plan(fill(path, {0: {"address": "Thôn 1", "lead_body": "Chi bộ"}}), campaign.id)

    assert actions(file) == [("Thắp sáng đường quê", "changed", ("address",))]
    assert problem_codes(file) == [("ITEM_NOT_OPEN", 7)]


def test_two_copies_of_one_template_are_told(services, next_year, commune, register, path):
    register("Thắp sáng đường quê", **KEPT)
    services.templates.write(commune, next_year, path)
    copy = fill(path, {}, path.with_name("ban sao.xlsx"))
    first, second = services.intake.plan([path, copy], next_year).files

    assert [first.items[0].action.value, second.items[0].action.value] == ["new", "set_aside"]
    assert problem_codes(second) == [("ROW_TWICE", 7)]


def test_template_of_another_unit_or_year_takes_nothing(
    services, campaign, next_year, office, commune, register, path, plan
):
    register("Thắp sáng đường quê", **KEPT)
    other = services.units.save(UnitDraft("YM-KT", "Xã Khánh Thịnh", "commune", office.unit_id))[0]
    services.templates.write(commune, next_year, path)

    assert problem_codes(plan(path, unit_id=other)) == [("TEMPLATE_OTHER_UNIT", None)]
    assert problem_codes(plan(path, campaign.id)) == [("TEMPLATE_OTHER_YEAR", None)]
    assert plan(path, campaign.id).count(PlannedAction.SET_ASIDE) == 1


def test_removed_registration_does_not_come_back(services, campaign, commune, register, path, plan):
    record = register("Thắp sáng đường quê", **KEPT)
    services.templates.write(commune, campaign.id, path)
    services.registrations.remove([record])
    file = plan(path, campaign.id)

    assert actions(file) == [("Thắp sáng đường quê", "set_aside", ())]
    assert problem_codes(file) == [("REGISTRATION_GONE", 7)]


def test_merged_and_registered_models_are_not_offered(services, next_year, commune, register, path):
    keep, merged = register("Thắp sáng đường quê", **KEPT), register("Đường quê", **KEPT)
    services.duplicates.merge(keep, [merged])
    services.templates.write(commune, next_year, path)
    services.intake.apply(services.intake.plan([path], next_year))
    written = services.templates.write(commune, next_year, path)

    assert (written.registered, written.continued) == (1, 0)
    assert services.registrations.detail(merged).state is RegistrationState.MERGED


def test_columns_of_another_form_go_into_the_note_once(
    services, campaign, commune, register, path, plan
):
    register("Thắp sáng đường quê", note="Cũ", **KEPT)
    services.templates.write(commune, campaign.id, path)
    _add_column(path, "Tổ dân phố", "Tổ 3")
    assert plan(path, campaign.id).items[0].draft.note == "Cũ\nTổ dân phố: Tổ 3"

    services.intake.apply(services.intake.plan([path], campaign.id))
    assert [action for _, action, _ in actions(plan(path, campaign.id))] == ["same"]


def _add_column(path, header, value):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    place = sheet.max_column + 1
    sheet.cell(5, place, header)
    sheet.cell(7, place, value)
    book.save(path)


def test_only_xlsx_and_only_where_there_is_a_folder(services, campaign, commune, tmp_path):
    with pytest.raises(TemplateFormatError):
        services.templates.write(commune, campaign.id, tmp_path / "mau.xls")
    with pytest.raises(FolderMissingError):
        services.templates.write(commune, campaign.id, tmp_path / "usb" / "mau.xlsx")
    assert list(tmp_path.glob("*.xls*")) == []


@pytest.mark.parametrize("is_template_first", [True, False])
def test_a_template_and_an_older_list_of_one_model_make_no_double(
    services, campaign, commune, register, path, is_template_first
):
    register("Thắp sáng đường quê", **KEPT)
    services.templates.write(commune, campaign.id, path)
    template = fill(path, {0: {"address": "Thôn 1"}})
    book = Workbook()
    for row in (["STT", "Tên mô hình", "Lĩnh vực"], [1, "Thắp sáng đường quê", "Kinh tế"]):
        book.active.append(row)
    listed = path.with_name("xa khanh duong.xlsx")
    book.save(listed)
    paths = [template, listed] if is_template_first else [listed, template]
    first, second = services.intake.plan(paths, campaign.id, unit_id=commune).files

    assert first.items[0].action is not PlannedAction.NEW
    assert second.items[0].action is PlannedAction.SET_ASIDE
    assert "ROW_TWICE" in [code for code, _ in problem_codes(second)]
