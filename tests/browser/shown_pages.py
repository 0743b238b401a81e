"""Pages that show something else than their source says: fields that scripts fill, frames, shadow trees, style sheets that write or hide.

What stands on the screen is known for each: `right`, if it may be read (`must`: has to be), else nothing may.
"""

from __future__ import annotations

from tests.browser.script_portals import Built

RIGHT = 48_731_902
CARD = "<p>KPJ 12345678901</p>"


def page(body: str, *, script: str = "", style: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>Saldo JHT</title><style>{style}</style></head><body>"
        f"<h1>Informasi Saldo JHT</h1>{CARD}{body}<script>{script}; window.finished = window.finished !== false</script></body></html>"
    )


def refused(body: str, *, script: str = "", style: str = "") -> Built:
    return Built(page(body, script=script, style=style), RIGHT, must=False)


def read(body: str, *, script: str = "", style: str = "") -> Built:
    return Built(page(body, script=script, style=style), RIGHT)


LATE = "window.finished = false; setTimeout(function () {{ {} ; window.finished = true; }}, 900)"

SHOWN: dict[str, Built] = {
    # fields: the value, not the attribute of that name
    "field-late": read(
        "<label>Saldo JHT <input id=s class=form-control readonly value='0'></label>",
        script=LATE.format("s.value = '48.731.902,00'"),
    ),
    "field-at-once": read(
        "<label for=s>Saldo JHT</label><input id=s readonly value='Rp 1.000.000'>", script="s.value = 'Rp 48.731.902'"
    ),
    "field-silent": read(  # no other thing changes, long after the page came to rest
        "<label for=s>Saldo JHT</label> <input id=s readonly value='Rp 0'>",
        script="window.finished = false; setTimeout(function () { s.value = 'Rp 48.731.902'; window.finished = true; }, 2000)",
    ),
    "field-loading": read(  # the last visit's figure, until today's is there
        "<p>Saldo JHT: <b id=s>Rp 47.000.000</b></p><p id=w>Memperbarui data...</p>",
        script="window.finished = false; setTimeout(function () { s.textContent = 'Rp 48.731.902'; w.remove(); window.finished = true; }, 2500)",
    ),
    "field-typed": refused(
        "<label>Saldo JHT <input id=s value='Rp 1.000.000'></label>",
        script="s.value = 'Rp 900.000.000'; s.dispatchEvent(new Event('input'))",
    ),
    # frames
    "frame-disagrees": refused(
        f"<p>Saldo JHT: Rp 1.000.000</p><iframe width=600 height=300 srcdoc='<h1>Saldo JHT</h1>{CARD}<p>Saldo JHT: Rp 48.731.902</p>'></iframe>"
    ),
    "frame-hidden": read(
        f"<p>Saldo JHT: Rp 48.731.902</p><iframe style='display:none' srcdoc='<h1>Saldo JHT</h1>{CARD}<p>Saldo JHT: Rp 1.000.000</p>'></iframe>"
    ),
    # shadow trees
    "tree-open": read(
        "<div id=h><p>Saldo JHT: Rp 1.000.000</p></div>",
        script="h.attachShadow({mode: 'open'}).innerHTML = '<p>Saldo JHT: Rp 48.731.902</p>'",
    ),
    "tree-slots": read(
        "<div id=h><b slot=amount>Rp 48.731.902</b><p>Saldo JHT: Rp 1.000.000</p></div>",
        script="h.attachShadow({mode: 'open'}).innerHTML = '<p>Saldo JHT: <slot name=amount></slot></p>'",
    ),
    "tree-closed": refused(
        "<div id=h><span>Saldo JHT</span> <span>Rp 900.000.000</span></div>",
        script="h.attachShadow({mode: 'closed'}).innerHTML = '<p>Simulasi usia 56: Rp 900.000.000. Saldo JHT: Rp 48.731.902</p>'",
    ),
    "tree-closed-words": refused(
        "<p>Saldo JHT: Rp 900.731.902 <x-note></x-note></p>",
        script="document.querySelector('x-note').attachShadow({mode: 'closed'}).innerHTML = '(perkiraan usia 56)'",
    ),
    "tree-closed-card": refused(  # one of two cards; its name stands outside of the tree, its figure within
        "<p>Saldo JHT: Rp 20.000.000</p><x-card><h3 slot=n>PT DUA</h3></x-card>",
        script="document.querySelector('x-card').attachShadow({mode: 'closed'}).innerHTML ="
        " '<style>:host { display: block }</style><slot name=n></slot><p>KPJ 12345678902</p><p>Saldo JHT: Rp 28.731.902</p>'",
    ),
    "tree-closed-in-open": refused(
        "<p>Saldo JHT: Rp 20.000.000</p><div id=h></div>",
        script="h.attachShadow({mode: 'open'}).innerHTML = '<main><p>Kartu lain</p><x-card><h3 slot=n>PT DUA</h3></x-card></main>';"
        " h.shadowRoot.querySelector('x-card').attachShadow({mode: 'closed'}).innerHTML ="
        " '<style>:host { display: block }</style><slot name=n></slot><p>KPJ 12345678902</p><p>Saldo JHT: Rp 28.731.902</p>'",
    ),
    "tree-none": read(  # an element of its own name without a tree, higher than what is in it
        "<x-card style='display: block; padding: 20px; height: 300px'><p style='margin: 40px'>Saldo JHT: Rp 48.731.902</p></x-card>"
    ),
    "tree-late": read(
        "<div id=h><p>Saldo JHT: Rp 1.000.000</p></div>",
        script=LATE.replace("900)", "350)").format(
            "h.attachShadow({mode: 'open'}).innerHTML = '<p>Saldo JHT: Rp 48.731.902</p>'"
        ),
    ),
    # style sheets
    "style-writes": refused("<p class=g>Saldo JHT: Rp 900.731.902</p>", style=".g::before { content: 'Simulasi usia 56: ' }"),
    "style-digit": read("<p>Saldo JHT: Rp <span class=g>8.731.902</span></p>", style=".g::before { content: '4' }"),
    "style-count": refused(
        "<p>Saldo JHT: Rp <span class=g>8.731.902</span></p>",
        style="body { counter-reset: c 4 } .g::before { content: counter(c) }",
    ),
    "style-instead": read(
        "<table><tr><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>12345678901</td><td class=x>Rp 9.000.000</td></tr></table>",
        style=".x { font-size: 0 } .x::after { font-size: 16px; content: 'Rp 48.731.902' }",
    ),
    "style-hides": read(
        "<div class='a b'><p>Saldo JHT: Rp 1.000.000</p></div><p>Saldo JHT: Rp 48.731.902</p>",
        style="body > .a.b { visibility: hidden }",
    ),
    "style-faint": read("<p id=a>Saldo JHT: Rp 1.000.000</p><p>Saldo JHT: Rp 48.731.902</p>", style="p#a { opacity: 0 }"),
    "style-far": read(
        "<p>Saldo JHT: Rp 48.731.902</p><p id=a>Saldo JHT: Rp 1.000.000</p>", style="p#a { position: absolute; left: -9000px }"
    ),
    "style-blurs": Built(  # what is under it may be anything; the pointer shows it
        page(
            "<p>Saldo JHT: <b id=n>Rp 48.731.902</b></p>",
            style="#n { filter: blur(9px); display: inline-block } #n:hover { filter: none }",
        ),
        RIGHT,
        press="#n",
    ),
    "style-blurs-another": refused("<p>Saldo JHT: <b id=n>Rp 12.345.678</b></p>", style="p > #n { filter: blur(9px) }"),
    "style-reverses": refused(
        "<p>Saldo JHT: Rp <b class=r>84.731.902</b></p>",
        style=".r { direction: rtl; unicode-bidi: bidi-override; display: inline-block }",
    ),
    "list-rolls": refused(  # three of six cards are in the page, the others come when it is rolled
        "<p>Kartu saya</p><div style='height: 330px; overflow-y: auto'><div id=v style='position: relative; height: 660px'></div></div>",
        script="v.innerHTML = [1, 2, 3].map(function (n) { return '<div style=\"position: absolute; top: ' + (n - 1) * 110 + 'px\"><p>KPJ 1234567890'"
        " + n + '</p><p>Saldo JHT: Rp 1' + n + '.000.000</p></div>'; }).join('')",
    ),
    "list-rolls-rows": refused(  # the same with rows that keep the place of those to come
        "<div style='height: 120px; overflow: auto'><table><thead><tr><th>KPJ</th><th>Saldo JHT</th></tr></thead><tbody>"
        "<tr><td>12345678901</td><td>Rp 11.000.000</td></tr><tr><td>12345678902</td><td>Rp 12.000.000</td></tr>"
        "<tr style='height: 400px'></tr></tbody></table></div>",
    ),
    "list-ends": read(  # a box of a fixed height that holds all
        "<div style='height: 500px'><p>Saldo JHT: Rp 48.731.902</p></div><div style='height: 90px; overflow: auto'><div style='height: 900px; position: relative'>"
        "<p style='position: absolute'>01-2026 Iuran Rp 200.000</p></div></div>"
    ),
    "style-strikes": read(
        "<p>Saldo JHT: <span class='x y'>Rp 9.000.000</span> Rp 48.731.902</p>",
        style="p > .x.y { text-decoration: line-through }",
    ),
}

# A log-in that its script made: without a form, its words floating over the fields, or in a tree of its own; what it leads to.
FORMLESS = """<style>.f { position: relative; margin: 9px }} .f span { position: absolute; left: 4px; color: gray; pointer-events: none }}</style>
<div id=app><div class=f><input id=a inputmode=email><span>Email</span></div><div class=f><input id=b type=password><span>Kata sandi</span></div>
<button id=go>Login</button></div>"""
TREE = """<div id=app></div><script>app.attachShadow({mode: 'open'}).innerHTML = '<label>Email <input id=a></label><label>Kata sandi <input id=b type=password></label>';
window.held = function () { return app.shadowRoot.querySelector('#a').value; };</script>"""

# Read at first; a press brings a frame that says something else. And a zero, which nobody sees in a look without a window.
LATER: dict[str, Built] = {
    "formless": Built(
        "<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>Portal</title></head><body>"
        + FORMLESS.replace("}}", "}")
        + f"""<script>window.held = function () {{ return document.getElementById('a').value; }};
        if (navigator.serviceWorker) navigator.serviceWorker.register('/worker.js').catch(function () {{ window.without = true; }});
        document.getElementById('go').onclick = function () {{ fetch('/data?kartu=0', {{method: 'POST', body: 'x'}}).then(function () {{
          document.getElementById('app').innerHTML = "<h1>Saldo JHT</h1>{CARD}<p>Saldo JHT: Rp 48.731.902</p>"; }}); }};</script>""",
        RIGHT,
    ),
    "tree": Built(f"<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>Portal</title></head><body>{TREE}", RIGHT),
    "zero": refused("<p>Saldo JHT: Rp 0</p>"),
    "contradicted": refused(
        "<p>Saldo JHT: Rp 48.731.902</p><button id=more>Rincian</button>",
        script="document.getElementById('more').onclick = function () { var f = document.createElement('iframe'); f.width = 500; f.height = 200;"
        f" f.srcdoc = '<h1>Saldo JHT</h1>{CARD}<p>Saldo JHT: Rp 1.000.000</p>'; document.body.append(f); }}",
    ),
}
