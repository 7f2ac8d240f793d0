"""The HTML page of a localised document."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.resources import files
from types import MappingProxyType

import pytest

from l10n_tool.document import AS_IS, Block, Document, Reading, Source, StructureError, Use
from l10n_tool.languages import Language, language
from l10n_tool.outputs import Localised
from l10n_tool.outputs.web_page import render
from pages import DATA, LANGUAGES, Facts, localise, page_of, translations_in

STYLE = files("l10n_tool.outputs").joinpath("templates/page.css").read_text("utf-8")


def _is_golden(name: str, page: str) -> None:
    """Compare a page with the golden one; L10N_TOOL_WRITE_GOLDEN=1 writes it, to be read before it is committed."""
    page = page.replace(STYLE, "/* page.css */\n")
    file = DATA / name
    if os.environ.get("L10N_TOOL_WRITE_GOLDEN"):
        file.write_bytes(page.encode())
    assert page == file.read_bytes().decode()


@pytest.mark.parametrize("code", ["ar", "de", "en", "ja"])
def test_a_page_is_what_it_was(code: str) -> None:
    """Each page equals its golden file: right-to-left, incomplete, the source's own, and without word spaces."""
    page = page_of(localise(code)).html

    _is_golden(f"{code}.html", page)


def test_a_page_says_its_language_and_direction() -> None:
    """Browsers, screen readers and search engines know what they have."""
    arabic, japanese = page_of(localise("ar")), page_of(localise("ja"))

    assert arabic.one("html").attributes == {"lang": "ar", "dir": "rtl"}
    assert japanese.one("html").attributes == {"lang": "ja", "dir": "ltr"}


def test_a_page_names_its_alternates_and_the_default() -> None:
    """Every published language, this one among them, and the source language for everybody else."""
    page = page_of(localise("ar"))

    alternates = {e.attributes["hreflang"]: e.attributes["href"] for e in page.all("link", rel="alternate")}

    assert alternates == {
        "en": "../en/message.html",
        "ar": "../ar/message.html",
        "de": "../de/message.html",
        "ja": "../ja/message.html",
        "x-default": "../en/message.html",
    }


def test_with_a_base_address_search_engines_read_absolute_ones() -> None:
    """Alternates and canonical are absolute; readers' links stay relative, so that a copy of the folder works."""
    page = page_of(replace(localise("de"), base_url="https://example.org/campaign/"))

    assert page.one("link", rel="canonical").attributes["href"] == "https://example.org/campaign/de/message.html"
    assert page.one("meta", property="og:url").attributes["content"].endswith("/campaign/de/message.html")
    assert page.one("link", hreflang="x-default").attributes["href"] == "https://example.org/campaign/en/message.html"
    assert page.one("a", hreflang="ja").attributes["href"] == "../ja/message.html"


def test_pages_in_folders_find_each_other() -> None:
    """Links climb out of every folder, and names are percent-encoded."""
    page = page_of(replace(localise("de"), path="news & more/été?#%/message"))

    href = "../../../ar/news%20%26%20more/%C3%A9t%C3%A9%3F%23%25/message.html"
    assert page.one("a", hreflang="ar").attributes["href"] == href


def test_the_switcher_names_each_language_in_itself() -> None:
    """A reader finds their language without knowing this one; each name has its language and direction."""
    page = page_of(localise("de"))

    links = page.all("a", hreflang="ar") + page.all("a", hreflang="de")
    assert [(e.text, e.attributes.get("aria-current")) for e in links] == [("العربية", None), ("Deutsch", "page")]
    assert links[0].attributes == {"href": "../ar/message.html", "lang": "ar", "hreflang": "ar", "dir": "rtl"}
    assert page.one("nav").attributes == {"aria-label": "Sprachen"}


def test_the_switcher_s_label_is_never_in_a_third_language() -> None:
    """Where we have no word for it, the language's own name stands for the list."""
    page = page_of(replace(localise("de"), language=language("hu"), alternates=(*LANGUAGES, language("hu"))))

    assert page.one("nav").attributes == {"aria-label": "Magyar"}


def test_a_document_in_one_language_has_no_switcher() -> None:
    """A page does not link to itself alone."""
    page = page_of(replace(localise("de"), alternates=(language("de"),)))

    assert not page.all("nav")
    assert not page.all("link")


def test_there_is_no_default_where_the_source_language_is_not_published() -> None:
    """No link leads to a page that does not exist."""
    page = page_of(replace(localise("de"), alternates=(language("de"), language("ar"))))

    assert not page.all("link", hreflang="x-default")


def test_a_page_has_its_title_and_description_where_they_are_looked_for() -> None:
    """Tab, search results, previews and readers see the same words."""
    page = page_of(localise("ja"))

    title, description = "すべての通りに木を", "木を1本植え、二夏のあいだ水をやりましょう。"
    assert (page.one("title").text, page.one("h1").text) == (title, title)
    assert page.one("meta", property="og:title").attributes["content"] == title
    assert page.one("meta", name="description").attributes["content"] == description
    assert page.one("meta", property="og:description").attributes["content"] == description
    assert page.one("p", **{"class": "standfirst"}).text == description


def test_a_body_with_a_title_of_its_own_keeps_it() -> None:
    """There is one heading of the first level, not two."""
    page = page_of(localise("en", "---\ntitle: For the tab\n---\n\n# For readers\n\nText.\n"))

    assert page.one("h1").text == "For readers"
    assert page.one("title").text == "For the tab"


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    """The title comes without its markup, and is not shown twice."""
    page = page_of(localise("de", "Lead.\n\n## *Ways* to help\n", {"*Ways* to help": "*So* helfen Sie"}))

    assert page.one("title").text == "So helfen Sie"
    assert not page.all("h1")
    assert not page.all("header")


def test_without_any_heading_the_name_is_the_title() -> None:
    """A page always has a title, as HTML asks."""
    page = page_of(replace(localise("en", "Only text.\n", name="a.txt"), path="notes/a letter"))

    assert page.one("title").text == "a letter"


@pytest.mark.parametrize(
    ("code", "expected"),
    [("de", "21. März 2026"), ("ja", "2026年3月21日"), ("ar", "21 مارس 2026"), ("fa", "21 مارس 2026")],
)
def test_the_date_is_in_the_reader_s_form(code: str, expected: str) -> None:
    """Readers see their own form; machines see ISO 8601."""
    page = page_of(replace(localise("en"), language=language(code)))

    element = page.one("time")
    assert (element.attributes, element.text) == ({"datetime": "2026-03-21"}, expected)


def test_numbers_and_other_dates_are_in_the_head_in_the_reader_s_form() -> None:
    """They have a key and no word in the reader's language, so no untranslated label is shown."""
    page = page_of(localise("de"))

    values = {name: page.one("meta", name=name).attributes["content"] for name in ("streets", "share", "closes")}
    assert values == {"streets": "12.480", "share": "0,75", "closes": "31. Oktober 2026"}


def test_a_time_of_day_is_shown_with_its_date() -> None:
    """A date with a time keeps both."""
    localised = localise("de")
    moment = datetime(2026, 3, 21, 9, 30, tzinfo=UTC)
    document = replace(localised.document, meta=MappingProxyType({"date": moment, "draft": True}))

    page = page_of(replace(localised, document=document))

    assert page.one("time").attributes == {"datetime": "2026-03-21T09:30:00+00:00"}
    assert page.one("time").text == "21. März 2026, 09:30"
    assert not page.all("meta", name="draft")


def test_what_is_not_translated_is_marked_and_announced() -> None:
    """A page that quietly mixes languages does not exist."""
    page = page_of(localise("de"))

    marked = [e.text for e in page.all("span", lang="en", dir="ltr")]
    assert marked == ["A tree in every street", "A street with trees is quieter.", "Bring a spade."]
    assert page.one("title").attributes == {"lang": "en", "dir": "ltr"}
    assert page.one("p", role="note").text == "Teile dieser Seite sind noch nicht übersetzt."


def test_a_complete_page_announces_nothing() -> None:
    """No notice and no marks on what is done, nor on the source itself."""
    for code in ("ar", "en"):
        page = page_of(localise(code))

        assert not page.all("span")
        assert not page.all("p", role="note")


def test_the_notice_is_marked_where_it_must_be_english() -> None:
    """A language that we have no words for gets the sentence in English, and says so."""
    page = page_of(replace(localise("de"), language=language("hu")))

    assert page.all("span", lang="en")[0].text == "Parts of this page are not translated yet."


def test_a_title_from_an_untranslated_heading_is_marked() -> None:
    """The tab's title has its language too."""
    page = page_of(localise("ar", "## Ways to help\n\nText.\n", {"Text.": "نص."}))

    assert page.one("title").attributes == {"lang": "en", "dir": "ltr"}


HOSTILE = [
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- </style> -->",
    "{{ page.body }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; co",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_is_text_whatever_it_holds(title: str) -> None:
    """Readers see what was written, and nothing of it becomes markup."""
    plain = page_of(localise("ar"))
    known = {**translations_in("ar"), "A tree in every street": title}
    known["Plant one tree, and water it for two summers."] = title

    page = page_of(localise("ar", translations=known))

    assert page.one("title").text == title
    assert page.one("h1").text == title
    assert page.one("meta", name="description").attributes["content"] == title
    assert [e.tag for e in page.elements] == [e.tag for e in plain.elements]
    assert [list(e.attributes) for e in page.elements] == [list(e.attributes) for e in plain.elements]


def test_a_title_cannot_turn_letters_around() -> None:
    """Directional overrides and control characters go; the marks that right-to-left text needs stay."""
    known = {**translations_in("ar"), "A tree in every street": "a\u202egpj.exe\u200f \x07b\n c\u2067d\u2069"}

    page = page_of(localise("ar", translations=known))

    assert page.one("title").text == "agpj.exe\u200f b c\u2067d\u2069"


@dataclass(frozen=True, slots=True)
class Careless:
    """A source format that takes a translation for HTML, as a careless one might."""

    source: Source

    use = Use.FILE

    def read(self, name: str, data: bytes, reading: Reading = AS_IS) -> Document:
        return self.source.read(name, data, reading)

    def write(self, document: Document, translations: Mapping[int, str], target: Language | None = None) -> bytes:
        return self.source.write(document, translations, target)

    def html(
        self, document: Document, translations: Mapping[int, str], missing: str = "", written: bytes | None = None
    ) -> str:
        texts = (translations.get(i, block.text) for i, block in enumerate(document.blocks))
        return "".join(f"<p {missing}>{text}</p>" for text in texts)


def _careless(*blocks: str, translations: Mapping[int, str]) -> Localised:
    localised = localise("de")
    document = Document("a.md", b"", tuple(Block(text, "paragraph", 0, 0, 1 + i) for i, text in enumerate(blocks)))
    return replace(localised, document=document, source=Careless(localised.source), translations=translations)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)">x</a>',
        "<img src=x onerror=alert(1)>",
        '<img src="https://example.net/pixel.gif">',
        "<!-- x -->",
    ],
)
def test_a_translation_brings_in_nothing_active(text: str) -> None:
    """The page refuses what the author did not write, names it, and says in which block it stands."""
    localised = _careless("One.", "Two.", translations={0: "Eins.", 1: text})

    with pytest.raises(StructureError, match="brings in") as caught:
        render(localised)

    assert caught.value.index == 1


def test_the_author_s_own_markup_is_kept() -> None:
    """A source document is trusted: its script runs in every language, and no policy forbids it."""
    script = "<script>own()</script>"
    page = page_of(_careless(script, "Text.", translations={0: script, 1: "Text."}))

    assert script in page.html
    assert not page.all("meta", **{"http-equiv": "Content-Security-Policy"})


def test_a_page_without_scripts_forbids_them() -> None:
    """Should anything slip through, the browser refuses it."""
    policy = page_of(localise("ar")).one("meta", **{"http-equiv": "Content-Security-Policy"})

    assert "script-src 'none'" in policy.attributes["content"]


def _loads(page: Facts) -> list[str]:
    """Return every address that a browser would fetch without being asked."""
    found = [e.attributes[name] for e in page.elements for name in ("src", "srcset", "data") if name in e.attributes]
    found += [e.attributes["href"] for e in page.all("link") if e.attributes["rel"] not in {"alternate", "canonical"}]
    return found + re.findall(r"url\([^)]*\)|@import[^;]*", page.html)


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_a_page_loads_nothing(code: str) -> None:
    """One file is the whole page: no script, no font, no style sheet, no picture from elsewhere."""
    page = page_of(localise(code))

    assert _loads(page) == []
    assert not page.all("script")


def test_every_link_of_the_document_is_kept() -> None:
    """Addresses pass through as the author wrote them."""
    page = page_of(localise("ar"))

    assert page.one("a", href="https://example.org/streets?a=1&b=2").text == "اختاروا شارعًا"


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_text_is_readable_in_every_theme(theme: int) -> None:
    """Contrast is 4.5 to 1 at least, as WCAG 2.2 asks at level AA."""
    themes = [block for block in re.findall(r":root \{[^}]*\}", STYLE) if "--ink" in block]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", themes[theme]))

    for ink in ("ink", "quiet", "accent"):
        for paper in ("paper", "tint"):
            high, low = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, paper)


def test_the_style_sheet_knows_no_left_and_right() -> None:
    """Logical properties only, so that right-to-left is right; code alone always runs from the left."""
    physical = re.findall(r"^.*(?:-left|-right|left:|right:|: left|: right).*$", STYLE, re.MULTILINE)

    assert [line.strip() for line in physical] == ["text-align: left;"]


def test_a_document_needs_no_front_matter() -> None:
    """Plain text gives a page as well."""
    page = page_of(localise("de", "Hello.\n", {"Hello.": "Hallo."}, name="a.txt"))

    assert [e.text for e in page.all("p")] == ["Hallo."]
    assert not page.all("time")
