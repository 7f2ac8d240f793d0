"""What the sources of programs share: calls of gettext's functions as blocks, and what their comments say."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from l10n_tool.document import Block, Document, Reading
from l10n_tool.errors import FileError, Place, UsageError
from l10n_tool.notes import NoteReader, Notes

__all__ = ["REMEDY", "Call", "Keyword", "keywords_of", "program_document", "tagged"]

#: What to do about a program that cannot be read.
REMEDY: Final = "Mend the file, or leave it out of sources."

_TAG: Final = re.compile(r"translators?:|i18n:", re.IGNORECASE)
_NOTE: Final = re.compile(r"i18n:\S")
_LIMIT: Final = re.compile(r"(?:translators?:\s*)?max-length:\s*(\S+)", re.IGNORECASE)

_KEYWORD: Final = re.compile(r"([^\W\d]\w*)(?::([0-9ct, ]+))?")
_ARGUMENT: Final = re.compile(r"([1-9][0-9]?)([ct]?)")

#: U+0000 and U+0004 part the fields of an MO file, and a lone surrogate is no character.
_NOT_FOR_GETTEXT: Final = re.compile("[\x00\x04\ud800-\udfff]")

# printf's directives in Python, and those of str.format; what is found but has no group is none.
_PERCENT: Final = re.compile(
    r"%(?:(?P<escape>%)"
    r"|(?P<named>\([^()%\s]+\)[-+#0]*+(?:\*|[0-9]++)?(?:\.(?:\*|[0-9]++))?[hlL]?[diouxXeEfFgGcrsa])"
    r"|(?P<plain>[-+#0]*+(?:\*|[0-9]++)?(?:\.(?:\*|[0-9]++))?[hlL]?[diouxXeEfFgGcrsa]))?"
)
_BRACE: Final = re.compile(
    r"(?P<escape>\{\{|\}\})|(?P<field>\{(?:[A-Za-z_]\w*|[0-9]{0,3})(?:\.[A-Za-z_]\w*|\[[^\[\]{}]+\])*(?:![rsa])?"
    r"(?::(?! )[^{}\n]*(?:\{\w*\}[^{}\n]*)?)?\})|[{}]"
)


@dataclass(frozen=True, slots=True)
class Keyword:
    """Which arguments of a function are translatable, from 1 on; 0 for none.

    With a ``total`` it holds for calls with as many arguments only.
    """

    text: int = 1
    plural: int = 0
    context: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a gettext function: its 1-based line, its arguments, and the comments that belong to it, line by line.

    An argument that is no constant text is None.
    """

    line: int
    function: str
    arguments: Sequence[str | None]
    comments: Sequence[str] = ()


def keywords_of(extra: Iterable[str]) -> Mapping[str, Sequence[Keyword]]:
    """Return gettext's own functions and these, which are written as xgettext's ``--keyword`` takes them.

    Raises UsageError for one that is not.
    """
    from babel.messages.extract import DEFAULT_KEYWORDS

    found: dict[str, list[Keyword]] = {name: [_of_babel(spec)] for name, spec in DEFAULT_KEYWORDS.items()}
    for written in extra:
        name, keyword = _parsed(written)
        others = [known for known in found.get(name, ()) if known.total != keyword.total]
        found[name] = [*others, keyword]
    return found


def _of_babel(spec: object) -> Keyword:
    places = spec if isinstance(spec, tuple) else (1,)
    context = next((place[0] for place in places if isinstance(place, tuple)), 0)
    texts = [place for place in places if isinstance(place, int)]
    return Keyword(texts[0], texts[1] if len(texts) > 1 else 0, context)


def _parsed(written: str) -> tuple[str, Keyword]:
    match = _KEYWORD.fullmatch(written)
    parts = match[2].split(",") if match and match[2] else ["1"]
    arguments = [_ARGUMENT.fullmatch(part.strip()) for part in parts]
    places: dict[str, list[int]] = {"": [], "c": [], "t": []}
    for argument in arguments:
        if argument:
            places[argument[2]].append(int(argument[1]))
    texts, contexts, totals = places[""], places["c"], places["t"]
    sound = None not in arguments and 1 <= len(texts) <= 2 and len(contexts) <= 1 and len(totals) <= 1
    if not match or not sound:
        remedy = "Write the function and its arguments as xgettext takes them: _t, ntr:1,2 or pctx:1c,2."
        raise UsageError(f"{written!r} is no keyword", remedy=remedy)
    keyword = Keyword(texts[0], texts[1] if texts[1:] else 0, *(contexts or [0]), *(totals or [0]))
    return match[1], keyword


def tagged(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a comment from the first on that speaks to translators or to the tool."""
    start = next((at for at, line in enumerate(lines) if _TAG.match(line)), len(lines))
    return lines[start:]


def program_document(
    name: str, data: bytes, reading: Reading, calls: Iterable[Call], keywords: Mapping[str, Sequence[Keyword]]
) -> Document:
    """Return a program as a document whose blocks are the constant texts of these calls.

    Calls whose text is no constant or empty are left out: gettext keeps the empty text for the header of a catalogue.
    Raises FileError for a text that no catalogue can hold and for a comment that asks for what a program has not.
    """
    blocks = tuple(block for call in calls for block in _blocks(name, call, keywords.get(call.function, ())))
    return Document(name, data, blocks, reading=reading)


def _blocks(name: str, call: Call, keywords: Collection[Keyword]) -> Iterator[Block]:
    for keyword in keywords:
        if keyword.total not in {0, len(call.arguments)}:
            continue
        text = _argument(call, keyword.text)
        plural = _argument(call, keyword.plural) if keyword.plural else None
        context = _argument(call, keyword.context) if keyword.context else None
        if text and (plural or not keyword.plural) and (context is not None or not keyword.context):
            yield from _block(name, call, (text, plural, context))


def _argument(call: Call, place: int) -> str | None:
    return call.arguments[place - 1] if place <= len(call.arguments) else None


def _block(name: str, call: Call, texts: tuple[str, str | None, str | None]) -> Iterator[Block]:
    text, plural, context = texts
    unfit = _NOT_FOR_GETTEXT.search("\n".join(filter(None, texts)))
    if unfit:
        remedy = "Take the character out of the text, or do not mark the text for translation."
        message = f"a text holds U+{ord(unfit[0]):04X}, which no catalogue can keep"
        raise FileError(message, place=Place(name, call.line), remedy=remedy)
    notes, facts = _notes(name, call, context)
    if notes is None:
        return
    yield Block(
        text=text,
        kind="string",
        start=0,
        end=0,
        line=call.line,
        plural=plural,
        notes=notes,
        facts=facts,
        flags=_flags([text] if plural is None else [text, plural]),
        whole=True,
    )


def _notes(name: str, call: Call, context: str | None) -> tuple[Notes | None, tuple[str, ...]]:
    """Return what the comments of a call ask for, None if it is to be left out, and what they tell translators."""
    reader, facts = NoteReader(name), []
    for line in call.comments:
        limit = _LIMIT.fullmatch(line)
        if limit:
            reader.comment(f"i18n:max-length {limit[1]}", call.line)
        elif not _NOTE.match(line) or not reader.comment(line, call.line):
            facts.append(line)
    skipping = reader.skipping
    notes = reader.for_block()
    if skipping or (notes is not None and notes.context is not None):
        what = "i18n:skip-start" if skipping else "i18n:context"
        remedy = "Write i18n:skip above each text." if skipping else "Give the context in the call, with pgettext."
        raise FileError(f"{what} means nothing in a program", place=Place(name, call.line), remedy=remedy)
    if notes is None:
        return None, ()
    return Notes(notes.comments, context, notes.max_length), tuple(facts)


def _flags(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the flags of a text that is a format string for sure, in all of its forms."""
    patterns = {"python-format": _PERCENT, "python-brace-format": _BRACE}
    return tuple(flag for flag, pattern in patterns.items() if _is_format(pattern, texts))


def _is_format(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    """Whether some text has a directive and none has anything that is none, or that prose could have.

    "Up to 20% discount" has Python's ``% d``, and "100%s" may be meant as one: a space and a digit in front say prose.
    """
    named = plain = 0
    for text in texts:
        for match in pattern.finditer(text):
            kind = match.lastgroup
            if kind is None or (kind == "plain" and match.start() and text[match.start() - 1].isdigit()):
                return False
            named += kind in {"named", "field"}
            plain += kind == "plain"
    # Values go by name or by place, never both.
    return bool(named) != bool(plain)
