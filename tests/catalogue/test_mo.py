"""MO files: gettext reads ours, and we read gettext's, of either byte order, broken or not."""

import gettext
import io
import struct
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, format_mo, parse_catalogue, parse_mo
from l10n_tool.catalogue.mo import message_of
from l10n_tool.errors import FileError

Run = Callable[..., "CompletedProcess[bytes]"]

HEADER: Final = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\nLanguage: fr\n"

_TEXT: Final = st.text(st.characters(codec="utf-8", exclude_characters="\0\4"), min_size=1, max_size=30)


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | _TEXT)
    forms = (draw(_TEXT),) if plural is None else (draw(_TEXT), draw(_TEXT))
    return Entry(draw(_TEXT), forms, draw(st.none() | _TEXT), plural)


_MESSAGES: Final = st.lists(_entries(), max_size=8, unique_by=lambda entry: entry.key)
SAMPLE: Final = (
    Entry("one", ("un",)),
    Entry("May", ("mai",), "month"),
    Entry("%d file", ("%d fichier", "%d fichiers"), None, "%d files"),
    Entry("élan\n漢", ("x\ty\\z",)),
)


@given(_MESSAGES)
def test_pythons_gettext_gives_every_message(entries: list[Entry]) -> None:
    """Each message, in its context and its plural forms, comes out of the compiled file."""
    loaded = gettext.GNUTranslations(io.BytesIO(format_mo(HEADER, entries)))

    for entry in entries:
        if entry.msgid_plural is not None and entry.msgctxt is not None:
            given_back = [loaded.npgettext(entry.msgctxt, entry.msgid, entry.msgid_plural, n) for n in (1, 2)]
        elif entry.msgid_plural is not None:
            given_back = [loaded.ngettext(entry.msgid, entry.msgid_plural, n) for n in (1, 2)]
        elif entry.msgctxt is not None:
            given_back = [loaded.pgettext(entry.msgctxt, entry.msgid)]
        else:
            given_back = [loaded.gettext(entry.msgid)]
        assert tuple(given_back) == entry.msgstr


@given(_MESSAGES)
def test_reading_gives_what_was_written(entries: list[Entry]) -> None:
    """Originals and translations come back as they went in, sorted, the header first."""
    found = parse_mo(format_mo(HEADER, entries))

    assert found == dict([(b"", HEADER.encode()), *map(message_of, entries)])
    assert list(found) == sorted(found)


def test_msgunfmt_reads_what_we_write(msgunfmt: Run, tmp_path: Path) -> None:
    """gettext's own decompiler gives the entries back."""
    path = tmp_path / "fr.mo"
    path.write_bytes(format_mo(HEADER, SAMPLE))

    said = msgunfmt("--force-po", path)

    assert said.returncode == 0, said.stderr.decode()
    found = {entry.key: entry for entry in parse_catalogue(said.stdout).messages}
    assert found == {entry.key: entry for entry in SAMPLE}


@pytest.mark.parametrize("order", ["little", "big"])
@pytest.mark.parametrize("hashing", [[], ["--no-hash"]], ids=["hash table", "no hash table"])
def test_we_read_what_msgfmt_writes(order: str, hashing: list[str], msgfmt: Run, tmp_path: Path) -> None:
    """Either byte order, with the hash table or without."""
    source, compiled = tmp_path / "fr.po", tmp_path / "fr.mo"
    source.write_bytes(format_catalogue(Catalogue((Entry("", (HEADER,)), *SAMPLE))))
    made = msgfmt(f"--endianness={order}", *hashing, "-o", compiled, source)

    found = parse_mo(compiled.read_bytes(), "fr.mo")

    assert made.returncode == 0, made.stderr.decode()
    assert found == dict([(b"", HEADER.encode()), *map(message_of, SAMPLE)])


@given(st.integers(0, len(format_mo(HEADER, SAMPLE)) - 1))
def test_a_file_that_was_cut_short_is_refused(length: int) -> None:
    """Every length but the whole one is an error that names the file."""
    data = format_mo(HEADER, SAMPLE)[:length]

    with pytest.raises(FileError, match=r"fr\.mo: (not an MO file|the MO file is cut short)"):
        parse_mo(data, "fr.mo")


def _hostile(
    count: int = 1, first: int = 28, second: int = 36, rows: tuple[int, ...] = (0, 44, 0, 44), version: int = 0
) -> bytes:
    return (
        struct.pack("<7I", 0x950412DE, version, count, first, second, 0, 44)
        + struct.pack(f"<{len(rows)}I", *rows)
        + b"\0"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xde\x12\x04\x95", b"MZ" * 50, b"\0" * 100,
        _hostile(count=0xFFFFFFFF),
        _hostile(count=0x7FFFFFFF),
        _hostile(count=0x20000000),
        _hostile(first=0xFFFFFFF0),
        _hostile(second=0xFFFFFFF0),
        _hostile(rows=(0xFFFFFFFF, 44, 0, 44)),
        _hostile(rows=(0, 0xFFFFFFFF, 0, 44)),
        _hostile(rows=(1, 44, 0, 44)),
        _hostile(rows=(0, 44, 2, 44)),
        _hostile(version=0x00020000),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused(data: bytes) -> None:
    """Counts, tables and texts that lie outside the file are errors, and cost no memory."""
    with pytest.raises(FileError, match=r"evil\.mo"):
        parse_mo(data, "evil.mo")


@given(st.binary(max_size=80).map(lambda tail: b"\xde\x12\x04\x95\0\0\0\0" + tail) | st.binary(max_size=60))
@example(_hostile())
def test_no_bytes_end_in_anything_but_a_file_error(data: bytes) -> None:
    """Whatever stands in the file."""
    try:
        found = parse_mo(data)
    except FileError:
        return

    assert all(isinstance(key, bytes) for key in found)
