"""Writing PO files: what we write, every reader reads the same."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, Previous, format_catalogue, format_entry, parse_catalogue
from l10n_tool.errors import FileError

Run = Callable[..., "CompletedProcess[bytes]"]

HEADER: Final = Entry(
    "", ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\nLanguage: fr\n",)
)

_LINE: Final = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=100)
_TEXT: Final = st.lists(_LINE, max_size=3).map("\n".join) | st.text('ab "\\\n\t\r\a\b\f\v', max_size=60)
_WORD: Final = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)
_COMMENT: Final = _LINE.map(str.strip)


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    maybe = st.none() | _TEXT
    plural = draw(maybe)
    forms = draw(st.tuples(_TEXT, _TEXT)) if plural is not None else (draw(_TEXT),)
    return Entry(
        msgid=draw(_TEXT.filter(bool)),
        msgstr=forms,
        msgctxt=draw(maybe),
        msgid_plural=plural,
        comments=tuple(draw(st.lists(_COMMENT, max_size=2))),
        extracted=tuple(draw(st.lists(_COMMENT, max_size=2))),
        references=tuple(draw(st.lists(_WORD, max_size=2))),
        flags=tuple(draw(st.lists(_WORD, max_size=2, unique=True))),
        previous=draw(st.none() | st.builds(Previous, _TEXT, maybe, maybe)),
        obsolete=draw(st.booleans()),
    )


_CATALOGUES: Final = st.lists(_entries(), max_size=6, unique_by=lambda entry: entry.key)


@given(_CATALOGUES, st.sampled_from([0, 20, 79]), st.booleans(), st.booleans())
def test_what_was_written_is_read_the_same(entries: list[Entry], wrap: int, crlf: bool, bom: bool) -> None:
    """Whatever the entries hold: writing and reading gives them back, and writing again the same bytes."""
    catalogue = Catalogue((HEADER, *entries), newline="\r\n" if crlf else "\n", bom=bom, wrap=wrap)

    data = format_catalogue(catalogue)

    again = parse_catalogue(data)
    assert again.entries == catalogue.entries
    assert format_catalogue(again) == data


@given(_entries(), st.sampled_from([0, 79]))
def test_formatting_an_entry_is_stable(entry: Entry, wrap: int) -> None:
    """An entry that was read from our own text is formatted as the same text again."""
    text = format_entry(entry, wrap)

    (again,) = parse_catalogue(text.encode()).entries

    assert again == entry
    assert format_entry(again.replace(comments=("x",)).replace(comments=entry.comments), wrap) == text


def _judged(entries: list[Entry]) -> list[Entry]:
    """Take what msgfmt -c judges apart from syntax out of the entries: newlines at the ends, format flags."""
    kept = []
    for entry in entries:
        plural = None if entry.msgid_plural is None else f"p{entry.msgid_plural}p"
        texts = tuple(f"t{text}t" for text in entry.msgstr)
        kept.append(entry.replace(msgid=f"i{entry.msgid}i", msgid_plural=plural, msgstr=texts, flags=()))
    return kept


def test_a_comment_that_ends_in_a_backslash_ends_there(msgfmt: Run, tmp_path: Path) -> None:
    """To gettext's reader the next line would belong to it."""
    entry = Entry("a", ("b",), comments=("in C:\\",), extracted=("\\",), references=("C:\\",))
    path = tmp_path / "fr.po"
    path.write_bytes(format_catalogue(Catalogue((HEADER, entry))))

    compiled = msgfmt("-c", "-o", "/dev/null", path)

    assert compiled.returncode == 0, compiled.stderr.decode()
    assert parse_catalogue(path.read_bytes()).entries[1] == entry


def test_msgfmt_accepts_what_we_write(msgfmt: Run, tmp_path: Path) -> None:
    """Any entries at all make a file that gettext's compiler takes, with all its checks."""
    path = tmp_path / "fr.po"

    @settings(max_examples=40)
    @given(_CATALOGUES)
    def holds(entries: list[Entry]) -> None:
        path.write_bytes(format_catalogue(Catalogue((HEADER, *_judged(entries)))))

        compiled = msgfmt("-c", "-o", "/dev/null", path)

        assert compiled.returncode == 0, compiled.stderr.decode()

    holds()


@given(_CATALOGUES)
def test_polib_reads_what_we_write(entries: list[Entry]) -> None:
    """The independent reader sees the same texts; it keeps no carriage returns and their kin apart."""
    plain = {ord(c): "_" for c in "\r\a\b\f\v\x85\u2028\u2029"}
    kept = [
        Entry(e.msgid.translate(plain), tuple(t.translate(plain) for t in e.msgstr), obsolete=e.obsolete)
        for e in entries
        if e.msgid_plural is None
    ]
    kept = list({entry.key: entry for entry in kept}.values())

    found = polib.pofile(format_catalogue(Catalogue((HEADER, *kept))).decode())

    texts = sorted((entry.msgid, entry.msgstr, bool(entry.obsolete)) for entry in found)
    assert texts == sorted((entry.msgid, entry.msgstr[0], entry.obsolete) for entry in kept)


def test_untouched_entries_keep_their_bytes_beside_a_new_one() -> None:
    """A new entry goes in with an empty line before it, and nothing else moves."""
    data = HEADER_BYTES + b'\n\nmsgid"odd"\n\n  "layout"\nmsgstr ""\n# end'
    catalogue = parse_catalogue(data)

    written = format_catalogue(Catalogue((*catalogue.entries, Entry("new", ("neu",))), catalogue.tail))

    assert written == data.removesuffix(b"# end") + b'\nmsgid "new"\nmsgstr "neu"\n# end'


HEADER_BYTES: Final = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


def test_an_entry_after_a_last_line_without_newline_begins_a_line() -> None:
    """A file may end without a newline; what is added does not run into its last line."""
    catalogue = parse_catalogue(HEADER_BYTES + b'\nmsgid "a"\nmsgstr "b"')

    written = format_catalogue(Catalogue((*catalogue.entries, Entry("c", ("d",)))))

    assert written == HEADER_BYTES + b'\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n'


def test_a_comment_of_several_lines_stays_a_comment() -> None:
    """A newline in a comment cannot bring lines of the writer's own into the file."""
    entry = Entry("a", ("b",), comments=('one\nmsgid "evil"',), extracted=("two\nthree",))

    text = format_entry(entry, 79)

    assert text == '# one\n# msgid "evil"\n#. two\n#. three\nmsgid "a"\nmsgstr "b"\n'


def test_a_character_that_the_charset_lacks_is_an_error_with_its_name() -> None:
    """The file is not written with a question mark in it."""
    catalogue = parse_catalogue(HEADER_BYTES.replace(b"UTF-8", b"ISO-8859-1"))

    with pytest.raises(FileError, match="ISO-8859-1 has no character 'ж'"):
        format_catalogue(Catalogue((*catalogue.entries, Entry("ж")), charset=catalogue.charset), "ru.po")


@pytest.mark.parametrize(
    ("charset", "message"),
    [
        ("utf-8", "ru.po: the header names the charset ISO-8859-1, and the file would be written in utf-8"),
        ("cp1252", "ru.po: the header names the charset ISO-8859-1, and the file would be written in cp1252"),
        ("klingon", "ru.po: there is no charset 'klingon' to write it in"),
        ("zlib", "ru.po: there is no charset 'zlib' to write it in"),
    ],
)
def test_no_file_is_written_in_another_charset_than_its_header_names(charset: str, message: str) -> None:
    """Whoever reads it would see other letters, and no error."""
    catalogue = parse_catalogue(HEADER_BYTES.replace(b"UTF-8", b"ISO-8859-1") + b'\nmsgid "a"\nmsgstr "\xe9t\xe9"\n')

    with pytest.raises(FileError) as caught:
        format_catalogue(replace(catalogue, charset=charset), "ru.po")

    assert str(caught.value).split("\n")[0] == message
    assert "with_headers" in caught.value.remedy


@pytest.mark.parametrize("charset", ["latin1", "iso8859-1", "ISO-8859-1"])
def test_a_charset_by_another_of_its_names_is_the_same(charset: str) -> None:
    """Charsets have many names."""
    catalogue = parse_catalogue(HEADER_BYTES.replace(b"UTF-8", b"ISO-8859-1") + b'\nmsgid "a"\nmsgstr "\xe9t\xe9"\n')

    assert format_catalogue(replace(catalogue, charset=charset)) == format_catalogue(catalogue)


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("ISO-8859-1", "Größe"),
        ("ISO-8859-2", "łódź"),
        ("ISO-8859-5", "привет"),
        ("ISO-8859-7", "γειά"),
        ("ISO-8859-8", "שלום"),
        ("ISO-8859-9", "şimdi"),
        ("ISO-8859-15", "cœur €"),
        ("windows-1250", "łódź „“"),
        ("windows-1251", "привіт №"),
        ("windows-1252", "cœur € “”"),
        ("windows-1253", "γειά €"),
        ("windows-1254", "şimdi €"),
        ("windows-1255", "שלום ₪"),
        ("windows-1256", "السلام"),
        ("windows-1257", "ačiū"),
        ("windows-1258", "đơn ₫"),
        ("KOI8-R", "привет"),
        ("EUC-JP", "日本語"),
        ("GB18030", "中文"),
        ("UTF-8", "日本語 €"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_keeps_its_charset_and_its_line_ends(charset: str, text: str, newline: str) -> None:
    """What is not changed stays byte for byte, and what is changed is written as the file is."""
    header = HEADER_BYTES.replace(b"UTF-8", charset.encode()).decode()
    lines = [header, f'# {text}\nmsgid "a"\nmsgstr "{text}"\n', f'#. {text}\nmsgid "b"\nmsgstr "x"\n']
    data = "\n".join(lines).replace("\n", newline).encode(charset)

    catalogue = parse_catalogue(data)
    changed = catalogue.entries[2].replace(msgstr=(text,))
    written = format_catalogue(catalogue.map({changed.key: changed}))

    assert (catalogue.entries[1].msgstr, catalogue.entries[1].comments) == ((text,), (text,))
    assert format_catalogue(catalogue) == data
    assert written == data.replace(b'"x"', f'"{text}"'.encode(charset))


def test_a_byte_order_mark_is_kept() -> None:
    """It is no part of the first message, and not lost when another is changed."""
    data = b"\xef\xbb\xbf" + HEADER_BYTES + b'\nmsgid "a"\nmsgstr "b"\n'

    catalogue = parse_catalogue(data)
    changed = catalogue.entries[1].replace(msgstr=("c",))

    assert catalogue.headers["Content-Type"] == "text/plain; charset=UTF-8"
    assert format_catalogue(catalogue) == data
    assert format_catalogue(catalogue.map({changed.key: changed})) == data.replace(b'"b"', b'"c"')


def test_a_catalogue_holds_the_text_it_was_read_from_until_it_is_changed() -> None:
    """Then its entries say what it is, each for itself."""
    data = HEADER_BYTES + b'\nmsgid "a"\nmsgstr "b"\n# end\n'
    catalogue = parse_catalogue(data)
    changed = replace(catalogue, entries=catalogue.entries[1:])

    assert catalogue.raw == data.decode()
    assert changed.raw is None
    assert format_catalogue(changed) == data.removeprefix(HEADER_BYTES)
    assert [pickle.loads(pickle.dumps(catalogue)), copy.copy(catalogue)] == [catalogue] * 2
    assert pickle.loads(pickle.dumps(catalogue)).raw is None


@pytest.mark.parametrize(
    "references",
    [("\u2068a", "b\u2069"), ("a.md", "\u2068b", "c\u2069", "d.md"), ("\u2068a b.md\u2069:3", "c.md", "d\u2069")],
)
def test_references_with_a_mark_that_has_no_partner_stay_apart(references: tuple[str, ...]) -> None:
    """On one line the marks of two of them would make a name with a space."""
    entry = Entry("a", ("b",), references=references)

    text = format_entry(entry, 79, fill_references=True)

    assert next(parse_catalogue(text.encode()).messages).references == references
