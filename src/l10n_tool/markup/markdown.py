"""Inline Markdown: what a text is made of besides its words, and how to keep words from becoming markup."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import pyromark

from l10n_tool.markup.elements import VOID

__all__ = [
    "HARD_BREAK", "OPTIONS", "SPACE", "escape_line_starts", "inline_item", "inline_items", "is_one_paragraph",
    "kept_as_is", "label_of", "names", "skeleton",
]  # fmt: skip

#: The dialect of every Markdown document: CommonMark with GitHub's tables, footnotes, strikethrough and task lists,
#: definition lists, and front matter in YAML or TOML.
OPTIONS: Final = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)

#: How a hard line break stands in a msgid, whichever way the author wrote it: the only newline that a text has.
HARD_BREAK: Final = "\\\n"

#: What Markdown takes for space around a text; a no-break space is a character like any other.
SPACE: Final = " \t\r\n"

# What begins another block at the start of a line (CommonMark 0.31, chapters 4 and 5); the group is what to escape.
_BLOCK_STARTS: Final = re.compile(
    r"""
      ()(?:\#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|`{3,}[^`]*$|~{3}|<|\[(?:[^\]\\]|\\.)*\]:|\[[ xX]\](?:\s|$)|\||:)
    | ()(?:=+|-+|\+{3}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})\s*$
    | ()(?=[|:\-\ ]+$)[|:\ ]*-
    | ([0-9]{1,9})[.)](?:\s|$)
    """,
    re.VERBOSE,
)
# Words that begin no block and leave the marks after them as they are.
_GUARD: Final = ". "
# The white space of a line that has nothing else belongs to the break at its end.
_LINE_BREAK: Final = re.compile(r"(?:\\|(?<![ \t])[ \t]*)(?:\r\n?|\n)(?:[ \t]*+(?![\r\n]))?")
_FOOTNOTE: Final = re.compile(r"\[\^([^\[\]\s]{1,100})\]")
_KEPT: Final = re.compile(
    r"<([A-Za-z][A-Za-z0-9-]*)(?=\s)[^<>]*?\stranslate\s*=\s*(?:no\b|'no'|\"no\")[^<>]*>", re.IGNORECASE
)
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^>]*?(/?)>", re.DOTALL)
# One attribute of a tag; whoever goes through all of them in order does not take a value for one.
_ATTRIBUTE: Final = re.compile(r"(\s+)([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
_FOR_READERS: Final = frozenset({"alt", "aria-label", "placeholder", "title"})


def skeleton(text: str) -> Counter[str]:
    """Count what a text holds besides words: emphasis, links by target, images, code, tags, footnotes, breaks.

    Two texts of one skeleton can stand for each other without changing the structure of a document. It is that of
    the text inside a line, so that nothing at its start is taken for a list, a heading or a block of HTML. A link has
    a title or none: the words of a title may differ, as may those of the attributes of a tag that readers see. What the
    author marks with translate="no" counts by its text.
    """
    lines = (f"{_GUARD}{line}" for line in _LINE_BREAK.split(text.strip(SPACE)))
    events = pyromark.events(
        _with_footnotes(HARD_BREAK.join(lines)), options=OPTIONS, broken_link_callback=_known_elsewhere
    )
    return Counter(inline_items(events)) + kept_as_is(text)


def _with_footnotes(text: str) -> str:
    """Add the definitions of a text's footnotes, which stand elsewhere: without one a reference is mere text."""
    labels = dict.fromkeys(_FOOTNOTE.findall(text))
    return text + "".join(f"\n\n[^{label}]: note" for label in labels)


def _known_elsewhere(link: Mapping[str, Any]) -> tuple[str, str] | None:
    """Take [text][label] and [label][] for links: their definition stands elsewhere in the document."""
    if str(link.get("link_type", "")).startswith(("Reference", "Collapsed")):
        return f"[{label_of(link['reference'])}]", ""
    return None


def label_of(text: str) -> str:
    """Return a link's label as Markdown compares it: in any case of letters, and with any white space."""
    return " ".join(text.split()).casefold()


def kept_as_is(text: str) -> Counter[str]:
    """Count the spans that the author marks with translate="no", from the tag to its end."""
    found: Counter[str] = Counter()
    unclosed: set[str] = set()
    at = 0
    while "translate" in text and (match := _KEPT.search(text, at)):
        name = match[1].lower()
        end = -1 if name in unclosed else _end_of(text, name, match.end())
        if end < 0:
            unclosed.add(name)
        at = max(end, match.end())
        found[f"kept {text[match.start() : at]}"] += 1
    return found


def _end_of(text: str, name: str, at: int) -> int:
    """Return where the element ends whose first tag ends here, or -1."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b[^<>]*>", re.IGNORECASE).finditer(text, at):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return -1


def names(event: object) -> tuple[str, Any]:
    """Return the event's name, with what it holds: ("Start", …), ("Text", "…"), ("SoftBreak", None)."""
    if isinstance(event, str):
        return event, None
    if isinstance(event, dict):
        name, value = next(iter(event.items()))
        return str(name), value
    return "", None


def inline_items(events: Iterable[object]) -> Iterator[str]:
    """Yield what counts in a skeleton: each event's item, and each tag that is not paired inside its span."""
    spans = [_Span()]
    for event in events:
        item = inline_item(event)
        if item:
            yield item
        name, value = names(event)
        if name == "Start":
            spans.append(_Span())
        elif name == "End" and len(spans) > 1:
            yield from spans.pop().close()
        elif name == "InlineHtml":
            yield from spans[-1].take(str(value))
    for span in spans:
        yield from span.close()


class _Span:
    """The tags that stand open in one span of emphasis or one link, or outside of any."""

    def __init__(self) -> None:
        self._opened: list[str] = []
        self._names: Counter[str] = Counter()

    def take(self, markup: str) -> Iterator[str]:
        """Take one tag: an end tag closes the tags since its start."""
        match = _TAG.match(markup)
        if not match or match[3] or match[2].lower() in VOID:
            return
        name = match[2].lower()
        if not match[1]:
            self._opened.append(name)
            self._names[name] += 1
        elif self._names[name]:
            yield from self.close(name)
        else:
            yield f"</{name}> without its start"

    def close(self, until: str = "") -> Iterator[str]:
        """Close the tags down to this one, or all; yield those that are cut off."""
        while self._opened and (name := self._opened.pop()) != until:
            self._names[name] -= 1
            yield f"<{name}> without its end"
        self._names[until] -= bool(until)


def inline_item(event: object) -> str:
    """Return what counts in a skeleton, in a few words; an empty text for words and for blocks."""
    name, value = names(event)
    if name == "Start":
        return _span(value)
    if name == "Code":
        return f"code `{' '.join(str(value).split())}`"
    if name == "InlineHtml":
        # A tag may go over two lines in the source; unfolded it is the same tag.
        return f"tag {_ATTRIBUTE.sub(_without_words, ' '.join(str(value).split()))}"
    if name == "Html":
        return f"block tag {str(value).strip()}"
    if name == "FootnoteReference":
        return f"footnote [^{value}]"
    return {"HardBreak": "line break", "Rule": "rule"}.get(name, "")


def _without_words(attribute: re.Match[str]) -> str:
    """Return an attribute without its text, where that is one for readers."""
    before, name, value = attribute.groups()
    if name.lower() not in _FOR_READERS or not value or not value.strip("\"' "):
        return attribute[0]
    return f'{before}{name}="…"'


def _span(value: object) -> str:
    name, inner = names(value)
    if name in {"Link", "Image"}:
        kind = "link to" if name == "Link" else "image"
        return f"{kind} {inner['dest_url']}{' with a title' if inner['title'] else ''}"
    return _SPANS.get(name, name.lower())


_SPANS: Final = {
    "Strong": "bold", "Emphasis": "emphasis", "Strikethrough": "strikethrough", "Paragraph": "",
    "FootnoteDefinition": "",
}  # fmt: skip


def escape_line_starts(text: str) -> str:
    r"""Escape what would start another block, so that each line is text; line breaks come out as HARD_BREAK.

    What needs no escape is left alone, so escaping twice is escaping once. White space at the ends of lines goes.
    """
    text = text.strip(SPACE)
    if "\n" not in text and "\r" not in text:
        return _escape_line(text)
    return HARD_BREAK.join(map(_escape_line, _LINE_BREAK.split(text)))


def _escape_line(line: str) -> str:
    match = _BLOCK_STARTS.match(line)
    if not match:
        return line
    if line.startswith("<") and is_one_paragraph(line):
        return line
    if match[4]:
        return f"{match[4]}\\{line[len(match[4]) :]}"
    return "\\" + line


def is_one_paragraph(text: str) -> bool:
    """Whether Markdown takes all of a text for one paragraph."""
    depth = blocks = 0
    for event in pyromark.events(text, options=OPTIONS, broken_link_callback=_known_elsewhere):
        name, value = names(event)
        if name == "Start":
            if depth == 0:
                blocks += 1
                if names(value)[0] != "Paragraph":
                    return False
            depth += 1
        elif name == "End":
            depth -= 1
        elif depth == 0:
            return False
    return blocks == 1
