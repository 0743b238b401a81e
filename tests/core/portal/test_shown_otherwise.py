"""A browser does not show a page as it is written: digits that nobody sees, or in another order, and words that a style sheet draws."""

from __future__ import annotations

import pytest

from core.errors import PageNotUnderstood
from core.portal import figures
from core.portal.document import parse

WORDS = figures.load_words()
OTHER = 9_911_122_200  # sen
SHOWN = 4_873_190_200
CELL = "<p>Nomor KPJ: 11000000011</p><table class=t><tr><td>Saldo JHT</td><td>{}</td></tr></table>"


def read(value: str, css: str = "", frame: str = CELL) -> int:
    page = f"<!DOCTYPE html><html><head><title>x</title><style>{css}</style></head><body>{frame.format(value)}</body></html>"
    return figures.read(parse(page.encode(), "http://127.0.0.1/", "text/html; charset=utf-8"), WORDS).total


def refused(value: str, css: str = "", frame: str = CELL) -> bool:
    with pytest.raises((PageNotUnderstood, figures.NotABalancePage)):
        read(value, css, frame)
    return True


RULES = [
    "body .h{display:none}",
    "td > .h{display:none}",
    "p + .t .h, p ~ table .h{display:none}",
    "[data-x]{display:none}",
    "span[data-x='1']{display:none !important}",
    "[data-x^='1'], [data-y]{visibility:hidden}",
    "body{ & .h{display:none} }",
    "@supports (display:grid){ td .h{display:none} }",
    "span.h:not(.x){display:none}",
    "td span:first-child{display:none}",
    "td span:nth-child(odd){display:none}",
    "td span:nth-last-child(1){display:none}",
    ":root{--d:none}.h{display:var(--d)}",
    ".h{opacity:0}",
    ".h{font-size:0}",
    ".h{position:absolute;left:-9999px}",
    ".h{text-indent:-9999px}",
    ".h{clip:rect(0,0,0,0);position:absolute}",
    ".h{clip-path:inset(100%)}",
    ".h{height:0;overflow:hidden;display:inline-block}",
    ".h{color:#fff;background:#fff}",
    ".h{color:transparent}",
    ".h{transform:scale(0)}",
    ".h{transform:scaleX(-1)}",
    ".h{filter:blur(5px)}",
    ".h{unicode-bidi:bidi-override;direction:rtl}",
    "td .h{text-decoration:line-through}",
    ".h{/* old */opacity:/**/0}",
]


@pytest.mark.parametrize("css", RULES)
def test_a_figure_that_a_rule_of_the_page_hides_is_not_read(css: str) -> None:
    assert refused("<span class=h data-x=1>Rp 99.111.222</span>", css)


@pytest.mark.parametrize("css", RULES)
def test_digits_that_a_rule_hides_are_no_part_of_an_amount(css: str) -> None:
    assert refused("Rp 48.731.902<span class=h data-x=1>.000</span>", css)


@pytest.mark.parametrize(
    "style",
    ["opacity:0", "content-visibility:hidden", "opacity: .0", "font-size:0px", "position:fixed; top:-500em", "COLOR:#FFF;BACKGROUND-COLOR:#FFF", "transform: rotateY(180deg)"],
)  # fmt: skip
def test_a_figure_that_its_own_style_hides_is_not_read(style: str) -> None:
    assert refused(f'<span style="{style}">Rp 99.111.222</span>')


@pytest.mark.parametrize(
    "css",
    [
        ".h:hover{display:none}",  # only under the mouse
        ".x .h{display:none}",
        "td + .h{display:none}",
        "table.x .h{display:none}",
        "[data-x='2']{display:none}",
        "[data-x~='2'], [data-x|='2'], [data-x$='2'], [data-x*='2']{display:none}",
        "td span:nth-child(2){display:none}",
        "td span:nth-child(2n){display:none}",
        "span.h:not(.h){display:none}",
        "@media print{td .h{display:none}}",
        "@keyframes a{from{opacity:0}}",
        ".h{opacity:0}.seen.h{opacity:1}",  # fades in
        ".h{opacity:.9}",
        ".h{left:-1px;position:relative}",
        ".h{order:1}",
        "/* td .h{display:none} */",
        "td .h{color:#fff}",
        "td .h{",
        "@charset 'x';}{}}",
        ":nth-child(x) .h, td:has(.h), td::part(h){display:none}",
    ],
)
def test_a_rule_that_does_not_hide_it_leaves_the_figure(css: str) -> None:
    assert read("<span class=h data-x=1>Rp 99.111.222</span>", css) == OTHER


@pytest.mark.parametrize("hidden", [".t .old{display:none}", "#x tr.old{display:none}", ".t tr:nth-child(2){display:none}", "tr.old td{text-decoration:line-through}"])  # fmt: skip
def test_a_row_that_a_rule_takes_off_the_page_is_not_added(hidden: str) -> None:
    rows = "<table class=t id=x><tr><th>KPJ<th>Saldo JHT</tr><tr class=old><td>11000000011<td>Rp 99.111.222</tr><tr><td>12000000022<td>Rp 48.731.902</tr></table>"
    assert refused("", hidden, rows)


@pytest.mark.parametrize(
    ("value", "css", "sen"),
    [
        ("<i class=b></i>", ".b:before{content:'Rp 48.731.902'}", SHOWN),
        ("<i class=b>48.731.902</i>", ".b::before{content:'Rp '}", SHOWN),
        ("<i class=b>Rp 48.731.902</i>", ".b::before{content:'\\f0d6'}.b::after{content:''}", SHOWN),
        ("<i class=b>Rp 48.731.902</i>", ".b:hover::after{content:'.000'}", SHOWN),
        ("<i class=b data-label='Saldo 2019'>Rp 48.731.902</i>", ".b::before{content:attr(data-label)}", SHOWN),
        ("Rp <i class=b>8.731.902</i>", ".b::before{content:'4'}", SHOWN),
        ("<i class=b>Rp 48.731<b>.902</b></i>", ".b::after{content:'.000'}", 4_873_190_200_000),
        ("<i class=b data-t='.000'>Rp 48.731.902</i>", ".b::after{content:attr(data-t)}", 4_873_190_200_000),
    ],
)
def test_words_that_a_style_sheet_draws_are_read_with_the_figure(value: str, css: str, sen: int) -> None:
    assert read(value, css) == sen


@pytest.mark.parametrize("drawn", ["-", "\\2212 ", "Simulasi ", "hingga "])
def test_words_that_are_drawn_before_a_figure_count_against_it(drawn: str) -> None:
    assert refused("<i class=b>Rp 48.731.902</i>", f".b::before{{content:'{drawn}'}}")


@pytest.mark.parametrize("drawn", [" juta", " (estimasi)", " (dalam ribuan)", "%"])
def test_words_that_are_drawn_behind_a_figure_count_against_it(drawn: str) -> None:
    assert refused("<i class=b>Rp 48.731.902</i>", f".b::after{{content:'{drawn}'}}")


@pytest.mark.parametrize(
    "value",
    [
        "Rp <bdo dir=rtl>12.345.678</bdo>",
        "Rp <span style='display:flex;flex-direction:row-reverse'><b>12.</b><b>345.</b><b>678</b></span>",
        "Rp <b style='float:right'>12.</b><b style='float:right'>345.</b><b style='float:right'>678</b>",
        "Rp <b style='order:2'>12.</b><b>345.</b><b>678</b>",
        "<meter value=1>Rp 48.731.902</meter>",
        "<progress value=1>Rp 48.731.902</progress>",
        "Rp <ruby>48<rt>.000</rt></ruby>.731.902",
        "Rp <img src=4.gif>8.731.902",
        "Rp 48.<img src=7.gif>31.902",
        "Rp 48.731.<img alt=902>",
        "Rp 48.731.902<svg><text>.000</text></svg>",
        "Rp 48<br>.731.902",
        "Rp 48.<div>731</div>.902",
        "Rp 48'731'902",
        "Rp 48\u00b7731\u00b7902",
        "<span class=counter data-target=48731902>Rp 0</span>",
        "<span data-count=48731902>Rp 10.000.001</span>",
        "<input type=number readonly value='48.731.902'>",
        "<select><option>Rp 12.345.678<option>Rp 48.731.902</select>",
        "<select multiple><option>Rp 12.345.678<option selected>Rp 48.731.902</select>",
        "<input readonly id=s value='Rp 0'><script>document.getElementById('s').value=x</script>",
    ],
)
def test_digits_in_another_order_or_not_all_are_no_amount(value: str) -> None:
    assert refused(value)


@pytest.mark.parametrize(
    "value",
    [
        "<bdo dir=ltr>Rp 48.731.902</bdo>",
        "<img src=rp.png> Rp 48.731.902",
        "Rp 48.731.902 <img src=eye.png alt=Lihat>",
        "Rp 48.731.902<svg><path d='M 0 0'/></svg>",
        "Rp 48.&shy;731.&#173;902",
        "Rp 48.731.&#xAD;902",
        "Rp 48.731.902<br>per 31-10-2026",
        "<span data-count=48731902>Rp 48.731.902</span>",
        "<span data-value=99111222>Rp 48.731.902</span>",
        "<input type=number readonly value='48731902'>",
        "<input type=number disabled value='48731902.00'>",
        "<select><option selected>Rp 48.731.902</select>",
        "<div style='direction:rtl'>Rp 48.731.902</div>",
    ],
)
def test_what_changes_nothing_does_not_hide_the_figure(value: str) -> None:
    assert read(value) == SHOWN


def test_a_counter_never_makes_a_zero_of_a_balance() -> None:
    assert refused("<span class=counter data-target=48731902>0</span>")


@pytest.mark.parametrize("kind", ["tab-pane fade", "modal fade", "carousel-item"])
def test_a_pane_that_a_script_opens_is_no_hidden_one(kind: str) -> None:
    assert (
        read("Rp 48.731.902", ".fade,.carousel-item{opacity:0}", f'<div class="{kind}" id=a role=tabpanel>{CELL}</div>') == SHOWN
    )


def test_what_selectors_compare_is_bounded() -> None:
    css = "".join(f"div div div div div .c{number}{{display:none}}" for number in range(400))
    nested = "<div>" * 100 + "".join(f"<i class=c{number}>1</i>" for number in range(400)) * 20 + "</div>" * 100
    assert read("Rp 48.731.902", css, CELL + nested.replace("{", "").replace("}", "")) == SHOWN


def test_what_a_browser_has_drawn_is_not_drawn_again() -> None:
    sheet = "<style data-drawn>.b::before{{content:'4'}}.b{{font-size:0}}</style>"
    assert read("Rp <i class=b>48.731.902</i>", frame=sheet + CELL) == SHOWN
