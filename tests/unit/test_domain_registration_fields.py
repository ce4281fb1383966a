import pytest

from dvk_desktop.domain.errors import MissingFieldsError
from dvk_desktop.domain.registration_fields import (
    REQUIRED_ON_FORM,
    missing_items,
    require_items,
)

LISTED = {
    "name": "Thắp sáng đường quê",
    "unit_id": "0190",
    "sector_code": "VHXH",
    "subject_type": "collective",
    "kind": "new",
}


def test_a_line_of_a_list_is_enough():
    assert missing_items(LISTED) == ()


def test_the_full_form_asks_for_the_nine_items():
    assert missing_items(LISTED, REQUIRED_ON_FORM) == REQUIRED_ON_FORM[5:]


@pytest.mark.parametrize("empty", [None, "", " \n "])
def test_blank_is_missing(empty):
    assert missing_items({**LISTED, "name": empty}) == ("name",)


def test_a_refusal_names_every_missing_item():
    with pytest.raises(MissingFieldsError) as refusal:
        require_items({"unit_id": "0190", "kind": "new"})
    assert refusal.value.fields == ("name", "sector_code", "subject_type")
    assert "Tên mô hình, Lĩnh vực, Đối tượng" in str(refusal.value)
