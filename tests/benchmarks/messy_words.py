"""What units write in their lists: names, bodies, headers, words for the same thing."""

import json
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "resources/samples/yen-mo-2017/expected.json"

# Many begin as a heading, a total, a signature or a remark does.
OWN_NAMES = (
    "Lưu giữ nghề đan cói truyền thống", "Bí thư chi bộ nêu gương làm trước",
    "Chủ tịch xã đối thoại với dân hằng tháng", "Thư viện làng mở cửa tối thứ bảy",
    "Tổng vệ sinh đường làng sáng chủ nhật", "Cộng đồng chung tay giữ sạch dòng sông",
    "Nhóm hộ liên kết trồng dưa lưới", "Phần việc thanh niên vì đàn em thân yêu",
    "Về đích nông thôn mới trước một năm", "Khối xóm bình yên, không tệ nạn",
    "Các mô hình vườn mẫu xóm Đông", "Phát triển kinh tế vườn đồi kết hợp nuôi ong lấy mật",
    "An ninh tự quản liên xóm", "Xây dựng Đảng từ cuộc họp chi bộ mẫu", "5 không 3 sạch",
    "1 phút dọn rác mỗi ngày", "Tiếp tục tiếng kẻng học bài", "Mới một nếp nhà văn hóa",
    "Nhân rộng tổ tiết kiệm vay vốn xóm Bắc", "Duy trì bếp ăn tình thương trạm y tế",
    "Ánh sáng an ninh ngõ 12", "Ổ khóa an toàn mỗi nhà", "Đổi rác lấy cây xanh",
    "Gạo nghĩa tình – hũ gạo tiết kiệm", "Camera khu chợ do tiểu thương góp tiền",
    "Hàng cây thanh niên (giai đoạn 2)", "Giáo xứ sống tốt đời, đẹp đạo",
    "Nuôi ốc nhồi trong ao lót bạt", "Trồng nấm rơm trong nhà", "Tổ hòa giải ba không",
    "Cưới hỏi văn minh: không thuốc lá, không rượu mạnh",
    "Ngày thứ bảy tình nguyện giải quyết hồ sơ",
    "Một cửa thân thiện", "Nụ cười công sở", "Lắng nghe dân nói, nói để dân tin",
    "Khu dân cư không khiếu kiện vượt cấp", "Đường cờ Tổ quốc thôn Thượng",
    "Gia đình trẻ không có người sinh con thứ 3", "Ao cá khuyến học của chi hội",
    "Vận động 26 hộ hiến 1.250 m2 đất mở đường", "Tuyến phố văn minh Trần Phú – Lê Lợi",
    "Con đường bích họa xóm 7", "Ngõ xanh, nhà sạch, vườn đẹp", "Lớp xóa mù chữ buổi tối",
    "Đội phản ứng nhanh chữa cháy tại chỗ", "Tàu thuyền an toàn", "Giữ biên cương từ mỗi nóc nhà",
    "Quỹ tình thương 2.000 đồng", "Tủ sách pháp luật ở quán nước", "Chợ phiên không túi ni lông",
    "Thắp hương nghĩa trang ngày rằm", "Nhà văn hóa mở cửa cả tuần",
    "Học Bác mỗi tuần một câu chuyện",
    "Cánh đồng một giống lúa", "Hợp tác xã chè sạch", "Dạy bơi miễn phí cho trẻ em",
    "Xe ba gác đưa nông sản về chợ", "Đồng hành cùng người lầm lỗi",
    "Vườn thuốc nam của cựu chiến binh",
    "Công trình thắp sáng đường quê thôn Hạ", "Tổ “3 trong 1” giữ bình yên bến cá",
)  # fmt: skip
FAIR = tuple(f"thôn {place}" for place in ("Đông", "Hạ Trang", "Yên Sư", "Phú Mỹ", "Cầu Đất"))
BODIES = (
    "Chi hội Phụ nữ", "Chi bộ", "Ban công tác Mặt trận", "Chi hội Nông dân", "Chi đoàn",
    "Hội Cựu chiến binh", "Công đoàn trường THCS", "Tổ đoàn kết", "Ban Chỉ huy Quân sự",
)  # fmt: skip
PEOPLE = ("Nguyễn Thị Hòa", "Trần Văn Lực", "Phạm Quốc Ứng", "Lê Thúy", "Đinh Công Tráng", "Vũ Ý")
TITLES = ("Bí thư chi bộ", "Chi hội trưởng", "Chủ tịch Hội", "Trưởng thôn", "Phó Hiệu trưởng")
SENTENCES = (
    "Tuyên truyền, vận động hội viên cùng tham gia.",
    "Mỗi hộ nhận một đoạn đường để chăm sóc.",
    "Hỗ trợ cây giống và kỹ thuật cho 12 hộ nghèo.",
    "- Họp thôn lấy ý kiến; - Góp công làm đường.",
    "+ Ra quân ngày chủ nhật hằng tuần",
    "Phối hợp với trạm y tế khám bệnh miễn phí",
    "Góp 50.000 đồng/hộ, Ngân sách xã hỗ trợ xi măng.",
    "Phấn đấu 100% hộ dân có hố rác",
    "@ nhóm Zalo của thôn để báo tin an ninh",
    "=> giảm số vụ việc so với năm trước",
    "Bảo đảm an ninh trật tự, phát triển kinh tế",
)
SPANS_OF_TIME = ("Quý I", "Cả năm", "Từ tháng 3 đến tháng 11", "6 tháng đầu năm", "Thường xuyên")
GUIDANCE = (
    "HƯỚNG DẪN GHI BIỂU", "Tên mô hình: ghi ngắn gọn, dễ nhớ.",
    "Lĩnh vực: Kinh tế, Văn hóa - xã hội, Quốc phòng - an ninh, Hệ thống chính trị.",
    "Gửi về Ban Dân vận trước ngày 31 tháng 3.",
)  # fmt: skip

SECTORS = {
    "KT": ("Kinh tế", "KT", "Phát triển kinh tế", "PTKT", "LV Kinh tế", "kinh tế."),
    "VHXH": ("Văn hóa - xã hội", "VHXH", "VH-XH", "Văn hoá xã hội", "VH - XH", "Văn hóa, xã hội"),
    "QPAN": ("Quốc phòng - an ninh", "QPAN", "QP-AN", "AN-QP", "ANQP", "An ninh trật tự", "ANTT"),
    "HTCT": (
        "Xây dựng hệ thống chính trị", "HTCT", "XD HTCT", "Xây dựng Đảng, HTCT",
        "XD Đảng và HTCT", "Hệ thống chính trị",
    ),
    "NTM": ("Nông thôn mới", "NTM", "Xây dựng NTM", "XD nông thôn mới"),
}  # fmt: skip
SUBJECTS = {
    "collective": ("Tập thể", "TT", "tập thể", "T.thể", "TẬP THỂ"),
    "individual": ("Cá nhân", "CN", "cá nhân", "C.nhân", "CÁ NHÂN"),
    "household": ("Hộ gia đình", "Hộ GĐ", "Hộ"),
}
KINDS = {
    "new": ("Mới", "Đăng ký mới", "ĐK mới", "Xây dựng mới", "mới"),
    "maintain": ("Duy trì", "Tiếp tục duy trì", "Giữ vững", "Duy trì, giữ vững", "Tiếp tục"),
    "replicate": ("Nhân rộng", "NR", "ĐK nhân rộng", "Nhân rộng mô hình"),
}
SECTOR_HEADINGS = (
    "{roman}. LĨNH VỰC {upper}", "{roman}. {name}", "Lĩnh vực {name}", "{number}. Lĩnh vực {name}",
    "{roman}/ Về {name} (%d mô hình)", "* Lĩnh vực {name}: %d mô hình", "{roman} - {upper}",
)  # fmt: skip
SUBJECT_HEADINGS = ("{letter}. {upper}", "{letter}. MÔ HÌNH {upper}", "{letter} - {name}")
KIND_HEADINGS = ("{letter}. {upper}", "{letter}. Mô hình {name}", "{letter}) Các mô hình {name}")

NAME_HEADERS = (
    "Tên mô hình", "TÊN MÔ HÌNH", "Tên mô hình, điển hình", "Tên công trình, phần việc",
    "Tên mô hình đăng ký", "Mô hình", "Nội dung đăng ký", "Tên mô hình “Dân vận khéo”",
    "Tên mô hình/điển hình\n“Dân vận khéo”", "Tên gọi mô hình", "Mô hình đăng ký thực hiện",
)  # fmt: skip
ORDINAL_HEADERS = ("STT", "TT", "Số TT", "Stt", "SỐ\nTT")
HEADERS = {
    "lead_body": (
        "Đơn vị thực hiện", "Tập thể, cá nhân thực hiện", "Tổ chức, cá nhân chủ trì",
        "Đơn vị chủ trì", "Chi bộ/chi hội thực hiện", "Bộ phận chủ trì",
    ),
    "address": ("Địa chỉ", "Địa điểm thực hiện", "Địa bàn", "Thôn, xóm", "Nơi thực hiện"),
    "sector_code": ("Lĩnh vực", "Thuộc lĩnh vực", "Lĩnh vực đăng ký", "LĨNH VỰC"),
    "subject_type": (
        "Đối tượng", "TT/CN", "Loại đối tượng", "Tập thể/cá nhân", "Đối tượng (TT, CN)",
    ),
    "kind": (
        "Loại đăng ký", "Hình thức đăng ký", "Mới/duy trì/nhân rộng", "Loại hình",
        "Ghi rõ: mới, duy trì",
    ),
    "situation": ("Thực trạng", "Lý do xây dựng mô hình", "Thực trạng, lý do"),
    "goals": ("Mục tiêu", "Mục đích, yêu cầu", "Mục tiêu, tiêu chí"),
    "content": (
        "Nội dung", "Nội dung thực hiện", "Tóm tắt nội dung", "Nội dung, cách làm",
        "Nội dung, cách thức thực hiện",
    ),
    "forces": ("Lực lượng thực hiện", "Đơn vị phối hợp", "Lực lượng tham gia"),
    "resources": ("Nguồn lực", "Nguồn lực thực hiện"),
    "timeline": ("Thời gian thực hiện", "Tiến độ", "Thời gian hoàn thành"),
    "outputs": ("Kết quả", "Dự kiến kết quả", "Sản phẩm, kết quả đầu ra", "Hiệu quả"),
    "sustainability": ("Khả năng duy trì, nhân rộng", "Khả năng nhân rộng"),
    "registered_on": ("Ngày đăng ký", "Ngày, tháng đăng ký", "Thời điểm đăng ký"),
    "people_count": ("Số người tham gia", "Số hộ tham gia", "Số người (hộ) tham gia", "Số hộ"),
    "cost": ("Kinh phí", "Tổng kinh phí", "Kinh phí thực hiện", "Số tiền"),
    "work_days": ("Ngày công", "Số ngày công", "Số công lao động"),
    "land_area": ("Diện tích đất hiến (m2)", "Đất hiến (m²)", "Hiến đất (m2)"),
    "contact_name": ("Người phụ trách", "Họ và tên người phụ trách", "Người liên hệ"),
    "contact_title": ("Chức vụ", "Chức danh"),
    "contact_phone": ("Số điện thoại", "Điện thoại", "SĐT", "Số ĐT liên hệ"),
    "note": ("Ghi chú", "GHI CHÚ"),
}  # fmt: skip
REMARKS = (
    "Ghi chú: các mô hình trên do chi bộ trực tiếp chỉ đạo",
    "(Các mô hình tiếp theo đăng ký bổ sung)",
    "Lưu ý: đề nghị ghi rõ tên mô hình",
)
HEADER_NOTES = {
    "name": ("(ghi rõ tên)", "đăng ký năm 2026"),
    "sector_code": ("(KT, VHXH, QPAN, HTCT)", "(ghi tắt)"),
    "subject_type": ("(tập thể hoặc cá nhân)",),
    "kind": ("(mới, duy trì, nhân rộng)",),
    "registered_on": ("(ngày/tháng/năm)",),
    "contact_phone": ("(di động)",),
    "lead_body": ("(ghi rõ thôn)",),
    "people_count": ("(người)",),
    "content": ("(tóm tắt)",),
}
UNKNOWN_HEADERS = ("Ý kiến của cấp ủy", "Mã số", "Người nhập", "Xếp loại năm trước")
UNKNOWN_CELLS = ("Đồng ý", "A12", "Hòa", "Tốt", "đã họp")

TITLES_OF_LISTS = (
    "DANH SÁCH ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO” NĂM 2026",
    "BIỂU ĐĂNG KÝ XÂY DỰNG MÔ HÌNH DÂN VẬN KHÉO",
    "TỔNG HỢP ĐĂNG KÝ CÁC MÔ HÌNH, ĐIỂN HÌNH DÂN VẬN KHÉO NĂM 2026",
    "Danh sách mô hình, điển hình đăng ký mới và duy trì",
)
SIGNATURES = (
    ("Yên Mô, ngày 20 tháng 3 năm 2026",), ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), ("NGƯỜI LẬP BIỂU",),
    ("TM. KHỐI DÂN VẬN", "TRƯỞNG KHỐI", "Nguyễn Văn Bình"),
    ("Nơi nhận:", "- Như trên;", "- Lưu VT."),
    ("CHỦ TỊCH", "(Ký, ghi rõ họ tên)", "Trần Thị Mai"),
)  # fmt: skip
TOTALS = ("Tổng cộng: %d mô hình", "Cộng", "TỔNG SỐ: %d", "Cộng: %d mô hình", "Tổng cộng")


def names() -> list[str]:
    """Return the names of the sample year and the own ones, each once."""
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))["registrations"]
    return list(dict.fromkeys([*(row["name"] for row in sample), *OWN_NAMES]))
