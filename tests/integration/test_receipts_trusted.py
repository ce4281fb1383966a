"""Only the receipt of the office that a package went to makes it green; it says what it refused."""

import pytest
from forged_packages import LATE, forge
from two_offices import make_pair, receive, trust_each_other

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.records.package import PackageContent, PackageKind, Recipient, WireRecord
from dvk_desktop.models import PackageLog
from dvk_desktop.services.exchange.packing import next_manifest, write_signed


@pytest.fixture
def pair(tmp_path):
    made = make_pair(tmp_path)
    yield made
    made.close()


def _sent(pair):
    return next(row for row in pair.commune.receiving.history() if row.direction == "out")


def _claim(office, to, path, package_id, manifest_sha256, refused=()):
    """Let an office write a receipt for a package, whether it has it or not."""
    with office.database.writing("Ghi biên nhận", kind="export", always=True) as work:
        fields = {
            "package_id": package_id,
            "manifest_sha256": manifest_sha256,
            "merged_at": "2017-10-12T08:00:00+07:00",
            "counts": {"new": 3},
            "refused": list(refused),
        }
        record = WireRecord(new_id(), fields, (work.office().replica_id, 1))
        own = to.office.office()
        recipient = Recipient(own.office_id, own.code, own.name)
        manifest = next_manifest(work, PackageKind.RECEIPT, recipient, ())
        content = PackageContent({"receipt": [record]})
        write_signed(work, office.keys.signing_key(), path, manifest, content)
        work.commit()
    return path


def test_a_receipt_of_another_office_turns_nothing_green(pair, tmp_path):
    pair.send_up()
    other = open_office(tmp_path / "khác")
    other.office.found(code="H99", name="Huyện ủy khác", level="district")
    trust_each_other(pair.commune, other, tmp_path)
    sent = _sent(pair)

    path = tmp_path / "gia.dvk"
    _claim(other, pair.commune, path, sent.package_id, sent.manifest_sha256)
    other.close()
    _, result = receive(pair.commune, path)

    assert (_sent(pair).receipt, result.changed) == (None, 0)


def test_a_receipt_for_other_content_turns_nothing_green(pair, tmp_path):
    pair.send_up()
    path = _claim(pair.district, pair.commune, tmp_path / "r.dvk", _sent(pair).package_id, "0" * 64)

    receive(pair.commune, path)

    assert _sent(pair).receipt is None


def test_the_right_receipt_does(pair, tmp_path):
    pair.send_up()
    sent = _sent(pair)
    path = tmp_path / "r.dvk"
    _claim(pair.district, pair.commune, path, sent.package_id, sent.manifest_sha256)

    _, result = receive(pair.commune, path)

    assert (_sent(pair).receipt["counts"], result.changed) == ({"new": 3}, 1)


def test_what_was_refused_is_told_by_name_and_reason(pair, tmp_path):
    pair.send_up()
    sent, path = _sent(pair), tmp_path / "r.dvk"
    listed = [
        {"type": "registration", "id": pair.registrations[0], "reason": "Không thuộc đơn vị."},
        {"type": "score_sheet", "id": new_id(), "reason": "Phiếu của nơi khác.", "fields": ["x"]},
    ]
    _claim(pair.district, pair.commune, path, sent.package_id, sent.manifest_sha256, listed)
    receive(pair.commune, path)

    refused = pair.commune.sent_packages.refused(sent.package_id)

    assert [(row.label, row.reason, row.fields) for row in refused] == [
        ("Đăng ký “Đường hoa thay cỏ dại”", "Không thuộc đơn vị.", ()),
        ("Phiếu chấm", "Phiếu của nơi khác.", ("x",)),
    ]


def test_before_the_receipt_nothing_is_known(pair):
    pair.send_up()

    assert pair.commune.sent_packages.refused(_sent(pair).package_id) == ()
    with pytest.raises(NotFoundError):
        pair.commune.sent_packages.refused("0")


def test_a_receipt_of_very_many_refusals_is_cut_into_lines_and_read_as_one(pair):
    """One line of a package holds 1 MiB; the list of 4,500 refused records is longer."""
    count = 4_500

    def overstep(content):
        pattern = content["registration"][0]
        foreign = {**pattern.fields, "unit_id": new_id()}
        version = (pattern.v[0], LATE)
        content["registration"] += [WireRecord(new_id(), foreign, version) for _ in range(count)]
        content["registration"].sort(key=lambda record: record.id)

    result = pair.arrive(forge(pair.commune, pair.send_up(), overstep))
    pair.arrive_below(result.receipt)

    assert result.refused == count
    with pair.commune.database.reading() as work:
        (told,) = [row.receipt for row in work.find(PackageLog, direction="out") if row.receipt]
    assert len({refused["id"] for refused in told["refused"]}) == count
