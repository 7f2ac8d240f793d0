"""Inline Markdown: what a text is made of besides its words, and how to keep words from becoming markup."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyromark

__all__ = ["HARD_BREAK", "OPTIONS", "escape_line_starts", "inline_item", "is_one_paragraph", "names", "skeleton"]

#: The dialect of every Markdown document: CommonMark with GitHub's tables, footnotes, strikethrough and task lists.
OPTIONS: Final = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)

#: How a hard line break stands in a msgid, whichever way the author wrote it: the only newline that a text has.
HARD_BREAK: Final = "\\\n"

# What begins another block at the start of a line (CommonMark 0.31, chapters 4 and 5); the group is what to escape.
_BLOCK_STARTS: Final = re.compile(
    r"""
      ()(?:\#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|`{3}|~{3}|<|\[[^\]]*\]:|\[[ xX]\](?:\s|$)|\|)
    | ()(?:=+|-+|(?:[-_*][ \t]*){3,})\s*$
    | ()[|:\-\ ]*-[|:\-\ ]*$
    | ([0-9]{1,9})[.)](?:\s|$)
    """,
    re.VERBOSE,
)
# Words that begin no block and leave the marks after them as they are.
_GUARD: Final = ". "
_LINE_BREAK: Final = re.compile(r"(?:\\|[ \t]*)\r?\n[ \t]*")
_FOOTNOTE: Final = re.compile(r"\[\^([^\[\]\s]{1,100})\]")


def skeleton(text: str) -> Counter[str]:
    """Count what a text holds besides words: emphasis, links by target, images, code, tags, footnotes, breaks.

    Two texts of one skeleton can stand for each other without changing the structure of a document. It is that of
    the text inside a line, so that nothing at its start is taken for a list, a heading or a block of HTML.
    """
    lines = (f"{_GUARD}{line}" for line in _LINE_BREAK.split(text.strip()))
    found: Counter[str] = Counter()
    for event, _ in _events(HARD_BREAK.join(lines)):
        item = inline_item(event)
        if item:
            found[item] += 1
    return found


def _events(text: str) -> Iterator[tuple[Any, Any]]:
    return iter(pyromark.events_with_range(text, options=OPTIONS, broken_link_callback=_known_elsewhere))


def _with_footnotes(text: str) -> str:
    """Add the definitions of a text's footnotes, which stand elsewhere: without one a reference is mere text."""
    labels = dict.fromkeys(_FOOTNOTE.findall(text))
    return text + "".join(f"\n\n[^{label}]: note" for label in labels)


def _known_elsewhere(link: Mapping[str, Any]) -> tuple[str, str] | None:
    """Take [text][label] and [label][] for links: their definition stands elsewhere in the document."""
    if str(link.get("link_type", "")).startswith(("Reference", "Collapsed")):
        return f"[{link['reference']}]", ""
    return None


def names(event: object) -> tuple[str, Any]:
    """Return the event's name, with what it holds: ("Start", …), ("Text", "…"), ("SoftBreak", None)."""
    if isinstance(event, str):
        return event, None
    if isinstance(event, dict):
        name, value = next(iter(event.items()))
        return str(name), value
    return "", None


def inline_item(event: object) -> str:
    """Return what counts in a skeleton, in a few words; an empty text for words and for blocks."""
    name, value = names(event)
    if name == "Start":
        return _span(value)
    if name == "Code":
        return f"code `{value}`"
    if name == "InlineHtml":
        # A tag may go over two lines in the source; unfolded it is the same tag.
        return f"tag {' '.join(str(value).split())}"
    if name == "Html":
        return f"block tag {str(value).strip()}"
    if name == "FootnoteReference":
        return f"footnote [^{value}]"
    return {"HardBreak": "line break", "Rule": "rule"}.get(name, "")


def _span(value: object) -> str:
    name, inner = names(value)
    if name == "Link":
        return f"link to {inner['dest_url']}" + (f' titled "{inner["title"]}"' if inner["title"] else "")
    if name == "Image":
        return f"image {inner['dest_url']}"
    known = {"Strong": "bold", "Emphasis": "emphasis", "Strikethrough": "strikethrough", "Paragraph": ""}
    return known.get(name, name.lower())


def escape_line_starts(text: str) -> str:
    r"""Escape what would start another block, so that each line is text; line breaks come out as HARD_BREAK.

    What needs no escape is left alone. White space at the ends of lines goes.
    """
    lines = (_escape_line(line) for line in _LINE_BREAK.split(text.strip()))
    return HARD_BREAK.join(lines)


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
    for event, _ in _events(text):
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
