"""A folder of packages in one run: order, verdicts, one backup, what fails stays aside."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from two_offices import draft, make_pair, names_in, trust_each_other

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.domain.errors import Cancelled
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.domain.records.package_batch import BatchState, BatchVerdict
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.storage.data_folder import DataFolder


@pytest.fixture
def pair(tmp_path):
    made = make_pair(tmp_path)
    yield made
    made.close()


@pytest.fixture
def post(tmp_path):
    place = tmp_path / "gói tháng 1" / "xã"
    place.mkdir(parents=True)
    return place


def _verdicts(plan):
    return [(file.path.name, str(file.verdict)) for file in plan.files]


def _states(result):
    return [(outcome.file.path.name, str(outcome.state)) for outcome in result.outcomes]


def _send(pair, path):
    return pair.commune.sending.export("H00", path).path


def _change(pair, number):
    pair.commune.registrations.step([pair.registrations[number]], RegistrationAction.WITHDRAW)


class Stopping:
    """Presses Dừng when a package of this name is begun."""

    def __init__(self, name):
        self.name = name

    def step(self, done, total, text=""):
        if text == self.name:
            raise Cancelled


def test_a_folder_goes_through_in_the_senders_order(pair, post):
    _send(pair, post / "z-truoc.dvk")
    pair.commune.units.save(UnitDraft("X01-1", "Thôn Một", "village", None))
    _send(pair, post.parent / "a-sau.dvk")
    (post / "doc.txt").write_text("thư kèm", encoding="utf-8")

    plan = pair.district.package_batch.look([post.parent])
    result, _ = pair.district.package_batch.run(plan)

    assert _verdicts(plan) == [("z-truoc.dvk", "ready"), ("a-sau.dvk", "ready")]
    assert str(result.outcomes[0].state) == "merged"
    assert result.of(BatchState.REFUSED) == ()
    assert [outcome.notices for outcome in result.outcomes] == [(), ()]
    assert len(names_in(pair.district, pair.campaign)) == 3


def test_bad_files_stand_aside_and_the_rest_goes_through(pair, post):
    good = _send(pair, post / "tot.dvk")
    whole = good.read_bytes()
    (post / "cut.dvk").write_bytes(whole[: len(whole) // 2])
    (post / "thu.dvk").write_bytes(b"xin chao")
    pair.commune.trust.own_card(post / "xa.dvkcard")
    own = pair.district.sending.export("X01", post / "xuong.dvk").path
    shutil.copyfile(good, post / "tot (1).dvk")
    before = pair.district.database.reading

    plan = pair.district.package_batch.look([post])
    with before() as work:
        untouched = work.newest_change()
    result, _ = pair.district.package_batch.run(plan)

    assert {(file.path.name, file.code) for file in plan.of(BatchVerdict.SET_ASIDE)} == {
        ("cut.dvk", "PKG_TRUNCATED"),
        ("thu.dvk", "PKG_NOT_ZIP"),
        (own.name, "PKG_OWN"),
    }
    assert [file.path.name for file in plan.of(BatchVerdict.CARD)] == ["xa.dvkcard"]
    assert len(plan.of(BatchVerdict.READY)) == len(plan.of(BatchVerdict.REPEATED)) == 1
    assert untouched == 0 or names_in(pair.district, pair.campaign)
    assert len(result.of(BatchState.MERGED)) == 1
    assert result.total("new") == result.of(BatchState.MERGED)[0].result.new > 0
    assert len(names_in(pair.district, pair.campaign)) == 3


def test_one_backup_before_the_first_and_every_package_taken_back(pair, post):
    for number in range(3):
        _send(pair, post / f"{number}.dvk")
        _change(pair, number)

    result, _ = pair.district.package_batch.run(pair.district.package_batch.look([post]))
    batches = [outcome.result.batch for outcome in result.outcomes]
    for batch in reversed(batches):
        pair.district.history.undo(batch)

    assert len(pair.district.backups.list()) == 1
    assert len(set(batches)) == 3
    assert names_in(pair.district, pair.campaign) == []


def test_what_was_merged_is_not_merged_again(pair, post):
    _send(pair, post / "1.dvk")
    service = pair.district.package_batch
    service.run(service.look([post]))

    again = service.look([post])
    result, _ = service.run(again)
    with_repeated, _ = service.run(again, with_repeated=True)

    assert _verdicts(again) == [("1.dvk", "repeated")]
    assert _states(result) == _states(with_repeated) == [("1.dvk", "nothing_new")]
    assert with_repeated.total("new") == 0


def test_two_packages_of_one_number_stand_aside(pair, post):
    _send(pair, post / "goc.dvk")
    _forget_what_was_sent(pair.commune)
    _send(pair, post / "sao.dvk")
    service = pair.district.package_batch

    plan = service.look([post])
    result, _ = service.run(plan)

    assert {(file.code, str(file.verdict)) for file in plan.files} == {("PKG_FORK", "set_aside")}
    assert {str(outcome.state) for outcome in result.outcomes} == {"waiting"}
    assert names_in(pair.district, pair.campaign) == []


def test_a_number_that_was_taken_before_stands_aside(pair, post):
    pair.arrive(_send(pair, post.parent / "goc.dvk"))
    _forget_what_was_sent(pair.commune)
    _send(pair, post / "sao.dvk")

    (file,) = pair.district.package_batch.look([post]).files

    assert (file.code, str(file.verdict)) == ("PKG_FORK", "set_aside")


def _forget_what_was_sent(office):
    """Make it number its packages anew, as a copy of its data does that goes unnoticed."""
    with closing(sqlite3.connect(database_path(office.folder))) as connection, connection:
        connection.execute("DELETE FROM package_log")
    DataFolder(office.folder).given_numbers.unlink()


def test_stopping_keeps_what_was_merged_and_says_so(pair, post):
    for number in range(3):
        _send(pair, post / f"{number}.dvk")
        _change(pair, number)
    service = pair.district.package_batch
    plan = service.look([post])

    result, _ = service.run(plan, Stopping("1.dvk"))
    rest, _ = service.run(service.look([post]))

    assert _states(result) == [("0.dvk", "merged"), ("1.dvk", "waiting"), ("2.dvk", "waiting")]
    assert "Đã dừng" in str(result.stopped)
    assert [state for _, state in _states(rest)] == ["merged", "merged", "nothing_new"]


def test_a_stranger_waits_for_his_card(tmp_path, pair, post):
    stranger = open_office(tmp_path / "lạ")
    stranger.office.found(code="X77", name="Đảng ủy xã Lạ", level="commune")
    stranger.units.save(UnitDraft("H00", "Huyện Yên Mô", "district", None))
    stranger.sending.export("H00", post / "la.dvk")
    service = pair.district.package_batch

    before = service.look([post])
    trust_each_other(pair.district, stranger, tmp_path)
    after = service.look([post])
    stranger.close()

    assert [(file.code, str(file.verdict)) for file in before.files] == [
        ("PKG_UNTRUSTED", "set_aside")
    ]
    assert _verdicts(after) == [("la.dvk", "ready")]


def test_trust_from_above_lets_the_waiting_through_and_may_be_stopped(tmp_path, pair, post):
    above, unit = pair.district, pair.district.units.by_code("X01").id
    above.units.save(UnitDraft("X01-1", "Thôn Bình Hòa", "base", unit))
    hamlet = open_office(tmp_path / "thôn")
    hamlet.office.found(code="X01-1", name="Chi bộ thôn Bình Hòa", level="base")
    hamlet.units.save(UnitDraft("X01", "Xã Yên Phong", "commune", None))
    trust_each_other(above, hamlet, tmp_path)
    hamlet.sending.export("X01", post / "thon.dvk")
    hamlet.close()
    above.sending.export("X01", post / "xuong.dvk")
    service = pair.commune.package_batch
    plan = service.look([post])

    stopped, _ = service.run(plan, Stopping("thon.dvk"))
    result, _ = service.run(service.look([post]))

    assert _states(stopped) == [("xuong.dvk", "merged"), ("thon.dvk", "waiting")]
    assert "Đã dừng" in str(stopped.stopped)
    assert _states(result) == [("thon.dvk", "merged"), ("xuong.dvk", "nothing_new")]


def test_a_package_that_goes_away_before_its_turn_is_told(pair, post):
    _send(pair, post / "0.dvk")
    _change(pair, 0)
    _send(pair, post / "1.dvk")
    service = pair.district.package_batch
    plan = service.look([post])
    (post / "0.dvk").unlink()

    result, _ = service.run(plan)

    assert _states(result) == [("0.dvk", "refused"), ("1.dvk", "merged")]
    assert result.outcomes[0].code == "PKG_UNREADABLE"
    assert "Chưa thấy gói số 1" in str(result.outcomes[1].notices[0])


def test_a_stranger_goes_through_once_a_package_from_above_brings_his_card(tmp_path, pair, post):
    """The commune holds a package of its hamlet, and in the same folder the district's word."""
    parent = pair.district.units.by_code("X01").id
    pair.district.units.save(UnitDraft("X01-1", "Thôn Một", "base", parent))
    hamlet = open_office(tmp_path / "thôn")
    hamlet.office.found(code="X01-1", name="Chi bộ thôn Một", level="base")
    hamlet.units.save(UnitDraft("X01", "Xã Yên Phong", "commune", None))
    trust_each_other(pair.district, hamlet, tmp_path)
    campaign, _ = hamlet.campaigns.create(2017)
    unit = hamlet.office.office().unit_id
    hamlet.registrations.register(campaign, draft(unit, "Vườn mẫu thôn Một"))
    hamlet.sending.export("X01", post / "a-thon.dvk")
    pair.district.sending.export("X01", post / "b-huyen.dvk")
    hamlet.close()
    service = pair.commune.package_batch

    plan = service.look([post])
    result, _ = service.run(plan)

    assert [(file.path.name, file.code) for file in plan.files] == [
        ("b-huyen.dvk", ""),
        ("a-thon.dvk", "PKG_UNTRUSTED"),
    ]
    assert _states(result) == [("b-huyen.dvk", "merged"), ("a-thon.dvk", "merged")]
    assert "Vườn mẫu thôn Một" in names_in(pair.commune, pair.commune_campaign)


def test_a_package_under_a_passphrase_waits_until_it_is_given(pair, post):
    options = SendOptions(passphrase="năm nhóm số 48213")
    path = pair.commune.sending.export("H00", post / "kin.dvk", options=options).path
    _change(pair, 0)
    _send(pair, post / "ro.dvk")
    service = pair.district.package_batch

    before = service.look([post])
    service.run(before)
    pair.district.receiving.give_passphrase(path, options.passphrase)
    after, _ = service.run(service.look([post]))

    assert [(file.path.name, file.code) for file in before.files] == [
        ("ro.dvk", ""),
        ("kin.dvk.age", "AGE_PASSPHRASE_MISSING"),
    ]
    assert sorted(_states(after)) == [("kin.dvk.age", "merged"), ("ro.dvk", "nothing_new")]
