"""No text breaks a check, and no text makes one slow."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import CHECKS, check_catalogue
from l10n_tool.facts.numerals import match_numerals, numerals

PIECES = st.sampled_from(
    [
        *[
            "%",
            "%s",
            "%1$d",
            "%(a)s",
            "{",
            "}",
            "{a}",
            "{{",
            "x",
            "}}",
            "{a,plural,",
            "${b}",
            "<",
            ">",
            "<b>",
            "</b>",
        ],
        *[
            "<a",
            "href=",
            "javascript:",
            "[",
            "]",
            "](",
            ")",
            "`",
            "```",
            "*",
            "**",
            "_",
            "\\",
            "\n",
            "~",
            "!",
            "|",
            "#",
        ],
        *[
            "1",
            "12",
            "1.2",
            "3,5",
            "13.02.17",
            "4万8",
            "١٢",
            "½",
            "XX",
            "8 May 2008",
            "1990s",
            "50",
            "٪",
            "17:58",
            "十",
        ],
        *[
            "https://",
            "http://a@b.c/",
            "a@b.c",
            "www.",
            "…",
            "...",
            ".",
            "?",
            ";",
            ":",
            "։",
            "。",
            "؟",
            "&#106;",
            "-",
        ],
        *[
            "\ufffc",
            "\u202e",
            "\x1b",
            "\t",
            "\u00a0",
            "l10n-draft:",
            "l10n-approved: sig=",
            "million",
            "a",
            "@",
            " ",
        ],
    ]
)
PHRASES = st.lists(PIECES, max_size=12)
TEXTS = st.one_of(st.text(max_size=60), PHRASES.map("".join), PHRASES.map(" ".join))
LOCALES = st.sampled_from(
    ["ar", "az", "de", "el", "es", "fa", "fr", "hi", "hy", "ja", "ru", "th", "tr", "zh_Hans", "", "xx"]
)
FLAGS = st.lists(
    st.sampled_from(["fuzzy", "c-format", "python-format", "python-brace-format", "kde-format"]), max_size=2
)
#: Characters of the shorter text; the longer one has four times as many, and a quadratic check needs 16 times as long.
SHORT = 2_500
#: What is done in less time than this is fast enough to be measured badly.
SECONDS = 0.5

ATTACKS = [
    *[
        "Pelé. ",
        "Mozart’s ",
        "Elena Rossi ",
        "University of Köln ",
        "“The Nutcracker” ",
        "Zürichx",
        "Танжер ",
        "ナイロビ",
    ],
    *["%", "%1$0", "%(", "%(a", "{", "{{", "{a.", "{a[", "{a:", "{%", "${", "{a,plural,", "5%", "% 5", "0"],
    *[
        "<a ",
        "<",
        "</",
        "<a on",
        "[",
        "](",
        "![",
        "](a(",
        "[^a",
        "`",
        "``a",
        "*",
        "**a",
        "_a",
        "~",
        "\\",
        "\n",
    ],
    *[
        "a@",
        "@",
        "a.",
        "http://",
        "https://a.",
        "www.",
        "&#1",
        "&",
        "javascript",
        "java\t",
        "j a v a ",
        "data:",
        ")",
    ],
    *[
        "1",
        "1,",
        "1.",
        "1 234 ",
        "1 ",
        "1,234",
        "٣",
        "½",
        "I",
        "XIV ",
        "十",
        "万",
        "4万8",
        "1990s ",
        "8 May ",
        "5 pm ",
    ],
    *["12 million ", "5:", "one ", "twenty ", "\u200b", '"', "...", "。", " ", "a", "l10n-draft: "],
]
#: What stands once, and what is repeated after it.
LONG_TAILS = [
    ("%1$", "0"),
    ("%(", "a"),
    ("%(a", "(b)"),
    ("{a:", "x"),
    ("{a", ".a"),
    ("<a ", "x"),
    ("`", "a"),
    ("a@", "a."),
    ("http://a", ")"),
]


@settings(max_examples=150, deadline=None)
@given(
    source=TEXTS,
    plural=st.none() | TEXTS,
    forms=st.lists(TEXTS, min_size=1, max_size=3),
    flags=FLAGS,
    comments=st.lists(TEXTS, max_size=2),
    locale=LOCALES,
    header=TEXTS,
    markdown=st.booleans(),
)
def test_no_text_breaks_a_check(
    *,
    source: str,
    plural: str | None,
    forms: list[str],
    flags: list[str],
    comments: list[str],
    locale: str,
    header: str,
    markdown: bool,
) -> None:
    """Whatever stands in an entry, the checks answer, and in the order of lines."""
    entry = Entry(
        source or "x",
        tuple(forms),
        msgid_plural=plural,
        flags=tuple(flags),
        comments=tuple(comments),
        references=("a.md",) if markdown else (),
        line=9,
    )
    catalogue = Catalogue((Entry("", (f"Plural-Forms: {header}\nContent-Type: {header}\n",), line=1), entry))

    found = check_catalogue(catalogue, locale=locale, file="x.po")

    assert [finding.line for finding in found] == sorted(finding.line for finding in found)
    assert {finding.check for finding in found} <= set(CHECKS)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_a_text_has_the_numbers_of_itself(text: str) -> None:
    """Nothing is missing and nothing too much where both sides are the same."""
    assert match_numerals(numerals(text), numerals(text)) == ([], [])


#: The checks that compare what both sides state; others look at the translation alone, or ask for another text.
COMPARING = {
    "format-strings", "placeholders", "markup", "link-targets", "tags", "unsafe-markup", "urls", "numbers", "dates",
    "magnitudes", "amounts", "list-members", "missing-sentence", "length", "newlines", "hedges", "intensifiers",
    "control-characters", "invisible-characters", "bidi-controls",
}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, markdown=st.booleans(), locale=LOCALES)
def test_a_copy_of_the_source_has_no_finding_of_the_texts(text: str, markdown: bool, locale: str) -> None:
    """What is the same on both sides differs in nothing."""
    entry = Entry(text or "x", (text or "x",), references=("a.md",) if markdown else ())
    catalogue = Catalogue((Entry("", ("Content-Type: text/plain; charset=UTF-8\n",)), entry))

    found = check_catalogue(catalogue, locale=locale, file="x.po")

    assert [finding for finding in found if finding.check in COMPARING] == []


#: Languages whose data and rules differ most from German's; each run is tried in German and in one of them.
OTHERS = ("ru", "ar", "ja", "tr", "fr")
RUNS = [*(("", piece) for piece in ATTACKS), *LONG_TAILS]


@pytest.mark.parametrize(
    ("start", "piece", "locale"),
    [
        *((start, piece, "de") for start, piece in RUNS),
        *((start, piece, OTHERS[at % len(OTHERS)]) for at, (start, piece) in enumerate(RUNS)),
    ],
)
def test_a_long_run_of_anything_is_read_in_linear_time(start: str, piece: str, locale: str) -> None:
    """No expression backs off over a run again and again: eight times the text does not take 24 times as long."""
    longer = seconds_for(start + piece * (8 * SHORT // len(piece)), locale)

    if longer > SECONDS:
        # The machine may be busy with something else; the best of a few tries is what the text itself costs.
        shorter = min(seconds_for(start + piece * (SHORT // len(piece)), locale) for _ in range(3))
        best = min(longer, *(seconds_for(start + piece * (8 * SHORT // len(piece)), locale) for _ in range(2)))
        assert best < 24 * shorter


def seconds_for(text: str, locale: str) -> float:
    flags = ("c-format", "python-format", "python-brace-format")
    entries = (
        Entry(text + " end", (text + " 7 end",), flags=flags),
        Entry("A source 1", (text,), msgctxt="plain"),
        Entry("A source 1", (text,), references=("a.md",)),
    )
    begun = time.process_time()
    check_catalogue(Catalogue(entries), locale=locale, file="x.po")
    return time.process_time() - begun


def test_a_catalogue_of_many_entries_is_checked() -> None:
    """Each entry is looked at once, so that many of them are no matter."""
    entries = [Entry(f"It was {n} years ago.", (f"Es war vor {n} Jahren.",), line=n) for n in range(20_000)]

    found = check_catalogue(Catalogue(tuple(entries)), locale="de", file="x.po")

    assert [finding.check for finding in found] == ["header"]
