"""The tokens of HTML, with the place of each.

The standard library's tokenizer finds them. It is given the text with what it reads otherwise than browsers do masked,
character by character, so that its versions agree with one another; the places hold for the text itself.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from html.parser import HTMLParser
from typing import Final, NamedTuple

from l10n_tool.markup.elements import VOID

__all__ = ["RAW", "Token", "What", "spaces_folded", "tokens_of"]

#: Elements in which a tag is text.
RAW: Final = frozenset(
    ["iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"],
)


class What(StrEnum):
    """What a token is: EMPTY is the tag of an element that holds nothing, OTHER a declaration or a broken tag."""

    START = "start tag"
    END = "end tag"
    EMPTY = "empty"
    TEXT = "text"
    COMMENT = "comment"
    OTHER = "other"
    UNFINISHED = "unfinished"


class Token(NamedTuple):
    """A token; ``start`` and ``end`` are characters, names are in lower case.

    A tuple, because a page has tens of thousands of them. The values of ``attributes`` serve to compare with plain
    words only: what is not ASCII in them is masked.
    """

    what: What
    start: int
    end: int
    name: str = ""
    attributes: Sequence[tuple[str, str | None]] = ()


def tokens_of(html: str, *, xml: bool = False) -> list[Token]:
    """Return the tokens of a text in order; their ranges follow one another and cover it.

    A construct that does not end makes the rest of the text one UNFINISHED token. In XML ``<p/>`` is an empty
    element, in HTML a start tag. Never raises.
    """
    return _Tokenizer(html, xml=xml).found


def spaces_folded(text: str) -> str:
    """Return a text with each run of HTML's white space as one space."""
    return _SPACES.sub(" ", text)


# A single space needs no change.
_SPACES: Final = re.compile("(?: ?[\t\n\f\r]|  )[ \t\n\f\r]*")
# Before another character than an ASCII letter, "/", "!" or "?" it is text (HTML standard, "Tag open state").
_LITERAL: Final = re.compile("<(?=[^\0-\x7f])")
# Characters that Python counts as space or as the end of a name, and the beginning of a character reference.
_MASKED: Final = dict.fromkeys(map(ord, "&\0\x0b\x1c\x1d\x1e\x1f"), "*")
_COMMENT_END: Final = re.compile("--!?>")


def _masked(html: str) -> str:
    ascii_only = _LITERAL.sub("*", html).encode("ascii", "replace").decode("ascii")
    # Outside of foreign elements "<![" begins a comment that ends at the next ">".
    return ascii_only.translate(_MASKED).replace("<![", "<!*")


class _Tokenizer(HTMLParser):
    """Takes the standard library's events. All is fed at once and nothing is closed, so nothing is read twice."""

    def __init__(self, html: str, *, xml: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Token] = []
        self._xml = xml
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._raw = False
        self.feed(_masked(html))
        self._end_at(self._here())
        self._rest(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._add(What.EMPTY, len(self.get_starttag_text() or ""), tag, attrs)
            return
        self._add(What.START, len(self.get_starttag_text() or ""), tag, attrs)
        if tag in RAW:
            self._raw = True
            self.set_cdata_mode(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._xml:
            self._add(What.EMPTY, len(self.get_starttag_text() or ""), tag, attrs)
        else:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._raw = False
        start = self._here()
        # "</ b>" is a comment.
        what = What.END if self.rawdata[start + 2].isalpha() else What.COMMENT
        self._add(what, self.rawdata.index(">", start) + 1 - start, tag)

    def handle_data(self, data: str) -> None:
        # What begins as a tag and is none a browser repairs in its own way.
        broken = data[0] == "<" and len(data) > 1 and not self._raw
        self._add(What.OTHER if broken else What.TEXT, len(data))

    def handle_comment(self, data: str) -> None:
        self._add(What.COMMENT, 0)

    def handle_decl(self, decl: str) -> None:
        self._add(What.OTHER, 0)

    def handle_pi(self, data: str) -> None:
        self._add(What.OTHER, 0)

    def unknown_decl(self, data: str) -> None:
        self._add(What.OTHER, 0)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Return where the comment ends, as browsers see it (HTML standard, "Comment start state")."""
        if self.rawdata.startswith((">", "->"), i + 4):
            end = self.rawdata.index(">", i) + 1
        else:
            match = _COMMENT_END.search(self.rawdata, i + 4)
            if match is None:
                return -1
            end = match.end()
        if report:
            self.handle_comment("")
        return end

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, what: What, length: int, name: str = "", attributes: Sequence[tuple[str, str | None]] = ()) -> None:
        """Take a token of a known length, or with 0 one that ends where the next begins."""
        start = self._here()
        self._end_at(start)
        self.found.append(Token(what, start, start + length, name, attributes))

    def _end_at(self, start: int) -> None:
        """End the last token here; what no event told of stands between."""
        last = self.found[-1] if self.found else Token(What.OTHER, 0, 0)
        if last.end == start:
            return
        if last.end == last.start and self.found:
            self.found[-1] = last._replace(end=start)
        else:
            self.found.append(Token(What.OTHER, last.end, start))

    def _rest(self, html: str) -> None:
        start = self.found[-1].end if self.found else 0
        if start < len(html):
            what = What.TEXT if html[start:] == "<" else What.UNFINISHED
            self.found.append(Token(what, start, len(html)))
