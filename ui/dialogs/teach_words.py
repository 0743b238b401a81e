"""The words of teaching: what the page calls an amount, what proves one, what proof is missing, and what is kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.money import format_rupiah
from core.portal.profile import NO_PORTAL
from ui.dialogs.teach_lines import Candidate, Rule

translate = QCoreApplication.translate
FILES = "file"


def known(code: str) -> str:
    """What the page itself calls an amount that is not the balance."""
    words = {
        "opening": translate("teach", "Menurut halaman: saldo awal"),
        "contribution": translate("teach", "Menurut halaman: iuran"),
        "growth": translate("teach", "Menurut halaman: hasil pengembangan"),
        "claim": translate("teach", "Menurut halaman: klaim atau pengambilan"),
        "other_money": translate("teach", "Menurut halaman: jumlah lain (upah, batas, rekening)"),
        "estimate": translate("teach", "Menurut halaman: perkiraan, simulasi, atau batas"),
        "other_program": translate("teach", "Milik program lain, bukan JHT"),
    }
    return words.get(code, translate("teach", "Menurut halaman: bukan saldo JHT"))


def proved(candidate: Candidate, *, masked: bool) -> str:
    """What the rule makes of this page, and why that is certain."""
    amount = format_rupiah(candidate.total or 0, masked=masked)
    return translate("teach", "Terbaca {amount}. Terbukti karena {why}.").format(amount=amount, why=_proof(candidate.proof))


def _proof(code: str | None) -> str:
    match code:
        case "sum":
            return translate("teach", "saldo awal, iuran, dan pengembangan di halaman ini berjumlah tepat sama")
        case "cards":
            return translate("teach", "saldo semua kartu berjumlah sama dengan total yang ditulis portal")
        case "history":
            return translate("teach", "riwayat di halaman ini berakhir pada angka yang sama")
    return translate(
        "teach", "halaman ini menyebut saldo JHT, dan setiap angka lain di dalamnya sudah diketahui artinya (bukan saldo)"
    )


def unproved(code: str | None) -> str:
    """What proof is missing."""
    return translate("teach", "Belum terbukti: {why}").format(why=_missing(code))


def _missing(code: str | None) -> str:
    match code:
        case "taught_no_jht":
            return translate("teach", "halaman ini sendiri tidak menyebut saldo JHT, dan itu tidak dapat diajarkan.")
        case "taught_others":
            return translate("teach", "ada angka lain di halaman ini yang artinya belum diketahui.")
        case "taught_two" | "figures_disagree":
            return translate("teach", "kata-kata yang sama berada di samping dua angka yang berbeda.")
        case "taught_no_words":
            return translate("teach", "tidak ada kata di sampingnya yang dapat diingat.")
        case "taught_personal":
            return translate("teach", "kata di sampingnya memuat nama, dan nama tidak pernah disimpan.")
        case "taught_not_read":
            return translate("teach", "dari kata-kata di sampingnya, angka ini tidak dapat ditemukan lagi dengan pasti.")
        case "taught_already_read":
            return translate("teach", "halaman ini sudah terbaca tanpa perlu diajarkan. Periksa lagi.")
        case "taught_stale":
            return translate(
                "teach",
                "halaman ini terbaca sendiri, tetapi kata yang dahulu Anda ajarkan menghalanginya. Lupakan kata itu di Pengaturan.",
            )
        case "parts_mismatch":
            return translate("teach", "saldo awal, iuran, dan pengembangan di halaman ini tidak berjumlah sama dengan angka ini.")
        case "total_mismatch" | "cards_unclear" | "cards_incomplete":
            return translate(
                "teach", "kartu-kartu di halaman ini tidak berjumlah sama dengan totalnya, atau tidak semuanya tampil."
            )
        case "figure_masked" | "figure_missing":
            return translate("teach", "portal menyembunyikan atau belum menampilkan angka saldonya.")
        case "number_style_unclear":
            return translate("teach", "angkanya ditulis sehingga bisa berarti dua jumlah.")
        case "page_cut_off":
            return translate("teach", "halaman ini tidak sampai utuh.")
        case "no_balance":
            return translate("teach", "halaman ini berkata tidak ada saldo.")
        case "only_estimates":
            return translate("teach", "halaman ini hanya perkiraan atau contoh.")
    return translate("teach", "ada yang bertentangan dengan angka ini di halaman yang sama, dan itu tidak dapat diajarkan.")


def kept(rule: Rule) -> str:
    """What exactly is written down."""
    return translate(
        "teach", "Yang disimpan: di {portal}, kata “{label}” {place} berarti {means}. Tanpa angka, tanpa nama."
    ).format(portal=portal(rule.portal), label=rule.label, place=_place(rule.place), means=means(rule))


def means(rule: Rule) -> str:
    """What the words mean."""
    if rule.means == "total":
        return translate("teach", "jumlah saldo JHT semua kartu")
    return translate("teach", "saldo JHT")


def _place(code: str) -> str:
    match code:
        case "row":
            return translate("teach", "di depan angka pada baris yang sama")
        case "column":
            return translate("teach", "di kepala kolom")
        case "above":
            return translate("teach", "di atas angka")
        case "below":
            return translate("teach", "di bawah angka")
        case "name":
            return translate("teach", "sebagai nama isian")
    return translate("teach", "sebelum angka")


def portal(name: str) -> str:
    """A portal by its title."""
    from core.portal import profile as portals
    from ui.words import formats

    if name == FILES:
        return translate("teach", "halaman tersimpan")
    try:
        title = portals.load(name).title if name != NO_PORTAL else {}
    except (KeyError, OSError):
        title = {}
    return title.get(formats.language(), title.get("id", name))
