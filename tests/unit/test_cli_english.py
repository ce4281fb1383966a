"""Every Vietnamese sentence of dvk and of the sample year has its English."""

import ast
import json

from house_sources import CATALOGUES, Source, program

# Names of the sample year and values that are stored, not shown.
NAMES = {
    "Ban Dân vận Huyện ủy Yên Mô",
    "Đảng ủy xã Yên Phong",
    "Đảng ủy thị trấn Yên Thịnh",
    "Ban Chỉ đạo phong trào thi đua “Dân vận khéo” huyện Yên Mô",
    "Chưa đạt tỷ lệ biểu quyết cần thiết tại phiên họp Hội đồng",
    "Hội trường Huyện ủy Yên Mô",
    "Huyện ủy Yên Mô",
    "Yên Mô",
    "Nguyễn Văn Mẫu (tên minh họa)",
    "Trưởng ban",
    "Ban Chỉ đạo",
    "Đơn vị tự chấm",
    "Năm mẫu",
    "Thôn Bình Hòa, xã Yên Phong",
    "Thôn Bình Hòa (huyện ghi)",
    "Họp Hội đồng",
    "BCĐ",
    "……",
    "dự thảo",
}


def _quiet(source: Source) -> set[int]:
    """Constants that are docstrings or parts of an f-string."""
    quiet = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Expr):
            quiet.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            quiet.update(id(inner) for inner in ast.walk(node))
    return quiet


def test_every_sentence_of_the_command_line_has_its_english():
    english: dict[str, str] = {}
    for file in CATALOGUES.glob("*.json"):
        english.update(json.loads(file.read_text(encoding="utf-8")))
    missing = [
        f"{source.at(node)} {node.value!r}"
        for source in program()
        if source.path.startswith(("dvk_desktop/cli/", "dvk_desktop/demo/"))
        for quiet in [_quiet(source)]
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and not node.value.isascii()
        and id(node) not in quiet
        and node.value not in english
        and node.value not in NAMES
    ]
    assert missing == []
