"""A registration that keeps a model up finds it by name among all of the unit."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.vietnamese.names import model_name_key
from dvk_desktop.models import Exemplar
from dvk_desktop.services.services import Services
from dvk_desktop.storage.queries.exemplars import exemplars_named

NAMES = st.text("aàăÀH đĐ.“”-–, 1ỳß㎡\u0301…", min_size=1, max_size=12)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, str]]:
    services = open_office(tmp_path_factory.mktemp("office"))
    services.office.found(code="YM", name="Ban Dân vận Huyện ủy Yên Mô", level="district")
    unit_id, _ = services.units.save(UnitDraft("YP", "Xã Yên Phong", "commune", None))
    yield services, unit_id
    services.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stored=st.lists(NAMES, max_size=4), opening=st.sampled_from(("", "Mô hình ")), asked=NAMES)
@example(stored=["Mô hình a", "HÒA “A”", "hoà a"], opening="", asked="A.")
@example(stored=["Hòa"], opening="Mô hình ", asked="hoà ")
def test_what_the_full_comparison_finds(
    office: tuple[Services, str], stored: list[str], opening: str, asked: str
) -> None:
    services, unit_id = office
    with services.database.writing("Thử") as work:
        for name in stored:
            work.add(Exemplar(name=name, unit_id=unit_id, first_year=2017))
        every = work.find(Exemplar, "id", unit_id=unit_id)
        keys = {model_name_key(one.name): one.id for one in reversed(every)}
        key = model_name_key(opening + asked)
        expected = {key: keys[key]} if key in keys else {}
        assert exemplars_named(work.session, unit_id, [opening + asked]) == expected
