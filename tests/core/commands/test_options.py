"""The command line is read exactly, and a mistake never repeats a value."""

from __future__ import annotations

import pytest

from core.commands.options import Usage, parse

TEXTS, SWITCHES = ("--account", "--user"), ("--json", "--demo")


def key_of(argv: list[str]) -> tuple[str, dict[str, str]]:
    with pytest.raises(Usage) as usage:
        parse(argv, texts=TEXTS, switches=SWITCHES)
    return usage.value.key, usage.value.values


def test_texts_and_switches_are_told_apart() -> None:
    options = parse(["--account", "Siti", "--json", "--user=a=b"], texts=TEXTS, switches=SWITCHES)
    assert (options["--account"], options["--user"]) == ("Siti", "a=b")
    assert "--json" in options
    assert "--account" in options
    assert "--demo" not in options
    assert options["--nothing"] is None


def test_an_empty_value_is_a_value() -> None:
    assert parse(["--user="], texts=TEXTS)["--user"] == ""
    assert parse(["--user", ""], texts=TEXTS)["--user"] == ""


@pytest.mark.parametrize(
    ("argv", "key", "values"),
    [
        (["--jsn"], "usage_unknown_option", {"what": "--jsn"}),
        (["--pin=730461"], "usage_unknown_option", {"what": "--pin"}),
        (["730461"], "usage_unexpected", {"what": "73…"}),
        (["a"], "usage_unexpected", {"what": "a"}),
        (["--json", "--json"], "usage_twice", {"what": "--json"}),
        (["--user", "a", "--user", "b"], "usage_twice", {"what": "--user"}),
        (["--json=1"], "usage_no_value", {"what": "--json"}),
        (["--user"], "usage_value_missing", {"what": "--user"}),
        (["--user", "--json"], "usage_value_missing", {"what": "--user"}),
    ],
)
def test_what_is_wrong_is_named_and_no_value_is_repeated(argv: list[str], key: str, values: dict[str, str]) -> None:
    assert key_of(argv) == (key, values)


def test_what_was_given_has_no_repr() -> None:
    assert "Siti" not in repr(parse(["--account", "Siti"], texts=TEXTS))
