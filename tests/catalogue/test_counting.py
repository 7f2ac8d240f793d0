"""Counting what is in a catalogue without making entries of it: the same numbers as from the entries."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, CatalogueError, Entry, Previous, format_catalogue, parse_catalogue
from l10n_tool.catalogue.counting import Counts, count_catalogue, words_of_source
from l10n_tool.provenance import State, state

DATA: Final = Path(__file__).parents[1] / "data" / "catalogue"
HEADER: Final = Entry("", ("Content-Type: text/plain; charset=UTF-8\nLanguage: fr\n",))

_TEXTS: Final = st.sampled_from(
    ["", "", "a", "two words", 'a "b"\n', "#-#-#-#-#  fr.po  #-#-#-#-#\na", "# a", "\t", "l10n-"]
)
_SIGNED: Final = (
    'l10n-draft: by="echo" on=2026-11-22 sig=2faa2ae0cdf0ca43',
    'l10n-approved: by="fr-reviewer" on=2026-11-23 sig=2c5f5e8f19345e66',
    "by hand, fuzzy",
    "l10n-",
)


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | _TEXTS)
    return Entry(
        draw(_TEXTS | st.text("ab \n\u00a0", max_size=9)),
        draw(st.tuples(_TEXTS, _TEXTS)) if plural is not None else (draw(_TEXTS),),
        draw(st.none() | st.sampled_from(["", "k"])),
        plural,
        draw(st.lists(st.sampled_from(_SIGNED), max_size=2).map(tuple)),
        draw(st.sampled_from([(), ("fuzzy",)])),
        flags=draw(st.sampled_from([(), ("fuzzy",), ("c-format",), ("fuzzy", "x"), ("fuzzy-format",)])),
        previous=draw(st.sampled_from([None, Previous("#, fuzzy")])),
        obsolete=draw(st.booleans()),
    )


def _expected(catalogue: Catalogue) -> tuple[Counter[State], int, int, int, str]:
    entries = list(catalogue.messages)
    done = (State.TRANSLATED, State.APPROVED)
    return (
        Counter(map(state, entries)),
        sum(1 for _ in catalogue.obsolete),
        sum(map(words_of_source, entries)),
        sum(words_of_source(entry) for entry in entries if state(entry) not in done),
        catalogue.headers.get("Language", ""),
    )


def _found(counts: Counts) -> tuple[Counter[State], int, int, int, str]:
    states = Counter(map(state, counts.others))
    states[State.UNTRANSLATED] += counts.untranslated
    states[State.STALE] += counts.stale
    states[State.TRANSLATED] += counts.translated
    others = [entry for entry in counts.others if state(entry) not in {State.TRANSLATED, State.APPROVED}]
    return (
        +states,
        counts.obsolete,
        counts.words,
        counts.words_to_do + sum(map(words_of_source, others)),
        counts.language,
    )


@given(st.lists(_entries(), max_size=6, unique_by=lambda entry: entry.key), st.booleans(), st.sampled_from([0, 9, 79]))
def test_the_text_tells_what_the_entries_tell(entries: list[Entry], headed: bool, wrap: int) -> None:
    """States, words, obsolete entries and the language, however the strings are folded."""
    entries = [entry for entry in entries if entry.key != HEADER.key]
    text = format_catalogue(Catalogue((HEADER, *entries) if headed else tuple(entries), wrap=wrap)).decode()

    counts = count_catalogue(text.encode())

    assert _found(counts) == _expected(parse_catalogue(text.encode()))


@pytest.mark.parametrize("path", sorted(DATA.glob("*/*.po")), ids=lambda path: path.stem)
def test_every_case_is_counted_or_refused_as_it_is_read(path: Path) -> None:
    """What has another layout, or is wrong, is left to the reader and its messages."""
    data = path.read_bytes()

    found = _outcome(lambda: _found(count_catalogue(data, path.name)))

    assert found == _outcome(lambda: _expected(parse_catalogue(data, path.name)))


def _outcome(count: Callable[[], object]) -> object:
    try:
        return count()
    except CatalogueError as error:
        return str(error)


def test_an_empty_string_in_several_pieces_is_empty() -> None:
    """And one that begins with an empty piece is not."""
    text = 'msgid "a"\nmsgstr ""\n""\n\nmsgid "b"\nmsgstr ""\n"c"\n'

    counts = count_catalogue(text.encode())

    assert (counts.untranslated, counts.translated) == (1, 1)


def test_only_entries_that_were_signed_are_made() -> None:
    """Their state depends on what their lines say."""
    signed = Entry("b", ("c",), comments=(_SIGNED[0],))
    blank = Entry("c", comments=(_SIGNED[1],))

    counts = count_catalogue(format_catalogue(Catalogue((HEADER, Entry("a", ("b",)), signed, blank))))

    assert counts.others == (signed,)
    assert counts.others[0].line == 10
    assert (counts.untranslated, counts.translated, counts.words, counts.language) == (1, 1, 3, "fr")
