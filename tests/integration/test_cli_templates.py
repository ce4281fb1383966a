"""dvk registrations template and duplicates, end to end."""

import json

import pytest
from template_office import fill, shown

from dvk_desktop.cli.main import main
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.services.services import Services

NEW = {"name": "Đường hoa", "sector_code": "Phát triển kinh tế", "kind": "Đăng ký mới"}


@pytest.fixture
def dvk(services: Services, commune, campaign, folder, capsys):
    """Run one command on the office of the commune; returns its code and document."""

    def _dvk(*arguments):
        code = main(["--data", str(folder), "--json", "registrations", *map(str, arguments)])
        return code, json.loads(capsys.readouterr().out)

    return _dvk


def test_template_goes_out_and_comes_back(dvk, tmp_path):
    path = tmp_path / "mau.xlsx"
    code, document = dvk("template", path, "--unit", "YM-KD")
    assert (code, document["unit"], document["year"]) == (0, "Xã Khánh Dương", 2017)
    assert shown(path) == []

    fill(path, {0: {**NEW, "subject_type": "Tập thể"}})
    code, document = dvk("import", path)
    (file,) = document["files"]
    assert (code, file["unit_code"], file["new"], file["problems"]) == (0, "YM-KD", 1, [])


def test_duplicates_say_why(dvk, services, campaign, commune):
    for name in ("Ngôi nhà xanh", "Ngôi nhà xanh hy vọng"):
        services.registrations.register(campaign.id, RegistrationDraft(commune, name))
    code, document = dvk("duplicates")
    (group,) = document["groups"]

    assert (code, group["reason"], group["suspicious"]) == (0, "contained", True)
    assert group["message"] == "Tên này nằm trọn trong tên kia, trong cùng một đơn vị"
    assert [row["name"] for row in group["registrations"]] == [
        "Ngôi nhà xanh",
        "Ngôi nhà xanh hy vọng",
    ]


def test_a_template_needs_a_unit_and_xlsx(dvk, folder, capsys, tmp_path):
    assert main(["--data", str(folder), "registrations", "template", "a.xlsx"]) == 2
    capsys.readouterr()
    code, document = dvk("template", tmp_path / "mau.ods", "--unit", "YM-KD")

    assert (code, document["errors"][0]["code"]) == (3, "TEMPLATE_FORMAT")
