"""Settings survive a wrong value, a corrupt file, a newer Hone and a second process."""

from __future__ import annotations

from pathlib import Path

import pytest

from hone.domain.settings import Settings, Theme
from hone.errors import BadInput
from hone.storage.settings import SettingsStore


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.toml")


def test_defaults_are_given_when_there_is_no_file(store: SettingsStore) -> None:
    assert store.get() == Settings()
    assert not store.path.exists()


def test_a_change_is_found_by_another_store(store: SettingsStore, tmp_path: Path) -> None:
    store.change(theme="dark", model_paths=(tmp_path / "a b.gguf",))
    other = SettingsStore(store.path)
    assert other.get().theme is Theme.DARK
    assert other.get().model_paths == (tmp_path / "a b.gguf",)


def test_two_stores_do_not_undo_each_other(store: SettingsStore) -> None:
    other = SettingsStore(store.path)
    other.get()
    store.change(text_scale=1.25)
    other.change(last_page="tune")
    assert store.get().text_scale == 1.25
    assert store.get().last_page == "tune"


def test_keys_of_a_newer_hone_survive_a_change(store: SettingsStore) -> None:
    store.path.write_text('from_the_future = "kept"\n')
    store.change(theme=Theme.LIGHT)
    assert "from_the_future" in store.path.read_text()
    assert store.problem == ""


@pytest.mark.parametrize("values", [{"theme": "pink"}, {"text_scale": 99.0}, {"thme": "dark"}])
def test_a_wrong_value_is_refused_by_name(store: SettingsStore, values: dict[str, object]) -> None:
    with pytest.raises(BadInput, match=next(iter(values))):
        store.change(**values)
    assert not store.path.exists()


def test_one_wrong_value_in_the_file_leaves_the_others(store: SettingsStore) -> None:
    store.path.write_text('theme = "pink"\ntext_scale = 1.5\n')
    assert store.get() == Settings(text_scale=1.5)
    assert "pink" in store.problem
    assert [path.read_text() for path in store.path.parent.glob("*.corrupt-*")] == [
        'theme = "pink"\ntext_scale = 1.5\n'
    ]


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"\x00" * 40])
def test_a_corrupt_file_is_kept_aside(store: SettingsStore, content: bytes) -> None:
    store.path.write_bytes(content)
    assert store.get() == Settings()
    assert store.problem
    assert [path.read_bytes() for path in store.path.parent.glob("*.corrupt-*")] == [content]
    store.change(theme="dark")
    assert SettingsStore(store.path).get().theme is Theme.DARK


@pytest.mark.parametrize("content", ["a=" + "[" * 100_000, "text_scale=" + "9" * 5000, "\x00\xff"])
def test_defaults_are_used_and_the_file_is_kept_when_it_was_made_to_harm(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(content)
    store = SettingsStore(path)
    assert store.get() == Settings()
    assert "could not be read" in store.problem
    assert [each.read_text() for each in tmp_path.iterdir()] == [content]
