"""The quick search finds what the filtered list finds, and shows the same rows."""

import pytest

from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationKind, SubjectType

NAMES = ("Thắp sáng đường quê", "Hiến đất mở đường", "Thap sang", "3 sạch", "Đường hoa “50%”")


@pytest.fixture
def registered(register):
    return [
        register(name, subject_type=SubjectType.COLLECTIVE, kind=RegistrationKind.NEW)
        for name in NAMES
    ]


@pytest.mark.parametrize("typed", ["thap", "Thắp", "đ", "duong", "hien dat", "50%", '"', "xyz", ""])
def test_quick_search_shows_the_rows_of_the_list(services, campaign, commune, registered, typed):
    # The list finds by the unit's name too; the quick search has the units as results of their own.
    services.units.rename(commune, "Xã Mai Sơn")
    wanted = RegistrationFilter(campaign_id=campaign.id, text=typed, sort="unit")
    listed = services.registrations.rows(wanted)
    found = services.registrations.search(typed, campaign_id=campaign.id)
    assert found == (listed if typed.strip('"') else [])


def test_quick_search_stops_and_forgets_what_was_removed(services, campaign, registered):
    services.registrations.remove([registered[0]])
    assert [row.name for row in services.registrations.search("duong", limit=1)] == [NAMES[1]]


def test_equal_keys_turn_round_with_the_order(services, campaign, registered):
    wanted = RegistrationFilter(campaign_id=campaign.id, sort="state", descending=True)
    assert [row.id for row in services.registrations.rows(wanted)] == registered[::-1]
