"""The style of a file: what others wrote is written on as they would have."""

import io
import random
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import polib
import pytest
from babel.messages import pofile

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, parse_catalogue

Run = Callable[..., "CompletedProcess[bytes]"]

HEADER: Final = Entry("", ("Content-Type: text/plain; charset=UTF-8\nLanguage: fr\n",))

_WORDS: Final = re.findall(
    r"\S+",
    "we thank everyone who signed the petition on 8 May, and (every) day after-it http://example.org/foo/bar-baz "
    "100% [link](https://example.org/a?b=c&d=e) **bold** {name} <b>x</b> self-evident «mots» "
    "für Ünïcode 日本語の、文 e.g.",
)


def _prose(count: int, seed: int = 3) -> Catalogue:
    """Return a catalogue of texts of up to sixty words."""
    choose = random.Random(seed)
    texts = [" ".join(choose.choice(_WORDS) for _ in range(choose.randint(1, 60))) for _ in range(count)]
    entries = [Entry(f"{at} {text}", (f"{text} {at}",)) for at, text in enumerate(texts)]
    return Catalogue((HEADER, *entries))


@pytest.mark.parametrize("width", [40, 60, 72, 76, 77, 78, 79, 80, 81, 100, 120])
def test_the_width_is_that_of_msgcat(width: int, msgcat: Run) -> None:
    """Whatever width it was told, it is found from the rows alone."""
    data = msgcat("-w", str(width), "-", data=format_catalogue(_prose(40))).stdout

    assert parse_catalogue(data).wrap == width


@pytest.mark.parametrize("width", [0, 60, 79, 80, 100])
def test_a_change_and_back_leaves_what_msgcat_wrote(width: int, msgcat: Run) -> None:
    """An entry that is written anew in the style of its file is what was there before."""
    options = ["-w", str(width)] if width else ["--no-wrap"]
    data = msgcat(*options, "-", data=format_catalogue(_with_references(_prose(60)))).stdout
    catalogue = parse_catalogue(data)

    again = {entry.key: entry.replace(msgstr=("x",)).replace(msgstr=entry.msgstr) for entry in catalogue.messages}

    assert all(entry.raw is None for entry in again.values())
    assert format_catalogue(catalogue.map(again)) == data


def _with_references(catalogue: Catalogue) -> Catalogue:
    choose = random.Random(5)
    names = [f"{choose.choice(_WORDS[:12])}/{at}.py:{at}" for at in range(9)]
    return catalogue.map(
        {
            entry.key: entry.replace(references=tuple(choose.sample(names, choose.randint(0, 9))))
            for entry in catalogue.messages
        }
    )


def test_babel_folds_at_its_own_width() -> None:
    """A row of its 76 columns is 75 wide at most."""
    read = pofile.read_po(io.BytesIO(format_catalogue(_prose(40))))
    written = io.BytesIO()
    pofile.write_po(written, read, width=76)

    assert parse_catalogue(written.getvalue()).wrap == 75


def test_polib_folds_nearly_as_gettext_does() -> None:
    """At its 78 columns, give or take the quotation marks."""
    read = polib.pofile(format_catalogue(_prose(40)).decode(), wrapwidth=78)

    assert parse_catalogue(str(read).encode()).wrap in {78, 79}


@pytest.mark.parametrize("text", ["short", "x" * 200, "word " * 15 + "\n" + "word " * 15])
def test_a_file_that_tells_no_width_has_that_of_gettext(text: str) -> None:
    """Nothing was folded in it, and nothing could have been."""
    data = format_catalogue(Catalogue((HEADER, Entry("a", (text,))), wrap=0))

    assert parse_catalogue(data).wrap == 79


@pytest.mark.parametrize("others", [b"", format_catalogue(_prose(9)) + b"\n"], ids=["alone", "among others"])
def test_a_row_folded_by_hand_is_no_width(others: bytes) -> None:
    """People press Enter where they like."""
    data = others + b'msgid "a"\nmsgstr ""\n"some words in a row "\n"and others in the next"\n'

    assert parse_catalogue(data).wrap == 79


def test_what_most_long_strings_do_is_the_style() -> None:
    """Another program may have left a few of them unfolded, or folded a few."""
    folded, unfolded = _prose(40), Catalogue(_prose(40, seed=4).entries[1:], wrap=0)
    few = Catalogue(unfolded.entries[:4], wrap=0)
    some = Catalogue(folded.entries[:4])

    assert parse_catalogue(format_catalogue(folded) + b"\n" + format_catalogue(few)).wrap == 79
    assert parse_catalogue(format_catalogue(some) + b"\n" + format_catalogue(unfolded)).wrap == 0


def test_references_share_lines_where_the_file_has_them_so() -> None:
    """Our own files have one on a line, which makes the smaller change."""
    entry = Entry("a", references=("a.py:1", "b.py:2", "\u2068c d.py\u2069:3"))
    own = format_catalogue(Catalogue((HEADER, entry)))
    shared = re.sub(rb"\n#: (?=b)", b" ", own)

    assert _lines_of_references(own) == ["#: a.py:1", "#: b.py:2", "#: \u2068c d.py\u2069:3"]
    assert _lines_of_references(shared) == ["#: a.py:1 b.py:2 \u2068c d.py\u2069:3"]


def _lines_of_references(data: bytes) -> list[str]:
    """Return the lines of references of a file's last entry after it was changed."""
    catalogue = parse_catalogue(data)
    last = catalogue.entries[-1]
    written = format_catalogue(catalogue.map({last.key: last.replace(msgstr=("new",))})).decode()
    return [line for line in written.split("\n") if line.startswith("#:")]


def test_a_name_with_a_space_is_one_reference() -> None:
    """So it does not say that several share a line."""
    assert not parse_catalogue('#: \u2068a b.py\u2069:1\nmsgid "a"\nmsgstr ""\n'.encode()).fill_references


def test_nobody_looks_for_the_style_of_what_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading, asking and writing back need none; asking twice looks once."""
    asked: list[str] = []

    def look(text: str) -> int:
        asked.append(text)
        return 60

    monkeypatch.setattr("l10n_tool.catalogue.style.wrap_of", look)
    data = format_catalogue(_prose(3))

    catalogue = parse_catalogue(data)

    assert format_catalogue(catalogue) == data
    assert [entry.key for entry in catalogue.messages] == [entry.key for entry in _prose(3).messages]
    assert asked == []
    assert [catalogue.wrap, catalogue.wrap] == [60, 60]
    assert len(asked) == 1


def test_real_rows_of_a_narrow_file_are_kept(tmp_path: Path, msgcat: Run) -> None:
    """One text is edited in a file of 60 columns: no other line changes."""
    path = tmp_path / "fr.po"
    path.write_bytes(msgcat("-w", "60", "-", data=format_catalogue(_prose(30))).stdout)
    catalogue = parse_catalogue(path.read_bytes())
    entry = catalogue.entries[7]

    edited = format_catalogue(catalogue.map({entry.key: entry.replace(msgstr=(entry.msgstr[0] + " encore",))}))

    before, after = path.read_bytes().split(b"\n"), edited.split(b"\n")
    assert sum(line not in before for line in after) <= 2
    assert msgcat("-w", "60", "-", data=edited).stdout == edited
