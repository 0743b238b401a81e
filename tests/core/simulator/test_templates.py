"""The template language: it escapes, it repeats, and it never overlooks a missing name."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.simulator.templates import Templates
from core.simulator.world import RESOURCES


def render(folder: Path, source: str, **values: object) -> str:
    (folder / "page.html").write_text(source, "utf-8")
    return Templates(folder).render("page", values)


def test_text_is_escaped_and_html_is_not(tmp_path: Path) -> None:
    assert render(tmp_path, "{{a}} {{{a}}}", a="<b>'\"&") == "&lt;b&gt;&#x27;&quot;&amp; <b>'\"&"


def test_sections_repeat_for_each_item_and_see_outer_names(tmp_path: Path) -> None:
    assert (
        render(
            tmp_path,
            "{{#rows}}{{n}}{{x}}{{#c}}[{{.}}]{{/c}} {{/rows}}",
            x="!",
            rows=[{"n": 1, "c": ["a", "b"]}, {"n": 2, "c": []}],
        )
        == "1![a][b] 2! "
    )


def test_a_section_of_something_true_is_shown_once_and_its_opposite_only_for_nothing(tmp_path: Path) -> None:
    source = "{{#a}}yes{{/a}}{{^a}}no{{/a}}"
    assert [render(tmp_path, source, a=a) for a in (True, False, "", "x", [], {"b": 1})] == [
        "yes",
        "no",
        "no",
        "yes",
        "no",
        "yes",
    ]


def test_remarks_never_reach_a_page(tmp_path: Path) -> None:
    assert render(tmp_path, "a{{! a guess (G)\nof ours }}b") == "ab"


def test_a_missing_name_or_template_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        render(tmp_path, "{{a}}")
    with pytest.raises(FileNotFoundError):
        render(tmp_path, "{{>nowhere}}")


@pytest.mark.parametrize("source", ["{{#a}}", "{{/a}}", "{{#a}}{{/b}}"])
def test_a_section_that_is_not_closed_is_an_error(tmp_path: Path, source: str) -> None:
    with pytest.raises(ValueError, match="closed"):
        render(tmp_path, source, a=1)


def test_an_eras_own_template_goes_before_the_common_one(tmp_path: Path) -> None:
    for name in ("own", "common"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "foot.html").write_text(name, "utf-8")
    (tmp_path / "common" / "page.html").write_text("{{>foot}}", "utf-8")
    assert Templates(tmp_path / "own", tmp_path / "common").render("page", {}) == "own"


def test_no_template_carries_a_remark_that_a_browser_would_show() -> None:
    pages = list(RESOURCES.glob("**/*.html"))
    assert len(pages) > 40
    assert [page.name for page in pages if "<!--" in page.read_text("utf-8")] == []


def test_no_page_loads_anything_from_elsewhere() -> None:
    allowed = ("http://www.w3.org/TR/", "http://www.w3.org/1999/", "http://www.w3.org/2000/")
    for file in RESOURCES.glob("**/*.*"):
        if file.suffix in (".html", ".js", ".css"):
            source = file.read_text("utf-8")
            for allowed_name in allowed:
                source = source.replace(allowed_name, "")
            assert "//" not in source.replace("// ", "").replace("-//W3C//DTD XHTML 1.0 Transitional//EN", ""), file
