"""Packages encrypted to a card or a passphrase, from office to office."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest
from two_offices import Pair, make_pair, names_in

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.exchange.package.sealing_refusals import (
    PassphraseMissingError,
    PassphraseShortError,
    PassphraseWrongError,
    WrongKeyError,
)
from dvk_desktop.services.exchange.outgoing import NoCardError
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder

PASSPHRASE = "năm nhóm số 48213"


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def sent(pair: Pair, **options: Any) -> Path:
    wanted = SendOptions(**options)
    return pair.commune.sending.export("H00", pair.folder / "up.dvk", options=wanted).path


def left_in_clear(office: Services) -> list[Path]:
    working = DataFolder(office.folder).working
    return list(working.iterdir()) if working.is_dir() else []


def reason(office: Services, path: Path) -> DvkError:
    manifest, trusted, problems = office.receiving.inspect(path)
    assert (manifest, trusted, len(problems)) == (None, False, 1)
    return problems[0]


def test_to_the_card_it_opens_by_itself_and_leaves_nothing_in_clear(pair: Pair) -> None:
    path = sent(pair, to_card=True)
    result = pair.arrive(path)

    assert path.name == "up.dvk.age"
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n")
    assert (result.conflicts, result.refused) == (0, 0)
    assert names_in(pair.district, pair.campaign) == names_in(pair.commune, pair.commune_campaign)
    assert pair.district.receiving.history()[-1].file_name == "up.dvk"
    assert sorted(one.name for one in pair.folder.glob("up*")) == ["up.dvk.age"]
    assert left_in_clear(pair.district) == left_in_clear(pair.commune) == []


def test_for_another_office_it_stays_shut(pair: Pair) -> None:
    path = sent(pair, to_card=True)

    assert isinstance(reason(pair.commune, path), WrongKeyError)
    with pytest.raises(WrongKeyError):
        pair.commune.receiving.preview(path)


def test_a_passphrase_is_asked_for_then_tried_then_taken(pair: Pair) -> None:
    path = sent(pair, passphrase=PASSPHRASE)
    receiving = pair.district.receiving

    assert isinstance(reason(pair.district, path), PassphraseMissingError)
    receiving.give_passphrase(path, "một mật khẩu khác")
    assert isinstance(reason(pair.district, path), PassphraseWrongError)
    receiving.give_passphrase(path, PASSPHRASE)
    assert pair.arrive(path).new > 0
    assert left_in_clear(pair.district) == []


def test_without_a_card_there_is_nothing_to_encrypt_to(pair: Pair) -> None:
    pair.commune.trust.withdraw(pair.district.office.office().office_id)

    with pytest.raises(NoCardError):
        sent(pair, to_card=True)
    with pytest.raises(PassphraseShortError):
        sent(pair, passphrase="ngắn")
    assert list(pair.folder.glob("up*")) == []
    assert pair.commune.receiving.history() == ()


def test_any_age_program_opens_what_we_write_and_the_other_way_round(pair: Pair) -> None:
    identity = pyrage.x25519.Identity.from_str(pair.district.keys.age_identity())
    plain = pyrage.decrypt(sent(pair, to_card=True).read_bytes(), [identity])
    theirs = pair.folder / "of another program.age"
    theirs.write_bytes(pyrage.encrypt(plain, [identity.to_public()], armored=True))

    assert plain.startswith(b"PK\x03\x04")
    assert pair.arrive(theirs).new > 0
