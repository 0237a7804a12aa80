"""Settings from the environment."""

from pathlib import Path

import pytest

from storyreel.kit.errors import InputError
from storyreel.kit.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"STORYREEL_{name.upper()}", raising=False)


def test_a_first_run_needs_no_setting() -> None:
    settings = load_settings()
    assert settings.home.is_absolute()
    assert settings.home.name == "storyreel"
    assert (settings.tenant, settings.site_id, settings.offline) == ("default", "local", False)
    assert settings.database_url is None


def test_the_environment_decides_and_what_is_given_decides_more(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STORYREEL_HOME", str(tmp_path / "from-environment"))
    monkeypatch.setenv("STORYREEL_OFFLINE", "1")
    monkeypatch.setenv("STORYREEL_LOG_LEVEL", "debug")
    monkeypatch.setenv("STORYREEL_IDLE_S", "5")
    assert load_settings().home == tmp_path / "from-environment"
    assert load_settings().offline
    assert load_settings().log_level == "DEBUG"
    assert load_settings(home=tmp_path).home == tmp_path


def test_every_folder_lies_in_the_home(tmp_path: Path) -> None:
    settings = load_settings(home=tmp_path / "home")
    settings.prepare_home()
    folders = (settings.blobs, settings.weights, settings.tmp, settings.postgres)
    assert {folder.parent for folder in folders} == {settings.home}
    assert sorted(path.name for path in settings.home.iterdir()) == ["blobs", "tmp", "weights"]
    assert list(settings.tmp.iterdir()) == []


def test_a_home_from_the_current_folder_or_the_user_is_made_absolute(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert load_settings(home=Path("here")).home == tmp_path / "here"
    assert load_settings(home=Path("~/there")).home == tmp_path / "there"


def test_a_home_that_cannot_be_written_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(InputError, match="cannot be written: Not a directory") as caught:
        load_settings(home=tmp_path / "file" / "home").prepare_home()
    assert "STORYREEL_HOME" in caught.value.next_step


@pytest.mark.parametrize(
    ("name", "value"),
    [("OFFLINE", "perhaps"), ("LOG_LEVEL", "loud"), ("TENANT", "../other"), ("SITE_ID", "")],
)
def test_a_setting_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"STORYREEL_{name}", value)
    with pytest.raises(InputError, match=f"STORYREEL_{name}") as caught:
        load_settings()
    assert "settings are: allow_private_addresses, contact, database_url" in caught.value.next_step


def test_an_address_with_a_password_is_never_shown() -> None:
    settings = load_settings(database_url="postgresql://me:hidden@host/db")
    assert "hidden" not in repr(settings)
    assert "hidden" not in str(settings.model_dump_json())
