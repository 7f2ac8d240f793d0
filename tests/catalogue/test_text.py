"""The strings of a PO file: escapes, and where gettext would fold a line."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, Previous, format_catalogue
from l10n_tool.catalogue.line_breaking import classes_of, unbreakable_pieces
from l10n_tool.catalogue.text import BadEscapeError, fold, quote, rows_of_pieces, unescape
from l10n_tool.columns import columns, width_of

Run = Callable[..., "CompletedProcess[bytes]"]

HEADER: Final = Entry(
    "", ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\nLanguage: fr\n",)
)

_WORDS: Final = re.findall(
    r"\S+",
    "We thank everyone who signed the petition on 8 May, and (every) day after-it http://example.org/foo/bar-baz_quux "
    "'a' I? 100% $5 [link](https://example.org/a?b=c&d=e) **bold** a/b {name} <b>x</b> | self-evident e.g. 3.5 (see",
)

#: Letters to make texts of, by script: what msgcat folds, we fold at the same places.
_ALPHABETS: Final = {
    "prose": None,
    "ascii": "".join(map(chr, range(32, 127))) + "     ",
    "escapes": 'ab c\\"\t\n  de ',
    "latin": "äöü é“” – — «» ab c ёжз, …!?\u00a0 „‚‘’ ¿¡ №§€£°",
    "arabic": "السلام عليكم، ؟ ؛ 123 ٤٥٦ ()",
    "japanese": "漢字日本語かなカナ、。「」ー々ぁっ ab 12 ・…！？（）",
    "mixed": "漢 字a b-c/d.e,f(g)h\"i'j“k”l–m—n…o%p$q",
    "korean": "안녕하세요 세계, 한국어 ab 1.",
    "hebrew": "שלום עולם, .(12)",
}


def _texts(alphabet: str | None, count: int) -> Iterator[str]:
    choose = random.Random(8)
    for number in range(count):
        length = choose.choice([choose.randint(55, 90), choose.randint(1, 260)])
        if alphabet is None:
            text = ""
            while len(text) < length:
                text += choose.choice(_WORDS) + choose.choice([*[" "] * 12, "  ", "-", "\n"])
        else:
            text = "".join(choose.choice(alphabet) for _ in range(length))
        yield f"{number}{text}"


@pytest.mark.parametrize("script", _ALPHABETS)
def test_long_texts_are_folded_where_msgcat_folds_them(script: str, msgcat: Run, tmp_path: Path) -> None:
    """A file that Poedit or msgcat saved is not folded anew by us, nor the other way round."""
    entries = {text: Entry(text, (text,)) for text in _texts(_ALPHABETS[script], 400)}
    ours = format_catalogue(Catalogue((HEADER, *entries.values())))
    (tmp_path / "fr.po").write_bytes(ours)

    theirs = msgcat(tmp_path / "fr.po").stdout

    assert ours.decode().split("\n\n") == theirs.decode().split("\n\n")


def test_contexts_plurals_and_obsolete_lines_are_folded_like_msgcat(msgcat: Run, tmp_path: Path) -> None:
    """The marks at the start of a line take their columns from the text."""
    texts = list(_texts(None, 600))
    entries = []
    for at in range(0, 600, 6):
        a, b, c, d, e, f = texts[at : at + 6]
        old = Previous(e, f, a)
        entries.append(Entry(a, (b, c), d, e, flags=("fuzzy",), previous=old, obsolete=at >= 300))
    ours = format_catalogue(Catalogue((HEADER, *entries)))
    (tmp_path / "fr.po").write_bytes(ours)

    theirs = msgcat(tmp_path / "fr.po").stdout

    assert ours.decode().split("\n\n") == theirs.decode().split("\n\n")


@pytest.mark.parametrize("room", range(-3, 4))
@pytest.mark.parametrize("end", ["", "\n", " ", " b", "-b", "\n\n", "\t"])
def test_a_line_that_just_fits_stands_beside_its_keyword(room: int, end: str, msgcat: Run, tmp_path: Path) -> None:
    """To the column: as msgcat does it."""
    text = "a" * (78 - len('msgstr ""') + room - len(quote(end)) + 2) + end
    ours = format_catalogue(Catalogue((HEADER, Entry("x", (text,)))))
    (tmp_path / "fr.po").write_bytes(ours)

    theirs = msgcat(tmp_path / "fr.po").stdout

    assert ours.decode() == theirs.decode()


@given(st.text(max_size=200), st.integers(0, 90))
def test_folding_keeps_every_character(text: str, width: int) -> None:
    """The strings of the lines, joined, are the text."""
    first, *rest = fold("msgstr", text, width)

    pieces = [line.removeprefix("msgstr ")[1:-1] for line in (first, *rest)]
    assert unescape("".join(pieces)) == text
    assert all("\n" not in line for line in (first, *rest))


def _folded_by_pieces(keyword: str, text: str, width: int) -> list[str]:
    """Fold as the pieces say, without any shorter way."""
    whole = f"{keyword} {quote(text)}"
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(lines) < 2 and (not width or columns(whole) <= width or len(list(unbreakable_pieces(text))) < 2):
        return [whole]
    return [f'{keyword} ""', *(quote(row) for n in lines for row in (rows_of_pieces(n, width - 2) if width else [n]))]


#: Texts in which every character is one column wide are folded by their classes.
_NARROW: Final = st.characters().filter(lambda c: width_of(c) == 1)
_FOLDED: Final = (
    st.text(st.characters(max_codepoint=127), max_size=200)
    | st.text(_NARROW, max_size=120)
    | st.text(max_size=120)
    | st.text("ab c-,/()\"'\\\n !?[]{}$%+.:;|\t\u201c\u201d\u2014\u2026\u00a0\u00ab", max_size=200)
    | st.text("a ()\u300c\u300d\u30fc\u6f22\u0301\u200b\U0001f680\u2014}", max_size=80)
)


@given(_FOLDED, st.integers(0, 90) | st.just(79), st.sampled_from(["msgid", "msgstr[1]"]))
def test_the_short_way_folds_as_the_pieces_do(text: str, width: int, keyword: str) -> None:
    """One regular expression over classes of characters finds the rows that the rule gives."""
    assert fold(keyword, text, width) == _folded_by_pieces(keyword, text, width)


@pytest.mark.parametrize(
    ("text", "short"), [("plain", True), ("“Größe” – да", True), ("漢", False), ("e\u0301", False), ("a\u200bb", False)]
)
def test_the_short_way_is_for_characters_of_one_column(text: str, short: bool) -> None:
    """Where columns are not characters, or a mark belongs to what it stands on, the pieces decide."""
    assert bool(classes_of(text)) is short


@given(st.text(max_size=100))
def test_the_pieces_of_a_line_are_the_line(line: str) -> None:
    """Nothing is lost between the places where a line may break."""
    assert "".join(unbreakable_pieces(line)) == line


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("", 0), ("한", 2), ("\u200e", 0), ("ｆ", 2), ("“…”", 3)],
)
def test_columns_are_those_of_a_terminal(text: str, width: int) -> None:
    """Wide characters take two columns, marks and format characters none."""
    assert columns(text) == width


@given(st.text(max_size=80))
def test_unescaping_undoes_quoting(text: str) -> None:
    """What was quoted is read back, whatever it holds."""
    assert unescape(quote(text)[1:-1]) == text


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        (r"\a\b\f\n\r\t\v", "\a\b\f\n\r\t\v"),
        (r"\"\\", '"\\'),
        (r"\101\x41", "AA"),
        (r"\303\251", "é"),
        (r"é\xc3\xa9", "éé"),
    ],
)
def test_escapes_are_those_of_c(escaped: str, text: str) -> None:
    """The escapes of the gettext manual, bytes in the file's charset among them."""
    assert unescape(escaped) == text


@pytest.mark.parametrize(
    ("escaped", "at"),
    [
        (r"ab\q", 2),
        (r"\'", 0),
        (r"\u00e9", 0),
        (r"\x", 0),
        (r"a\x100", 1),
        (r"\400", 0),
        (r"\xff", 0),
        ("\\", 0),
        (r"é\0", 1),
        (r"\101\x00", 4),
        (r"éa\nb\xff", 5),
        (r"é\303\251\x41\303", 13),
        (r"a\303b", 1),
        (r"\303é", 0),
    ],
)
def test_what_is_no_escape_is_refused_at_its_place(escaped: str, at: int) -> None:
    """polib takes them as they are; the translator meant something else."""
    with pytest.raises(BadEscapeError) as caught:
        unescape(escaped)

    assert caught.value.at == at
