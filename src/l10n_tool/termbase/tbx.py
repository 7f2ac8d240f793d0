"""TBX, the XML in which termbases are exchanged (ISO 30042): TBX-Basic of 2019 out, that and version 2 (martif) in.

A concept is a term of the sources; each locale has a section with its renderings, whose administrative status says
what they are. What TBX-Basic has no place for stands in notes that begin with ``l10n-tool:``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from l10n_tool.errors import FileError, L10nToolError, Place
from l10n_tool.languages import Language, language_of, validate_locale
from l10n_tool.termbase.merging import together
from l10n_tool.termbase.model import ANY_LOCALE, ANY_SOURCE, STEM, Term, Termbase
from l10n_tool.termbase.xml_tree import Element, parse_xml

__all__ = ["format_tbx", "read_tbx"]

_STATUS: Final = MappingProxyType({
    "required": "preferredTerm-admn-sts",
    "allowed": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
})  # fmt: skip
#: The beginnings of the words that files have for a status; without one a term is one to be used.
_KINDS: Final = MappingProxyType({
    "preferred": "required", "standardized": "required", "legal": "required", "regulated": "required",
    "admitted": "allowed", "deprecated": "forbidden", "superseded": "forbidden", "obsolete": "forbidden",
    "notrecommended": "forbidden",
})  # fmt: skip
#: The tag of no language in particular (ISO 639-2, RFC 5646 section 4.1).
_ANY: Final = "mul"
_OURS: Final = "l10n-tool:"
#: What stands before a note that looks like one of ours.
_QUOTED: Final = "l10n-tool:note "
_STATUSES: Final = frozenset({"administrativeStatus", "normativeAuthorization"})
_CONCEPTS: Final = frozenset({"conceptEntry", "termEntry"})
_SECTIONS: Final = frozenset({"langSec", "langSet"})
_TERMS: Final = frozenset({"termSec", "tig", "ntig"})


def format_tbx(termbase: Termbase, source_locale: str, title: str = "l10n-tool") -> bytes:
    """Return a termbase as TBX-Basic; reading it gives the same terms."""
    tag = _tag(source_locale)
    body = [line for number, terms in enumerate(_concepts(termbase), 1) for line in _concept(number, terms, tag)]
    return "\n".join([*_head(tag, title), *body, "    </body>", "  </text>", "</tbx>", ""]).encode()


def _concepts(termbase: Termbase) -> Iterator[list[Term]]:
    ordered = sorted(termbase.terms, key=lambda term: (term.term.casefold(), *term.key))
    yield from (list(terms) for _, terms in groupby(ordered, key=lambda term: term.term))


def _head(tag: str, title: str) -> list[str]:
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx type="TBX-Basic" style="dca" xml:lang={_attribute(tag)} xmlns="urn:iso:std:iso:30042:ed-2">',
        "  <tbxHeader>",
        "    <fileDesc>",
        f"      <titleStmt><title>{_text(title)}</title></titleStmt>",
        "      <sourceDesc><p>terms.csv</p></sourceDesc>",
        "    </fileDesc>",
        "  </tbxHeader>",
        "  <text>",
        "    <body>",
    ]


def _concept(number: int, terms: Sequence[Term], tag: str) -> Iterator[str]:
    yield f'      <conceptEntry id="c{number}">'
    for term in terms:
        if not (term.wanted or term.forbidden):
            # A section has to have a term in it.
            yield f"        <note>{_text(_ours(term, with_locale=True))}</note>"
            if term.note:
                yield f"        <note>{_text(_noted(term.note))}</note>"
    yield f"        <langSec xml:lang={_attribute(tag)}>"
    yield f"          <termSec><term>{_text(terms[0].term)}</term></termSec>"
    yield "        </langSec>"
    for term in terms:
        if term.wanted or term.forbidden:
            yield from _section(term)
    yield "      </conceptEntry>"


def _section(term: Term) -> Iterator[str]:
    tag = _tag(term.locale)
    yield f"        <langSec xml:lang={_attribute(tag)}>"
    if term.case is not None or _locale_of(tag) != term.locale:
        yield f"          <note>{_text(_ours(term, with_locale=_locale_of(tag) != term.locale))}</note>"
    if term.note:
        yield f"          <note>{_text(_noted(term.note))}</note>"
    for kind, status in _STATUS.items():
        for rendering in getattr(term, kind):
            note = f'<termNote type="administrativeStatus">{status}</termNote>'
            yield f"          <termSec><term>{_text(rendering)}</term>{note}</termSec>"
    yield "        </langSec>"


def _ours(term: Term, *, with_locale: bool) -> str:
    """Return a note about what TBX-Basic has no place for."""
    parts = [f"locale={term.locale}"] if with_locale else []
    if term.case is not None:
        parts.append(f"case={'yes' if term.case else 'no'}")
    return " ".join([_OURS, *parts])


def _noted(note: str) -> str:
    return _QUOTED + note if note.startswith(_OURS) else note


def _tag(locale: str) -> str:
    return _ANY if locale == ANY_LOCALE else Language(locale).tag


def _text(text: str) -> str:
    return escape(text)


def _attribute(text: str) -> str:
    return quoteattr(text)


def read_tbx(data: bytes, name: str, source_locale: str, known: Iterable[str] = ()) -> Termbase:
    """Return the terms of a file in the source language, with their renderings in all others.

    ``known`` are locales that are valid, and are meant by their tags. What several concepts say of a term in a locale
    is put together. Raises FileError for what is no TBX, or has no terms in the source language.
    """
    root = parse_xml(data, name)
    if root.name not in {"tbx", "martif", "TBX"}:
        message = f"the file is no TBX: it begins with <{root.name}>"
        raise FileError(message, place=Place(name, root.line, root.column), remedy="Export it as TBX-Basic.")
    reader = _TbxReader(name, source_locale, known)
    found: dict[tuple[str, str, tuple[str, ...]], Term] = {}
    for concept in root.all(_CONCEPTS):
        for term in reader.terms(concept):
            found[term.key] = together(found[term.key], term) if term.key in found else term
    if not found and next(root.all(_CONCEPTS), None):
        message = f"no concept has a term in the source language, {source_locale}"
        raise FileError(message, place=Place(name), remedy="See source-locale in the settings.")
    return Termbase(tuple(found.values()))


class _TbxReader:
    """Turns concepts into terms."""

    def __init__(self, name: str, source_locale: str, known: Iterable[str]) -> None:
        self._name, self._source = name, source_locale
        self._by_tag = {Language(locale).tag.lower(): locale for locale in (source_locale, *known)}

    def terms(self, concept: Element) -> Iterator[Term]:
        """Yield a line for each term of the concept in the source language and each section of another one."""
        sections = list(concept.all(_SECTIONS))
        own = self._own_section(sections)
        if own is None:
            return
        sources = [text for text, _ in self._named(own)]
        lines = [line for section in sections if section is not own for line in self._lines(section)]
        lines += self._bare(concept)
        if not lines:
            # A term that nothing is said about is one whose renderings are yet to be found.
            lines = [Term("", note=_notes(concept)[1])]
        for source in sources:
            if source == ANY_SOURCE and any(line.wanted for line in lines):
                raise self._error(f"{ANY_SOURCE} stands for any source, and no rendering is wanted in all", own, "")
            yield from (replace(line, term=source) for line in lines)

    def _own_section(self, sections: Sequence[Element]) -> Element | None:
        """Return the section of the source locale, else the first of its language."""
        mine = [section for section in sections if language_of(self._locale(section)) == language_of(self._source)]
        return next((one for one in mine if self._locale(one) == self._source), mine[0] if mine else None)

    def _locale(self, element: Element) -> str:
        tag = element.language
        return self._by_tag.get(tag.replace("_", "-").lower()) or _locale_of(tag)

    def _lines(self, section: Element) -> Iterator[Term]:
        ours, note = _notes(section)
        kinds: dict[str, list[str]] = {"required": [], "allowed": [], "forbidden": []}
        unsaid: list[str] = []
        for text, kind in self._named(section):
            if "|" in text or text == STEM:
                raise self._error(f"{text!r} cannot stand among renderings", section, "Name it in other characters.")
            (kinds[kind] if kind else unsaid).append(text)
        # Of terms without a status the first is the one that is meant.
        kinds["required" if not kinds["required"] else "allowed"] += unsaid[:1]
        kinds["allowed"] += unsaid[1:]
        taken = dict.fromkeys(kinds["required"] + kinds["allowed"])
        forbidden = tuple(one for one in dict.fromkeys(kinds["forbidden"]) if one not in taken)
        required = tuple(dict.fromkeys(kinds["required"]))
        allowed = tuple(one for one in dict.fromkeys(kinds["allowed"]) if one not in required)
        locale = self._valid(ours.get("locale") or self._locale(section), section)
        yield Term("", locale, required, allowed, forbidden, _case(ours), note)

    def _bare(self, concept: Element) -> Iterator[Term]:
        """Yield the lines without renderings: a note of ours about each, and the note that follows it."""
        notes = [child for child in concept.children if child.name == "note"]
        for at, note in enumerate(notes):
            ours = _settings(note.text)
            if ours is not None and "locale" in ours:
                after = notes[at + 1].text if at + 1 < len(notes) else ""
                text = "" if _settings(after) is not None else after.removeprefix(_QUOTED)
                yield Term("", self._valid(ours["locale"], note), case=_case(ours), note=text)

    def _named(self, section: Element) -> Iterator[tuple[str, str]]:
        """Yield each term of a section with what its status makes of it."""
        for one in section.all(_TERMS):
            term = next(one.all(frozenset({"term"})), None)
            text = term.text if term else ""
            if term is None or not text:
                continue
            yield text, _kind(one)

    def _valid(self, locale: str, element: Element) -> str:
        if locale == ANY_LOCALE or locale in self._by_tag.values():
            return locale
        try:
            return validate_locale(locale)
        except L10nToolError as error:
            raise self._error(error.message, element, error.remedy) from None

    def _error(self, message: str, element: Element, remedy: str) -> FileError:
        return FileError(message, place=Place(self._name, element.line, element.column), remedy=remedy)


def _kind(section: Element) -> str:
    """Return what the status of a term makes of it, or an empty text without one."""
    for note in section.all(_STATUSES | {"termNote"}):
        if _STATUSES & {note.name, note.attributes.get("type", "")}:
            status = note.text.lower()
            return next((kind for word, kind in _KINDS.items() if status.startswith(word)), "")
    return ""


def _notes(element: Element) -> tuple[Mapping[str, str], str]:
    """Return what notes of ours say, and the text of all others."""
    ours: dict[str, str] = {}
    others = []
    for child in element.children:
        if child.name == "note":
            found = _settings(child.text)
            ours.update(found or {})
            others += [child.text.removeprefix(_QUOTED)] if found is None and child.text else []
    return ours, " ".join(others)


def _settings(note: str) -> dict[str, str] | None:
    """Return what a note of ours says, None for a note of somebody else's."""
    if not note.startswith(_OURS) or note.startswith(_QUOTED):
        return None
    pairs = (word.partition("=") for word in note.removeprefix(_OURS).split())
    return {name: value for name, _, value in pairs}


def _case(ours: Mapping[str, str]) -> bool | None:
    return {"yes": True, "no": False}.get(ours.get("case", ""))


def _locale_of(tag: str) -> str:
    """Return the locale of a BCP 47 tag as gettext writes it: ``pt-BR``, ``sr-Latn``."""
    if tag.lower() == _ANY:
        return ANY_LOCALE
    language, *rest = tag.replace("_", "-").split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    territory = next((part.upper() for part in rest if len(part) == 2 or part.isdigit()), "")
    return "_".join(part for part in (language.lower(), script, territory) if part)
