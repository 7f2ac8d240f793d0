"""MO files: ours are msgfmt's byte for byte, gettext reads them, and we read gettext's, broken or not."""

import gettext
import io
import struct
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n_tool.catalogue import (
    Catalogue,
    Entry,
    format_catalogue,
    format_mo,
    parse_catalogue,
    parse_mo,
)
from l10n_tool.catalogue.mo import message_of
from l10n_tool.errors import FileError

Run = Callable[..., "CompletedProcess[bytes]"]

DATA: Final = Path(__file__).parents[1] / "data" / "catalogue"
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


# msgfmt refuses a translation that begins or ends in a line feed where its source does not.
_PLAIN: Final = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.just("\n"), max_size=90).map(
    lambda text: text.strip("\n") or "-"
)


@st.composite
def _many_entries(draw: st.DrawFn) -> list[Entry]:
    """Return messages of many lengths, some with a context that is empty, and with plurals."""
    keys = draw(st.lists(st.tuples(st.none() | st.sampled_from(["", "menu"]), _PLAIN), max_size=60, unique=True))
    plurals = draw(st.lists(st.none() | _PLAIN, min_size=len(keys), max_size=len(keys)))
    return [
        Entry(msgid, (msgid[::-1],) if plural is None else (plural, msgid), msgctxt, plural)
        for (msgctxt, msgid), plural in zip(keys, plurals, strict=True)
    ]


def _msgfmt_makes(entries: list[Entry], msgfmt: Run, folder: Path) -> bytes:
    source, compiled = folder / "x.po", folder / "x.mo"
    source.write_bytes(format_catalogue(Catalogue((Entry("", (HEADER,)), *entries))))
    made = msgfmt("-o", compiled, source)
    assert made.returncode == 0, made.stderr.decode()
    return compiled.read_bytes()


def test_ours_are_those_of_msgfmt_byte_for_byte(msgfmt: Run, tmp_path: Path) -> None:
    """Tables, hash table, strings and all, whatever the messages."""

    @given(_many_entries())
    def holds(entries: list[Entry]) -> None:
        assert format_mo(HEADER, entries) == _msgfmt_makes(entries, msgfmt, tmp_path)

    holds()


@pytest.mark.parametrize("count", [*range(20), 100, 512, 1000])
def test_any_number_of_messages_gives_the_bytes_of_msgfmt(count: int, msgfmt: Run, tmp_path: Path) -> None:
    """The size of the hash table goes with it."""
    entries = [Entry(f"message {number * 7919}", (str(number),)) for number in range(count)]

    assert format_mo(HEADER, entries) == _msgfmt_makes(entries, msgfmt, tmp_path)


def _real() -> list[Path]:
    """Return every ninth of the catalogues that two packages ship."""
    found: list[Path] = []
    for name in ("django", "weblate_language_data"):
        spec = find_spec(name)
        assert spec
        assert spec.submodule_search_locations
        found += sorted(Path(spec.submodule_search_locations[0]).rglob("*.po"))
    return found[::9]


def test_real_catalogues_give_the_bytes_of_msgfmt(msgfmt: Run, tmp_path: Path) -> None:
    """Of the entries that msgfmt takes: what is not fuzzy and has a first form."""
    compiled = tmp_path / "x.mo"
    files = _real()
    for path in files:
        catalogue = parse_catalogue(path.read_bytes(), path.name)
        made = msgfmt("-o", compiled, path)
        assert made.returncode == 0, made.stderr.decode()
        theirs = compiled.read_bytes()
        published = [entry for entry in catalogue.messages if not entry.fuzzy and entry.msgstr[0]]
        lines = (catalogue.header or Entry("")).msgstr[0].splitlines(keepends=True)
        header = "".join(line for line in lines if not line.startswith("POT-Creation-Date:"))

        assert format_mo(header, published) == theirs, path
        assert parse_mo(theirs) == dict([(b"", header.encode()), *map(message_of, published)]), path

    assert len(files) > 100


@pytest.fixture
def look_up(need_tool: Callable[[str], str], tmp_path: Path) -> Callable[[bytes, list[str]], list[str]]:
    """Return what the C library finds for originals in an MO file; it goes by the hash table where there is one."""
    program = need_tool("gettext")
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)

    def look_up(data: bytes, originals: list[str]) -> list[str]:
        (folder / "x.mo").write_bytes(data)
        # C.UTF-8 is a locale with translations for glibc, unlike C.
        environment = {"LC_ALL": "C.UTF-8", "LANGUAGE": "de", "TEXTDOMAINDIR": str(tmp_path)}
        command = [program, "-s", "-d", "x", *originals]
        said = subprocess.run(command, capture_output=True, check=True, env=environment, timeout=60)
        return said.stdout.decode().split()

    return look_up


def test_the_c_library_finds_every_message(look_up: Callable[[bytes, list[str]], list[str]]) -> None:
    """By their hashes, those whose slots were taken among them; what is not there comes back as it is."""
    originals = [f"message-{number * 7919}" for number in range(700)]
    data = format_mo(HEADER, [Entry(original, (f"t{original}",)) for original in originals])

    assert look_up(data, originals) == [f"t{original}" for original in originals]
    assert look_up(data, ["message", "absent"]) == ["message", "absent"]


def test_the_c_library_goes_by_the_hash_table(look_up: Callable[[bytes, list[str]], list[str]]) -> None:
    """In an empty one it finds nothing, and without one it looks among the originals; so it is what is tested above."""
    data = format_mo(HEADER, [Entry("one", ("eins",))])
    size, start = struct.unpack_from("<2I", data, 20)

    assert look_up(data[:start] + bytes(4 * size) + data[start + 4 * size :], ["one"]) == ["one"]
    assert look_up(data[:20] + bytes(4) + data[24:], ["one"]) == ["eins"]


def test_strings_that_depend_on_the_system_are_left_out(msgfmt: Run, tmp_path: Path) -> None:
    """A minor revision of 1 has them apart from the others, which are read."""
    source, compiled = tmp_path / "fr.po", tmp_path / "fr.mo"
    large = Entry("%<PRIu64> files", ("%<PRIu64> fichiers",), flags=("c-format",))
    source.write_bytes(format_catalogue(Catalogue((Entry("", (HEADER,)), *SAMPLE, large))))
    msgfmt("-o", compiled, source)

    assert compiled.read_bytes()[4] == 1
    assert parse_mo(compiled.read_bytes()) == dict([(b"", HEADER.encode()), *map(message_of, SAMPLE)])


def test_messages_that_a_program_could_not_tell_apart_are_refused() -> None:
    """A context ends in U+0004 in an MO file, which a msgid may have as well."""
    entries = [Entry("b", ("x",), "a"), Entry("a\4b", ("y",))]

    with pytest.raises(FileError, match=r"fr\.mo: two messages have the msgid 'a\\x04b'"):
        format_mo(HEADER, entries, "fr.mo")


def test_what_does_not_read_back_is_not_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the writer stays in the house."""
    good = format_mo(HEADER, SAMPLE)
    at = good.index(b"mai\0")
    monkeypatch.setattr("l10n_tool.catalogue.mo._pack", lambda *_: good[:at] + b"Mai" + good[at + 3 :])

    with pytest.raises(FileError, match=r"fr\.mo: the MO does not read back"):
        format_mo(HEADER, SAMPLE, "fr.mo")


def test_a_table_that_does_not_lead_to_a_message_is_not_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading back looks each message up."""
    monkeypatch.setattr("l10n_tool.catalogue.mo.make_table", lambda values, size: [*range(1, len(values) + 1), 0])

    with pytest.raises(FileError, match="hash table of the MO file does not lead to message"):
        format_mo(HEADER, SAMPLE)


def test_messages_made_to_collide_are_compiled_without_a_hash_table() -> None:
    """And in a time that does not grow with the square of their number; programs then search the sorted originals."""
    # A0 and B followed by a space have one hash: 16 times the first character and the second.
    originals = ["".join("A0" if number >> bit & 1 else "B " for bit in range(14)) for number in range(2**14)]

    data = format_mo(HEADER, [Entry(original, ("x",)) for original in originals])

    assert struct.unpack_from("<I", data, 20) == (0,)
    assert len(parse_mo(data)) == len(originals) + 1


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


def _mo(order: str, originals: list[bytes], table: list[int] | None = None, extra: int = 0) -> bytes:
    """Return an MO file whose translations are its originals, in the order that is given."""
    count = len(originals)
    hashes = 28 + 8 * count
    start = hashes + 4 * len(table or [])
    rows: list[int] = []
    for original in originals:
        rows += [len(original), start + sum(len(text) + 1 for text in originals[: len(rows) // 2])]
    numbers = [0x950412DE, 0, count, 28, 28, len(table or []), hashes, *rows, *(table or [])]
    return (
        struct.pack(f"{order}{len(numbers)}I", *numbers) + b"".join(text + b"\0" for text in originals) + bytes(extra)
    )


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("originals", "table", "message"),
    [
        ([b"b", b"a"], None, "are not in order"),
        ([b"a", b"a"], None, "are not in order"),
        ([b"a\0as", b"a\0az"], None, "are not in order"),
        ([b"a", b"b"], [0, 1, 2, 3, 0], "is damaged"),
        ([b"a", b"b"], [1, 2, 1], "is damaged"),
        ([b"a", b"b"], [0, 0, 0, 0, 0], "does not lead to message 1"),
        ([b"a", b"b"], [0, 0, 2, 1, 0], "does not lead to message 1"),
    ],
)
def test_a_file_that_leads_a_search_astray_is_refused(
    order: str, originals: list[bytes], table: list[int] | None, message: str
) -> None:
    """The originals are to be searched by halves, or by their hashes: 97 of a is 2 in a table of five."""
    with pytest.raises(FileError, match=rf"fr\.mo: .* MO file {message}"):
        parse_mo(_mo(order, originals, table), "fr.mo")


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("table", [None, [0, 0, 1, 2, 0], [1], [7, 7]])
def test_a_file_that_does_not_is_read(order: str, table: list[int] | None) -> None:
    """Of either byte order; a table of less than three slots counts as none, as for the C library."""
    assert parse_mo(_mo(order, [b"a", b"b"], table)) == {b"a": b"a", b"b": b"b"}


def test_a_string_without_an_end_is_refused() -> None:
    """A C program would read on into the next one."""
    data = _mo("<", [b"a", b"b"]).replace(b"a\0", b"aa")

    with pytest.raises(FileError, match="does not end in NUL"):
        parse_mo(data)


def test_a_small_file_cannot_fill_the_memory() -> None:
    """Strings may share bytes, but not all of them again and again."""
    count, size = 2_000, 200_000
    start = 28 + 8 * count
    rows = [number for at in range(count) for number in (size - at, start + at)]
    data = struct.pack(f"<{7 + 2 * count}I", 0x950412DE, 0, count, 28, 28, 0, 0, *rows) + b"x" * size + b"\0"

    with pytest.raises(FileError, match="overlap"):
        parse_mo(data)


@given(st.binary(max_size=80).map(lambda tail: b"\xde\x12\x04\x95\0\0\0\0" + tail) | st.binary(max_size=60))
@example(_hostile())
def test_no_bytes_end_in_anything_but_a_file_error(data: bytes) -> None:
    """Whatever stands in the file."""
    try:
        found = parse_mo(data)
    except FileError:
        return

    assert all(isinstance(key, bytes) for key in found)


_FIELDS: Final = st.text('ab"\\\n\t#|~, ', max_size=30)
