"""Certificates: issued with their wording, rendered, printed again unchanged (giấy chứng nhận)."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dvk_desktop.documents.certificate import (
    is_printable,
    preflight,
    render_certificates,
    render_proof,
)
from dvk_desktop.documents.preview import page_count, page_image
from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError, MissingFieldsError
from dvk_desktop.domain.json_shapes import known_members
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.certificate import CertificateProblem, CertificateText, quoted
from dvk_desktop.domain.records.decision import CertificateRow, DecisionItemRow
from dvk_desktop.domain.registration_states import NoteRequiredError
from dvk_desktop.domain.terms import CertificateState, DecisionState
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import Certificate, Decision
from dvk_desktop.safe_files import require_place
from dvk_desktop.services.exchange.open_conflicts import held_up_ids, require_settled
from dvk_desktop.services.recognition.certificate_wording import achievement_of, certificate_wording
from dvk_desktop.storage.decisions import decision_row, item_rows
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork


class NotSignedError(DvkError):
    """Certificates are made from a signed decision only (quyết định chưa ký)."""

    code = "NOT_SIGNED"
    template = "Quyết định “{title}” chưa ký nên chưa lập được giấy chứng nhận. Hãy ký trước."


class CertificatePrintedError(DvkError):
    """What was printed keeps its words (giấy đã in)."""

    code = "CERTIFICATE_PRINTED"
    template = (
        "Giấy chứng nhận số {number} đã in nên không sửa lời văn được nữa."
        " Hãy thu hồi giấy đã in rồi lập quyết định sửa đổi."
    )


class NoCertificatesError(DvkError):
    """There is nothing to print (chưa có giấy chứng nhận)."""

    code = "NO_CERTIFICATES"
    template = "Chưa có giấy chứng nhận nào để in. Hãy lập giấy chứng nhận từ quyết định đã ký."


class CertificateService:
    """Issues certificates and prints what was issued."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def require_place(self, path: Path) -> None:
        """Refuse a place where no PDF can be written, before certificates are issued for it.

        Raises:
            FileWriteError: The folder is missing or not open to us.
        """
        require_place(path)

    def issue(self, decision_id: str, progress: Progress = SILENT) -> tuple[int, Changes]:
        """Store the certificates of a signed decision with their complete wording.

        Numbers follow the order of the decision. What was issued before stays as it is, so a
        second call adds nothing. Returns how many were added. One whose data is in conflict
        waits for a person, and ``held_up`` names it; the others go on.

        Raises:
            NotSignedError: The decision has no number and date yet.
            OpenConflictError: All that are left have open conflicts.
        """
        with self._database.writing("Lập giấy chứng nhận theo {number}", kind="sign") as work:
            decision = work.get(Decision, decision_id, "quyết định")
            if decision.state is not DecisionState.SIGNED:
                raise NotSignedError(title=decision.title)
            work.note(number=decision.number_text)
            row = decision_row(work, decision)
            phrase = achievement_of(work, decision)
            items = [item for item in item_rows(work, decision_id) if not item.is_revoked]
            known = _issued_items(work, items)
            missing = {one.registration_id: one.name for one in items if one.id not in known}
            waiting = held_up_ids(work, missing)
            if waiting and len(waiting) == len(missing):
                require_settled(work, missing)
            added = 0
            for done, item in enumerate(items, start=1):
                if item.id not in known and item.registration_id not in waiting:
                    text = certificate_wording(row, item, phrase)
                    work.session.add(
                        Certificate(
                            decision_item_id=item.id,
                            register_number=item.sort_order,
                            wording=asdict(text),
                        )
                    )
                    added += 1
                progress.step(done, len(items), item.name)
            work.commit()
        return added, Changes.CERTIFICATES

    def held_up(self, decision_id: str) -> tuple[str, ...]:
        """Return the names of those without a certificate because of an open conflict."""
        with self._database.reading() as work:
            items = [item for item in item_rows(work, decision_id) if not item.is_revoked]
            known = _issued_items(work, items)
            missing = {one.registration_id: one.name for one in items if one.id not in known}
            return tuple(missing[one] for one in held_up_ids(work, missing))

    def certificates(self, decision_id: str) -> tuple[CertificateRow, ...]:
        """Return the certificates of a decision in its order."""
        with self._database.reading() as work:
            items = {item.id: item for item in item_rows(work, decision_id)}
            records = [
                record
                for record in work.find(Certificate, "register_number", "id")
                if record.decision_item_id in items
            ]
            return tuple(_row(record, items[record.decision_item_id]) for record in records)

    def problems(self, decision_id: str) -> list[CertificateProblem]:
        """Return what to mend before printing, each with its certificate."""
        return preflight([row.text for row in self.certificates(decision_id)])

    def correct(self, certificate_id: str, *, subject: str, recipient: str, reason: str) -> Changes:
        """Mend the words of a certificate before it is printed; the reason is kept (sửa lời văn).

        Raises:
            MissingFieldsError: Name or recipient is empty.
            NoteRequiredError: There is no reason.
            CertificatePrintedError: It was printed already.
        """
        words = {"subject": clean_line(subject), "recipient": clean_line(recipient)}
        missing = tuple(name for name, value in words.items() if not value)
        if missing:
            raise MissingFieldsError(missing, "Tên mô hình, người nhận")
        why = clean_line(reason)
        if not why:
            raise NoteRequiredError(action=Wording("Sửa lời văn"))
        title = "Sửa lời văn giấy chứng nhận số {number}: {reason}"
        with self._database.writing(title, reason=why) as work:
            record = work.get(Certificate, certificate_id, "giấy chứng nhận")
            if record.state is not CertificateState.QUEUED:
                raise CertificatePrintedError(number=record.register_number)
            work.note(number=record.register_number)
            words["subject"] = quoted(words["subject"])
            record.wording = {**record.wording, **words}
            work.commit()
        return Changes.CERTIFICATES

    def proof(self, decision_id: str, path: Path, progress: Progress = SILENT) -> int:
        """Draw every certificate to be looked at, also what cannot be printed; returns the pages.

        Raises:
            NoCertificatesError: None was issued.
        """
        texts = [row.text for row in self.certificates(decision_id)]
        if not texts:
            raise NoCertificatesError
        return render_proof(texts, path, progress)

    def render(
        self,
        decision_id: str,
        path: Path,
        *,
        only: Sequence[str] = (),
        progress: Progress = SILENT,
    ) -> int:
        """Write the certificates of a decision as one PDF; returns the pages.

        One that would be a misprint is left out: ``problems`` names it.

        Raises:
            NoCertificatesError: None was issued.
            UnprintableTextError: None of them can be printed.
        """
        rows = self.certificates(decision_id)
        texts = [row.text for row in rows if not only or row.id in only]
        if not texts:
            raise NoCertificatesError
        good = [text for text in texts if is_printable(text)]
        return render_certificates(good or texts, path, progress)

    def mark_printed(self, certificate_ids: Sequence[str]) -> Changes:
        """Record that certificates were printed; a second time counts as another copy."""
        title = "In {count} giấy chứng nhận"
        with self._database.writing(title, count=len(certificate_ids)) as work:
            for certificate_id in certificate_ids:
                record = work.get(Certificate, certificate_id, "giấy chứng nhận")
                record.copies += 1
                record.printed_on = work.now.date()
                if record.state is CertificateState.QUEUED:
                    record.state = CertificateState.PRINTED
            work.commit()
        return Changes.CERTIFICATES

    def page_image(self, path: Path, page: int, scale: float) -> tuple[int, int, bytes]:
        """Return one page of a PDF as width, height and RGBA bytes."""
        return page_image(path, page, scale)

    def page_count(self, path: Path) -> int:
        """Return how many pages a PDF has."""
        return page_count(path)


def _issued_items(work: UnitOfWork, items: Sequence[DecisionItemRow]) -> set[str]:
    wanted = {item.id for item in items}
    return {record.decision_item_id for record in work.find(Certificate)} & wanted


def _row(record: Certificate, item: DecisionItemRow) -> CertificateRow:
    return CertificateRow(
        id=record.id,
        register_number=record.register_number,
        name=item.name,
        recipient=item.recipient,
        unit_name=item.unit_name,
        state=record.state,
        copies=record.copies,
        text=text_from_json(record.wording),
    )


def text_from_json(value: dict[str, Any]) -> CertificateText:
    """Return the wording as it was stored; lists in JSON are tuples in the record."""
    plain: dict[str, Any] = {
        name: tuple(part) if isinstance(part, list) else part
        for name, part in known_members(CertificateText, value).items()
    }
    return CertificateText(**plain)
