import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.vietnamese.names import (
    model_name_key,
    person_given_name,
    strip_model_prefix,
    unit_key,
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Mô hình “Dân vận khéo” - Ngôi nhà xanh", "ngôi nhà xanh"),
        ("MÔ HÌNH: TRỒNG HOA XOÁ TỤ ĐIỂM RÁC", "trồng hoa xoá tụ điểm rác"),
        ("Trồng hoa xóa tụ điểm rác", "trồng hoa xoá tụ điểm rác"),
        ("Khéo vận động nhân dân hiến đất", "nhân dân hiến đất"),
        ("Vườn - ao – chuồng (VACR)", "vườn ao chuồng vacr"),
        ("Dân vận khéo", "dân vận khéo"),
        ("", ""),
    ],
)
def test_key_of_a_model(name, key):
    assert model_name_key(name) == key


@given(st.text(alphabet="mô hình dân vận khéo “”-: a"))
def test_key_of_a_key_is_the_key(name):
    assert model_name_key(model_name_key(name)) == model_name_key(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Mô hình “Thuận Tân Hội quán”", "Thuận Tân Hội quán"),
        ("MÔ HÌNH: “3 sạch”", "3 sạch"),
        ("Mô hình: trồng rau sạch", "Trồng rau sạch"),
        ('"15 phút Chủ nhật xanh"', "15 phút Chủ nhật xanh"),
        ("Mô hình “Tổ “3 rõ””", "Tổ “3 rõ”"),
        ('Tổ tuyên truyền "3 rõ, 4 tốt"', 'Tổ tuyên truyền "3 rõ, 4 tốt"'),
        ('Mô hình "3 rõ" và "4 tốt"', '"3 rõ" và "4 tốt"'),
        ("“Nhà sạch” và “vườn đẹp”", "“Nhà sạch” và “vườn đẹp”"),
        ("Khéo vận động nhân dân hiến đất", "Khéo vận động nhân dân hiến đất"),
        ("Mô hình", "Mô hình"),
        ("Mô\xa0hình “A”\n", "A"),
    ],
)
def test_name_to_show(name, shown):
    assert strip_model_prefix(name) == shown


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ĐẢNG ỦY XÃ YÊN PHONG", "xa yen phong"),
        ("UBND xã Yên Phong", "xa yen phong"),
        ("Uỷ ban nhân dân xã Yên Phong", "xa yen phong"),
        ("Xã Yên Phong", "xa yen phong"),
        ("Đảng ủy - HĐND - UBND - UBMTTQ xã Yên Phong", "xa yen phong"),
        ("Ủy ban MTTQ Việt Nam xã Bình Sa", "xa binh sa"),
        ("TT. Yên Thịnh", "thi tran yen thinh"),
        ("Đảng bộ huyện Yên Mô", "huyen yen mo"),
        ("Huyện ủy Yên Mô", "huyen yen mo"),
        ("Ban Dân vận Huyện ủy Yên Mô", "ban dan van huyen uy yen mo"),
        ("ĐẢNG ỦY HỘI LIÊN HIỆP PHỤ NỮ HUYỆN", "hoi lien hiep phu nu huyen"),
        ("Hội LHPN huyện", "hoi lien hiep phu nu huyen"),
        ("Mặt trận Tổ quốc huyện", "mat tran to quoc huyen"),
        ("Đảng ủy Ủy ban nhân dân tỉnh", "uy ban nhan dan tinh"),
        ("Chi bộ thôn Vân Mộng", "thon van mong"),
        ("UBND", "uy ban nhan dan"),
    ],
)
def test_key_of_a_unit(name, key):
    assert unit_key(name) == key


def test_kinds_of_unit_stay_apart():
    assert unit_key("Xã Yên Thịnh") != unit_key("Thị trấn Yên Thịnh")


def test_given_name():
    assert [person_given_name(name) for name in (" Nguyễn Văn\xa0An ", "Bình", "")] == [
        "An",
        "Bình",
        "",
    ]
