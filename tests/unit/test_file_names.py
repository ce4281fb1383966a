"""Names of files made of what people and packages say."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.attachments import name_of_parts


@given(st.text(max_size=40))
def test_a_code_never_leads_out_of_the_folder(code: str) -> None:
    name = name_of_parts("bien-nhan", code, "0007.dvk")

    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert name.startswith("bien-nhan")
    assert name.endswith("0007.dvk")


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("X13", "bien-nhan-X13-0007.dvk"),
        ("XA/01", "bien-nhan-XA_01-0007.dvk"),
        ("x/../../keys", "bien-nhan-x_.._.._keys-0007.dvk"),
        ("", "bien-nhan-0007.dvk"),
    ],
)
def test_codes_stay_readable(code: str, name: str) -> None:
    assert name_of_parts("bien-nhan", code, "0007.dvk") == name
