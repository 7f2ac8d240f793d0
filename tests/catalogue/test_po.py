"""Reading PO files: exact about bytes and fields, strict about what is broken."""

import gc
import pickle
import random
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, CatalogueError, Entry, Previous, format_catalogue, parse_catalogue

Run = Callable[..., "CompletedProcess[bytes]"]

DATA: Final = Path(__file__).parents[1] / "data" / "catalogue"
BROKEN: Final = sorted((DATA / "broken").glob("*.po"))
SOUND: Final = sorted((DATA / "sound").glob("*.po"))

_CHARSETS: Final = (
    "UTF-8",
    "ISO-8859-1",
    "ISO-8859-2",
    "ISO-8859-9",
    "ISO-8859-15",
    "windows-1251",
    "windows-1252",
    "windows-1256",
    "KOI8-R",
    "EUC-JP",
    "GB18030",
)


def _encodable(charset: str) -> st.SearchStrategy[str]:
    pool = "abc XYZ %{}<>&'.,:;!?#~|[]0123äöéñßøłőşğıабвгдежзاب漢字かな“”—\u00a0"
    kept = "".join(c for c in pool if c.encode(charset, "ignore") and c.encode(charset, "ignore").decode(charset) == c)
    return st.text(kept, max_size=60)


def _quoted(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


class _Layout:
    """Writes entries in the odd ways in which people and programs have written them."""

    def __init__(self, choose: random.Random) -> None:
        self._choose = choose

    def string(self, keyword: str, text: str, mark: str) -> str:
        pieces = self._pieces(text)
        between = self._choose.choice([" ", "", "\t", "  ", f"\n{mark}", f"\n{mark}  ", f"\n\n{mark}"])
        lead = self._choose.choice([" ", "", "\t "])
        return f"{mark}{keyword}{lead}{between.join(map(_quoted, pieces))}{self._choose.choice(['', ' ', chr(9)])}"

    def _pieces(self, text: str) -> list[str]:
        cuts = sorted(self._choose.randrange(len(text) + 1) for _ in range(self._choose.choice([0, 0, 1, 2])))
        return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    def entry(self, entry: Entry) -> str:
        rows = [f"# {comment}" if comment else "#" for comment in entry.comments]
        rows += [f"#. {comment}" for comment in entry.extracted]
        rows += [f"#: {reference}" for reference in entry.references]
        rows += [f"#,{flag}" for flag in entry.flags]
        if entry.previous:
            rows += self._fields("#~| " if entry.obsolete else "#| ", entry.previous)
        mark = "#~ " if entry.obsolete else self._choose.choice(["", "", " ", "\t"])
        rows += self._fields(mark, entry)
        names = ["msgstr"] if entry.msgid_plural is None else [f"msgstr[{i}]" for i in range(len(entry.msgstr))]
        rows += [self.string(name, text, mark) for name, text in zip(names, entry.msgstr, strict=True)]
        return self._choose.choice(["", "\n", "\n\n", " \n"]) + "\n".join(rows) + "\n"

    def header(self, text: str) -> str:
        cut = self._choose.randrange(len("Content-Type:"), len(text) + 1)
        return f'msgid ""\nmsgstr {_quoted(text[:cut])}{self._choose.choice(["", " ", chr(10)])}{_quoted(text[cut:])}\n'

    def _fields(self, mark: str, has: Entry | Previous) -> list[str]:
        fields = [("msgctxt", has.msgctxt), ("msgid", has.msgid), ("msgid_plural", has.msgid_plural)]
        return [self.string(name, text, mark) for name, text in fields if text is not None]


@st.composite
def _files(draw: st.DrawFn) -> tuple[bytes, tuple[Entry, ...]]:
    """A file in an odd layout, and the entries that were put into it."""
    charset = draw(st.sampled_from(_CHARSETS))
    line = _encodable(charset)
    text = st.builds(
        lambda parts, glue: glue.join(parts), st.lists(line, max_size=3), st.sampled_from(['"', "\\", "\n", "\t"])
    )
    word = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
    comment = line.map(str.strip).filter(lambda c: not c.startswith((",", ".", ":", "|", "~")))
    maybe = st.none() | text
    previous = st.none() | st.builds(Previous, text, maybe, maybe)
    forms = st.lists(text, min_size=1, max_size=4).map(tuple)
    entry = st.builds(
        lambda msgid, plural, texts, **rest: Entry(
            msgid, texts if plural is not None else texts[:1], msgid_plural=plural, **rest
        ),
        text.filter(bool),
        maybe,
        forms,
        msgctxt=maybe,
        comments=st.lists(comment, max_size=2).map(tuple),
        extracted=st.lists(comment.filter(bool), max_size=2).map(tuple),
        references=st.lists(word, max_size=2).map(tuple),
        flags=st.lists(word, max_size=2, unique=True).map(tuple),
        previous=previous,
        obsolete=st.booleans(),
    )
    entries = draw(st.lists(entry, max_size=5, unique_by=lambda e: e.key))
    header = Entry("", (f"Content-Type: text/plain; charset={charset}\n",))
    layout = _Layout(random.Random(draw(st.integers(0, 2**32))))
    body = (
        layout.header(header.msgstr[0])
        + "".join(map(layout.entry, entries))
        + draw(st.sampled_from(["", "\n", "# the end\n", "\n#~ \n# x"]))
    )
    if draw(st.booleans()):
        body = body.removesuffix("\n")
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    bom = b"\xef\xbb\xbf" if charset == "UTF-8" and draw(st.booleans()) else b""
    return bom + body.replace("\n", newline).encode(charset), (header, *entries)


@given(_files())
def test_writing_what_was_read_gives_the_same_bytes(case: tuple[bytes, tuple[Entry, ...]]) -> None:
    """Not one byte of an untouched file changes, however it was laid out."""
    data, _ = case

    catalogue = parse_catalogue(data)

    assert format_catalogue(catalogue) == data


@given(_files())
def test_every_layout_gives_the_same_fields(case: tuple[bytes, tuple[Entry, ...]]) -> None:
    """A string counts the same in one piece or in many, on one line or on several."""
    data, entries = case

    found = parse_catalogue(data).entries

    assert tuple(found) == entries


@given(_files())
def test_the_raw_texts_part_the_file(case: tuple[bytes, tuple[Entry, ...]]) -> None:
    """Every character of a file belongs to one entry or to the tail."""
    data, _ = case

    catalogue = parse_catalogue(data)

    whole = "".join(entry.raw or "" for entry in catalogue.entries) + catalogue.tail
    assert whole == data.decode(catalogue.charset).removeprefix("\ufeff").replace("\r\n", "\n")


@given(_files(), st.integers(0, 100), st.booleans())
def test_a_changed_entry_leaves_the_others_alone(case: tuple[bytes, tuple[Entry, ...]], pick: int, fuzzy: bool) -> None:
    """One entry rewritten, all others read back as they were."""
    catalogue = parse_catalogue(case[0])
    at = pick % len(catalogue.entries)
    changed = catalogue.entries[at].replace(msgstr=("new",), msgid_plural=None, comments=("by hand",)).with_fuzzy(fuzzy)
    wanted = (*catalogue.entries[:at], changed, *catalogue.entries[at + 1 :])

    data = format_catalogue(
        Catalogue(wanted, catalogue.tail, catalogue.charset, catalogue.newline, catalogue.bom, catalogue.wrap)
    )

    # The header says how to decode the file, so a file whose header was changed is read with the charset it was in.
    assert at == 0 or parse_catalogue(data).entries == wanted


@pytest.mark.parametrize("path", [p for p in SOUND if not p.stem.startswith("lenient-")], ids=lambda path: path.stem)
def test_a_sound_file_is_accepted_as_msgfmt_accepts_it(path: Path, msgfmt: Run, tmp_path: Path) -> None:
    """What gettext's compiler reads, we read, and give back byte for byte."""
    compiled = msgfmt("-o", tmp_path / "out.mo", path)

    catalogue = parse_catalogue(path.read_bytes(), path.name)

    assert compiled.returncode == 0, compiled.stderr.decode()
    assert format_catalogue(catalogue) == path.read_bytes()


def _of_polib(entry: polib.POEntry) -> Entry:
    previous = Previous(entry.previous_msgid or "", entry.previous_msgctxt, entry.previous_msgid_plural)
    plural = entry.msgid_plural or None
    return Entry(
        msgid=entry.msgid,
        msgstr=tuple(entry.msgstr_plural.values()) if plural is not None else (entry.msgstr,),
        msgctxt=entry.msgctxt,
        msgid_plural=plural,
        comments=tuple(entry.tcomment.split("\n")) if entry.tcomment else (),
        extracted=tuple(entry.comment.split("\n")) if entry.comment else (),
        references=tuple(f"{name}:{line}" if line else name for name, line in entry.occurrences),
        flags=tuple(entry.flags),
        # polib drops the previous source of an obsolete entry.
        previous=previous if entry.previous_msgid is not None else None,
        obsolete=bool(entry.obsolete),
    )


@pytest.mark.parametrize("path", [p for p in SOUND if not p.stem.startswith("odd-")], ids=lambda path: path.stem)
def test_the_fields_are_those_that_polib_reads(path: Path) -> None:
    """polib is the independent reader: every field of a well-formed file is the same."""
    expected = [_of_polib(entry) for entry in polib.pofile(str(path))]

    found = [entry for entry in parse_catalogue(path.read_bytes()).entries if not entry.is_header]
    found = [entry.replace(previous=None) if entry.obsolete else entry for entry in found]

    assert found == expected


def _cases() -> list[tuple[Path, str, int, int]]:
    """Return each broken file with what its first comment expects: place and a part of the message."""
    cases = []
    for path in BROKEN:
        for line in path.read_bytes().decode("latin-1").split("\n"):
            match = re.match(r"# expect: (\d+):(\d+) (.+)", line.strip("\r"))
            if match:
                cases.append((path, match[3], int(match[1]), int(match[2])))
    return cases


@pytest.mark.parametrize(("path", "message", "line", "column"), _cases(), ids=lambda value: getattr(value, "stem", ""))
def test_a_broken_file_is_refused_with_its_place(path: Path, message: str, line: int, column: int) -> None:
    """The error says what is wrong, and on which line and column."""
    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(path.read_bytes(), path.name)

    places = [(p.line, p.column) for p in caught.value.problems if message in p.message]
    assert (line, column) in places, str(caught.value)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_msgfmt_refuses_a_broken_file_too_or_the_file_says_why_not(path: Path, msgfmt: Run) -> None:
    """gettext's compiler is the judge; where it is more lenient, the case gives our reason."""
    reason = re.search(rb"# msgfmt accepts this: .+", path.read_bytes())

    compiled = msgfmt("-c", "-o", "/dev/null", path)

    assert (compiled.returncode == 0) == bool(reason), compiled.stderr.decode()


def test_every_broken_file_says_what_it_expects() -> None:
    """No case is there that nothing tests."""
    described = {path for path, *_ in _cases()}

    assert described == set(BROKEN)
    assert len(BROKEN) >= 30


def test_all_problems_of_a_file_are_told_at_once() -> None:
    """Nobody should have to mend a file five times to find the fifth error."""
    data = b'msgid "a\nmsgstr "b"\n\nmsgid "c"\nmsgstr "\\q"\n\nstray\n\nmsgid "d"\nmsgstr "x" y\n'

    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(data, "fr.po")

    places = [(problem.line, problem.message) for problem in caught.value.problems]
    assert places == [
        (1, "the closing quotation mark is missing"),
        (5, "\\q is no escape"),
        (7, "unknown keyword 'stray'"),
        (10, "'y' outside the quotation marks"),
    ]
    assert str(caught.value).split("\n")[:4] == [
        "fr.po:1:9: the closing quotation mark is missing",
        '  End the line with ".',
        "fr.po:5:9: \\q is no escape",
        '  Write a backslash as \\\\, a quotation mark as \\".',
    ]


def test_a_remedy_that_mends_several_problems_is_told_once() -> None:
    """Two lines without a closing quotation mark are one thing to do."""
    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(b'msgid "a\nmsgstr "b\n', "fr.po")

    assert str(caught.value) == (
        "fr.po:1:9: the closing quotation mark is missing\n"
        "fr.po:2:10: the closing quotation mark is missing\n"
        '  End the line with ".'
    )


def test_problems_come_in_file_order() -> None:
    """That a message is there twice is known at the end of its entry, but its place is where it begins."""
    data = b'msgid "a"\nmsgstr ""\nmsgid "a"\nmsgstr "x"\n#~ "y"\n'

    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(data)

    assert [problem.line for problem in caught.value.problems] == [3, 5]


def test_of_a_file_full_of_errors_most_are_only_counted() -> None:
    """A picture with the wrong name gives twenty problems, not a million."""
    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(b"what is this\n" * 10_000)

    assert (len(caught.value.problems), caught.value.others) == (20, 9_980)
    assert str(caught.value).endswith("\nand 9980 more problems")


def test_an_error_that_came_from_another_process_is_the_same() -> None:
    """Commands that work in several processes show what went wrong in any of them."""
    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(b"what is this\n" * 30, "fr.po")

    again = pickle.loads(pickle.dumps(caught.value))

    assert (str(again), again.problems, again.others) == (str(caught.value), caught.value.problems, 10)


def test_a_file_with_carriage_returns_only_is_told_as_such() -> None:
    """To gettext it is one line, whose first comment swallows the rest: one problem, not one for each line."""
    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(b'msgid ""\rmsgstr ""\r\r# by hand\rmsgid "a"\rmsgstr "b"\r', "fr.po")

    assert str(caught.value) == (
        "fr.po:1:9: the lines end in carriage returns only\n  Save the file with line feeds (LF), as all editors can."
    )


@pytest.mark.parametrize("mark", ["#~ # ", "#~# ", "#~ #~ # "])
def test_a_comment_that_was_made_obsolete_is_a_comment(mark: str) -> None:
    """Some tools put #~ before every line of an entry; msgfmt reads it, so we do."""
    data = f'{mark}by hand\n#~ msgid "a"\n#~ msgstr "b"\n'.encode()

    catalogue = parse_catalogue(data)

    assert catalogue.entries == (Entry("a", ("b",), comments=("by hand",), obsolete=True),)
    assert format_catalogue(catalogue) == data


def test_an_entry_that_was_made_obsolete_twice_is_obsolete() -> None:
    """With its previous source, in either order of the marks."""
    data = b'#~ #| msgid "old"\n#~ #~ msgid "a"\n#~#~ msgstr "b"\n'

    catalogue = parse_catalogue(data)

    assert catalogue.entries == (Entry("a", ("b",), previous=Previous("old"), obsolete=True),)
    assert format_catalogue(catalogue) == data


@pytest.mark.parametrize(
    "charset",
    [
        "utf-16",
        "utf-16-le",
        "utf-32",
        "idna",
        "punycode",
        "unicode_escape",
        "rot13",
        "base64",
        "undefined",
        "nonsense",
        "utf-8-sig",
    ],
)
def test_what_is_no_charset_of_a_po_file_is_refused(charset: str) -> None:
    """A header can name any codec of Python; only those that PO files can be in are taken."""
    data = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n'.encode()

    with pytest.raises(CatalogueError, match=f"unknown charset '{charset}'"):
        parse_catalogue(data)


def test_a_file_that_its_charset_would_not_give_back_is_refused() -> None:
    """UTF-7 writes one character in many ways, so that an untouched line would change."""
    data = b'# +AGE-\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-7\\n"\n'

    with pytest.raises(CatalogueError, match="does not give the file's bytes back"):
        parse_catalogue(data)


def test_two_entries_on_one_line_are_two_entries() -> None:
    """The raw text of each is its own, so that changing the first does not bring its old text back."""
    catalogue = parse_catalogue(b'msgid "a" msgstr "b" msgid "c" msgstr "d"\n')
    first, second = catalogue.entries

    data = format_catalogue(Catalogue((first.replace(msgstr=("B",)), second)))

    assert [entry.raw for entry in catalogue.entries] == ['msgid "a" msgstr "b" ', 'msgid "c" msgstr "d"\n']
    assert [(e.msgid, e.msgstr) for e in parse_catalogue(data).entries] == [("a", ("B",)), ("c", ("d",))]


def test_a_keyword_may_have_its_string_on_the_next_line() -> None:
    """msgfmt reads it, so we do."""
    entry = parse_catalogue(b'msgid\n"a"\nmsgstr\n\n"b"\n"c"\n').entries[0]

    assert entry == Entry("a", ("bc",))


def test_a_mark_of_a_previous_source_and_nothing_else_is_an_empty_line() -> None:
    """Wherever it stands, as in msgfmt."""
    data = b'#|\nmsgid "a"\n#| \n"b"\n#|\nmsgstr "c"\n#~|\n#|\nmsgid "d"\nmsgstr ""\n#|\n'

    catalogue = parse_catalogue(data)

    assert catalogue.entries == (Entry("ab", ("c",)), Entry("d"))
    assert format_catalogue(catalogue) == data


def test_a_reference_may_hold_spaces_between_isolates() -> None:
    """gettext marks such a file name by U+2068 and U+2069."""
    entry = parse_catalogue('#: a.md \u2068b c.md\u2069:3 d.md\nmsgid "x"\nmsgstr ""\n'.encode()).entries[0]

    assert entry.references == ("a.md", "\u2068b c.md\u2069:3", "d.md")


def test_a_reference_that_opens_an_isolate_and_never_closes_it_ends_at_the_space() -> None:
    """A file name that was cut must not take its neighbours with it."""
    data = '#: \u2068b \u2068a c.md\u2069:3 d.md\nmsgid "x"\nmsgstr ""\n'.encode()

    assert parse_catalogue(data).entries[0].references == ("\u2068b", "\u2068a c.md\u2069:3", "d.md")


def test_a_flag_that_is_given_twice_counts_once() -> None:
    """On one line or on several."""
    entry = parse_catalogue(b'#, fuzzy, c-format\n#,fuzzy\nmsgid "a"\nmsgstr "b"\n').entries[0]

    assert entry.flags == ("fuzzy", "c-format")


def test_flags_may_be_parted_by_spaces() -> None:
    """gettext takes "fuzzy c-format" for two flags, so that such an entry is not published; a range is one."""
    entry = parse_catalogue(b'#, fuzzy c-format range: 0..10\tno-wrap\nmsgid "a"\nmsgstr "b"\n').entries[0]

    assert entry.fuzzy
    assert entry.flags == ("fuzzy", "c-format", "range: 0..10", "no-wrap")


def test_escaped_bytes_are_those_of_the_charset() -> None:
    """Octal and hexadecimal escapes are bytes of the file, several to a character where it must be."""
    entry = parse_catalogue(rb'msgid "\101\x42" msgstr "\303\251\xe6\xbc\xa2"').entries[0]

    assert entry == Entry("AB", ("é漢",))


_BASE: Final = (DATA / "sound" / "everything.po").read_bytes()
_FRAGMENTS: Final = (
    b'"',
    b"\\",
    b"\n",
    b"#",
    b"#~ ",
    b"msgid ",
    b"msgstr ",
    b'msgctxt "x"\n',
    b'msgid_plural "p"\n',
    b"[1]",
    b"[",
    b" ",
    b"\r\n",
    b"\r",
    b"\t",
    b"\x0b",
    b"\xc3",
    b"\0",
    b"#| ",
    b"#, ",
    b"\\x",
    b"\\777",
    b'msgstr[2] ""\n',
    b'""',
    b'"a" "b"',
    b'domain "x"\n',
    b"\\u00e9",
    b"<<<<<<< HEAD\n",
    b"\x1a",
    b"\xef\xbb\xbf",
    b"\xc2\xa0",
    b'msgid""',
    b"_",
    b"#~",
    b"#~| ",
    b"#@ x\n",
    b"#= x\n",
    b'"\\\n"',
    b"#:",
    b"\x0c",
    b"[0]",
    b"-",
    b";",
    b'msgstr[ 1 ] "z"\n',
    b'msgid "q" msgstr "r"\n',
    b"\xe2\x81\xa8",
    b"charset=X ",
    b"\x04",
)


def _mutated(choose: random.Random) -> bytes:
    """Return the base file with a few bytes or lines taken away, doubled, swapped or replaced."""
    found = bytearray(_BASE)
    for _ in range(choose.choice([1, 1, 1, 2, 3])):
        at = choose.randrange(len(found))
        end = min(len(found), at + choose.choice([1, 1, 2, 5, 20, 80]))
        match choose.randrange(7):
            case 0:
                del found[at:end]
            case 1:
                found[at:at] = found[at:end]
            case 2:
                found[at:at] = choose.choice(_FRAGMENTS)
            case 3:
                other = choose.randrange(len(found))
                found[at], found[other] = found[other], found[at]
            case 4:
                found[at:end] = choose.choice(_FRAGMENTS)
            case 5:
                del found[at:]
                found += b" "
            case _:
                found = _shuffled(found, choose)
    return bytes(found)


def _shuffled(whole: bytearray, choose: random.Random) -> bytearray:
    lines = bytes(whole).split(b"\n")
    one, other = choose.randrange(len(lines)), choose.randrange(len(lines))
    match choose.randrange(3):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines.insert(other, lines[one])
        case _:
            del lines[one]
    return bytearray(b"\n".join(lines))


def _accepted(cases: Sequence[bytes]) -> list[bytes]:
    """Return the cases that are read, after checking that the others fail as they should."""
    read = []
    for case in cases:
        try:
            catalogue = parse_catalogue(case)
        except CatalogueError as error:
            assert error.problems  # noqa: PT017
            continue
        assert format_catalogue(catalogue) == case
        read.append(case)
    return read


# msgfmt compares the newlines at both ends of an entry even without -c; that is a check of ours, not syntax. All else
# that it says without -c (which adds the format, header and accelerator checks) is syntax; so are duplicates.
_NOT_SYNTAX: Final = re.compile(
    r"entries do not both (?:begin|end) with|warning:|Message conversion|found \d+ fatal|^\s*$"
)


def test_no_damage_goes_unseen(msgfmt: Run, tmp_path: Path) -> None:
    """A damaged file is read and written back exactly, or refused; what msgfmt refuses, we do."""
    choose = random.Random(20_260_908)
    rounds = 2_000 if settings().max_examples > 100 else 700
    accepted = _accepted([_mutated(choose) for _ in range(rounds)])

    def judge(numbered: tuple[int, bytes]) -> list[str]:
        path = tmp_path / f"{numbered[0]}.po"
        path.write_bytes(numbered[1])
        said = msgfmt("-o", "/dev/null", path).stderr.decode(errors="replace")
        return [line for line in said.split("\n") if not _NOT_SYNTAX.search(line)]

    with ThreadPoolExecutor(2) as pool:
        verdicts = list(pool.map(judge, enumerate(accepted)))

    assert len(accepted) > rounds / 10
    assert [verdict for verdict in verdicts if verdict] == []


@pytest.mark.parametrize("data", [b'msgid "a"\nmsgstr ""\n', b"stray"])
def test_the_garbage_collector_is_left_as_it_was(data: bytes) -> None:
    """It rests while entries are read, and comes back whatever they were."""
    for enabled in (False, True):
        (gc.enable if enabled else gc.disable)()
        with suppress(CatalogueError):
            parse_catalogue(data)
        assert gc.isenabled() is enabled


@given(st.binary(max_size=300) | st.text('msgidtrc"\\\n#~|,.: []01x', max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No input ends in anything but a catalogue or a CatalogueError."""
    try:
        catalogue = parse_catalogue(data)
    except CatalogueError:
        return

    assert format_catalogue(catalogue) == data
