"""What of a catalogue goes into its MO file: the messages that the gate lets pass, and a header for programs."""

from typing import TYPE_CHECKING, NamedTuple

from l10n_tool.catalogue.mo import Both, Message, format_messages, in_turn, message, message_of
from l10n_tool.catalogue.mo_header import mo_header
from l10n_tool.catalogue.model import parse_headers
from l10n_tool.catalogue.plain import Sorted, sort_catalogue
from l10n_tool.catalogue.plural_expressions import PluralFormsError
from l10n_tool.errors import FileError, Place
from l10n_tool.workflow.unsafe import brings_in

if TYPE_CHECKING:
    from l10n_tool.catalogue import Entry
    from l10n_tool.workflow.targets import Target

__all__ = ["Published", "publish"]


class Published(NamedTuple):
    """An MO file: how many messages are in it beside the header, and how many entries stayed out.

    ``unsafe`` are those of the latter whose translation brings in what would run in a browser.
    """

    data: bytes
    locale: str
    published: int
    left_out: int
    unsafe: int


def publish(target: "Target", data: bytes, name: str, both: Both = in_turn) -> Published:
    """Return the MO file called ``name`` of a catalogue's bytes. Raises FileError."""
    found, charset = sort_catalogue(data, target.name)
    header = found.header
    text = header.msgstr[0] if header else ""
    locale = target.language(parse_headers(text).get("Language", ""))
    messages, unsafe = _passing(found, locale, own=bool(target.domain))
    plurals = any(b"\0" in original for original, _ in messages)
    try:
        head = mo_header(text, charset, plurals=plurals)
    except PluralFormsError as error:
        raise _unusable(error, target, header, locale) from None
    count = len(found.untranslated) + len(found.translated) + len(found.others) - (header is not None)
    passing = len(messages)
    mo = format_messages([(b"", head.encode()), *messages], name, both)
    return Published(mo, locale, passing, count - passing, unsafe)


def _passing(found: Sorted, locale: str, *, own: bool) -> tuple[list[Message], int]:
    """Return the messages that may be published, and how many are held back because they are not safe."""
    passing: list[Message] = []
    unsafe = 0
    for plain in found.translated:
        # A person's text without a word of ours: only what it may bring in can hold it back. Most have no sign of it.
        _, context, msgid, text = plain
        signs = "<" in text or "&" in text or ":" in text or "@" in text or "www." in text
        if signs and brings_in(found.entry(plain), locale, own=own):
            unsafe += 1
        else:
            passing.append(message(context, msgid, text))
    for entry in found.others:
        if entry.is_header or not _may_publish(entry):
            continue
        if brings_in(entry, locale, own=own):
            unsafe += 1
        else:
            passing.append(message_of(entry))
    return passing, unsafe


def _may_publish(entry: "Entry") -> bool:
    from l10n_tool.gate import may_publish

    return may_publish(entry)


def _unusable(error: PluralFormsError, target: "Target", header: "Entry | None", locale: str) -> FileError:
    """Return what is said of plural forms that no program could use, which msgfmt -c refuses too."""
    line = _line_of(header, "Plural-Forms") if header else 0
    remedy = f"Write the plural forms of {locale or 'the language'} in the header: l10n-tool explain plural-header."
    return FileError(f"Plural-Forms: {error}", place=Place(target.name, line), remedy=remedy)


def _line_of(header: "Entry", field: str) -> int:
    """Return the line that a field of the header stands in, or that of the header."""
    raw = header.raw or ""
    start, at = raw.find("msgid"), raw.find(field)
    return header.line + (raw.count("\n", start, at) if at > start else 0)
