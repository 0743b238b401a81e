"""Whether a window can be opened at all, said in one sentence before Qt would abort: no Qt is imported here.

Qt ends the process with a core dump when a library of its platform plug-in is missing or when the display does not answer.
The plug-in is therefore loaded here first (Qt needs it in any case, so nothing is loaded for the check alone), and the
display is asked with the library Qt will ask it with.
"""

from __future__ import annotations

import builtins
import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

# What the Qt wheel takes from the system, as Debian and Ubuntu name it: for any window, for X11, for Wayland.
APT_PACKAGES = (
    "libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libglib2.0-0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libx11-xcb1 libxcb-shape0 libwayland-cursor0"
)

WORDS = {
    "id": {
        "no_display": (
            "Tidak ada layar (DISPLAY dan WAYLAND_DISPLAY kosong): buka program ini dari sesi desktop, "
            "atau pakai baris perintah: main.py check."
        ),
        "display_unreachable": (
            "Layar {display} tidak dapat dihubungi: periksa variabel DISPLAY dan izin sesi desktop Anda, "
            "atau pakai baris perintah: main.py check."
        ),
        "incomplete": (
            "Sebagian program ini tidak ada atau rusak ({name}): pasang ulang. Catatan Anda tidak tersentuh. "
            'Di folder program: "uv sync", atau "python3 -m pip install ." di dalam venv.'
        ),
        "no_pyside": 'PySide6 belum terpasang: jalankan "uv run main.py", atau "python3 -m pip install ." di dalam venv.',
        "library": (
            "Pustaka sistem yang diperlukan jendela belum ada ({library}); "
            "di Debian atau Ubuntu jalankan: sudo apt install {packages}"
        ),
        "unloadable": "Qt tidak dapat dimuat di sistem ini ({library}); diperlukan glibc 2.34 atau lebih baru.",
    },
    "en": {
        "no_display": (
            "There is no display (DISPLAY and WAYLAND_DISPLAY are empty): open this program from a desktop session, "
            "or use the command line: main.py check."
        ),
        "display_unreachable": (
            "The display {display} cannot be reached: check the variable DISPLAY and your desktop session's permission, "
            "or use the command line: main.py check."
        ),
        "incomplete": (
            "A part of this program is missing or broken ({name}): install it again. Your record is untouched. "
            'In the folder of the program: "uv sync", or "python3 -m pip install ." in a venv.'
        ),
        "no_pyside": 'PySide6 is not installed: run "uv run main.py", or "python3 -m pip install ." in a venv.',
        "library": (
            "A system library that the window needs is missing ({library}); on Debian or Ubuntu run: sudo apt install {packages}"
        ),
        "unloadable": "Qt cannot be loaded on this system ({library}); it needs glibc 2.34 or newer.",
    },
}


def problem() -> str | None:
    """Why no window can be opened, in one sentence with what to do; None when it can. Linux only: elsewhere Qt brings all."""
    if not sys.platform.startswith("linux"):
        return None
    env = os.environ
    platforms = _platforms(env)
    if not platforms:
        return _say(env, "no_display")
    folder = _qt_folder()
    if folder is None:
        return _say(env, "no_pyside")
    reasons = [_reason(env, platform, folder / "plugins" / "platforms") for platform in platforms]
    return None if None in reasons else reasons[-1]


def incomplete(error: ImportError | SyntaxError) -> str:
    """That a part of the program is not there, by its name, in one sentence with what to do."""
    return _say(os.environ, "incomplete", name=missing_part(error))


def missing_part(error: ImportError | SyntaxError) -> str:
    """Its name: a module's, or a file's without its folder."""
    name = error.name if isinstance(error, ImportError) else Path(error.filename or "").name
    return name or "?"


def load_qt() -> None:
    """Load Qt's three libraries, and put Python's own import function back.

    PySide6 replaces it by one that reads the source text of every module that is imported later, to see whether it says
    `from __feature__ import ...`, and keeps those texts: 3.5 MB, and an eighth of what our own modules take to load.
    """
    plain = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = plain


def _platforms(env: Mapping[str, str]) -> list[str]:
    """The platform plug-ins Qt may take here; one that works is enough."""
    forced = env.get("QT_QPA_PLATFORM", "")
    if forced:
        return [part.partition(":")[0] for part in forced.split(";")]
    wayland = bool(env.get("WAYLAND_DISPLAY") or env.get("WAYLAND_SOCKET"))
    return ["wayland"] * wayland + ["xcb"] * bool(env.get("DISPLAY"))


def _qt_folder() -> Path | None:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "Qt"


def _reason(env: Mapping[str, str], platform: str, plugins: Path) -> str | None:
    """Why this platform cannot be used, None when it can."""
    plugin = plugins / f"libq{platform}.so"
    if plugin.is_file():  # else Qt's own build or a frozen one, whose libraries stand elsewhere: Qt will know
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            library, _, rest = str(error).partition(":")
            key = "library" if "cannot open shared object file" in rest else "unloadable"
            return _say(env, key, library=Path(library).name, packages=APT_PACKAGES)
    if not _CONNECTS.get(platform, _always)(env):
        return _say(env, "display_unreachable", display=env.get("DISPLAY" if platform == "xcb" else "WAYLAND_DISPLAY", ""))
    return None


def _always(env: Mapping[str, str]) -> bool:
    return True


def _x_answers(env: Mapping[str, str]) -> bool:
    """Whether the X server lets us in (name, socket and permission: exactly what Qt will ask)."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    for function in (xcb.xcb_connection_has_error, xcb.xcb_disconnect):
        function.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _wayland_answers(env: Mapping[str, str]) -> bool:
    if env.get("WAYLAND_SOCKET"):  # an open socket that serves once: it is Qt's
        return True
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    display = wayland.wl_display_connect(None)
    if display is None:
        return False
    wayland.wl_display_disconnect(display)
    return True


_CONNECTS: dict[str, Callable[[Mapping[str, str]], bool]] = {"xcb": _x_answers, "wayland": _wayland_answers}


def _say(env: Mapping[str, str], key: str, **values: str) -> str:
    """The sentence in the language of the session: English when it says so, Indonesian otherwise."""
    language = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return WORDS["en" if language.startswith("en") else "id"][key].format(**values)
