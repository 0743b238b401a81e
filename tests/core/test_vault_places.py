"""The keyrings of the other platforms, which no machine of ours has: the right one is opened, and it is called what people call it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from core import vault_places
from core.errors import VaultReason


class Backend:
    """Stands in for a back end of the keyring library."""


@pytest.mark.parametrize(
    ("module", "name", "place"),
    [
        ("keyring.backends.Windows", "WinVaultKeyring", vault_places.Windows()),
        ("keyring.backends.macOS", "Keyring", vault_places.MacOS()),
    ],
)
def test_each_platform_opens_its_own_keyring_by_name(
    module: str, name: str, place: vault_places.Windows | vault_places.MacOS, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, SimpleNamespace(**{name: Backend}))  # type: ignore[arg-type]
    assert isinstance(place.open(), Backend)


@pytest.fixture
def process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the system would say what the keyring's process is called; it does not exist yet."""
    said = tmp_path / "comm"
    bus = SimpleNamespace(close=lambda: None)
    asked = SimpleNamespace(GetConnectionUnixProcessID=lambda name: (4711,))
    monkeypatch.setitem(sys.modules, "secretstorage", SimpleNamespace(dbus_init=lambda: bus))  # type: ignore[arg-type]
    monkeypatch.setitem(sys.modules, "jeepney.bus_messages", SimpleNamespace(message_bus=None))  # type: ignore[arg-type]
    monkeypatch.setitem(sys.modules, "jeepney.io.blocking", SimpleNamespace(Proxy=lambda messages, line: asked))  # type: ignore[arg-type]
    monkeypatch.setattr(vault_places, "Path", lambda path: said if path == "/proc/4711/comm" else Path(path))
    return said


@pytest.mark.parametrize(
    ("kernel_name", "name"),
    [
        ("gnome-keyring-d\n", "GNOME Keyring"),
        ("ksecretd\n", "KWallet"),
        ("keepassxc\n", "KeePassXC"),
        ("something-new\n", "keyring"),
    ],
)
def test_the_keyring_is_called_what_people_call_it(process: Path, kernel_name: str, name: str) -> None:
    process.write_text(kernel_name)
    assert vault_places.SecretService().name() == name


def test_a_keyring_whose_process_cannot_be_looked_at_is_just_a_keyring(process: Path) -> None:
    assert not process.exists()
    assert vault_places.SecretService().name() == "keyring"


def test_an_error_that_tells_nothing_is_taken_for_a_missing_keyring() -> None:
    assert vault_places.reason_of(RuntimeError("?")) is VaultReason.MISSING
