"""What a page may ask of a person and take from them: it is left when they wish, and the clipboard is theirs."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Go, Home
from tests.browser.served import Served

pytestmark = pytest.mark.journey
PORTAL = "simulator-sso2023"
FORM = b"""<!DOCTYPE html><title>Portal</title><h1>Pengkinian data</h1><form><input id=nama></form>
<script>addEventListener('beforeunload', function (e) { e.preventDefault(); e.returnValue = 'x'; });</script>"""
COPIES = b"""<!DOCTYPE html><title>Portal</title><h1>Salin</h1><p id=teks>Nomor 123</p><p id=lain>milik halaman</p>
<button id=pilihan>a</button><button id=acara>b</button><button id=janji>c</button><button id=bingkai>d</button>
<script>
window.tried = [];
function select(what, where) { (where || window).getSelection().selectAllChildren(what); }
document.querySelector('#pilihan').onclick = function () { select(document.querySelector('#lain')); tried.push(['copy', document.execCommand('copy')]); };
document.querySelector('#acara').onclick = function () {
  function put(e) { e.clipboardData.setData('text/plain', 'milik halaman'); e.preventDefault(); }
  window.addEventListener('copy', put, true); document.addEventListener('copy', put, true);
  tried.push(['event', document.execCommand('copy')]);
};
document.querySelector('#janji').onclick = function () {
  navigator.clipboard.writeText('milik halaman').then(function () { tried.push(['wrote']); }, function (e) { tried.push([e.name]); });
};
document.querySelector('#bingkai').onclick = function () {
  var frame = document.createElement('iframe'); document.body.append(frame);
  var inner = frame.contentDocument, field = inner.createElement('textarea');
  inner.body.append(field); field.value = 'milik halaman'; frame.contentWindow.focus(); field.focus(); field.select();
  tried.push(['frame', inner.execCommand('copy')]); frame.remove();
};
</script>"""


def test_a_page_is_left_after_one_question_in_the_persons_own_language_and_nobody_is_held(home: Home, go: Go) -> None:
    home.add_account(PORTAL)
    with Served({"/isi": ("text/html", FORM)}) as portal:
        seen = go("leaving", portal.url + "isi").seen
    said, *buttons = seen["asked"]
    assert "Tinggalkan halaman ini?" in said and "leave" not in said.lower()
    assert set(buttons) == {"Batal", "Tinggalkan"}
    assert (seen["stays"], seen["left"], seen["let_go"], seen["open"]) == ("Siti", "yes", "yes", False)


def test_a_press_on_a_page_leaves_the_clipboard_alone_and_the_person_copies_what_they_select(home: Home, go: Go) -> None:
    home.add_account(PORTAL)
    with Served({"/salin": ("text/html", COPIES)}) as portal:
        seen = go("copying", portal.url + "salin").seen
    assert seen["tried"] == [["copy", True], ["event", True], ["NotAllowedError"], ["frame", False]]
    assert seen["holds"] == ["milik Siti"] * 4
    assert seen["copied"] == "Nomor 123"
