"""One self-contained HTML page: no script, and nothing that is fetched from elsewhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from l10n_tool.document import Prose, StructureError
from l10n_tool.languages import Language
from l10n_tool.outputs.body import Body, read_body
from l10n_tool.outputs.model import Localised
from l10n_tool.outputs.words import notice_in, words_in

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render"]

# RFC 3986, 2.3: what may stand in a path as it is; the slash parts its segments.
_UNRESERVED: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
# Directional overrides turn the letters around whatever they are; no prose needs them, and a title with one can
# pass for another. Control characters are not allowed in HTML at all.
_NOT_IN_A_LINE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e]")
#: The date that readers see; every other value of the front matter goes into the head.
_PUBLISHED: Final = "date"


@dataclass(frozen=True, slots=True)
class _Text:
    """A line of plain text; ``lang`` and ``dir`` are empty where they are the page's own."""

    text: str
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class _Link:
    """A page of this document in one language; ``address`` is for search engines, ``href`` for readers."""

    lang: str
    dir: str
    name: str
    href: str
    address: str
    locale: str
    current: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """All that the template shows, in the order of its appearance."""

    lang: str
    dir: str
    locale: str
    inert: bool
    title: _Text
    heading: _Text | None
    description: _Text | None
    standfirst: _Text | None
    date: tuple[str, str] | None
    values: tuple[tuple[str, str], ...]
    links: tuple[_Link, ...]
    default: str
    canonical: str
    switcher: str
    notice: _Text | None
    body: str


def render(localised: Localised) -> Mapping[str, bytes]:
    """Return the page as ``<path>.html``, of a source that is prose.

    The page holds no script, event handler or address that the source document does not have: a translation that
    brings one in raises StructureError. The same document gives the same bytes.
    """
    if not isinstance(localised.source, Prose):
        return {}
    html = _template().render(page=_page(localised, localised.source))
    return {f"{localised.path}.html": html.encode()}


@cache  # Compiling the template takes longer than filling it in, and every page uses the same one.
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("l10n_tool.outputs", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")


def _page(localised: Localised, source: Prose) -> _Page:
    language = localised.language
    html, body, trusted = _body(localised, source)
    front_title = _front_matter(localised, "title")
    # A page in one language alone has no others to name.
    others = localised.alternates if len(localised.alternates) > 1 else ()
    links = tuple(_link(localised, other) for other in others)
    published = localised.document.meta.get(_PUBLISHED)
    words = words_in(language)
    return _Page(
        lang=language.tag,
        dir=language.direction,
        locale=_open_graph(language),
        inert=not trusted.active,
        title=front_title or _title_of(body, localised),
        heading=None if body.titled else front_title,
        description=_front_matter(localised, "description", "summary", "subtitle"),
        standfirst=_front_matter(localised, "subtitle", "description", "summary"),
        date=(published.isoformat(), _in_words(language, published)) if isinstance(published, date) else None,
        values=tuple(_values(localised)),
        links=links,
        default=_default(localised, links),
        canonical=_address(localised, language) if localised.base_url else "",
        switcher=words.languages if words else language.own_name,
        notice=_notice(language) if localised.missing else None,
        body=html.rstrip(),
    )


def _body(localised: Localised, source: Prose) -> tuple[str, Body, Body]:
    """Return the body's HTML, what it holds, and what the author's own holds."""
    document = localised.document
    foreign = localised.source_language
    mark = f'lang="{foreign.tag}" dir="{foreign.direction}"' if localised.missing else ""
    html = source.html(document, localised.translations, mark, localised.data)
    body = read_body(html)
    # Where nothing is active, the author's own body has nothing to vouch for.
    trusted = read_body(source.html(document, {})) if body.active else body
    if body.active - trusted.active:
        raise _intrusion(localised, source, trusted)
    return html, body, trusted


def _intrusion(localised: Localised, source: Prose, trusted: Body) -> StructureError:
    """Find the block whose translation brings in what the author's document does not have."""
    document = localised.document
    for index, text in localised.translations.items():
        found = read_body(source.html(document, {index: text})).active - trusted.active
        if found:
            message = f"the translation brings in {', '.join(sorted(found))}, which the source does not have"
            return StructureError(document, index, message)
    message = "the translations together bring in a script or an address that the source does not have"
    return StructureError(document, min(localised.translations), message)


def _front_matter(localised: Localised, *kinds: str) -> _Text | None:
    """Return the first of these values of the front matter; in the source language, and marked so, if it must be."""
    for kind in kinds:
        for index, block in enumerate(localised.document.blocks):
            if block.kind == kind and block.style.startswith("front-matter"):
                text = _Text(_line(localised.translations.get(index, block.text)))
                return _foreign(text, localised.source_language) if index in localised.missing else text
    return None


def _title_of(body: Body, localised: Localised) -> _Text:
    """Return the title of a document that names none: its first heading, or its name."""
    text = _Text(_line(body.heading) or localised.path.rpartition("/")[2])
    return _foreign(text, localised.source_language) if body.foreign else text


def _foreign(text: _Text, language: Language) -> _Text:
    return _Text(text.text, language.tag, language.direction)


def _line(text: str) -> str:
    return " ".join(_NOT_IN_A_LINE.sub("", text).split())


def _notice(language: Language) -> _Text:
    text, spoken = notice_in(language)
    return _Text(text) if spoken == language else _foreign(_Text(text), spoken)


def _values(localised: Localised) -> Iterator[tuple[str, str]]:
    """Yield the dates and numbers of the front matter in the locale's form.

    They have a key but no word that a reader could be shown, so the page carries them in its head.
    """
    for key, value in localised.document.meta.items():
        if key != _PUBLISHED and isinstance(value, date | int | float) and not isinstance(value, bool):
            yield key, _in_words(localised.language, value)


def _in_words(language: Language, value: date | float) -> str:
    if isinstance(value, datetime):
        return language.datetime(value)
    return language.date(value) if isinstance(value, date) else language.number(value)


def _link(localised: Localised, language: Language) -> _Link:
    return _Link(
        lang=language.tag,
        dir=language.direction,
        name=language.own_name,
        href=_relative(localised, language),
        address=_address(localised, language),
        locale=_open_graph(language),
        current=language == localised.language,
    )


def _default(localised: Localised, links: tuple[_Link, ...]) -> str:
    """Return the address for readers of any other language: the source document, where it is published."""
    return next((link.address for link in links if link.lang == localised.source_language.tag), "")


def _relative(localised: Localised, language: Language) -> str:
    """Return the way from this page to the one in another language, as they stand in the build folder."""
    return "../" * (localised.path.count("/") + 1) + _place(localised, language)


def _address(localised: Localised, language: Language) -> str:
    if not localised.base_url:
        return _relative(localised, language)
    return f"{localised.base_url.rstrip('/')}/{_place(localised, language)}"


def _place(localised: Localised, language: Language) -> str:
    path = f"{language.tag}/{localised.path}.html"
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in path.encode())


def _open_graph(language: Language) -> str:
    return language.tag.replace("-", "_")
