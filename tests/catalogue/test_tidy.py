"""The noise-free form: every field stays, a second time changes nothing, and msgcat writes the same."""

import codecs
import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, parse_catalogue
from l10n_tool.catalogue.tidy import Noise, tidy_catalogue
from l10n_tool.provenance import state

Run = Callable[..., "CompletedProcess[bytes]"]

HEADER: Final = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
CASES: Final = Path(__file__).parent.parent / "data" / "catalogue" / "tidying.md"
#: Texts in which gettext 0.21 counts the columns of combining marks otherwise than Unicode does.
_COUNTED_OTHERWISE: Final = frozenset({"kn", "km"})


def tidied(data: bytes) -> bytes:
    """Return the file in the tidy form."""
    return format_catalogue(tidy_catalogue(parse_catalogue(data)).catalogue)


def _cases() -> Iterator[tuple[str, str, str]]:
    for section in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        before, after = re.findall(r"^```po\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
        yield section.partition("\n")[0], before, after


@pytest.mark.parametrize(
    ("before", "after"), [pytest.param(before, after, id=title) for title, before, after in _cases()]
)
def test_the_tidy_form_is_that_of_the_cases(before: str, after: str) -> None:
    """Each rule, by an example."""
    assert tidied(HEADER + b"\n" + before.encode()).decode() == f"{HEADER.decode()}\n{after}"


@pytest.mark.parametrize(
    ("noisy", "noise"),
    [
        (b"#: a.py:1\nmsgid 'a'\nmsgstr 'b'\n", [Noise.REFERENCES]),
        (b"#, c-format, fuzzy\nmsgid 'a'\nmsgstr 'b'\n", [Noise.FLAGS]),
        (b"#one\nmsgid 'a'\nmsgstr 'b'\n", [Noise.COMMENTS]),
        (b"#: a.py\n# one\nmsgid 'a'\nmsgstr 'b'\n", [Noise.COMMENTS]),
        (b"msgid 'a'\nmsgstr ''\n'b'\n", [Noise.FOLDING]),
        (b"msgid 'a' \nmsgstr 'b'\n", [Noise.BLANKS]),
        (b"\nmsgid 'a'\nmsgstr 'b'\n", [Noise.BLANKS]),
        (b"msgid 'a'\nmsgstr 'b'\n\n", [Noise.BLANKS]),
        (b"msgid 'a'\nmsgstr 'b'\n#end\n\n", [Noise.BLANKS]),
        (b"msgid 'a'\nmsgstr 'b'\r\n", [Noise.LINE_ENDS]),
        (b"#~ msgid 'a'\n#~ msgstr 'b'\n\nmsgid 'c'\nmsgstr 'd'\n", [Noise.ORDER]),
        (b"#: a.py:1\n#,fuzzy\nmsgid 'a'\nmsgstr ''\n'b'\n", [Noise.REFERENCES, Noise.FLAGS, Noise.FOLDING]),
        (b"msgid 'a'\nmsgstr 'b'\n", []),
    ],
)
def test_the_report_names_the_noise(noisy: bytes, noise: list[Noise]) -> None:
    """What is wrong with a file, and nothing that is right."""
    data = HEADER + b"\n" + noisy.replace(b"'", b'"')

    found = tidy_catalogue(parse_catalogue(data))

    assert list(found.noise) == noise
    assert found.entries <= 1


@pytest.mark.parametrize("keyword", ["msgctxt", "msgid", "msgstr"])
@pytest.mark.parametrize(("start", "letter", "width"), [("b ", "a", 1), ("b ", "é", 1), ("", "字", 2)])
def test_a_line_is_folded_when_it_is_one_column_too_long(keyword: str, start: str, letter: str, width: int) -> None:
    """To the column, whichever keyword begins it and however wide its letters are."""

    def written(columns: int) -> bytes:
        count, left = divmod(columns - len(f'{keyword} "{start}"'), width)
        texts = {"msgctxt": "c", "msgid": "i", "msgstr": "s", keyword: start + letter * count + "a" * left}
        return HEADER + b"\n" + "".join(f'{name} "{text}"\n' for name, text in texts.items()).encode()

    assert tidied(written(79)) == written(79)
    assert f'{keyword} ""\n"{start}{letter}'.encode() in tidied(written(80))


def test_a_tidy_catalogue_is_given_back_as_it_is() -> None:
    """The very value: nothing was formatted anew."""
    catalogue = parse_catalogue(HEADER + b'\n#: a.md\nmsgid "a"\nmsgstr "b"\n\n#~ msgid "c"\n#~ msgstr "d"\n')

    assert tidy_catalogue(catalogue).catalogue is catalogue


def test_only_entries_that_change_are_counted() -> None:
    """One of three."""
    data = HEADER + b'\n#: a.md\nmsgid "a"\nmsgstr "b"\n\n#: a.md:3\nmsgid "c"\nmsgstr "d"\n'

    assert tidy_catalogue(parse_catalogue(data)).entries == 1


def _encoded(charset: str, text: str = "Prénom") -> bytes:
    return HEADER.replace(b"UTF-8", charset.encode()) + f'\nmsgid "a"\nmsgstr "{text}"\n'.encode(charset)


@pytest.mark.parametrize("charset", ["ISO-8859-1", "windows-1252", "iso-8859-15", "utf8"])
def test_the_header_names_the_charset_that_the_file_has(charset: str) -> None:
    """Text and header change together, and the report says what it was."""
    catalogue = parse_catalogue(_encoded(charset))

    found = tidy_catalogue(catalogue)

    assert format_catalogue(found.catalogue) == HEADER + '\nmsgid "a"\nmsgstr "Prénom"\n'.encode()
    assert found.noise == (Noise.CHARSET,)


def test_utf_8_in_small_letters_is_what_it_is() -> None:
    """Babel writes it so; another spelling would be noise of ours."""
    data = HEADER.replace(b"UTF-8", b"utf-8") + b'\nmsgid "a"\nmsgstr "b"\n'

    assert tidied(data) == data


def test_the_charset_of_an_ascii_template_is_left_to_msginit() -> None:
    """As xgettext writes it. In a translation, or with any other character, msgcat would refuse it: it is UTF-8."""
    template = HEADER.replace(b"UTF-8", b"CHARSET") + b'\nmsgid "a"\nmsgstr ""\n'
    translated = template.replace(b'msgstr ""', b'msgstr "b"')
    other = template.replace(b'"a"', '"à"'.encode())

    assert tidied(template) == template
    assert tidied(translated) == translated.replace(b"CHARSET", b"UTF-8")
    assert tidied(other) == other.replace(b"CHARSET", b"UTF-8")


def test_a_charset_that_a_comment_names_is_left_alone() -> None:
    """It is for people; gettext reads the header's, and that is converted."""
    comment = b"# Content-Type: text/plain; charset=ISO-8859-1\n"

    found = tidied(comment + _encoded("ISO-8859-1"))

    assert found == comment + _encoded("ISO-8859-1").decode("latin-1").replace("ISO-8859-1", "UTF-8").encode()


def test_the_byte_order_mark_and_the_carriage_returns_go() -> None:
    """And nothing else."""
    plain = HEADER + b'\n# mine\nmsgid "a"\nmsgstr "b"\n\n# the end\n'

    found = tidy_catalogue(parse_catalogue(codecs.BOM_UTF8 + plain.replace(b"\n", b"\r\n")))

    assert format_catalogue(found.catalogue) == plain
    assert found.noise == (Noise.BYTE_ORDER_MARK, Noise.LINE_ENDS)
    assert found.entries == 0


def test_the_header_comes_first_with_its_comments_and_fields() -> None:
    """Unknown fields and dates too."""
    header = (
        b'# Jane Doe, 2026.\n#, fuzzy\nmsgid ""\nmsgstr ""\n"POT-Creation-Date: 2026-01-01 00:00+0000\\n"\n'
        b'"X-Own: x\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    entry = b'msgid "a"\nmsgstr "b"\n'

    assert tidied(entry + b"\n" + header) == header + b"\n" + entry


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a comment\n", b'msgid "a"\nmsgstr "b"\n'])
def test_a_file_without_header_stays_one(data: bytes) -> None:
    """Empty files, too."""
    assert tidied(data) == data.strip(b"\n") + b"\n" * bool(data.strip())


def test_a_long_chain_of_numbers_takes_linear_time() -> None:
    """A reference of a million characters is no trap."""
    data = HEADER + b"\n#: a" + b":1" * 500_000 + b"x b" + b":1" * 500_000 + b'\nmsgid "a"\nmsgstr "b"\n'

    assert tidied(data).splitlines()[4] == b"#: b"


_WORD: Final = st.text("abé漢", min_size=1, max_size=5)
_TEXT: Final = st.lists(st.sampled_from(["a word", "über ", "漢字。", "\n", '"', "\\", "\t", "%s", " " * 3, "x" * 40]))
_NOISY_COMMENT: Final = st.builds(
    "#{}{}{}".format, st.sampled_from(["", " ", "   ", "\t"]), _WORD, st.sampled_from(["", " ", "\t "])
)
_NOISY_LINE: Final = (
    _NOISY_COMMENT
    | st.builds("#.{}".format, _WORD)
    | st.builds("#: {}:{} {}".format, _WORD, st.integers(0, 99), st.sampled_from(["", "x.c:1", "\u2068a b\u2069:3"]))
    | st.sampled_from(["#,fuzzy", "#, c-format,  fuzzy", "#, own, no-wrap", "#", "#,", "#= c-format", "#!x", "# ", ""])
)
_MARKS: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


@st.composite
def _strings(draw: st.DrawFn, keyword: str, mark: str, start: str = "") -> str:
    """Return a keyword with its text in several pieces, on several lines, with blanks here and there."""
    pieces = [start, *draw(_TEXT)]
    gap = draw(st.sampled_from([" ", "", "  ", f' ""\n{mark} ', *([] if "|" in mark else [f"\n{mark}"])]))
    between = draw(st.sampled_from([" ", f"\n{mark}", f" \n{mark}  "]))
    return f"{mark}{keyword}{gap}" + between.join(f'"{piece.translate(_MARKS)}"' for piece in pieces)


@st.composite
def _noisy_entries(draw: st.DrawFn, number: int) -> str:
    obsolete = draw(st.booleans())
    mark = "#~ " if obsolete else ""
    lines = draw(st.lists(_NOISY_LINE, max_size=4))
    if draw(st.booleans()):
        lines.append(draw(_strings("msgid", "#~| " if obsolete else "#| ")))
    if draw(st.booleans()):
        lines.append(draw(_strings("msgctxt", mark)))
    lines.append(draw(_strings("msgid", mark, str(number))))
    if draw(st.booleans()):
        forms = ("msgid_plural", "msgstr[0]", "msgstr[1]")
        lines += [draw(_strings(form, mark)) for form in forms]
    else:
        lines.append(draw(_strings("msgstr", mark)))
    return "\n".join(lines) + "\n" * draw(st.integers(1, 3))


@st.composite
def _noisy_files(draw: st.DrawFn) -> bytes:
    entries = [draw(_noisy_entries(number)) for number in range(draw(st.integers(0, 4)))]
    entries.insert(draw(st.integers(0, len(entries))), HEADER.decode() + draw(st.sampled_from(["", "\n"])))
    text = "".join(entries) + draw(st.sampled_from(["", "\n", "#end", "#end\n\n\n# \n#: x:3\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\n"]))).encode()


def _fields(catalogue: Catalogue) -> dict[object, object]:
    """Return all that people and tools wrote of each entry, with its state."""
    return {
        entry.key: (entry.replace(references=(), flags=()), frozenset(entry.flags), state(entry))
        for entry in catalogue.entries
    }


@given(_noisy_files())
def test_every_field_and_every_state_stays(data: bytes) -> None:
    """But the lines in references and the order of flags; the order of entries of a kind stays, too."""
    before = parse_catalogue(data)

    after = parse_catalogue(tidied(data))

    assert _fields(after) == _fields(before)
    for obsolete in (False, True):
        assert _keys(after, obsolete=obsolete) == _keys(before, obsolete=obsolete)
    assert after.tail.split() == before.tail.split()


def _keys(catalogue: Catalogue, *, obsolete: bool) -> list[object]:
    return [entry.key for entry in catalogue.entries if entry.obsolete == obsolete and not entry.is_header]


@given(_noisy_files())
def test_tidy_is_tidy_when_it_is_read_again(data: bytes) -> None:
    """Twice is once, byte for byte; and noise is reported exactly where bytes change."""
    found = tidy_catalogue(parse_catalogue(data))
    once = format_catalogue(found.catalogue)

    again = parse_catalogue(once)

    assert tidy_catalogue(again).catalogue is again
    assert format_catalogue(again) == once
    assert bool(found.noise) == (once != data)


def _for_msgcat(data: bytes) -> bytes:
    """Take out what msgcat loses of a file: comments at the end, and obsolete entries without text."""
    entries = [
        _known_to_msgcat(entry) for entry in parse_catalogue(data).entries if not entry.obsolete or entry.msgstr[0]
    ]
    return format_catalogue(Catalogue(tuple(entries)))


def _known_to_msgcat(entry: Entry) -> Entry:
    """Take out what msgcat loses of an entry: flags and marks that it does not know, fuzzy where there is no text."""
    known = {"c-format", "no-wrap"} | ({"fuzzy"} if entry.msgstr[0] else set())
    flags = tuple(flag for flag in entry.flags if flag in known)
    comments = tuple(comment for comment in entry.comments if not comment.startswith(("=", "!")))
    return entry.replace(flags=flags, comments=comments)


def _one_a_line(data: bytes) -> bytes:
    """Part msgcat's lines of references; names with spaces hold together."""
    lines = []
    for line in data.decode().splitlines(keepends=True):
        names = re.findall(r"\u2068[^\u2069]*\u2069|\S+", line[3:]) if line.startswith("#: ") else []
        lines += [f"#: {name}\n" for name in names] or [line]
    return "".join(lines).encode()


def test_msgcat_writes_what_is_tidy_as_it_is(msgcat: Run) -> None:
    """The oracle of the form: Poedit saves through it, so a tidy file stays tidy in the editor."""

    @settings(max_examples=40)
    @given(_noisy_files())
    def holds(data: bytes) -> None:
        tidy = tidied(_for_msgcat(tidied(data)))

        written = msgcat("--force-po", "-", data=tidy)

        assert written.returncode == 0, written.stderr.decode()
        assert _one_a_line(written.stdout) == tidy

    holds()


def _django(locale: str) -> list[Path]:
    spec = find_spec("django")
    assert spec is not None
    assert spec.submodule_search_locations
    return sorted(Path(spec.submodule_search_locations[0]).rglob(f"locale/{locale}/LC_MESSAGES/*.po"))


@pytest.mark.parametrize(
    "locale", ["ar", "cs", "de", "en_GB", "fa", "fr", "he", "ja", "pt_BR", "ru", "sr_Latn", "zh_Hans"]
)
def test_real_catalogues_become_what_msgcat_keeps(locale: str, msgcat: Run, tmp_path: Path) -> None:
    """Django's own catalogues of a locale, one after another in one call each; texts and states stay."""
    files = _django(locale)
    assert len(files) > 5
    assert locale not in _COUNTED_OTHERWISE
    for number, path in enumerate(files):
        before = parse_catalogue(path.read_bytes(), path.name)
        tidy = tidied(path.read_bytes())
        (tmp_path / f"{number}.po").write_bytes(tidy)

        written = msgcat(tmp_path / f"{number}.po")

        assert _one_a_line(written.stdout) == tidy
        assert _fields(parse_catalogue(tidy)) == _fields(before)
        assert tidied(tidy) == tidy
