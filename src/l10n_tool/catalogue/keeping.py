"""The last look before a catalogue is written: what a person wrote in it must be in it afterwards.

Texts, translator comments, flags, header fields, previous sources, obsolete entries and the comments at the end of
the file are counted before and after. This is no part of any step's work; it is there for the day on which one of them
is wrong.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from l10n_tool.catalogue.model import FUZZY, Catalogue, Entry, Key
from l10n_tool.catalogue.problems import RefusedError
from l10n_tool.catalogue.reading_back import read_back
from l10n_tool.catalogue.text import quote
from l10n_tool.catalogue.write import format_catalogue
from l10n_tool.errors import Place

__all__ = ["BY_TEMPLATE", "NOTHING", "Asked", "Loss", "format_kept", "is_of_source", "losses", "refuse_losses"]

#: A thing that a person wrote: what it is, and its text.
_Thing = tuple[str, str]

_TEXT: Final = "text"
_COMMENT: Final = "comment"
_FLAG: Final = "flag"
_FIELD: Final = "header field"

#: Flags that say what the source is (gettext manual, "The Format of PO Files"): they come and go with the template.
_OF_SOURCE: Final = r"[a-z0-9+#-]+-format|(?:no-)?wrap|range:.*"
#: Of the quantifiers only that of a single character gives nothing back.
_QUOTED: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*"'
_LONGEST: Final = 60


class Asked(NamedTuple):
    """What a step may take away because that is what it was asked for.

    ``texts`` lets texts be replaced in the entries that stay. ``flags`` and ``headers`` are names. ``comments`` gives,
    of an entry's translator comments, those that must stay. ``previous`` lets the previous source go, ``empty`` the
    entries that hold neither text nor comment. With ``only`` none of this holds for other entries than those. ``gone``
    are the keys of entries that may go with all that stands in them.
    """

    texts: bool = False
    flags: frozenset[str] = frozenset()
    headers: frozenset[str] = frozenset()
    comments: Callable[[Sequence[str]], Sequence[str]] | None = None
    previous: bool = False
    empty: bool = False
    only: frozenset[Key] | None = None
    gone: frozenset[Key] = frozenset()

    def of(self, key: Key) -> "Asked":
        """Return what may be taken away from one entry."""
        return self if self.only is None or key in self.only else NOTHING


NOTHING: Final = Asked()

#: What a template takes away: header fields that it sets itself, and entries that nobody translated.
BY_TEMPLATE: Final = Asked(headers=frozenset({"POT-Creation-Date", "Report-Msgid-Bugs-To"}), empty=True)


class Loss(NamedTuple):
    """Something that a person wrote and that would be gone; ``line`` is that of its entry, 0 where it is not known."""

    what: str
    line: int = 0


def is_of_source(flag: str) -> bool:
    """Whether a flag says what the source is, as ``c-format`` does, and is the template's business."""
    return flag != FUZZY and re.fullmatch(_OF_SOURCE, flag) is not None


def format_kept(before: Catalogue, after: Catalogue, asked: Asked = NOTHING, name: str = "catalogue") -> bytes:
    """Return the bytes of a catalogue that takes the place of ``before``, as ``format_catalogue`` writes them.

    The bytes are read again: each entry stands in them as it stands in ``after``, and nothing of ``before`` is missing
    that was not ``asked`` for. Raises FileError otherwise.
    """
    data = format_catalogue(after, name)
    refuse_losses(before, read_back(before, after, data, name), asked, name)
    return data


def refuse_losses(before: Catalogue, after: Catalogue, asked: Asked = NOTHING, name: str = "catalogue") -> None:
    """Raise FileError where anything would be lost that nobody asked to lose."""
    missing = losses(before, after, asked)
    if not missing:
        return
    more = f", and {len(missing) - 1} more" if len(missing) > 1 else ""
    remedy = "Nothing was written. Name in Asked what may go: texts=True for instance, or gone, with keys of entries."
    raise RefusedError(f"{missing[0].what} would be lost{more}", place=Place(name, missing[0].line), remedy=remedy)


def losses(before: Catalogue, after: Catalogue, asked: Asked = NOTHING) -> list[Loss]:
    """Return what of ``before`` is missing in ``after``, in file order.

    An entry that ``after`` has too must keep what stands in it; a text that its source loses may stand in a comment
    instead, as a quoted string. What stands in an entry that is gone must stand in others that lacked it. Entries that
    both share, object or raw text, cost next to nothing.
    """
    pairs, new = _changed(before, after)
    found = [loss for old, now in pairs if now is not None for loss in _in_entry(old, now, asked.of(old.key))]
    gone = [old for old, now in pairs if now is None and old.key not in asked.gone]
    if gone:
        earlier = {old.key: old for old, now in pairs if now is not None}
        found += _in_gone(gone, _gained(new, earlier), asked)
    return [*sorted(found, key=lambda loss: loss.line), *_in_tail(before.tail, after.tail)]


def _changed(before: Catalogue, after: Catalogue) -> tuple[list[tuple[Entry, Entry | None]], list[Entry]]:
    """Return the entries that are not the same any more, each with what it became, and those that are new or other."""
    stays, stayed = set(map(id, after.entries)), set(map(id, before.entries))
    new = {entry.key: entry for entry in after.entries if id(entry) not in stayed}
    every = [(entry, new.get(entry.key)) for entry in before.entries if id(entry) not in stays]
    pairs = []
    for old, now in every:
        if now is not None and _is_same(old, now):
            del new[old.key]
        else:
            pairs.append((old, now))
    return pairs, list(new.values())


def _is_same(one: Entry, other: Entry) -> bool:
    """Whether nothing that a person wrote differs."""
    if one.raw is not None and one.raw == other.raw:
        return True
    return (
        one.msgstr == other.msgstr
        and one.comments == other.comments
        and one.flags == other.flags
        and one.previous == other.previous
    )


def _things(entry: Entry, asked: Asked = NOTHING) -> list[_Thing]:
    """Return what a person wrote in an entry; a text that several forms share is one."""
    if entry.is_header:
        things = [(_FIELD, field) for field in _fields(entry) if field.partition(":")[0] not in asked.headers]
    else:
        things = [(_TEXT, text) for text in dict.fromkeys(entry.msgstr) if text]
    if entry.comments:
        comments = asked.comments(entry.comments) if asked.comments else entry.comments
        things += [(_COMMENT, line) for line in _lines(comments)]
    if entry.flags:
        things += [(_FLAG, flag) for flag in entry.flags if not is_of_source(flag) and flag not in asked.flags]
    return things


def _fields(header: Entry) -> Iterator[str]:
    for line in "\n".join(header.msgstr).split("\n"):
        name, colon, value = line.partition(":")
        if line.strip():
            yield f"{name.strip()}{colon} {value.strip()}".strip()


def _lines(comments: Iterable[str]) -> Iterator[str]:
    return (line.strip() for comment in comments for line in comment.split("\n") if line.strip())


def _gained(new: Iterable[Entry], earlier: Mapping[Key, Entry]) -> Counter[_Thing]:
    """Return what stands in entries and did not stand in them before."""
    gained: Counter[_Thing] = Counter()
    for entry in new:
        old = earlier.get(entry.key)
        gained.update(_without(_things(entry), Counter(_things(old))) if old else _things(entry))
    return gained


def _without(things: Iterable[_Thing], have: Counter[_Thing]) -> list[_Thing]:
    """Return the things that ``have`` lacks; each of those that it has is used up by one."""
    missing = []
    for thing in things:
        if have.get(thing, 0) > 0:
            have[thing] -= 1
        else:
            missing.append(thing)
    return missing


def _in_entry(old: Entry, now: Entry, asked: Asked) -> Iterator[Loss]:
    """Yield what an entry lost."""
    missing = _without(_things(old, asked), Counter(_things(now)))
    if asked.texts:
        missing = [thing for thing in missing if thing[0] != _TEXT]
    # What the flag and the previous source say, they say of a text: without it they say nothing.
    stays = any(text and text in now.msgstr for text in old.msgstr)
    if not stays:
        missing = [thing for thing in missing if thing != (_FLAG, FUZZY)]
    if missing:
        gained = Counter(_without(_things(now), Counter(_things(old))))
        yield from (_loss(thing, old) for thing in _unquoted(missing, _quoted(gained)))
    fewer = sum(map(bool, now.msgstr)) < sum(map(bool, old.msgstr)) and now.msgid_plural is not None
    if fewer and not missing and not asked.texts:
        yield Loss(f"a plural form of {_excerpt(old.msgid)}", old.line)
    if stays and now.previous is None and old.previous is not None and not asked.previous:
        yield Loss(f"the previous source of {_excerpt(old.msgid)}", old.line)


def _in_gone(gone: Sequence[Entry], gained: Counter[_Thing], asked: Asked) -> Iterator[Loss]:
    """Yield what of entries that are gone did not come to stand in another one."""
    quoted = _quoted(gained)
    if quoted:
        # A comment that only moved was not written to keep a text.
        quoted = _quoted(gained - Counter(thing for entry in gone for thing in _things(entry)))
    for entry in gone:
        its = asked.of(entry.key)
        wanted = _things(entry, its)
        if all(kind == _FLAG for kind, _ in wanted):
            if not its.empty:
                yield Loss(f"the entry {_excerpt(entry.msgid)}", entry.line)
            continue
        # A flag goes with its text; a text that stands in a comment has none.
        moved = any(kind == _TEXT and gained.get((kind, text), 0) > 0 for kind, text in wanted)
        counted = wanted if moved else [thing for thing in wanted if thing[0] != _FLAG]
        yield from (_loss(thing, entry) for thing in _unquoted(_without(counted, gained), quoted))


def _quoted(gained: Counter[_Thing]) -> Counter[str]:
    """Return the quoted strings in comments."""
    strings: Counter[str] = Counter()
    for (kind, text), times in gained.items():
        if kind == _COMMENT and '"' in text:
            found = {*re.findall(_QUOTED, text), text[text.index('"') : text.rindex('"') + 1]}
            strings.update(dict.fromkeys(found, times))
    return strings


def _unquoted(missing: Iterable[_Thing], quoted: Counter[str]) -> Iterator[_Thing]:
    """Yield what is missing, but for texts that stand in a comment instead; each of those is used up by one."""
    for kind, text in missing:
        string = quote(text) if kind == _TEXT else ""
        if string and quoted[string] > 0:
            quoted[string] -= 1
        else:
            yield kind, text


def _in_tail(before: str, after: str) -> Iterator[Loss]:
    if before != after:
        missing = Counter(_lines([before])) - Counter(_lines([after]))
        yield from (Loss(f"{_excerpt(line)} at the end of the file") for line in missing)


def _loss(thing: _Thing, entry: Entry) -> Loss:
    kind, text = thing
    whose = "" if entry.is_header else f" of {_excerpt(entry.msgid)}"
    return Loss(f"the {kind} {_excerpt(text)}{whose}", entry.line)


def _excerpt(text: str) -> str:
    return quote(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
