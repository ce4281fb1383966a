"""A small campaign taken step by step to where a test of a page begins."""

from contextlib import contextmanager
from datetime import date

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.demo_marks import demo_council_marks, demo_self_marks
from dvk_desktop.domain.records.council import MemberRow
from dvk_desktop.domain.records.decision import DecisionDraft
from dvk_desktop.domain.records.office import SignatoryRow
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.scoring import SheetDraft
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction as Action
from dvk_desktop.domain.terms import RegistrationKind, SheetKind, SubjectType
from dvk_desktop.domain.voting import Tally

MEMBERS = tuple(MemberRow(f"Đồng chí {n}", "Ủy viên", is_present=n > 1) for n in range(1, 10))


@contextmanager
def opened_year(folder):
    year = SmallYear(folder)
    yield year
    year.services.close()


class SmallYear:
    """Twelve registrations of three units in real services on a real file."""

    def __init__(self, folder):
        self.services = open_office(folder)
        self.services.office.found(code="YM", name="Ban Dân vận Yên Mô", level="district")
        self.campaign_id, _ = self.services.campaigns.create(2017)
        drafts = [UnitDraft(f"X{n}", f"Xã số {n}", "commune", None) for n in range(1, 4)]
        units = [self.services.units.save(draft)[0] for draft in drafts]
        self.ids = [self._register(n, units[n % 3]) for n in range(12)]

    def _register(self, number, unit_id):
        draft = RegistrationDraft(
            unit_id,
            f"Mô hình số {number + 1}",
            lead_body=f"Chi hội thôn {number + 1}",
            sector_code="KT",
            subject_type=SubjectType.COLLECTIVE,
            kind=RegistrationKind.NEW,
            content="Vận động nhân dân hiến đất mở đường.",
            address="Thôn Trung",
            goals="Mở đường",
        )
        return self.services.registrations.register(self.campaign_id, draft)[0]

    def accept(self):
        self.services.registrations.step(self.ids, Action.SUBMIT)
        self.services.registrations.step(self.ids, Action.ACCEPT)

    def self_score(self):
        form = self.services.scoring.form_of(self.ids[0]).form
        self.services.scoring.score(
            [
                SheetDraft(one, SheetKind.SELF, "Đơn vị", demo_self_marks(form, n))
                for n, one in enumerate(self.ids)
            ]
        )

    def council_score(self):
        form = self.services.scoring.form_of(self.ids[0]).form
        for member in range(2):
            self.services.scoring.score(
                [
                    SheetDraft(
                        one,
                        SheetKind.COUNCIL,
                        f"Ủy viên {member}",
                        demo_council_marks(form, n, member),
                    )
                    for n, one in enumerate(self.ids)
                ]
            )

    def score(self):
        self.accept()
        self.self_score()
        self.council_score()

    def meet(self):
        meeting_id, _ = self.services.council.open(
            self.campaign_id, name="Họp xét", held_on=date(2017, 10, 5), members=MEMBERS
        )
        return meeting_id

    def vote(self, passed=10):
        meeting_id = self.meet()
        tallies = {
            one: Tally(9, 8, agree=8) if n < passed else Tally(9, 8, agree=2, disagree=6)
            for n, one in enumerate(self.ids)
        }
        self.services.council.count(meeting_id, tallies)
        self.services.council.close(meeting_id)

    def add_signatory(self):
        self.services.office.save_signatory(SignatoryRow("Nguyễn Văn An", "Trưởng ban"))
        return self.services.office.signatories()[0].id

    def draft(self, count=10):
        draft = DecisionDraft(
            self.campaign_id,
            "Về việc công nhận mô hình",
            "Ban Chỉ đạo huyện Yên Mô",
            "Yên Mô",
            tuple(self.ids[:count]),
            signatory_id=self.add_signatory(),
        )
        return self.services.recognition.draft(draft)[0]

    def sign(self, decision_id):
        self.services.recognition.sign(decision_id, number=15, signed_on=date(2017, 10, 12))

    def state_of(self, registration_id):
        return self.services.registrations.detail(registration_id).state

    def states(self):
        rows = self.services.registrations.rows(RegistrationFilter(campaign_id=self.campaign_id))
        return {row.id: row.state for row in rows}
