"""Recognition: decisions with number, date and annex (công nhận)."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError, MissingFieldsError
from dvk_desktop.domain.numbering import format_number, next_number, require_free
from dvk_desktop.domain.paper_words import Signing
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.certificate import ItemProblem
from dvk_desktop.domain.records.decision import DecisionDraft, DecisionItemRow, DecisionRow
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import DecisionState, RegistrationState, Role
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.models import Decision, DecisionItem, Registration, Signatory
from dvk_desktop.services.exchange.open_conflicts import require_settled
from dvk_desktop.services.recognition.certificate_wording import print_problems
from dvk_desktop.storage.decisions import decision_row, item_rows
from dvk_desktop.storage.steps import take
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_PROPOSABLE = frozenset({RegistrationState.SELF_SCORED, RegistrationState.APPRAISED})


class NothingChosenError(DvkError):
    """A decision needs at least one registration (chưa chọn mô hình)."""

    code = "NOTHING_CHOSEN"
    template = "Chưa chọn mô hình nào. Hãy chọn các mô hình được công nhận rồi lập quyết định."


class NotProposableError(DvkError):
    """A registration is not at the point where it can be recognised (chưa đủ bước)."""

    code = "NOT_PROPOSABLE"
    template = (
        "“{name}” đang ở trạng thái “{state}” nên chưa đưa vào quyết định được."
        " Hãy hoàn thành các bước trước đó."
    )


class DecisionSignedError(DvkError):
    """A signed decision is amended or revoked, never changed (quyết định đã ký)."""

    code = "DECISION_SIGNED"
    template = "Quyết định {number} đã ký nên không sửa được. Hãy ban hành quyết định sửa đổi."


class RecognitionService:
    """Drafts, signs and lists decisions of recognition."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def today(self) -> date:
        """Return the day of the office's clock, which is Vietnam's wherever the machine stands."""
        return self._database.clock().date()

    def decisions(self, campaign_id: str) -> tuple[DecisionRow, ...]:
        """Return the decisions of a campaign, the newest last."""
        with self._database.reading() as work:
            records = work.find(Decision, "id", campaign_id=campaign_id)
            return tuple(decision_row(work, record) for record in records)

    def items(self, decision_id: str) -> tuple[DecisionItemRow, ...]:
        """Return the annex of a decision in its order."""
        with self._database.reading() as work:
            return item_rows(work, decision_id)

    def draft(self, draft: DecisionDraft) -> tuple[str, Changes]:
        """Draft a decision; number and date stay blank until it is signed.

        Raises:
            NothingChosenError: No registration was chosen.
            NotProposableError: One of them has not gone through the steps before.
            OpenConflictError: One of them has an open conflict.
        """
        if not draft.registration_ids:
            raise NothingChosenError
        title = "Dự thảo quyết định công nhận {count} mô hình"
        with self._database.writing(title, count=len(draft.registration_ids)) as work:
            record = work.add(
                Decision(
                    campaign_id=draft.campaign_id,
                    office_id=work.office().office_id,
                    style=draft.style,
                    title=clean_line(draft.title),
                    authority=clean_line(draft.authority),
                    place=clean_line(draft.place),
                    signature=_signature(work, draft),
                    legal_bases=list(draft.legal_bases),
                    number_text=format_number(draft.style, None, "QĐ", draft.organ_symbol),
                )
            )
            _add_items(work, record, draft.registration_ids)
            work.commit()
            return record.id, Changes.DECISIONS

    def print_problems(self, decision_id: str) -> tuple[ItemProblem, ...]:
        """Return what would be wrong on the certificates of a decision, before it is signed.

        Nothing is refused for it: the words can be mended until a certificate is printed.
        """
        with self._database.reading() as work:
            return print_problems(work, work.get(Decision, decision_id, "quyết định"))

    def arrange(self, decision_id: str, item_ids: Sequence[str]) -> Changes:
        """Put the annex of a draft into another order; items not named keep theirs at the end.

        Raises:
            DecisionSignedError: It is signed; certificates bear the order as their number.
        """
        with self._database.writing("Sắp xếp danh sách kèm theo quyết định") as work:
            record = work.get(Decision, decision_id, "quyết định")
            if record.state is not DecisionState.DRAFT:
                raise DecisionSignedError(number=record.number_text)
            place = {item_id: number for number, item_id in enumerate(item_ids)}
            items = work.find(DecisionItem, "sort_order", decision_id=decision_id)
            items.sort(key=lambda item: place.get(item.id, len(place)))
            for order, item in enumerate(items, start=1):
                item.sort_order = order
            work.commit()
        return Changes.DECISIONS

    def next_number(self, signed_on: date) -> int:
        """Return the number that the next decision of a year is to bear."""
        with self._database.reading() as work:
            return next_number(_used_numbers(work, work.office().office_id, signed_on.year))

    def sign(
        self,
        decision_id: str,
        *,
        number: int,
        signed_on: date,
        progress: Progress = SILENT,
    ) -> Changes:
        """Give a decision its number and date, and recognise everything in it.

        Raises:
            DecisionSignedError: It is signed already.
            NumberTakenError: Another decision of the series bears the number.
            OpenConflictError: Something in it has an open conflict; each is named.
            TransitionError: A registration has moved on in the meantime.
        """
        with self._database.writing(
            "Ký quyết định số {number}", kind="sign", number=number
        ) as work:
            record = work.get(Decision, decision_id, "quyết định")
            if record.state is not DecisionState.DRAFT:
                raise DecisionSignedError(number=record.number_text)
            _refuse_taken(work, record, number, signed_on)
            symbol = str(record.signature.get("organ_symbol", "BCĐ"))
            record.number, record.signed_on = number, signed_on
            record.number_text = format_number(record.style, number, "QĐ", symbol)
            record.state = DecisionState.SIGNED
            items = work.find(DecisionItem, "sort_order", decision_id=decision_id)
            recognised = [work.get(Registration, item.registration_id, "đăng ký") for item in items]
            require_settled(work, {one.id: one.name for one in recognised})
            for done, registration in enumerate(recognised, start=1):
                action = RegistrationAction.RECOGNISE
                take(work, registration, action, note=record.number_text, role=Role.LEADER)
                progress.step(done, len(items), registration.name)
            work.commit()
        return Changes.DECISIONS | Changes.REGISTRATIONS

    def reject(self, registration_ids: Sequence[str], reason: str) -> Changes:
        """Record that registrations are not recognised, with the reason.

        Raises:
            NoteRequiredError: There is no reason.
            TransitionError: One of them is not at this point.
        """
        title = "Không công nhận {count} mô hình"
        with self._database.writing(title, count=len(registration_ids)) as work:
            for registration_id in registration_ids:
                record = work.get(Registration, registration_id, "đăng ký")
                take(work, record, RegistrationAction.REJECT, note=reason, role=Role.LEADER)
            work.commit()
        return Changes.REGISTRATIONS

    def discard(self, decision_id: str) -> Changes:
        """Throw a draft away; its registrations stay as they are.

        Raises:
            DecisionSignedError: It is signed.
        """
        with self._database.writing("Bỏ dự thảo quyết định") as work:
            record = work.get(Decision, decision_id, "quyết định")
            if record.state is not DecisionState.DRAFT:
                raise DecisionSignedError(number=record.number_text)
            for item in work.find(DecisionItem, decision_id=decision_id):
                work.delete(item)
            work.delete(record)
            work.commit()
        return Changes.DECISIONS


def _signature(work: UnitOfWork, draft: DecisionDraft) -> dict[str, object]:
    if draft.signatory_id is None:
        raise MissingFieldsError(("signatory_id",), "Người ký")
    person = work.get(Signatory, draft.signatory_id, "người ký")
    signing = Signing(
        form=person.form,
        title=person.title,
        body=person.body,
        head_title=person.head_title,
        is_party_committee=person.is_party_committee,
    )
    return {"name": person.name, "organ_symbol": draft.organ_symbol, **asdict(signing)}


def _add_items(work: UnitOfWork, decision: Decision, registration_ids: Sequence[str]) -> None:
    names: dict[str, str] = {}
    for order, registration_id in enumerate(registration_ids, start=1):
        registration = work.get(Registration, registration_id, "đăng ký")
        names[registration.id] = registration.name
        if registration.state not in _PROPOSABLE:
            state = registration.state.label
            raise NotProposableError(name=registration.name, state=state)
        work.session.add(
            DecisionItem(decision_id=decision.id, registration_id=registration_id, sort_order=order)
        )
    require_settled(work, names)


def _refuse_taken(work: UnitOfWork, decision: Decision, number: int, signed_on: date) -> None:
    require_free(number, _used_numbers(work, decision.office_id, signed_on.year))


def _used_numbers(work: UnitOfWork, office_id: str, year: int) -> set[int]:
    return {
        decision.number
        for decision in work.find(Decision, office_id=office_id)
        if decision.number is not None
        and decision.signed_on is not None
        and decision.signed_on.year == year
    }
