"""The texts that count something. They stand in a QObject because lupdate only sees the number in `self.tr(text, "", n)`."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Plural(QObject):
    """Each text for its number, in the language on the screen."""

    def days_ago(self, count: int) -> str:
        return self.tr("%n hari lalu", "", count)

    def cards(self, count: int) -> str:
        return self.tr("%n kartu", "", count)

    def caption(self, count: int) -> str:
        return self.tr("Saldo JHT, %n kartu", "", count)

    def readings(self, count: int) -> str:
        return self.tr("%n pembacaan", "", count)

    def digits_typed(self, count: int) -> str:
        return self.tr("NIK terdiri dari 16 angka; yang diketik baru %n.", "", count)

    def news(self, count: int) -> str:
        return self.tr("%n kabar tentang saldo Anda", "", count)

    def accounts(self, count: int) -> str:
        return self.tr("%n akun", "", count)

    def files(self, count: int) -> str:
        return self.tr("%n berkas", "", count)

    def months(self, count: int) -> str:
        return self.tr("%n bulan", "", count)

    def statements(self, count: int) -> str:
        return self.tr("%n saldo", "", count)

    def months_new(self, count: int) -> str:
        return self.tr("%n bulan baru", "", count)

    def months_known(self, count: int) -> str:
        return self.tr("%n bulan sudah tercatat", "", count)

    def months_different(self, count: int) -> str:
        return self.tr("%n bulan berbeda dari yang tercatat", "", count)

    def files_waiting(self, count: int) -> str:
        return self.tr("%n berkas menunggu jawaban Anda", "", count)

    def files_skipped(self, count: int) -> str:
        return self.tr("%n berkas tidak ikut", "", count)

    def import_files(self, count: int) -> str:
        return self.tr("Impor %n berkas", "", count)

    def entries(self, count: int) -> str:
        return self.tr("%n catatan", "", count)
