"""Whatever stands in a catalogue and a template: an update loses nothing, and a second one changes nothing."""

import re
from dataclasses import replace
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import (
    BY_TEMPLATE,
    Catalogue,
    Entry,
    Outcome,
    Previous,
    format_catalogue,
    losses,
    merge_catalogue,
    parse_catalogue,
)

HEADER: Final = Entry(
    "", ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\nLanguage: fr\n",)
)
HEADER_OF_THREE: Final = Entry(
    "",
    ("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n % 3;\nX-Mine: yes\n",),
    comments=("by A, 2020",),
)
POT_HEADER: Final = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))

_WORDS: Final = re.findall(r"\S+", "we thank everyone who signed the petition for a library card on 8 May")
# Few words, so that sources meet, change a little, and resemble each other.
_SENTENCE: Final = st.lists(
    st.sampled_from(_WORDS),
    min_size=1,
    max_size=8,
).map(" ".join)
_TEXT: Final = st.text('abcd éж漢\n"\\', min_size=1, max_size=12)
_COMMENT: Final = st.text("abc ", min_size=1, max_size=8).map(str.strip)
_CONTEXT: Final = st.none() | st.sampled_from(["a", "b"])


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | st.none() | _SENTENCE)
    # Some have more forms than their header says, and some fewer.
    number = draw(st.sampled_from([2, 2, 2, 1, 3])) if plural is not None else 1
    forms = st.tuples(*[_TEXT | st.just("")] * number)
    return Entry(
        draw(_SENTENCE),
        draw(forms),
        draw(_CONTEXT),
        plural,
        comments=tuple(draw(st.lists(_COMMENT, max_size=2))),
        references=("a.md",),
        flags=draw(st.sampled_from([(), (), ("fuzzy",), ("c-format",), ("mine",), ("c-format", "mine", "fuzzy")])),
        previous=draw(st.none() | st.builds(Previous, _SENTENCE)),
        obsolete=draw(st.integers(0, 4).map(lambda n: n == 0)),
    )


_HEADERS: Final = st.sampled_from([HEADER, HEADER, HEADER_OF_THREE])
_CATALOGUES: Final = st.tuples(_HEADERS, st.lists(_entries(), max_size=8, unique_by=lambda e: e.key)).map(
    lambda pair: parse_catalogue(format_catalogue(Catalogue((pair[0], *pair[1]), tail="# the end\n")))
)
_TEMPLATES: Final = st.lists(
    st.builds(
        lambda msgid, context, plural: Entry(
            msgid,
            ("",) if plural is None else ("", ""),
            context,
            plural,
            extracted=("type: paragraph",),
            references=("b.md",),
        ),
        _SENTENCE,
        _CONTEXT,
        st.none() | st.none() | _SENTENCE,
    ),
    max_size=8,
    unique_by=lambda e: e.key,
)


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Catalogue, Catalogue]:
    """A catalogue and a later template, with some of the messages in both."""
    catalogue = draw(_CATALOGUES)
    kept = [
        Entry(e.msgid, ("",) * len(e.msgstr), e.msgctxt, e.msgid_plural, references=("c.md",))
        for e in catalogue.entries
        if not e.is_header and draw(st.booleans())
    ]
    fresh = draw(_TEMPLATES)
    entries = draw(st.permutations(list({entry.key: entry for entry in [*fresh, *kept]}.values())))
    return catalogue, parse_catalogue(format_catalogue(Catalogue((POT_HEADER, *entries))))


def _words(catalogue: Catalogue) -> set[str]:
    return {text for entry in catalogue.entries if not entry.is_header for text in entry.msgstr if text}


def _kept_aside(catalogue: Catalogue) -> str:
    return "\n".join(comment for entry in catalogue.entries for comment in entry.comments)


@given(_pairs())
def test_every_text_of_the_catalogue_is_in_the_result(pair: tuple[Catalogue, Catalogue]) -> None:
    """In its entry, under another source, obsolete, or, for a form that has no place any more, in a comment."""
    catalogue, template = pair

    merged = parse_catalogue(format_catalogue(merge_catalogue(catalogue, template).catalogue))

    lost = _words(catalogue) - _words(merged)
    aside = _kept_aside(merged)
    assert [text for text in lost if _escaped(text) not in aside] == []


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


@given(_pairs())
def test_the_last_look_finds_nothing_missing(pair: tuple[Catalogue, Catalogue]) -> None:
    """What is counted before a catalogue is written stops no update."""
    catalogue, template = pair

    merged = parse_catalogue(format_catalogue(merge_catalogue(catalogue, template).catalogue))

    assert losses(catalogue, merged, BY_TEMPLATE) == []


@given(_pairs())
def test_every_flag_and_header_field_of_a_persons_own_is_kept(pair: tuple[Catalogue, Catalogue]) -> None:
    """Only flags that speak of the source go with the source."""
    catalogue, template = pair

    merged = parse_catalogue(format_catalogue(merge_catalogue(catalogue, template).catalogue))

    own = [sum("mine" in entry.flags for entry in each.entries) for each in (catalogue, merged)]
    assert own[1] >= own[0]
    assert merged.header is not None
    assert catalogue.header is not None
    assert merged.header.comments == catalogue.header.comments
    assert merged.headers.items() >= catalogue.headers.items()
    assert merged.tail.strip() == catalogue.tail.strip()


@given(_CATALOGUES)
def test_a_merge_with_its_own_sources_changes_no_byte(catalogue: Catalogue) -> None:
    """A catalogue whose obsolete entries stand at the end is left as it is."""
    ordered = replace(catalogue, entries=tuple(sorted(catalogue.entries, key=lambda entry: entry.obsolete)))
    before = parse_catalogue(format_catalogue(ordered))

    merged = merge_catalogue(before, _template_of(before))

    assert format_catalogue(merged.catalogue) == format_catalogue(before)
    assert {change.outcome for change in merged.changes} <= {Outcome.KEPT, Outcome.OBSOLETE}


def _template_of(catalogue: Catalogue) -> Catalogue:
    """Return the template that a catalogue was merged with last."""
    entries = [
        replace(entry, msgstr=("",) * len(entry.msgstr), comments=(), previous=None, raw=None, flags=of_source)
        for entry in catalogue.messages
        for of_source in [tuple(flag for flag in entry.flags if flag.endswith("-format"))]
    ]
    return parse_catalogue(format_catalogue(Catalogue((POT_HEADER, *entries))))


@given(_pairs())
def test_every_comment_of_a_translator_is_kept(pair: tuple[Catalogue, Catalogue]) -> None:
    """A comment stays with its text."""
    catalogue, template = pair

    merged = merge_catalogue(catalogue, template).catalogue

    before = {comment for entry in catalogue.entries for comment in entry.comments if comment}
    assert before <= {comment for entry in merged.entries for comment in entry.comments}


@given(_pairs())
def test_a_second_merge_changes_no_byte(pair: tuple[Catalogue, Catalogue]) -> None:
    """So an update that has nothing to do leaves the file alone."""
    catalogue, template = pair
    once = format_catalogue(merge_catalogue(catalogue, template).catalogue)

    twice = format_catalogue(merge_catalogue(parse_catalogue(once), template).catalogue)

    assert twice == once


@given(_pairs())
def test_the_order_is_that_of_the_template(pair: tuple[Catalogue, Catalogue]) -> None:
    """What is active stands as the template has it, what is obsolete after it, and nothing stands twice."""
    catalogue, template = pair

    merged = merge_catalogue(catalogue, template).catalogue

    assert [entry.key for entry in merged.messages] == [entry.key for entry in template.messages]
    states = [entry.obsolete for entry in merged.entries]
    assert states == sorted(states)
    keys = [entry.key for entry in merged.entries]
    assert len(keys) == len(set(keys))


@given(_pairs())
def test_what_no_person_wrote_comes_from_the_template(pair: tuple[Catalogue, Catalogue]) -> None:
    """Places, extracted comments and the flags that speak of the source."""
    catalogue, template = pair

    merged = merge_catalogue(catalogue, template).catalogue

    def of_source(entry: Entry) -> tuple[object, ...]:
        flags = {flag for flag in entry.flags if flag.endswith("-format")}
        return entry.key, entry.msgid_plural, entry.extracted, entry.references, flags

    assert list(map(of_source, merged.messages)) == list(map(of_source, template.messages))


@given(_pairs())
def test_a_text_under_another_source_is_fuzzy(pair: tuple[Catalogue, Catalogue]) -> None:
    """No text becomes valid for a source that it was not made for."""
    catalogue, template = pair
    known = {(entry.key, entry.msgid_plural): entry for entry in catalogue.entries}

    merged = merge_catalogue(catalogue, template).catalogue

    for entry in merged.messages:
        before = known.get((entry.key, entry.msgid_plural))
        if before is not None:
            assert (entry.msgstr, entry.fuzzy, entry.previous) == (before.msgstr, before.fuzzy, before.previous)
        elif any(entry.msgstr):
            assert entry.fuzzy
            assert entry.previous is not None
