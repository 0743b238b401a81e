"""The people the simulator knows. Everything here is made up and public: the simulator prints it on its own start page.

NIKs begin with a region code that does not exist (99), NPPs with 9900, e-mail addresses end in a domain that can never exist.
The same people live in all three eras.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from core.blth import Blth
from core.models import Segment


class Gate(StrEnum):
    """What the portal puts between a right secret and the dashboard."""

    OTHER_SESSION = "other_session"
    PASSWORD_CHANGE = "password_change"
    OTP = "otp"
    DATA_UPDATE = "data_update"


@dataclass(frozen=True, slots=True)
class Claim:
    """Money taken out: that many percent of what stood there that day. 100 closes the card."""

    day: dt.date
    percent: int


@dataclass(frozen=True, slots=True)
class Membership:
    """One card as it was issued. `wage`: monthly, in whole rupiah, a multiple of 1,000, in the first month; a wage earner's rises
    each January. `last` is the last contribution month, None while the person works there. `seed` fixes all that looks like chance."""

    kpj: str
    npp: str
    company: str
    segment: Segment
    first: Blth
    last: Blth | None
    wage: int
    seed: int
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One fixture account. `secret` signs in everywhere; `pin` is asked for by the 2019 portal before the balance."""

    key: str
    name: str
    about: str
    nik: str
    email: str
    phone: str
    secret: str = field(repr=False)
    pin: str = field(repr=False)
    memberships: tuple[Membership, ...]
    gates: tuple[Gate, ...] = ()
    locked: bool = False
    linked: bool = True  # False: the portal knows the person, but no card: "Data saldo tidak ditemukan"

    @property
    def portal_name(self) -> str:
        """The name as the portal writes it."""
        return self.name.removesuffix(" (contoh)").upper()


OTP_CODE = "408613"  # what the simulator would send by SMS; printed on its start page

DEMO = Person(
    key="siti",
    name="Siti (contoh)",
    about="dua kartu, satu masih aktif",
    nik="9901014506900001",
    email="siti@example.test",
    phone="0800-0000-4567",
    secret="contoh-siti-81",
    pin="730461",
    memberships=(
        Membership("21098764567", "99000001/000", "PT Maju Bersama Tekstil", Segment.PU, Blth(2019, 5), None, 4_480_000, 11),
        Membership("14035215667", "99000002/000", "CV Karya Utama", Segment.PU, Blth(2014, 8), Blth(2019, 3), 2_760_000, 12),
    ),
)

ONE_CARD = Person(
    key="budi",
    name="Budi (contoh)",
    about="satu kartu",
    nik="9902021203880002",
    email="budi@example.test",
    phone="0800-0000-2002",
    secret="contoh-budi-27",
    pin="582907",
    memberships=(
        Membership("18067320428", "99000003/001", "PT Cahaya Logam Sejati", Segment.PU, Blth(2018, 2), None, 3_950_000, 21),
    ),
)

THREE_CARDS = Person(
    key="wayan",
    name="Wayan (contoh)",
    about="tiga kartu: dua aktif (PU dan BPU, KPJ yang sama), satu lama; pernah mengambil 10 %",
    nik="9903032508790003",
    email="wayan@example.test",
    phone="0800-0000-3003",
    secret="contoh-wayan-64",
    pin="916358",
    memberships=(
        Membership("16049983319", "99000004/000", "PT Samudra Pangan Nusa", Segment.PU, Blth(2016, 3), None, 3_400_000, 31),
        Membership("16049983319", "99000005/000", "Wadah Pedagang Pasar Baru", Segment.BPU, Blth(2021, 6), None, 2_000_000, 32),
        Membership(
            "08011270045",
            "99000006/002",
            "CV Anugerah Kayu & Rotan",
            Segment.PU,
            Blth(2008, 4),
            Blth(2016, 1),
            980_000,
            33,
            (Claim(dt.date(2019, 9, 10), 10),),
        ),
    ),
)

AFTER_CLAIM = Person(
    key="rina",
    name="Rina (contoh)",
    about="saldo nol setelah klaim",
    nik="9904046107920004",
    email="rina@example.test",
    phone="0800-0000-4004",
    secret="contoh-rina-95",
    pin="204875",
    memberships=(
        Membership(
            "15052246610",
            "99000007/000",
            "PT Graha Busana Prima",
            Segment.PU,
            Blth(2015, 9),
            Blth(2022, 10),
            2_700_000,
            41,
            (Claim(dt.date(2023, 2, 14), 100),),
        ),
    ),
)


def _single(key: str, about: str, number: int, secret: str, pin: str, **state: object) -> Person:
    """One more person with one card, and something in the way. `number` makes NIK, KPJ and phone differ."""
    membership = Membership(
        f"190{number:02d}557{number:03d}",
        f"990000{number:02d}/000",
        f"PT Contoh Usaha {number}",
        Segment.PU,
        Blth(2019, 1),
        None,
        4_100_000,
        number,
    )
    return Person(
        key=key,
        name=f"{key.capitalize()} (contoh)",
        about=about,
        nik=f"99{number:02d}0515079300{number:02d}",
        email=f"{key}@example.test",
        phone=f"0800-0000-50{number:02d}",
        secret=secret,
        pin=pin,
        memberships=(membership,),
        **state,  # type: ignore[arg-type]
    )


NO_BALANCE = _single("joko", "belum ada kartu: data saldo tidak ditemukan", 51, "contoh-joko-38", "691742", linked=False)
LOCKED = _single("dewi", "akun terkunci", 52, "contoh-dewi-52", "358206", locked=True)
DATA_UPDATE = _single("agus", "pengkinian data diminta", 53, "contoh-agus-73", "847139", gates=(Gate.DATA_UPDATE,))
OTHER_SESSION = _single("lina", "masih masuk di browser lain", 54, "contoh-lina-46", "120598", gates=(Gate.OTHER_SESSION,))
PASSWORD_CHANGE = _single("eko", "kata sandi wajib diganti", 55, "contoh-eko-19", "463981", gates=(Gate.PASSWORD_CHANGE,))
OTP = _single("maya", "kode OTP diminta", 56, "contoh-maya-60", "975024", gates=(Gate.OTP,))

PEOPLE: tuple[Person, ...] = (
    DEMO,
    ONE_CARD,
    THREE_CARDS,
    AFTER_CLAIM,
    NO_BALANCE,
    LOCKED,
    DATA_UPDATE,
    OTHER_SESSION,
    PASSWORD_CHANGE,
    OTP,
)

EXTRA_CARD = Membership(
    "22113340982", "99000099/000", "PT Tambahan Sejahtera", Segment.PU, Blth(2022, 3), Blth(2023, 8), 3_800_000, 99
)


def find(user: str) -> Person | None:
    """The fixture whose NIK or e-mail address this is (any case, spaces around it ignored), or None."""
    typed = user.strip().lower()
    return next((p for p in PEOPLE if typed in (p.nik, p.email)), None)
