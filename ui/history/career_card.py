"""The career on one line a card: employer, from and to, overlaps and gaps, one total, and what to do to merge."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.insight.career import Career, Job
from core.money import format_rupiah
from ui.look import theme
from ui.widgets.text import Frame, Label, empty
from ui.words import formats


class CareerCard(Frame):
    """Shows one Career; empty until there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(Label(self.tr("Peta karier"), strong=True))
        self._parts = Frame("plain", margin_px=0, gap_px=theme.S)
        self.column.addWidget(self._parts)

    def show_career(self, career: Career, *, masked: bool) -> None:
        """Show this career."""
        empty(self._parts.column)
        for job in career.jobs:
            self._add(self._job(job, masked))
        for gap in career.gaps:
            text = (
                self.tr("Tanpa iuran {first} sampai {last}.") if gap.told else self.tr("Tidak ada catatan {first} sampai {last}.")
            )
            self._note(text.format(first=formats.month(gap.first), last=formats.month(gap.last)))
        for overlap in career.overlaps:
            one, two = (formats.card_number(kpj, masked=masked) for kpj in overlap.kpjs)
            text = self.tr("Kartu {one} dan {two} sama-sama menerima iuran {first} sampai {last}.")
            months = {"first": formats.month(overlap.first), "last": formats.month(overlap.last)}
            self._note(text.format(one=one, two=two, **months))
        if career.total is not None:
            amount = format_rupiah(career.total, masked=masked)
            self._add(Label(self.tr("Jumlah semua kartu: {amount}").format(amount=amount), strong=True, figures=True))
        if career.to_merge:
            self._add(self._merging(career, masked))
        if not career.jobs:
            self._note(self.tr("Belum ada kartu yang dikenal. Periksa saldo, atau impor lembar RSJHT."))

    def _add(self, widget: QWidget) -> None:
        self._parts.column.addWidget(widget)

    def _note(self, text: str) -> None:
        self._add(Label(text, tone="muted", wrap=True))

    def _job(self, job: Job, masked: bool) -> QWidget:
        made = Frame("plain", margin_px=0, gap_px=0)
        company = formats.private(job.company, masked=masked) if job.company else self.tr("Perusahaan tidak diketahui")
        made.column.addWidget(Label(company, strong=True, wrap=True))
        first = formats.month(job.first) if job.first else "?"
        last = self.tr("sekarang") if job.active else formats.month(job.last) if job.last else "?"
        span = self.tr("{first} – {last}").format(
            first=first if job.first_is_told else self.tr("≤ {month}").format(month=first), last=last
        )
        parts = [formats.card_number(job.kpj, masked=masked), span]
        if job.gone:
            parts.append(self.tr("tidak disebut portal lagi (digabung atau diklaim)"))
        elif job.balance is not None and job.day is not None:
            parts.append(f"{format_rupiah(job.balance, masked=masked)} ({formats.short_date(job.day)})")
        made.column.addWidget(Label(" · ".join(parts), tone="muted", wrap=True, figures=True))
        return made

    def _merging(self, career: Career, masked: bool) -> QWidget:
        """The checklist. Source: the agency's merging of accounts (amalgamasi) is done at a branch or in its app by the worker."""
        made = Frame("info", margin_px=theme.L, gap_px=theme.XS)
        numbers = ", ".join(formats.card_number(kpj, masked=masked) for kpj in career.to_merge)
        made.column.addWidget(
            Label(self.tr("Kartu lama yang masih berisi: {cards}").format(cards=numbers), strong=True, wrap=True)
        )
        for step in (
            self.tr("1. Pastikan nama, NIK, dan tanggal lahir di semua kartu sama."),
            self.tr("2. Siapkan KTP, semua nomor KPJ, dan surat keterangan berhenti bekerja dari perusahaan lama."),
            self.tr("3. Ajukan penggabungan saldo (amalgamasi) di kantor cabang atau aplikasi resmi; tanyakan 175."),
            self.tr("4. Periksa saldo lagi di sini: jumlahnya tidak boleh berkurang."),
        ):
            made.column.addWidget(Label(step, wrap=True))
        return made
