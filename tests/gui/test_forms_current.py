"""Every form of ui/ is compiled, and no compiled form is without its source."""

from scripts.build_forms import SOURCES, stale_forms


def test_compiled_forms_are_current():
    assert list(SOURCES.glob("*.ui"))
    assert stale_forms() == []


def test_a_changed_form_is_noticed(monkeypatch, tmp_path):
    from scripts import build_forms

    monkeypatch.setattr(build_forms, "TARGETS", tmp_path)
    names = sorted(form.stem for form in build_forms.SOURCES.glob("*.ui"))
    assert sorted(build_forms.stale_forms()) == [tmp_path / f"ui_{name}.py" for name in names]
