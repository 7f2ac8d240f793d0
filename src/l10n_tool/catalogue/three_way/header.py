"""The three-way merge of the header, field by field."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from l10n_tool.catalogue.model import Catalogue, Entry, parse_headers
from l10n_tool.catalogue.three_way.lines import merge_comments, merge_lists
from l10n_tool.catalogue.three_way.model import HeaderConflict, Witness

__all__ = ["contested_fields", "merge_header"]

_REVISED: Final = "PO-Revision-Date"
_DATES: Final = frozenset({_REVISED, "POT-Creation-Date"})
#: What an editor writes together with the date of the revision.
_OF_REVISION: Final = frozenset({"Last-Translator", "X-Generator"})
_NEVER: Final = datetime.min.replace(tzinfo=UTC)

_Fields = dict[str, str]


def merge_header(base: Entry | None, ours: Entry, theirs: Entry, witness: Witness) -> Entry:
    """Merge the header field by field; of a field that both sides changed, ours counts.

    Of two dates it is the later, and the last translator is that of the later revision.
    """
    before = base or Entry("")
    old, mine, its = _fields(before), _fields(ours), _fields(theirs)
    names = [name for name in dict.fromkeys((*mine, *its)) if not _removed(name, old, mine, its)]
    header = ours.replace(
        msgstr=(_text(before, ours, theirs, {name: _value(name, old, mine, its) for name in names}),),
        comments=merge_comments(before.comments, ours.comments, theirs.comments, witness.records),
        extracted=merge_lists(before.extracted, ours.extracted, theirs.extracted),
        references=merge_lists(before.references, ours.references, theirs.references),
        flags=merge_lists(before.flags, ours.flags, theirs.flags),
    )
    return theirs if header == theirs else header


def contested_fields(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> tuple[HeaderConflict, ...]:
    """Return the fields that both sides changed, so that one value is lost."""
    old, mine, its = (_fields(header) if header else {} for header in (base, ours, theirs))
    names = [name for name in mine if name in its and _contested(name, old, mine, its)]
    return tuple(HeaderConflict(name, mine[name], its[name]) for name in names)


def _fields(header: Entry) -> _Fields:
    return parse_headers(header.msgstr[0]) if header.msgstr else {}


def _removed(name: str, old: _Fields, mine: _Fields, its: _Fields) -> bool:
    """Whether one side removed a field that the other left as it was."""
    return name in old and {mine.get(name), its.get(name)} == {None, old[name]}


def _value(name: str, old: _Fields, mine: _Fields, its: _Fields) -> str:
    if name not in its:
        return mine[name]
    if name not in mine:
        return its[name]
    if not _both_changed(name, old, mine, its):
        return its[name] if mine[name] == old.get(name) else mine[name]
    if name in _DATES:
        return its[name] if _date(its[name]) > _date(mine[name]) else mine[name]
    later = _date(its.get(_REVISED, "")) > _date(mine.get(_REVISED, ""))
    return its[name] if name in _OF_REVISION and later else mine[name] or its[name]


def _both_changed(name: str, old: _Fields, mine: _Fields, its: _Fields) -> bool:
    return mine[name] != its[name] and old.get(name) not in {mine[name], its[name]}


def _contested(name: str, old: _Fields, mine: _Fields, its: _Fields) -> bool:
    if name in _DATES or name in _OF_REVISION:
        return False
    return bool(mine[name] and its[name]) and _both_changed(name, old, mine, its)


def _date(value: str) -> datetime:
    """Return when a date field says something was; a placeholder is before everything."""
    try:
        date = datetime.fromisoformat(value)
        return date.astimezone(UTC) if date.tzinfo else date.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return _NEVER


def _text(base: Entry, ours: Entry, theirs: Entry, merged: _Fields) -> str:
    """Return the fields as a side wrote them; else ours with what is changed changed, in its place."""
    others = merge_lists(*map(_others, (base, ours, theirs)))
    written = (side for side in (ours, theirs) if _fields(side) == merged and _others(side) == others)
    side = next(written, None)
    if side is not None:
        return "".join(side.msgstr)
    mine = _others(ours)
    kept = [line for line in _lines(ours) if _stays(line, mine, others, merged)]
    added = [line for line in others if line not in mine]
    text = "".join(f"{line}\n" for line in (*kept, *added))
    header = Catalogue((ours.replace(msgstr=(text,)),)).with_headers(merged).header
    return header.msgstr[0] if header else ""


def _lines(header: Entry) -> list[str]:
    text = "".join(header.msgstr)
    return text.removesuffix("\n").split("\n") if text else []


def _others(header: Entry) -> tuple[str, ...]:
    """Return the lines that are no field, or a field again, which gettext does not read."""
    named: set[str] = set()
    others = []
    for line in _lines(header):
        name = _name(line)
        if line and (not name or name in named):
            others.append(line)
        named.add(name)
    return tuple(others)


def _name(line: str) -> str:
    """Return the name of the field that a line is, or nothing."""
    name, colon, _ = line.partition(":")
    return name.strip() if colon else ""


def _stays(line: str, mine: Sequence[str], others: Sequence[str], merged: _Fields) -> bool:
    return line in others if line in mine else not line or _name(line) in merged
