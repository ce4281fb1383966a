"""A lost computer: new keys for the same office, and what other offices make of them."""

import errno
import json
import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from two_offices import Pair, make_pair, receive

from dvk_desktop.bootstrap import open_office
from dvk_desktop.documents.preview import page_count
from dvk_desktop.domain.records.exchange import MergePreview, SendOptions
from dvk_desktop.domain.records.package_batch import BatchVerdict
from dvk_desktop.exchange.package.cards import CardFieldError, CardSignatureError, make_card
from dvk_desktop.exchange.package.cards import members_of as card_members
from dvk_desktop.exchange.package.sealing_refusals import WrongKeyError
from dvk_desktop.exchange.package.signing import new_keys
from dvk_desktop.safe_files import FileWriteError
from dvk_desktop.services.exchange.key_renewal import KeyState, RenewalDayError, RenewalReasonError
from dvk_desktop.services.exchange.office_keys import OfficeKeys
from dvk_desktop.services.exchange.packing import OtherKeyHereError
from dvk_desktop.services.exchange.trust import (
    CallUnnamedError,
    FingerprintDiffersError,
    KeyNotReplacedError,
    KeyReplacedError,
    OldKeyCardError,
    WithdrawalDayError,
)
from dvk_desktop.services.exchange.withdrawn_keys import KeyUsedAfterError, WithdrawnKeyError
from dvk_desktop.services.services import Services
from dvk_desktop.storage.key_files import AGE_FILE, CARD_AGE_FILE, KEY_FILE, put_aside

WHY = "Máy tính bị mất"


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def today(office: Services) -> date:
    return office.recognition.today()


def renew(office: Services, card: Path, *, days_ago: int = 0) -> str:
    """Renew the keys and write the new card; returns its fingerprint."""
    day = today(office) - timedelta(days=days_ago)
    office.key_renewal.renew(withdrawn_on=day, reason=WHY)
    office.trust.own_card(card)
    return office.trust.fingerprint()


def confirm(pair: Pair, card: Path, digits: str, *, days_ago: int = 0) -> None:
    day = today(pair.district) - timedelta(days=days_ago)
    pair.district.trust.replace_key(card, digits, withdrawn_on=day, spoken_with="Ông Phạm Văn Hòa")


def key_files(office: Services) -> list[str]:
    return sorted(path.name for path in (office.folder / "keys").iterdir())


def test_the_office_stays_and_its_replica_is_new(pair: Pair) -> None:
    before, keys = pair.commune.office.office(), pair.commune.keys.signing_key()
    digits = renew(pair.commune, pair.folder / "new.dvkcard")
    after, seen = pair.commune.office.office(), pair.district.trust.read_card

    assert (after.office_id, after.code) == (before.office_id, before.code)
    assert after.replica_id != before.replica_id
    assert after.public_key != before.public_key
    assert pair.commune.keys.signing_key() != keys
    assert pair.commune.key_renewal.state() is KeyState.SOUND
    shown = seen(pair.folder / "new.dvkcard")
    assert (shown.is_other_key, shown.is_trusted, shown.is_signed_by_old) == (True, False, True)
    assert (shown.fingerprint, shown.withdrawn_on) == (digits, today(pair.commune))
    aside = [name for name in key_files(pair.commune) if name.startswith("old-")]
    assert len(aside) == 3
    assert WHY in pair.commune.history.recent(1)[0].title


def test_without_the_old_key_the_card_still_announces_it(pair: Pair) -> None:
    old = pair.commune.trust.fingerprint()
    for name in (KEY_FILE, AGE_FILE, CARD_AGE_FILE):
        (pair.commune.folder / "keys" / name).unlink()
    again = open_office(pair.commune.folder)

    assert again.key_renewal.state() is KeyState.MISSING
    renew(again, pair.folder / "new.dvkcard")
    shown = pair.district.trust.read_card(pair.folder / "new.dvkcard")
    assert (shown.is_signed_by_old, shown.withdrawn_on) == (False, today(again))
    assert shown.old_fingerprint == old
    again.close()


def test_nothing_comes_in_until_somebody_has_telephoned(pair: Pair) -> None:
    card = pair.folder / "new.dvkcard"
    digits = renew(pair.commune, card)
    path = pair.send_up()
    assert not pair.district.receiving.preview(path).is_trusted

    trust, day = pair.district.trust, today(pair.district)
    with pytest.raises(KeyReplacedError):
        trust.trust(card, digits)
    with pytest.raises(FingerprintDiffersError):
        trust.replace_key(card, "00000", withdrawn_on=day, spoken_with="Hòa")
    with pytest.raises(CallUnnamedError):
        trust.replace_key(card, digits, withdrawn_on=day, spoken_with=" ")
    with pytest.raises(WithdrawalDayError):
        trust.replace_key(card, digits, withdrawn_on=day + timedelta(days=1), spoken_with="Hòa")
    confirm(pair, card, digits)
    with pytest.raises(KeyNotReplacedError):
        confirm(pair, card, digits)
    assert receive(pair.district, path)[1].new > 0


def test_taking_trust_away_does_not_let_another_key_in_by_the_back_door(pair: Pair) -> None:
    card = pair.folder / "new.dvkcard"
    digits = renew(pair.commune, card)
    trust = pair.district.trust
    trust.withdraw(pair.commune.office.office().office_id)

    with pytest.raises(KeyReplacedError):
        trust.trust(card, digits)


def test_what_the_old_key_signed_is_refused_unless_it_was_merged(pair: Pair) -> None:
    merged, late = pair.send_up("one.dvk"), pair.send_up("two.dvk")
    pair.arrive(merged)
    card = pair.folder / "new.dvkcard"
    confirm(pair, card, renew(pair.commune, card))
    receiving = pair.district.receiving

    with pytest.raises(WithdrawnKeyError):
        receiving.preview(late)
    files = {file.path: file for file in pair.district.package_batch.look([merged, late]).files}
    assert files[late].code == WithdrawnKeyError.code
    assert files[merged].verdict is BatchVerdict.REPEATED
    preview, result = receive(pair.district, merged)
    assert preview.is_trusted
    assert (result.new, result.changed, result.removed) == (0, 0, 0)
    assert receiving.inspect(late)[1] is False


def test_a_package_of_the_old_key_from_after_that_day_is_an_alarm(pair: Pair) -> None:
    late = pair.send_up()
    card = pair.folder / "new.dvkcard"
    confirm(pair, card, renew(pair.commune, card, days_ago=3), days_ago=3)

    with pytest.raises(KeyUsedAfterError):
        pair.district.receiving.preview(late)


def test_a_preview_from_before_the_change_of_keys_merges_nothing(pair: Pair) -> None:
    preview: MergePreview = pair.district.receiving.preview(pair.send_up())
    card = pair.folder / "new.dvkcard"
    confirm(pair, card, renew(pair.commune, card))

    with pytest.raises(WithdrawnKeyError):
        pair.district.receiving.merge(preview)


def test_history_and_list_say_who_confirmed_it_and_when(pair: Pair) -> None:
    card, old = pair.folder / "new.dvkcard", pair.commune.office.office().public_key
    confirm(pair, card, renew(pair.commune, card))
    known = pair.district.trust.offices()[0]
    (key,) = known.withdrawn_keys

    assert known.is_trusted
    assert (key.public_key, key.spoken_with) == (old, "Ông Phạm Văn Hòa")
    assert key.confirmed_at[:10] == today(pair.district).isoformat()
    title = pair.district.history.recent(1)[0].title
    assert "Ông Phạm Văn Hòa" in title
    assert f"{today(pair.district):%d/%m/%Y}" in title


def test_the_old_card_does_not_come_back(pair: Pair) -> None:
    old, card = pair.folder / "old.dvkcard", pair.folder / "new.dvkcard"
    pair.commune.trust.own_card(old)
    first = pair.commune.trust.fingerprint()
    confirm(pair, card, renew(pair.commune, card))

    with pytest.raises(OldKeyCardError):
        pair.district.trust.read_card(old)
    with pytest.raises(OldKeyCardError):
        confirm(pair, old, first)


def test_a_key_that_we_never_knew_between_two_others_is_withdrawn_with_them(pair: Pair) -> None:
    middle, card = pair.folder / "middle.dvkcard", pair.folder / "new.dvkcard"
    renew(pair.commune, middle, days_ago=1)
    late = pair.send_up()
    confirm(pair, card, renew(pair.commune, card))

    assert len(pair.district.trust.offices()[0].withdrawn_keys) == 2
    with pytest.raises(WithdrawnKeyError):
        pair.district.receiving.preview(late)
    with pytest.raises(OldKeyCardError):
        pair.district.trust.read_card(middle)


def test_a_reason_and_a_past_day_are_asked_for(pair: Pair) -> None:
    keys, renewal = pair.commune.keys.signing_key(), pair.commune.key_renewal
    with pytest.raises(RenewalReasonError):
        renewal.renew(withdrawn_on=today(pair.commune), reason="  ")
    with pytest.raises(RenewalDayError):
        renewal.renew(withdrawn_on=today(pair.commune) + timedelta(days=1), reason=WHY)
    assert pair.commune.keys.signing_key() == keys


def test_a_drive_that_refuses_leaves_the_old_keys(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    keys, files = pair.commune.keys.signing_key(), key_files(pair.commune)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileWriteError):
        pair.commune.key_renewal.renew(withdrawn_on=today(pair.commune), reason=WHY)
    assert (pair.commune.keys.signing_key(), key_files(pair.commune)) == (keys, files)


def test_a_renewal_that_was_cut_off_is_mended_at_the_next_start(pair: Pair) -> None:
    keys, office = pair.commune.keys.signing_key(), pair.commune.office.office()
    put_aside(pair.commune.keys.place, office.public_key)
    pair.commune.office.make_keys()
    assert pair.commune.key_renewal.state() is KeyState.OTHER
    with pytest.raises(OtherKeyHereError):
        pair.send_up()

    again = open_office(pair.commune.folder)
    assert again.key_renewal.state() is KeyState.SOUND
    assert again.keys.signing_key() == keys
    again.close()


def test_a_forgotten_passphrase_is_no_end(pair: Pair) -> None:
    pair.commune.keys.protect("mật khẩu đã quên")
    fresh = OfficeKeys(pair.commune.folder)
    again = open_office(pair.commune.folder)

    assert fresh.is_locked
    assert again.key_renewal.state() is KeyState.SOUND
    renew(again, pair.folder / "new.dvkcard")
    assert not again.keys.is_protected
    shown = pair.district.trust.read_card(pair.folder / "new.dvkcard")
    assert (shown.is_other_key, shown.is_signed_by_old) == (True, False)
    again.close()


def test_a_forged_word_of_the_old_key_is_refused(pair: Pair) -> None:
    card = pair.folder / "new.dvkcard"
    renew(pair.commune, card)
    mine = json.loads(card.read_text("utf-8"))
    stolen = mine["supersedes"]
    for member, refusal in ((stolen, CardSignatureError), ("cũ", CardFieldError)):
        forged = make_card(
            office_id=mine["office_id"],
            code=mine["code"],
            name=mine["name"],
            level=mine["level"],
            private_key=new_keys().private_key,
            age_public_key=mine["age_public_key"],
            extra={"supersedes": member},
        )
        card.write_text(json.dumps(card_members(forged)), "utf-8")
        with pytest.raises(refusal):
            pair.district.trust.read_card(card)


def test_the_page_holds_the_whole_card(pair: Pair) -> None:
    pdf, text = pair.folder / "card.pdf", pair.folder / "text.dvkcard"
    renew(pair.commune, pair.folder / "new.dvkcard")
    pair.commune.trust.write_card_paper(pdf)
    paper = pair.commune.trust.own_card_paper()
    text.write_text(paper.qr_text, "ascii")

    assert page_count(pdf) == 1
    assert paper.digits == pair.commune.trust.fingerprint()
    assert len(paper.digits.split()) == 16
    assert paper.replaced_on == today(pair.commune)
    assert pair.district.trust.read_card(text).fingerprint == paper.digits


def test_what_was_encrypted_to_the_old_card_still_opens(pair: Pair) -> None:
    path = pair.district.sending.export(
        "X01", pair.folder / "down.dvk", options=SendOptions(to_card=True)
    ).path
    renew(pair.commune, pair.folder / "new.dvkcard")

    assert pair.arrive_below(path).refused == 0
    for name in list((pair.commune.folder / "keys").glob("old-*")):
        name.unlink()
    with pytest.raises(WrongKeyError):
        pair.commune.receiving.preview(path)
