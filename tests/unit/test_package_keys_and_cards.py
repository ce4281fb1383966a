"""Keys, fingerprints and office cards."""

import base64
import hashlib
import json
import os
import re
import stat
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import serialization
from hypothesis import given
from hypothesis import strategies as st
from package_builder import KEY, PUBLIC, UNIT_1

from dvk_desktop.exchange.package.age_keys import (
    decode_bech32,
    encode_bech32,
    is_recipient,
    new_age_keys,
    recipient_of,
)
from dvk_desktop.exchange.package.cards import CardError, make_card, read_card, write_card
from dvk_desktop.exchange.package.signing import (
    KeyDamagedError,
    KeyMissingError,
    fingerprint,
    load_private_key,
    new_keys,
    public_key_of,
    same_fingerprint,
    save_private_key,
    sign,
    verify,
)
from dvk_desktop.safe_files import FolderMissingError

PRIVATE = KEY.private_bytes_raw()
ENCRYPTED_ELSEWHERE = KEY.private_bytes(
    serialization.Encoding.PEM,
    serialization.PrivateFormat.PKCS8,
    serialization.BestAvailableEncryption(b"another program"),
)


def test_only_the_signed_message_verifies():
    keys = new_keys()
    signature = sign(keys.private_key, b"message")

    assert public_key_of(keys.private_key) == keys.public_key
    assert verify(keys.public_key, signature, b"message")
    assert not verify(keys.public_key, signature, b"massage")
    assert not verify(PUBLIC, signature, b"message")
    assert not verify(keys.public_key, signature[:-1], b"message")
    assert not verify(b"short", signature, b"message")
    assert keys.private_key.hex() not in repr(keys)


def test_fingerprint_shows_all_256_bits_in_digits():
    shown = fingerprint(PUBLIC)

    assert re.fullmatch(r"[0-9]{5}( [0-9]{5}){15}", shown)
    numbers = b"".join(int(group).to_bytes(2, "big") for group in shown.split())
    assert numbers == hashlib.sha256(PUBLIC).digest()


def test_a_fingerprint_is_recognised_however_it_is_typed():
    shown, digits = fingerprint(PUBLIC), hashlib.sha256(PUBLIC).hexdigest()

    for typed in (shown, shown.replace(" ", ""), shown.replace(" ", "-"), f"  {shown}\n"):
        assert same_fingerprint(typed, PUBLIC)
    for typed in (digits, digits.upper(), "-".join(digits[at : at + 4] for at in range(0, 64, 4))):
        assert same_fingerprint(typed, PUBLIC)
    for typed in ("", shown[:-1], digits[:-1], digits[:16], fingerprint(new_keys().public_key)):
        assert not same_fingerprint(typed, PUBLIC)


def test_private_key_file(tmp_path):
    path = tmp_path / "office.key"
    path.write_bytes(b"older")

    save_private_key(path, PRIVATE)

    assert load_private_key(path) == PRIVATE
    assert [each.name for each in tmp_path.iterdir()] == ["office.key"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_private_key_file_refusals(tmp_path):
    path = tmp_path / "office.key"
    with pytest.raises(KeyMissingError):
        load_private_key(path)
    for content in (b"rubbish", b"", ENCRYPTED_ELSEWHERE):
        path.write_bytes(content)
        with pytest.raises(KeyDamagedError):
            load_private_key(path)


@pytest.mark.parametrize(
    "good",
    [
        "A12UEL5L",
        "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
        "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
        # The recipient that age's own manual shows.
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    ],
)
def test_bech32_of_the_standard_is_understood(good):
    damaged = good[:-1] + ("q" if good[-1] != "q" else "p")

    prefix, data = decode_bech32(good)

    assert encode_bech32(prefix, data) == good.lower()
    with pytest.raises(ValueError, match=r"wrong checksum|mixed case"):
        decode_bech32(damaged)


@given(st.binary(max_size=64))
def test_bech32_round_trip(data):
    assert decode_bech32(encode_bech32("age", data)) == ("age", data)


def test_age_keys_have_the_public_forms():
    keys = new_age_keys()

    assert re.fullmatch(r"AGE-SECRET-KEY-1[0-9A-Z]{58}", keys.identity)
    assert re.fullmatch(r"age1[0-9a-z]{58}", keys.recipient)
    assert recipient_of(keys.identity) == keys.recipient
    assert is_recipient(keys.recipient)
    assert not is_recipient(keys.identity)
    assert not is_recipient(keys.recipient[:-1])
    assert keys.identity not in repr(keys)


@pytest.fixture
def card():
    return make_card(
        office_id=UNIT_1,
        code="YM-01",
        name="Xã Yên Mô",
        level="commune",
        private_key=PRIVATE,
        age_public_key=new_age_keys().recipient,
        extra={"valid_from": "2024-01-01"},
    )


def test_card_round_trip(tmp_path, card):
    path = tmp_path / "yen-mo.dvkcard"

    write_card(path, card)

    assert read_card(path) == card
    assert [each.name for each in tmp_path.iterdir()] == ["yen-mo.dvkcard"]


def test_card_is_signed_as_the_page_says(tmp_path, card):
    path = tmp_path / "yen-mo.dvkcard"
    write_card(path, card)

    members = json.loads(path.read_bytes())
    signature = base64.b64decode(members.pop("signature"))
    message = json.dumps(members, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    KEY.public_key().verify(signature, message.encode())
    assert members["public_key"] == base64.b64encode(PUBLIC).decode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (
            lambda raw: raw.replace("Xã Yên Mô".encode(), "Xã Yên Hoà".encode()),
            "CARD_SIGNATURE_WRONG",
        ),
        (lambda raw: raw.replace(b"2024-01-01", b"2025-01-01"), "CARD_SIGNATURE_WRONG"),
        (lambda raw: raw.replace(b'"signature": "', b'"signature": "!'), "CARD_SIGNATURE_WRONG"),
        (lambda raw: raw.replace(b'"public_key": "', b'"public_key": "!'), "CARD_FIELD"),
        (lambda raw: raw.replace(b'"level"', b'"rank"'), "CARD_FIELD"),
        (lambda raw: raw.replace(b'"commune"', b"1"), "CARD_FIELD"),
        (lambda raw: raw.replace(UNIT_1.encode(), b"1"), "CARD_FIELD"),
        (lambda raw: raw.replace(b"{", b'{"level": "x",'), "CARD_NOT_JSON"),
        (lambda raw: raw[:-5], "CARD_NOT_JSON"),
        (lambda raw: b"\xff" + raw, "CARD_NOT_JSON"),
        (lambda raw: raw + b" " * 70_000, "CARD_TOO_BIG"),
    ],
)
def test_card_refusals(tmp_path, card, change, code):
    path = tmp_path / "yen-mo.dvkcard"
    write_card(path, card)
    path.write_bytes(change(path.read_bytes()))

    with pytest.raises(CardError) as refused:
        read_card(path)

    assert refused.value.code == code


def test_card_that_cannot_be_read_or_written(tmp_path, card):
    with pytest.raises(CardError) as unreadable:
        read_card(tmp_path / "none.dvkcard")
    with pytest.raises(FolderMissingError):
        write_card(tmp_path / "none" / "x.dvkcard", card)
    with pytest.raises(CardError) as wrong:
        write_card(tmp_path / "x.dvkcard", replace(card, name="Other"))

    assert unreadable.value.code == "CARD_UNREADABLE"
    assert wrong.value.code == "CARD_SIGNATURE_WRONG"
    assert list(tmp_path.iterdir()) == []
