"""Writing a message as Markdown whose paragraphs read exactly as the text they were made of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import yaml

from l10n_tool.captures.blocks import clean
from l10n_tool.captures.inline import write_heading, write_paragraph
from l10n_tool.captures.model import AS_TEXT, Form, Message, Part

__all__ = ["to_markdown"]

# Plain YAML could hold these inside a text; an editor's eye and a simpler reader are safer with quotes.
_QUOTED_ANYWAY: Final = frozenset("\"'#")
_NO_FOLDING: Final = 1 << 30
# The title stands in the front matter as the heading of the first level.
_HIGHEST: Final = 2


def to_markdown(message: Message) -> str:
    """Write a message as a Markdown document with the title in the front matter, if there is one.

    Read as CommonMark, each paragraph gives back the text of its part with the white space tidied, and the
    signature gives its lines, parted by hard breaks. A part with a form is a heading, a list item or a quotation.
    """
    title = clean(message.title.text) if message.title else ""
    front_matter = f"---\ntitle: {_yaml_scalar(title)}\n---\n\n" if title else ""
    return f"{front_matter}{_joined(list(_blocks(message)))}\n"


def _blocks(message: Message) -> Iterator[tuple[Form, str]]:
    """Give each block with its form, as the lines it has outside of lists and quotations."""
    above = [replace(message.dateline, form=AS_TEXT)] if message.dateline else []
    for part in (*above, *message.lead, *message.body):
        yield from _block([part], part.form)
    yield from _block(message.signature, AS_TEXT)
    for part in message.note:
        yield from _block([part], part.form)


def _block(parts: Sequence[Part], form: Form) -> Iterator[tuple[Form, str]]:
    tidy = [part for part in parts if clean(part.text)]
    if not tidy:
        return
    if form.heading:
        yield form, write_heading(tidy[0], max(form.heading, _HIGHEST))
    else:
        yield form, write_paragraph(tidy)


def _joined(blocks: Sequence[tuple[Form, str]]) -> str:
    """Put blocks below one another: the items of one list without a blank line, what is quoted behind a mark."""
    written = list(_in_lists(blocks))
    pieces = written[:1]
    for (above, below), text in zip(pairwise(form for form, _ in blocks), written[1:], strict=True):
        tight = above.level and below.level and below.first and above.quoted == below.quoted
        blank = "\n>\n" if above.quoted and below.quoted else "\n\n"
        pieces += ("\n" if tight else blank, text)
    return "".join(pieces)


def _in_lists(blocks: Sequence[tuple[Form, str]]) -> Iterator[str]:
    """Give each block as it stands in the lists and quotations around it."""
    indents: list[int] = []
    for form, text in blocks:
        level = min(form.level, len(indents) + 1)
        if not form.level or form.heading:
            indents = []
            yield _quoted(text, form)
            continue
        margin = sum(indents[: level - 1])
        marker = f"{form.number}. " if form.number else "- "
        if form.first or level > len(indents):
            indents = [*indents[: level - 1], len(marker)]
            lines = f"{marker}{text}".split("\n")
        else:
            lines = f"{' ' * indents[level - 1]}{text}".split("\n")
        yield _quoted("\n".join(" " * margin + line for line in lines), form)


def _quoted(text: str, form: Form) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n")) if form.quoted else text


def _yaml_scalar(text: str) -> str:
    """Write a text as a YAML scalar: plain where that reads back as the same text, else in double quotes."""
    plain = _dump(text, style=None)
    if plain == text and _QUOTED_ANYWAY.isdisjoint(text):
        return text
    return _dump(text, style='"')


def _dump(text: str, style: str | None) -> str:
    dumped = yaml.safe_dump(text, default_style=style, allow_unicode=True, width=_NO_FOLDING)
    return dumped.removesuffix("\n").removesuffix("\n...")
