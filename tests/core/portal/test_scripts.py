"""What a page's own scripts do at once, told from what they would do later or never."""

from __future__ import annotations

import pytest
from lxml import etree

from core.portal.scripts import constant_target, listen


def root_of(html: str) -> etree._Element:
    return etree.fromstring(f"<html>{html}</html>".encode(), etree.HTMLParser(encoding="utf-8"))


FOLLOWED = [
    ("<script>window.location='login.bpjs?error=Silahkan Login ulang'</script>", "login.bpjs?error=Silahkan Login ulang"),
    ("<script>setTimeout(function(){ location.replace('home.php'); }, 2000);</script>", "home.php"),
    ("<script>setTimeout(\"location.href='a.php'\", 1000)</script>", "a.php"),
    ("<script>var x='location'; document.location = 'b.jsp' ;</script>", "b.jsp"),
    ("<meta http-equiv=refresh content='0; URL=menu.php'>", "menu.php"),
    ("<script>$(document).ready(function(){ window.location.replace('/home'); });</script>", "/home"),
    ("<script>window.onload=function(){window.location='x.php'}</script>", "x.php"),
    ("<script>// window.location='z'\n/* location='y' */ location='ok'</script>", "ok"),
    ("<script>window.top.location.href='q'</script>", "q"),
    ("<body onload=\"window.location='w'\"></body>", "w"),
    ("<script>(function(){ window.location.assign('iife') })();</script>", "iife"),
    ("<script><!--\nlocation = 'old.php'\n//--></script>", "old.php"),
]
IGNORED = [
    "<script>function out(){ window.location='logout' }</script>",
    "<script>if(top!=self) top.location='x'</script>",
    "<script>if (a) { location.href='x'; }</script>",
    "<script>setTimeout(() => { location.replace('home.php') }, 900000)</script>",
    "<script>location.href='b.jsp?id=' + id;</script>",
    "<meta http-equiv=refresh content='1800;url=logout.php'>",
    "<script>var url='/a'; var z = {location:'q'};</script>",
    "<script>$('#b').click(function(){ location.href='klik' })</script>",
    "<script>document.getElementById('x').onclick=function(){ location.href='klik' }</script>",
    "<script>console.log('location='); if (window.location=='x') {}</script>",
    "<script>const go = () => { location.href='x' }</script>",
    "<script type='text/template'>location='t'</script>",
    "<script>confirm('keluar?') && (location='logout')</script>",
    "<!-- <script>location='c'</script> -->",
]


@pytest.mark.parametrize(("html", "target"), FOLLOWED)
def test_what_a_browser_would_follow_at_once_is_followed(html: str, target: str) -> None:
    assert listen(root_of(html)).target == target


@pytest.mark.parametrize("html", IGNORED)
def test_what_waits_for_someone_or_something_is_not_followed(html: str) -> None:
    assert listen(root_of(html)).target is None


@pytest.mark.parametrize(
    ("html", "alert"),
    [
        ("<script>alert('PIN salah'); window.location.href = \"login.php\";</script>", "PIN salah"),
        ("<script>alert(\"Sesi habis\")\nwindow.location = 'l'</script>", "Sesi habis"),
        ("<script>Swal.fire({icon:'error', title:'Gagal', text:'Kata sandi salah'});</script>", "Kata sandi salah"),
        ("<script>Swal.fire('Gagal','Captcha tidak sesuai','error')</script>", "Captcha tidak sesuai"),
        ("<script>toastr.error('Email atau kata sandi salah')</script>", "Email atau kata sandi salah"),
    ],
)
def test_what_a_script_pops_up_is_heard(html: str, alert: str) -> None:
    assert alert in listen(root_of(html)).alerts


def test_what_would_pop_up_later_is_not_heard() -> None:
    assert listen(root_of("<script>function check(){ alert('PIN salah') }</script>")).alerts == ()


def test_an_onclick_with_a_plain_address_leads_there() -> None:
    assert constant_target("window.location.href='saldo.php'; return false;") == "saldo.php"


def test_a_hostile_script_is_read_in_linear_time() -> None:
    listen(root_of("<script>" + "{(" * 90_000 + "</script>"))
    listen(root_of("<script>" + "alert('" * 20_000 + "</script>"))
