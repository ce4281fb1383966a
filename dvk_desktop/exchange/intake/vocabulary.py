"""The words that units use in headers and cells (từ vựng biểu mẫu).

Everything here is bare words (``word_key``): no tones, no case, no punctuation. A new wording
that some district uses is one more entry, never a new rule.
"""

from collections.abc import Mapping
from enum import StrEnum

from dvk_desktop.domain.terms import RegistrationKind, SubjectType


class Role(StrEnum):
    """What a column holds (vai trò của cột); the values are the items of a registration."""

    ORDINAL = "ordinal"
    NAME = "name"
    UNIT = "unit"
    LEAD_BODY = "lead_body"
    ADDRESS = "address"
    SECTOR = "sector_code"
    SUBJECT_TYPE = "subject_type"
    KIND = "kind"
    TARGET_LEVEL = "target_level"
    SECTOR_MARK = "sector_mark"
    SUBJECT_MARK = "subject_mark"
    KIND_MARK = "kind_mark"
    SITUATION = "situation"
    GOALS = "goals"
    CONTENT = "content"
    AREA_BENEFICIARIES = "area_beneficiaries"
    FORCES = "forces"
    RESOURCES = "resources"
    TIMELINE = "timeline"
    OUTPUTS = "outputs"
    SUSTAINABILITY = "sustainability"
    REGISTERED_ON = "registered_on"
    PEOPLE_COUNT = "people_count"
    COST = "cost"
    WORK_DAYS = "work_days"
    LAND_AREA = "land_area"
    CONTACT_NAME = "contact_name"
    CONTACT_TITLE = "contact_title"
    CONTACT_PHONE = "contact_phone"
    NOTE = "note"


HeaderWords = Mapping[str, tuple[str, ...]]
"""The headers by which a role is known."""

REGISTRATION_HEADERS: HeaderWords = {
    Role.ORDINAL: ("stt", "so tt", "tt", "so thu tu", "thu tu"),
    Role.NAME: (
        "ten mo hinh", "ten mo hinh dien hinh", "mo hinh", "ten cua mo hinh", "mo hinh dien hinh",
        "ten dien hinh", "mo hinh dang ky", "noi dung mo hinh", "noi dung mo hinh dang ky",
        "ten cong trinh", "ten cong trinh phan viec", "cong trinh phan viec", "ten phan viec",
        "ten goi", "ten goi mo hinh", "noi dung dang ky", "ten viec", "dang ky mo hinh",
        "mo hinh dan van kheo", "ten noi dung", "noi dung cong viec dang ky", "cong viec dang ky",
        "noi dung dang ky dan van kheo", "noi dung dan van kheo", "viec dang ky",
    ),
    Role.UNIT: (
        "don vi dang ky", "ten don vi", "xa phuong", "xa thi tran", "xa phuong thi tran",
        "don vi xa", "ten xa", "co quan don vi", "dia phuong don vi", "don vi dia phuong",
    ),
    Role.LEAD_BODY: (
        "don vi thuc hien", "tap the ca nhan thuc hien", "to chuc ca nhan chu tri", "chu tri",
        "don vi chu tri", "co quan chu tri", "bo phan chu tri", "tap the ca nhan",
        "tap the ca nhan dang ky", "don vi ca nhan thuc hien", "to chuc thuc hien",
        "nguoi thuc hien",
        "don vi to chuc thuc hien", "chi bo thuc hien", "chi bo", "chi hoi",
        "to chuc ca nhan thuc hien",
        "don vi phu trach", "bo phan thuc hien", "tac gia", "tac gia mo hinh", "chu mo hinh",
        "don vi ca nhan", "ho ten ten tap the", "ten tap the ca nhan", "don vi xay dung",
        "don vi", "to chuc doan the", "doan the",
    ),
    Role.ADDRESS: (
        "dia chi", "dia diem", "noi thuc hien", "dia diem thuc hien", "dia ban", "thon xom",
        "dia ban thuc hien", "thon", "to dan pho", "khu dan cu", "ap khom", "noi o",
        "thon to dan pho",
        "dia chi thuc hien", "dia chi mo hinh", "khu vuc thuc hien", "noi trien khai",
    ),
    Role.SECTOR: (
        "linh vuc", "thuoc linh vuc", "linh vuc thuc hien", "linh vuc dang ky", "nhom linh vuc",
        "mang", "linh vuc hoat dong",
    ),
    Role.SUBJECT_TYPE: (
        "doi tuong", "tt cn", "tap the hay ca nhan", "loai doi tuong", "doi tuong dang ky",
        "hinh thuc tt cn", "la tap the ca nhan", "tap the hoac ca nhan", "doi tuong tt cn",
    ),
    Role.KIND: (
        "loai dang ky", "hinh thuc", "hinh thuc dang ky", "loai", "loai hinh",
        "moi duy tri nhan rong",
        "tinh chat", "moi duy tri", "loai mo hinh", "dang ky moi duy tri nhan rong", "phan loai",
        "dang ky moi hay duy tri", "hien trang", "tinh trang", "moi nhan rong",
    ),
    Role.TARGET_LEVEL: (
        "cap de nghi", "cap de nghi cong nhan", "cap cong nhan", "de nghi cong nhan cap",
        "de nghi cap", "cap dang ky cong nhan",
    ),
    Role.SITUATION: (
        "thuc trang", "ly do", "ly do xay dung", "thuc trang ly do", "su can thiet",
        "thuc trang ly do xay dung mo hinh", "ly do xay dung mo hinh",
    ),
    Role.GOALS: ("muc tieu", "muc dich", "muc tieu tieu chi", "tieu chi", "muc dich yeu cau"),
    Role.CONTENT: (
        "noi dung", "noi dung cach lam", "noi dung cach thuc thuc hien", "cach lam",
        "noi dung thuc hien", "tom tat noi dung", "noi dung chinh", "cach thuc thuc hien",
        "giai phap", "bien phap thuc hien", "noi dung hoat dong", "noi dung cong viec", "mo ta",
        "noi dung cu the", "hoat dong chinh", "noi dung tom tat", "tom tat", "tom tat cach lam",
    ),
    Role.AREA_BENEFICIARIES: (
        "dia ban doi tuong", "doi tuong thu huong", "doi tuong tham gia", "doi tuong huong loi",
    ),
    Role.FORCES: (
        "luc luong", "luc luong thuc hien", "phoi hop", "don vi phoi hop", "luc luong tham gia",
        "co quan phoi hop",
    ),
    Role.RESOURCES: ("nguon luc", "nguon luc thuc hien", "nguon kinh phi"),
    Role.TIMELINE: (
        "thoi gian", "thoi gian thuc hien", "tien do", "thoi gian hoan thanh", "tien do thuc hien",
        "thoi gian bat dau", "lo trinh",
    ),
    Role.OUTPUTS: (
        "san pham", "ket qua", "ket qua dau ra", "san pham ket qua dau ra", "hieu qua",
        "ket qua du kien", "ket qua dat duoc", "du kien ket qua",
    ),
    Role.SUSTAINABILITY: ("kha nang duy tri", "kha nang duy tri nhan rong", "kha nang nhan rong"),
    Role.REGISTERED_ON: (
        "ngay dang ky", "thoi gian dang ky", "ngay thang dang ky", "ngay", "ngay thang",
        "ngay lap", "thoi diem dang ky",
    ),
    Role.PEOPLE_COUNT: (
        "so nguoi", "so ho", "so nguoi tham gia", "so ho tham gia", "so luong tham gia",
        "so nguoi ho tham gia", "so luot nguoi", "so nguoi huong loi", "so thanh vien",
    ),
    Role.COST: (
        "kinh phi", "so tien", "kinh phi thuc hien", "tong kinh phi", "kinh phi du kien",
        "tri gia", "gia tri", "tong gia tri", "du toan", "dong gop bang tien",
    ),
    Role.WORK_DAYS: ("ngay cong", "so ngay cong", "cong lao dong", "so cong"),
    Role.LAND_AREA: (
        "dat hien", "dien tich", "dien tich dat", "hien dat", "dien tich dat hien", "so m2 dat",
        "m2 dat hien", "m2 dat",
    ),
    Role.CONTACT_NAME: (
        "nguoi phu trach", "nguoi lien he", "ho ten nguoi phu trach", "phu trach",
        "dau moi lien he",
        "nguoi dai dien", "can bo phu trach",
    ),
    Role.CONTACT_TITLE: ("chuc vu", "chuc danh", "chuc vu nguoi phu trach"),
    Role.CONTACT_PHONE: (
        "dien thoai", "so dien thoai", "sdt", "dt", "dien thoai lien he", "so dt", "so dt lien he",
    ),
    Role.NOTE: ("ghi chu", "chu thich", "luu y", "ghi chu khac"),
}  # fmt: skip

UNIT_HEADERS: HeaderWords = {
    "ordinal": ("stt", "so tt", "tt"),
    "code": ("ma", "ma don vi", "ma so", "ky hieu", "ma dv"),
    "name": ("ten don vi", "ten", "don vi", "ten co quan don vi", "ten co quan", "co quan don vi"),
    "level": ("cap", "cap don vi", "cap hanh chinh"),
    "parent": (
        "don vi cap tren", "cap tren", "truc thuoc", "ma cap tren", "ma don vi cap tren", "thuoc",
        "don vi chu quan", "cap tren truc tiep", "ma don vi cha", "don vi cha",
    ),
    "kind": ("loai", "loai hinh", "khoi", "loai don vi"),
    "order": ("thu tu", "so thu tu", "thu tu sap xep", "thu tu hien thi"),
}  # fmt: skip

SECTOR_WORDS: Mapping[str, tuple[str, ...]] = {
    "KT": (
        "kt", "kinh te", "phat trien kinh te", "pt kinh te", "ptkt", "pt kt",
        "phat trien kt", "san xuat", "phat trien san xuat", "linh vuc kt",
    ),
    "VHXH": (
        "vhxh", "vh xh", "van hoa xa hoi", "van hoa", "xa hoi", "van xa", "vh", "xh", "vxh",
        "phat trien van hoa xa hoi", "van hoa va xa hoi", "phat trien van hoa", "van hoa xh",
    ),
    "QPAN": (
        "qpan", "qp an", "anqp", "an qp", "quoc phong an ninh", "an ninh quoc phong", "antt",
        "quoc phong", "an ninh", "an ninh trat tu", "quoc phong va an ninh",
        "bao dam an ninh trat tu",
        "an ninh va quoc phong", "dam bao quoc phong an ninh", "bao dam quoc phong an ninh",
        "dam bao an ninh trat tu", "giu gin an ninh trat tu", "qp va an",
    ),
    "HTCT": (
        "htct", "he thong chinh tri", "xay dung he thong chinh tri", "xay dung dang",
        "xay dung dang htct", "xay dung dang he thong chinh tri", "xd dang", "xdd", "xd htct",
        "xay dung dang va he thong chinh tri", "xay dung dang xay dung he thong chinh tri",
        "xddang htct", "xd dang htct", "xay dung dang chinh quyen", "xd he thong chinh tri",
        "xay dung dang chinh quyen doan the", "xay dung htct", "he thong ct", "xdhtct",
    ),
    "NTM": (
        "ntm", "nong thon moi", "xay dung nong thon moi", "xd ntm", "xay dung ntm",
        "xd nong thon moi", "nong thon moi do thi van minh",
    ),
}  # fmt: skip

SUBJECT_WORDS: Mapping[SubjectType, tuple[str, ...]] = {
    SubjectType.COLLECTIVE: (
        "tt", "tap the", "t the", "mo hinh tap the", "cac tap the", "dien hinh tap the",
    ),
    SubjectType.INDIVIDUAL: (
        "cn", "ca nhan", "c nhan", "mo hinh ca nhan", "cac ca nhan", "dien hinh ca nhan",
    ),
    SubjectType.HOUSEHOLD: ("ho", "ho gia dinh", "hgd", "gia dinh", "ho gd"),
}  # fmt: skip

KIND_WORDS: Mapping[RegistrationKind, tuple[str, ...]] = {
    RegistrationKind.NEW: (
        "moi", "dk moi", "dkm", "dang ky moi", "xay dung moi", "lam moi", "thanh lap moi",
        "mo hinh moi",
        "xd moi", "dang ki moi", "mo hinh dang ky moi", "mo hinh xay dung moi",
    ),
    RegistrationKind.MAINTAIN: (
        "duy tri", "giu vung", "tiep tuc duy tri", "tiep tuc", "tiep tuc thuc hien", "cu",
        "mo hinh cu", "chuyen tiep", "tiep tuc giu vung", "dang thuc hien", "mo hinh duy tri",
        "duy tri thuc hien", "duy tri phat huy", "duy tri nang cao", "tiep tuc phat huy",
    ),
    RegistrationKind.REPLICATE: (
        "nhan rong", "nhan dien", "nhan rong mo hinh", "mo hinh nhan rong", "dk nhan rong",
        "dang ky nhan rong", "nhan rong dien hinh", "tiep tuc nhan rong", "nr",
    ),
}  # fmt: skip

MARKS = frozenset({"x", "v", "co", "1", "dung", "yes"})
MARK_SIGNS = frozenset("✓✔☑☒×✗✘*+●•")
NO_MARKS = frozenset({"khong", "0", "no"})

SIGNATURE_STARTS = (
    "t m", "tm", "kt", "k t", "tl", "t l", "nguoi lap", "thu ky", "pho bi thu", "bi thu",
    "chu tich",
    "pho chu tich", "thu truong", "ban thuong vu", "noi nhan", "nguoi tong hop", "truong ban",
    "pho truong ban", "truong phong", "xac nhan cua", "nguoi bao cao", "nguoi viet", "ky ten",
    "ky dong dau", "da ky", "noi gui", "lap bieu", "nguoi lap bieu", "nhu tren", "luu", "giam doc",
)  # fmt: skip
NOTE_STARTS = ("ghi chu", "luu y", "chu y", "chu thich", "de nghi", "huong dan", "yeu cau")
GROUP_STARTS = ("linh vuc", "nhom", "phan", "cac mo hinh", "mo hinh", "ve", "khoi")
ERROR_VALUES = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA"}
)
