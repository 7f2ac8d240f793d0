"""What a translation may not bring in: tags, links and hosts, placeholders and control characters its source lacks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Final

from l10n_tool.markup.elements import VOID

__all__ = ["html_tags", "new_characters", "new_links", "refusal", "tag_difference"]

# A tag as a browser reads it (HTML standard, "Tokenization"): a quotation mark counts after "=" only, and what is
# never closed goes on to the end. Every part is possessive and the end of the text closes anything: linear.
_TAG: Final = re.compile(
    r"""
    <!--.*?(?:--!?>|\Z)
  | </?[A-Za-z][^\s/>]*+
    (?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>"'][^\s>]*+)?+)?+)*+>?+
  | <[!?/][^>]*+>?+
    """,
    re.VERBOSE | re.DOTALL,
)
_TAG_NAME: Final = re.compile(r"<(/?)([A-Za-z][^\s/>.]*)")

_HOST: Final = r"(?:\[[^\]\s]*+\]?+)?+[^\s/\\?#\"'<>()\[\]{}|]*+"
_ADDRESS: Final = re.compile(
    rf"(?:https?|ftps?|wss?):(?=\S)[/\\]*+{_HOST}"
    rf"|(?:[a-z][a-z0-9+.-]{{0,19}}:)?[/\\]{{2,}}+{_HOST}"
    r"|(?<![\w.-])www\.[\w.-]++"
    r"|@[\w-]++(?:\.[\w-]++)++"
    r"|mailto:"
    r"|\bdata:[\w.+-]*+[/;,](?=\w)",
    re.IGNORECASE,
)
#: What may stand behind an address in a sentence.
_STOPS: Final = ".,;:!?…'’‘“”«»‹›。、，！？；：）】」』》"
_SCRIPT: Final = re.compile(r"(?:java|live|vb)script\s*+:", re.IGNORECASE)
# What a browser leaves out of an address, and what nobody sees in it.
_UNSEEN: Final = re.compile("[\x00-\x1f\xad\u200b-\u200f\u2060\ufeff]+")
_LINK: Final = re.compile(r"\]\(\s*+[^\s()]*+")

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")

_CONVERSION: Final = r"[-+#0']*+[0-9*]*+(?:\.[0-9*]++)?+(?:hh|h|ll|l|L|q|j|z|t)?+"
_PLACEHOLDER: Final = re.compile(
    rf"""
    \$t\([^()\n]*+\)                                                       # i18next: another string
  | [%$\#]?+(?<!\{{)\{{++[^{{}}\n]*+\}}++                                  # in braces, as many as there are
  | %\([^()%\s]*+\)(?:{_CONVERSION}[a-zA-Z])?+                             # Python, named
  | %<\w++>(?:{_CONVERSION}[a-zA-Z])?+                                     # Ruby, named
  | (?<![0-9%\w])%[A-Za-z_]\w*+%(?![\w%])                                  # Windows, Drupal
  | (?<![0-9%])%(?:[0-9]{{1,2}}\$)?+(?:s|{_CONVERSION}[diouxXeEfFgGcrsaAp@](?![A-Za-z0-9]))   # C, in order
    """,
    re.VERBOSE,
)
_IN_ORDER: Final = re.compile(r"%(?![(<{])(?:([0-9]{1,2})\$)?+(.*[a-zA-Z@])", re.DOTALL)
#: A message of ICU: its branches hold prose in braces, and a language has as many as it has plural forms.
_ICU: Final = re.compile(r"\{\s*+([\w.-]++)\s*+,\s*+(plural|selectordinal|select)\s*+,")

_LONGEST: Final = 80


def refusal(source: str, text: str) -> str:
    """Say what a translation brings in or loses that a program or a browser acts on; nothing if it may stand.

    For texts that may be HTML, Markdown or a format string: tags with all they hold and placeholders are as in the
    source, and no link, scheme, host or control character is there that the source lacks.
    """
    pairs = [(html_tags(source), html_tags(text)), (list(_placeholders(source)), list(_placeholders(text)))]
    nesting = _nesting(*pairs[0])
    if _ICU.search(source):
        # As many times as there are branches, whose number is the language's.
        pairs = [(sorted(set(wanted)), sorted(set(found))) for wanted, found in pairs]
    differences = [_difference(wanted, found) for wanted, found in pairs]
    reasons = (new_characters(source, text), new_links(source, text), *differences, nesting, _braces(source, text))
    return next(filter(None, reasons), "")


def new_characters(source: str, text: str) -> str:
    """Say which control characters or line separators a translation brings in; nothing if none."""
    found = set(_CONTROL.findall(text)) - set(source)
    names = ", ".join(f"U+{ord(character):04X}" for character in sorted(found))
    return f"the translation brings in the control character {names}" if found else ""


def new_links(source: str, text: str) -> str:
    """Say which schemes, hosts or Markdown links a translation brings in; nothing if none."""
    found = set(_links(text)) - set(_links(source))
    return f"the translation brings in {', '.join(map(_shown, sorted(found)))}" if found else ""


def _links(text: str) -> Iterator[str]:
    text = unescape(text)
    for match in _ADDRESS.finditer(text):
        item = match[0].lower()
        if ":" in item or "." in item:
            yield item.rstrip(_STOPS)
    yield from ("".join(item.lower().split()) for item in _SCRIPT.findall(_UNSEEN.sub("", text)))
    yield from ("".join(item.split()) for item in _LINK.findall(text))


def html_tags(text: str) -> list[str]:
    """Return the tags, comments and declarations of a text as a browser reads it, in order."""
    return _TAG.findall(text) if "<" in text else []


def tag_difference(wanted: Sequence[str], found: Sequence[str]) -> str:
    """Say what differs between the tags of a source and of its translation, in number or in nesting."""
    return _difference(wanted, found) or _nesting(wanted, found)


def _nesting(wanted: Sequence[str], found: Sequence[str]) -> str:
    if _loose_ends(wanted) == _loose_ends(found):
        return ""
    return "the tags of the translation do not close one another as in the source"


def _difference(wanted: Iterable[str], found: Iterable[str]) -> str:
    one, other = Counter(wanted), Counter(found)
    if one == other:
        return ""
    sides = (((one - other).elements(), "missing"), ((other - one).elements(), "too much"))
    parts = [(", ".join(map(_shown, sorted(items))), word) for items, word in sides]
    return "the translation has other marks: " + "; ".join(f"{items} {word}" for items, word in parts if items)


def _shown(item: str) -> str:
    return item if len(item) <= _LONGEST else f"{item[: _LONGEST - 1]}…"


def _loose_ends(tags: Iterable[str]) -> Counter[str]:
    """Count the tags that nothing closes or opens."""
    opened: list[str] = []
    loose: Counter[str] = Counter()
    for match in filter(None, map(_TAG_NAME.match, tags)):
        name = match[2].lower()
        if not match[1]:
            opened += [] if name in VOID or match.string.endswith("/>") else [name]
        elif opened and opened[-1] == name:
            opened.pop()
        else:
            loose[f"/{name}"] += 1
    loose.update(opened)
    return loose


def _placeholders(text: str) -> Iterator[str]:
    """Yield the placeholders of a text in one notation: numbered, and without spaces inside braces."""
    if _ICU.search(text):
        yield from (f"{{{match[1]}, {match[2]}}}" for match in _ICU.finditer(text))
        return
    position = 0
    for match in _PLACEHOLDER.finditer(text):
        ordered = _IN_ORDER.fullmatch(match[0])
        if ordered and not match[0].endswith("%"):
            position += not ordered[1]
            yield f"%{ordered[1] or position}${ordered[2]}"
        else:
            yield "".join(match[0].split())


def _braces(source: str, text: str) -> str:
    if not _ICU.search(source) or text.count("{") == text.count("}"):
        return ""
    return "the braces of the translation do not close one another"
