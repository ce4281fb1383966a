"""Failures that a person may be told of (lỗi có lời giải thích).

One class for each failure. ``template`` says in Vietnamese what happened and what to do next,
and ends with a full stop; ``code`` is what the command line prints before it. Everything that
is not a ``DvkError`` is a fault of the program.
"""

from typing import ClassVar

from dvk_desktop.domain.words import Translate, Wording


class DvkError(Exception):
    """A refusal that the person can act on (từ chối có hướng dẫn)."""

    code: ClassVar[str] = "DVK"
    template: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        self.wording = Wording(self.template, facts)
        super().__init__(str(self.wording))

    def render(self, translate: Translate) -> str:
        """Return the sentence in another language."""
        return self.wording.render(translate)


class Cancelled(DvkError):  # noqa: N818 -- not a failure: the person pressed "Dừng"
    """The person stopped a long task; nothing was stored (đã dừng)."""

    code = "CANCELLED"
    template = "Đã dừng theo yêu cầu; chưa có gì được lưu."


class NotFoundError(DvkError):
    """A record that is named does not exist here (không tìm thấy)."""

    code = "NOT_FOUND"
    template = "Không tìm thấy {what} “{key}”. Hãy kiểm tra lại rồi thử lại."

    def __init__(self, *, what: str, key: object) -> None:
        super().__init__(what=Wording(what), key=key)


class MissingFieldsError(DvkError):
    """Required items are empty (thiếu mục bắt buộc).

    ``fields`` holds the names of the items for the form to go to.
    """

    code = "MISSING_FIELDS"
    template = "Còn thiếu: {labels}. Hãy bổ sung rồi lưu lại."

    def __init__(self, fields: tuple[str, ...], labels: str) -> None:
        self.fields = fields
        super().__init__(labels=labels)


class InvalidValueError(DvkError):
    """A value that the field cannot hold (giá trị không hợp lệ)."""

    code = "INVALID_VALUE"
    template = "{label}: không nhận được giá trị “{value}”. {remedy}"
