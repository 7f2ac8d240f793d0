"""Files that are no PO files at all are told as what they are, with what to do."""

import codecs
import gzip
import io
import zipfile
from collections.abc import Callable
from subprocess import CompletedProcess
from typing import Final

import pytest

from l10n_tool.catalogue import CatalogueError, format_mo, parse_catalogue

Run = Callable[..., "CompletedProcess[bytes]"]

TEXT: Final = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "b"\n'
CYRILLIC: Final = TEXT.replace('"b"', '"да"')
CATALOGUE: Final = parse_catalogue(TEXT.encode())


def _zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("fr.po", TEXT)
    return buffer.getvalue()


def _problem(data: bytes) -> tuple[int, int, str, str]:
    """Return the one problem of a file."""
    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(data, "fr.po")
    (problem,) = caught.value.problems
    assert not caught.value.others
    return problem


@pytest.mark.parametrize("text", [TEXT, CYRILLIC, "# a"], ids=["ascii", "cyrillic", "short"])
@pytest.mark.parametrize(
    ("mark", "codec", "charset"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
        (b"", "utf-16-le", "UTF-16LE"),
        (b"", "utf-16-be", "UTF-16BE"),
        (b"", "utf-32-le", "UTF-32LE"),
        (b"", "utf-32-be", "UTF-32BE"),
    ],
)
def test_a_file_with_more_than_a_byte_for_each_character_is_told(
    text: str, mark: bytes, codec: str, charset: str
) -> None:
    """Windows calls it Unicode; the remedy names the charset by which iconv gives the text."""
    data = mark + text.encode(codec)

    line, column, message, remedy = _problem(data)

    assert (line, column, message) == (1, 1, f"the file is in {charset}, which no tool of gettext reads")
    assert f"iconv -f {charset} -t UTF-8 FILE > FILE.po" in remedy
    assert data.decode(charset) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(TEXT.encode(), mtime=0), "the file is compressed by gzip"),
        (_zipped(), "the file is a ZIP archive"),
        (format_mo("Language: fr\n", list(CATALOGUE.messages)), "the file is a compiled catalogue (MO)"),
        (b"\x95\x04\x12\xde" + bytes(24), "the file is a compiled catalogue (MO)"),
        (b"<!DOCTYPE html>\n<html>\n<p>404\n", "the file is HTML or XML"),
        (b'\n <HTML lang="fr">\n<p>404\n', "the file is HTML or XML"),
        (b'<?xml version="1.0"?>\n<xliff>\n', "the file is HTML or XML"),
    ],
)
def test_a_file_of_another_kind_is_told_as_what_it_is(data: bytes, message: str, msgfmt: Run) -> None:
    """One problem at its beginning, whatever the rest looks like; msgfmt refuses it too."""
    line, column, said, remedy = _problem(data)

    assert (line, column, said) == (1, 1, message)
    assert remedy
    assert msgfmt("-o", "/dev/null", "-", data=data).returncode


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'# \xc3\xa9\nmsgid "a"\nmsgstr "\xc3\xa9\xff"\n', (3, 10)),
        (b'# \xc3\xa9\nmsgid "a"\nmsgstr "\xc3\xa9\x00"\n', (3, 10)),
        (b"\xef\xbb\xbf\xff", (1, 1)),
        (b"#\x00\xff", (1, 3)),
    ],
)
def test_damage_is_told_at_its_character(data: bytes, place: tuple[int, int]) -> None:
    """Columns are characters, as an editor counts them; the rest of the file is what it seems to be."""
    line, column, message, _ = _problem(data)

    assert (line, column) == place
    assert "byte 0xff is not UTF-8" in message or "NUL" in message


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, b"\r", b"\n", b"# <html>\n"])
def test_a_file_without_entries_is_one(data: bytes) -> None:
    """Nothing to read is nothing wrong; that it has no header is an error of the checks."""
    assert not parse_catalogue(data).entries


def test_conflict_markers_are_no_page() -> None:
    """They begin with the same sign."""
    assert "conflict marker" in _problem(b"<<<<<<< ours\n")[2]
