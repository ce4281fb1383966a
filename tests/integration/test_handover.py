"""The slip of a package says the same to sender and receiver, before and after the journey."""

from dataclasses import replace

import pytest
from dvk_runner import commune, district
from two_offices import make_pair

from dvk_desktop.domain.check_code import check_code
from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.exchange.package.refusals import NotZipError


@pytest.fixture
def pair(tmp_path):
    made = make_pair(tmp_path)
    yield made
    made.close()


def test_both_sides_read_the_same_code(pair):
    path = pair.send_up()
    sent = pair.commune.receiving.history()[0]
    pair.arrive(path)
    arrived = next(row for row in pair.district.receiving.history() if row.direction == "in")

    slip = pair.commune.handover.of_sent(sent.package_id)
    seen_above = pair.district.handover.of_file(path)

    assert slip.check_code == seen_above.check_code == check_code(arrived.manifest_sha256)
    assert (slip.sender.code, slip.recipient.code, slip.sequence) == ("X01", "H00", 1)
    assert ("Đăng ký", 3) in slip.counts
    assert slip.byte_count == path.stat().st_size == seen_above.byte_count
    assert slip.file_name == path.name
    assert slip.counts == seen_above.counts
    assert len(slip.campaigns) == 1


def test_the_log_alone_makes_the_slip_of_the_file(pair):
    path = pair.send_up()
    from_file = pair.commune.handover.of_file(path)
    path.unlink()

    slip = pair.commune.handover.of_sent(pair.commune.receiving.history()[0].package_id)

    assert slip == replace(from_file, written_at=slip.written_at)


def test_an_encrypted_package_has_the_slip_of_what_is_inside(pair, tmp_path):
    options = SendOptions(to_card=True)
    sent = pair.commune.sending.export("H00", tmp_path / "kin.dvk", options=options)

    ours = pair.commune.handover.of_sent(sent.manifest.package_id)
    theirs = pair.district.handover.of_file(sent.path)

    assert theirs.check_code == ours.check_code
    assert theirs.file_name == ours.file_name == "kin.dvk.age"
    assert theirs.byte_count == ours.byte_count == sent.path.stat().st_size


def test_what_is_no_package_has_no_slip(pair, tmp_path):
    (tmp_path / "thu.dvk").write_text("chưa phải gói", encoding="utf-8")

    with pytest.raises(NotZipError):
        pair.commune.handover.of_file(tmp_path / "thu.dvk")
    with pytest.raises(NotFoundError):
        pair.commune.handover.of_sent("0")


def test_dvk_prints_the_slip_of_a_file_on_both_sides(capsys, tmp_path):
    below = commune(capsys, tmp_path / "below")
    above = district(capsys, tmp_path / "above")
    below.done("package", "export", "--to", "H00", "--out", tmp_path / "1.dvk")

    ours = below.done("package", "slip", tmp_path / "1.dvk", "--out", tmp_path / "gui.pdf")
    theirs = above.done("package", "slip", tmp_path / "1.dvk", "--out", tmp_path / "nhan.pdf")

    assert ours["check_code"] == theirs["check_code"]
    assert ours["sender"]["code"] == "X13"
    assert (tmp_path / "nhan.pdf").read_bytes().startswith(b"%PDF")
    (tmp_path / "1.dvk").write_bytes(b"PK")
    assert above("package", "slip", tmp_path / "1.dvk", "--out", tmp_path / "x.pdf").code == 3
