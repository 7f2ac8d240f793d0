"""TBX in and out: nothing of ours is lost, both versions are read, and nothing unsafe is."""

from pathlib import Path
from xml.dom import minidom

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.errors import FileError
from l10n_tool.termbase import ANY_SOURCE, Term, Termbase
from l10n_tool.termbase.csv_file import format_terms, read_terms
from l10n_tool.termbase.tbx import format_tbx, read_tbx

DATA = Path(__file__).parents[1] / "data" / "termbase"

TEXTS = st.text(st.sampled_from("aB é&<>\"'*本l10n-tool:]]>="), min_size=1, max_size=12).map(str.strip)
WORDS = TEXTS.filter(lambda text: text.strip("*"))
LOCALES = st.sampled_from(["*", "en", "de", "pt_BR", "zh_Hans", "sr@latin", "sr_Latn", "ca@valencia"])
RENDERINGS = st.lists(WORDS, max_size=4, unique=True)


@st.composite
def terms(draw: st.DrawFn) -> Term:
    renderings = draw(RENDERINGS)
    first, second = sorted((draw(st.integers(0, 4)), draw(st.integers(0, 4))))
    term = draw(WORDS | st.just(ANY_SOURCE))
    if term == ANY_SOURCE:
        first = second = 0
    parts = tuple(renderings[:first]), tuple(renderings[first:second]), tuple(renderings[second:])
    return Term(term, draw(LOCALES), *parts, draw(st.sampled_from([None, True, False])), draw(TEXTS | st.just("")))


TERMBASES = st.lists(terms(), max_size=6, unique_by=lambda term: term.key).map(lambda some: Termbase(tuple(some)))


@given(termbase=TERMBASES)
def test_what_is_exported_comes_back_whole(termbase: Termbase) -> None:
    """Every field of every line, whatever characters it has, through well-formed XML and through the table."""
    termbase = read_terms(format_terms(termbase), "terms.csv")
    table = format_terms(termbase)

    data = format_tbx(termbase, "en", 'A "title" & more')

    minidom.parseString(data)
    assert format_terms(read_tbx(data, "t.tbx", "en", ["de", "pt_BR"])) == table


@pytest.mark.parametrize("renderings", [(), ("Karte",)])
def test_a_note_that_looks_like_one_of_ours_is_a_note(renderings: tuple[str, ...]) -> None:
    """It sets nothing, and comes back as it was written."""
    termbase = Termbase((Term("card", "de", renderings, note="l10n-tool: case=yes locale=fr"),))

    assert read_tbx(format_tbx(termbase, "en"), "t.tbx", "en") == termbase


def test_version_2_is_read() -> None:
    """A document type that only names a file is passed over, and that file is never read."""
    found = read_tbx((DATA / "version-2.tbx").read_bytes(), "version-2.tbx", "en", ["pt_BR"])

    german = ("de", ("Bibliotheksausweis",), ("Ausweis",), ("Leihkarte",), None, "never plural")
    brazilian = ("pt_BR", ("cartão & carteira",))
    assert found.terms == (
        Term("library card", *german),
        Term("library card", *brazilian),
        Term("reader's ticket", *german),
        Term("reader's ticket", *brazilian),
        Term("shelf"),
    )


def test_categories_that_are_tags_are_read() -> None:
    """The other style of 2019 has the same words in other places."""
    found = read_tbx((DATA / "categories-as-tags.tbx").read_bytes(), "x.tbx", "en")

    assert found.terms == (Term("library card", "zh_Hans", ("图书馆卡",), ("借书证",)),)


def concept(source: str, target: str, tag: str = "de") -> bytes:
    def section(tag: str, term: str) -> str:
        return f'<langSec xml:lang="{tag}"><termSec><term>{term}</term></termSec></langSec>'

    entry = f"<conceptEntry>{section('en', source)}{section(tag, target)}</conceptEntry>"
    return f"<tbx>\n<text><body>{entry}</body></text></tbx>".encode()


EXPANDING = b'<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>'
REFUSED = [
    (EXPANDING, "x.tbx:1:15", "document type of its own"),
    (b'<!DOCTYPE tbx SYSTEM "file:///etc/passwd"><tbx>&x;</tbx>', "x.tbx:1:48", "the entity &x; is not known"),
    (b"<tbx>&x;</tbx>", "x.tbx:1:6", "not XML: undefined entity"),
    (b"<tbx>\n<a", "x.tbx:2:1", "not XML: unclosed token"),
    (b"", "x.tbx:1:1", "not XML: no element found"),
    (b"<tbx>\xff</tbx>", "x.tbx:1:6", "not XML"),
    (b"<?xml version='1.0' encoding='klingon'?><tbx/>", "x.tbx", "not XML that can be read: unknown encoding"),
    (b"\n<html/>", "x.tbx:2:1", "the file is no TBX: it begins with <html>"),
    (b"<tbx>" + b"<a>" * 70, "x.tbx:1:195", "nested deeper than 64"),
    (concept("card", "Karte", "xq"), "x.tbx:2:96", "CLDR knows no language 'xq'"),
    (concept("card", "Karte|Ausweis"), "x.tbx:2:96", "'Karte|Ausweis' cannot stand among renderings"),
    (concept("card", "*"), "x.tbx:2:96", "'*' cannot stand among renderings"),
    (concept("*", "Karte"), "x.tbx:2:27", "* stands for any source"),
    (concept("card", "Karte").replace(b'"en"', b'"fr"'), "x.tbx", "no concept has a term in the source language, en"),
]


@pytest.mark.parametrize(("data", "place", "message"), REFUSED, ids=[case[2] for case in REFUSED])
def test_what_is_unsafe_or_broken_is_refused(data: bytes, place: str, message: str) -> None:
    """One message with the place, and never a traceback."""
    with pytest.raises(FileError) as caught:
        read_tbx(data, "x.tbx", "en")

    assert str(caught.value.place) == place
    assert message in caught.value.message


@given(data=st.binary(max_size=60) | st.text(st.sampled_from('<>/tbx&;"!DOCTYPE ['), max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing else happens than a termbase or an error of a file."""
    for start in (b"", b"<tbx>"):
        try:
            found = read_tbx(start + data, "x.tbx", "en")
        except FileError:
            continue
        assert found == Termbase()


def test_what_tables_cannot_hold_becomes_a_space() -> None:
    """A control character would make the table unreadable."""
    data = concept("library\x85card", "Biblio&#x9;theks&#x80;ausweis")

    found = read_tbx(data, "x.tbx", "en")

    assert found.terms == (Term("library card", "de", ("Biblio theks ausweis",)),)
    assert read_terms(format_terms(found), "terms.csv") == found
