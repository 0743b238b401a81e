"""The helper process: whatever happens in it, its asker gets an answer in time, and only values it knows."""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
import zlib

import pytest

from core.statements.confined import answer_of
from core.statements.limits import Limits
from core.statements.reader import Reader
from core.statements.statement import FileRead, FileStatus
from core.statements.wire import Malformed, from_wire, to_wire
from tests.core.statements.drawn import pdf
from tests.core.statements.paper import Paper, assemble
from tests.core.statements.test_reader import read

TODAY = dt.date(2026, 11, 22)


def test_what_was_read_survives_the_pipe_unchanged() -> None:
    found = read(pdf())
    assert from_wire(FileRead, json.loads(json.dumps(to_wire(found)))) == found


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"nonsense\n",
        b"[]\n",
        b'{"read": {"status": "ok"}, "worn": false}\n',
        b'{"read": {"status": "ok", "kind": "rsjht", "statements": 1, "doubted": [], "reason": null, "file_sha256": null}, "worn": false}',
        b'{"read": {"status": "fine", "kind": null, "statements": [], "doubted": [], "reason": null, "file_sha256": null}, "worn": false}',
    ],
)
def test_nothing_but_an_answer_comes_over_the_pipe(line: bytes) -> None:
    with pytest.raises(Malformed):
        answer_of(line)


def test_a_file_that_takes_too_long_is_ended_and_the_next_one_is_read() -> None:
    with Reader(Limits(seconds=0.001)) as reader:
        assert reader.read(pdf(), today=TODAY).reason == "too_slow"
    with Reader() as reader:
        assert reader.read(pdf(), today=TODAY).status is FileStatus.OK


def unpacked(size: int) -> bytes:
    """A page whose content unpacks to so many bytes of drawing."""
    machine = zlib.compressobj(9)
    piece = b"0 0 m 1 1 l S " * 10_000
    content = b"".join(machine.compress(piece) for _ in range(size // len(piece))) + machine.flush()
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>"
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content)
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream])


def test_a_file_that_takes_too_much_memory_is_ended_and_the_next_one_is_read() -> None:
    with Reader() as reader:
        found = reader.read(unpacked(400_000_000), today=TODAY)
        assert found.status is FileStatus.UNREADABLE_FILE
        assert found.reason in ("too_large", "crashed", "too_slow")
        assert reader.read(pdf(), today=TODAY).status is FileStatus.OK


def test_too_many_pages_are_refused_before_they_are_read() -> None:
    paper = Paper()
    for _ in range(151):
        paper.page()
    assert read(paper.bytes()).reason == "too_large"


def test_a_reading_can_be_cancelled_from_another_thread() -> None:
    slow = unpacked(100_000_000)
    with Reader() as reader:
        threading.Timer(0.2, reader.cancel).start()
        begin = time.monotonic()
        found = reader.read(slow, today=TODAY)
        assert found.reason in ("cancelled", "too_large", "crashed")
        assert time.monotonic() - begin < 15
        assert reader.read(pdf(), today=TODAY).reason == "cancelled"


def test_a_damaged_packed_stream_is_not_mended_in_silence() -> None:
    whole = bytearray(pdf())
    place = whole.index(b"stream\n") + 60
    whole[place] ^= 0x10
    assert read(bytes(whole)).status is FileStatus.UNREADABLE_FILE


def test_a_password_is_asked_for_and_a_wrong_one_is_told() -> None:
    pypdf = pytest.importorskip("pypdf")
    import io

    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf())))
    writer.encrypt("02031985", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert read(out.getvalue()).status is FileStatus.PASSWORD_NEEDED
    wrong = read(out.getvalue(), password="03021985")
    assert (wrong.status, wrong.reason) == (FileStatus.PASSWORD_NEEDED, "wrong_password")
    right = read(out.getvalue(), password="02031985")
    assert right.status is FileStatus.OK
    assert "02031985" not in repr(right)
