"""Drafting: marks come back as they were, or there is no draft."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n_tool.catalogue import Entry, cldr_plural_forms
from l10n_tool.drafting import Drafted, Rejected, Scheme, characters, draft_entries, draft_text
from l10n_tool.drafting.schemes import LostMarks, mask
from l10n_tool.errors import ServiceError
from l10n_tool.markup import skeleton
from l10n_tool.markup.marks import Role, find_marks

DATA = Path(__file__).parent / "data" / "drafting"
WRITTEN = [Scheme.BRACES, Scheme.UNDERSCORES, Scheme.TAGS, Scheme.SUPERBLANK]


def backwards(text: str) -> str:
    """Stand for a translation: each word from back to front, everything else as it is."""
    return re.sub(r"[a-z]{2,}", lambda match: match[0][::-1] + "e", text)


@dataclass
class Fake:
    """An engine that answers with a function, and remembers what it was asked."""

    answer: Callable[[str], object] = backwards
    markup: tuple[Scheme, ...] = (Scheme.BRACES, Scheme.UNDERSCORES)
    limit: int = 0
    local: bool = False
    name: str = "fake"
    asked: list[str] = field(default_factory=list)

    def translate(self, text: str) -> str:
        self.asked.append(text)
        return self.answer(text)  # type: ignore[return-value]  # some answers are not what they should be

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def draft(text: str, engine: Fake | None = None, *, markdown: bool = True, target: str = "es") -> Drafted:
    return draft_text(engine or Fake(), text, markdown=markdown, target=target)


def reason(text: str, answer: object, *, markdown: bool = True, **fields: bool) -> str:
    """Return why a text gets no draft from an engine with this one answer."""
    with pytest.raises(Rejected) as rejected:
        draft(text, Fake(lambda _: answer, **fields), markdown=markdown)  # type: ignore[arg-type]
    return rejected.value.reason


SENTENCES = (DATA / "marked-up.txt").read_text("utf-8").replace("\\\n", "\0").splitlines()
SENTENCES = [line.replace("\0", "\\\n") for line in SENTENCES]


# Marks


def test_each_mark_is_found_with_its_delimiters() -> None:
    """The words between the marks are what an engine gets, and nothing else is."""
    text = 'A **b _c_ d** [e *f* g](u_r_l "T") ![h](p) `i` <b>j<br>k</b> [^1] \\* &amp; {n} %s https://e.org/a_b.'
    expected = '** _ _ ** [ * * ](u_r_l "T") ![ ](p) `i` <b> <br> </b> [^1] \\* &amp; {n} %s https://e.org/a_b'

    masked = mask(text, markdown=True)

    assert masked.plain.split() == ["A", "b", "c", "d", "e", "f", "g", "h", "jk", "."]
    assert " ".join(mark.text for mark in masked.marks) == expected


def test_pairs_that_enclose_only_each_other_are_one() -> None:
    """Fewer marks, fewer to lose."""
    masked = mask("**[words](u)** and ***more***", markdown=True)

    assert [mark.text for mark in masked.marks] == ["**[", "](u)**", "***", "***"]


@pytest.mark.parametrize(
    "placeholder",
    ["%s", "%d", "%1$s", "%(name)s", "%.2f", "{name}", "{0}", "{}", "{0:>10}", "{x!r}", "{{ x }}", "${x}", "%{x}",
     "{% if x %}", "{n, number}"],
)  # fmt: skip
def test_placeholders_of_every_kind_are_marks(placeholder: str) -> None:
    """Printf, Python, ICU, Jinja, Ruby and shells."""
    marks = find_marks(f"You have {placeholder} books.", markdown=False)

    assert [mark.text for mark in marks] == [placeholder]


@pytest.mark.parametrize("text", ["100% de", "50% of it", "a { b } c", "5 < 6 > 4", "snake_case_name", "2 * 3 * 4"])
def test_ordinary_text_is_no_mark(text: str) -> None:
    """A per cent sign or a bracket in prose goes to the engine."""
    assert find_marks(text, markdown=True) == ()


def test_tags_that_cross_are_no_pair() -> None:
    """Only what encloses whole pairs can be kept as one."""
    marks = find_marks("<b>one **two</b> three**", markdown=True)

    assert [mark.role for mark in marks] == [Role.ALONE, Role.OPEN, Role.ALONE, Role.CLOSE]


# Every way of writing marks


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("text", SENTENCES)
def test_an_echo_gives_each_sentence_back(scheme: Scheme, text: str) -> None:
    """Masking and unmasking lose nothing."""
    masked = mask(text, markdown=True)

    assert masked.usable(scheme) or "{{" in text
    assert masked.read(masked.write(scheme), scheme) == text


PIECES = st.sampled_from(
    ["**", "*", "_", "__", "~~", "`", "[", "](u)", "][r]", "[]", "![", "<b>", "</b>", "<br/>", "\\", "\\\n", "\n", " ",
     "  ", "{{", "}}", "{x}", "{{1}}", "__1__", "<x1>", "%s", "%", "1", "٣", "https://e.org/_a_", "a@b.org", "&amp;",
     "[^1]", "\ue000", "\ue0001\ue001", "word", "two words", "ä", "日本語", ".", "# ", "- ", "> ", "|", "<!-- c -->",
     "<https://e.org>", "\r\n", "\t", "\0"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=24).map("".join))


@given(TEXTS, st.sampled_from(list(Scheme)), st.booleans())
@settings(max_examples=400)
@example("*a\\\n b*", Scheme.BRACES, True)
def test_masking_loses_nothing(text: str, scheme: Scheme, markdown: bool) -> None:
    """For any text, the words and marks are the text, and what an echo sends back is the text."""
    masked = mask(text, markdown=markdown)

    assert masked.join(masked.words) == text
    assert not masked.usable(scheme) or masked.read(masked.write(scheme), scheme) == text


@given(TEXTS, st.booleans())
@settings(max_examples=300)
def test_merging_pairs_keeps_every_mark_in_its_pair(text: str, markdown: bool) -> None:
    """Each pair has one opening and one closing mark, in this order."""
    marks = mask(text, markdown=markdown).marks

    for mark in marks:
        ends = [other.role for other in marks if other.pair == mark.pair]
        assert ends == ([Role.ALONE] if mark.role is Role.ALONE else [Role.OPEN, Role.CLOSE])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("a {{ 1 }}b{{ 2 }} c {{3}}", "a **b** c `d`"),
        ("{{3}} a {{1}}b{{2}}", "`d` a **b**"),
        ("a{{1}} b {{2}}c {{3}}", "a **b** c `d`"),
        ("a {{١}}b{{٢}} {{٣}}", "a **b** `d`"),
        ("a { {1} }b{ {2} } {{3}}", "a **b** `d`"),
    ],
)
def test_marks_come_back_moved_and_spaced(answer: str, expected: str) -> None:
    """Word order is the engine's to change, and engines put spaces into marks and write other digits."""
    assert mask("x **y** z `d`", markdown=True).read(answer, Scheme.BRACES) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("a {{1}}b{{2}} c", "The engine lost a code span."),
        ("a {{1}}b{{2}} c {{3}}{{3}}", "The engine doubled a code span."),
        ("a {{2}}b{{1}} c {{3}}", "The engine moved a mark out of its place."),
        ("a {{1}}b{{3}}{{2}} c", "The engine moved a mark out of its place."),
        ("a {{1}}{{2}} b c {{3}}", "The engine moved the words out of their marks."),
        ("a {{1}}b{{2}} c {{3}} {{4}}", "The engine made up a mark that the source does not have."),
        ("a {{1}}b{{2}} c {{3}} }}", "The engine broke a mark in its answer."),
        ("a {1}b{{2}} c {{3}} {{1}}", "The engine broke a mark in its answer."),
    ],
)
def test_marks_are_never_put_back_by_guess(answer: str, expected: str) -> None:
    """What does not come back exactly is refused with the reason."""
    with pytest.raises(LostMarks) as lost:
        mask("x **y** z `d`", markdown=True).read(answer, Scheme.BRACES)

    assert lost.value.reason == expected


def test_links_must_not_change_their_places_within_each_other() -> None:
    """A mark stays in the pair it stood in."""
    masked = mask("[one **two** x](u) and *three* y", markdown=True)
    written = masked.write(Scheme.BRACES)

    with pytest.raises(LostMarks):
        masked.read(written.replace("{{2}}", "{{5}}", 1).replace("{{5}}three", "{{2}}three"), Scheme.BRACES)


# What becomes a draft


@pytest.mark.parametrize("text", SENTENCES)
def test_a_draft_has_the_marks_of_its_source(text: str) -> None:
    """Markup, placeholders and addresses are byte for byte those of the source."""
    drafted = draft(text)

    assert drafted.notes == ()
    assert drafted.text != text
    assert skeleton(drafted.text) == skeleton(text)
    assert [m.text for m in find_marks(drafted.text, markdown=True)] == [
        m.text for m in find_marks(text, markdown=True)
    ]


def test_the_white_space_around_a_text_stays() -> None:
    """Gettext's msgfmt wants the same newlines at both ends."""
    assert draft("\n  Good books\n", markdown=False).text == "\n  Gdooe skoobe\n"


def test_the_next_way_of_writing_marks_is_tried() -> None:
    """An engine that eats braces may keep underscores."""
    engine = Fake(lambda text: backwards(text.replace("{{1}}", "")))

    drafted = draft("The **big** house", engine)

    assert drafted == Drafted(("Tehe **gibe** esuohe",))
    assert engine.asked == ["The {{1}}big{{2}} house", "The __1__big__2__ house"]


def test_a_text_is_drafted_in_pieces_where_no_way_works() -> None:
    """The pieces between the marks are the last resort that keeps them, and the reviewer is told."""
    engine = Fake(lambda text: backwards(re.sub(r"\W+\d\W+", " ", text)), markup=(Scheme.BRACES,))

    drafted = draft("The [big](https://example.org) house {n}.", engine)

    assert drafted.text == "Tehe [gibe](https://example.org) esuohe {n}."
    assert drafted.notes == ("It was translated in pieces, between its marks: read it with care.",)


def test_emphasis_alone_may_be_left_to_the_reviewer() -> None:
    """Words without their bold are worth having, with a note; words without a placeholder are not."""
    answers = {"The big house": "la gran casa", "The": "la", "big": "*gran*", "house": "casa"}

    drafted = draft("The **big** house", Fake(lambda text: answers.get(text, "una casa")))

    assert drafted == Drafted(("la gran casa",), ("Bold or emphasis is missing: put the marks where they belong.",))


@pytest.mark.parametrize(
    "text", ["https://example.org/a", "{name}", "`code`", "2026-11-22", "**12**", "%(a)s: %(b)s", "[^1]", "…"]
)
def test_what_has_no_words_is_not_sent(text: str) -> None:
    """Its draft is the source, with a note."""
    engine = Fake()

    drafted = draft(text, engine)

    assert drafted == Drafted((text,), ("There is nothing to translate in it; the source stands as it is.",))
    assert engine.asked == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "empty answer"),
        ("", "empty answer"),
        (" \n", "empty answer"),
        ("The big house is full of books", "untranslated"),
        ("the big house is full of books.", "untranslated"),
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY", "notice"),
        ("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", "notice"),
        ("'XX' IS AN INVALID TARGET LANGUAGE . INVALID LANGUAGE PAIR", "notice"),
        ("PLEASE SELECT TWO DISTINCT LANGUAGES", "notice"),
        ("<!DOCTYPE html><title>502</title>", "web page"),
        ("<html><body>Busy</body></html>", "web page"),
        ("la casa\x07 grande", "cannot be seen"),
        ("la \u202ecasa", "cannot be seen"),
        ("la casa \ue000", "cannot be seen"),
        ("la casa \ufffd", "cannot be seen"),
        ("la <b>casa</b>", "adds a tag"),
        ("la **casa**", "adds bold"),
        ("la [casa](javascript:x)", "adds a link"),
        ("la casa %s", "adds a placeholder"),
        ("la casa {n}", "adds a placeholder"),
        ("vea https://evil.example", "adds an address"),
        ("la `casa`", "adds a code span"),
    ],
)
def test_an_answer_that_is_no_translation_is_rejected(answer: object, words: str) -> None:
    """Each with a reason for people."""
    said = reason("The big house is full of books", answer)

    assert words in said
    assert said[0].isupper()


def test_a_few_words_may_be_the_same_in_both_languages() -> None:
    """Names and short titles often are."""
    assert draft("Taxi Berlin", Fake(str)).text == "Taxi Berlin"


@pytest.mark.parametrize("length", [5, 400])
def test_an_absurd_length_is_rejected(length: int) -> None:
    """More than four times, or less than a fifth."""
    assert "long as the source" in reason("This sentence has some sixty letters in it, give or take.", "x" * length)


def test_a_chinese_answer_may_be_short() -> None:
    """A Chinese character says as much as several letters."""
    source = "The library is open every day, and everybody who lives in the town may read there."

    assert (
        draft(source, Fake(lambda _: "图书馆每天开放，居民皆可阅读。"), target="zh_Hans").text
        == "图书馆每天开放，居民皆可阅读。"
    )


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("It has 3,000 books in 12 rooms.", "Tiene 3.000 libros en 12 salas."),
        ("It has 3,000 books in 12 rooms.", "Tiene 3 000 libros en 12 salas."),
        ("It has 3,000 books in 12 rooms.", "Il a 3\u202f000 livres dans 12 salles."),
        ("It has 3,000 books in 12 rooms.", "فيها ٣٬٠٠٠ كتاب في ١٢ غرفة."),
        ("On May 8, 2008 at 10:30", "El 8 de mayo de 2008 a las 10.30"),
        ("It is 2.5 metres", "Son 2,5 metros"),
    ],
)
def test_numbers_may_be_written_as_the_language_does(source: str, answer: str) -> None:
    """Grouping and digits differ by language."""
    assert draft(source, Fake(lambda _: answer)).text == answer


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("See [it](https://e.org/a) there", "Vea **eso** *ya*", "The draft lacks a link (https://e.org/a)."),
        ("Dear {name}", "Estimado", "The draft lacks a placeholder ({name})."),
        ("A book", "Un `libro`", "The draft adds a code span (`libro`)."),
        ("A book", "Un **libro**", "The draft adds bold."),
    ],
)
def test_a_reason_names_what_differs(source: str, answer: str, expected: str) -> None:
    """In words for people, with the target or the name where there is one."""
    with pytest.raises(Rejected) as rejected:
        draft(source, Fake(lambda _: answer, markup=(Scheme.WHOLE,)))

    assert rejected.value.reason == expected


def test_a_lost_number_is_rejected() -> None:
    """A fact must not get lost on the way."""
    assert reason("It has 3,000 books in 12 rooms.", "Tiene 3.000 libros.") == "The draft lacks a number (12)."


def test_an_icu_plural_is_not_sent() -> None:
    """Its sentences stand inside its braces, in forms that differ by language."""
    assert "ICU" in reason("{n, plural, one {# book} other {# books}}", "x", markdown=False)


def test_an_answer_is_one_line_in_nfc() -> None:
    """Decomposed letters, new lines and doubled spaces are the engine's, not the text's."""
    assert draft("The coffee", Fake(lambda _: "El  cafe\u0301\n\nbueno")).text == "El café bueno"


def test_bidi_controls_of_a_local_engine_are_its_own_business() -> None:
    """The mirrored pseudo-locale is made of them."""
    assert draft("Books", Fake(lambda _: "\u202eBooks\u202c", local=True)).text == "\u202eBooks\u202c"


# Long texts


def test_a_long_text_goes_sentence_by_sentence() -> None:
    """No request is longer than the limit, and the text comes back whole."""
    engine = Fake(limit=60)
    text = "The house is big. **The books are old!** Who reads them? See {where}, please."

    drafted = draft(text, engine)

    assert max(map(len, engine.asked)) <= 60
    assert len(engine.asked) > 1
    assert skeleton(drafted.text) == skeleton(text)
    assert drafted.text.startswith("Tehe esuohe sie gibe. **")


def test_languages_without_spaces_get_none_between_sentences() -> None:
    """Japanese sentences follow each other directly."""
    engine = Fake(lambda text: "本。" if "book" in text else "家。", limit=30)

    assert draft("The big old house is there. The old books are here.", engine, target="ja").text == "家。本。"


def test_a_long_text_is_parted_by_the_rules_of_its_own_language() -> None:
    """In German "8." is eighth, and a mark goes with the sentence that it touches."""
    engine = Fake(limit=40)

    draft_text(engine, "Es wurde am 8. Mai **gebaut.** Es ist alt.", markdown=True, target="es", source="de")

    assert engine.asked == ["Es wurde am 8. Mai {{1}}gebaut.{{2}}", "Es ist alt."]


def test_a_sentence_over_the_limit_is_rejected() -> None:
    """It cannot be split without breaking it."""
    with pytest.raises(Rejected, match="longer than the 20 characters"):
        draft("one two three four five six seven", Fake(limit=20))


# Engines that mean no good


def _hostile(change: int) -> Callable[[str], str]:
    """Return an engine's answer that drops, doubles, swaps, invents or breaks the marks of what it gets."""
    mark = re.compile(r"\{\{\d+\}\}|__\d+__|</?x\d+/?>|\ue000\d+\ue001")

    def swapped(text: str) -> str:
        found = mark.findall(text)
        parts = mark.split(text)
        return "".join(a + b for a, b in zip(parts, [*found[1:], *found[:1], ""], strict=False))

    changes: list[Callable[[str], str]] = [
        lambda text: mark.sub("", text, count=1),
        lambda text: mark.sub(lambda match: match[0] * 2, text, count=1),
        swapped,
        lambda text: text + " {{9}} __9__ <x9>",
        lambda text: mark.sub(lambda match: match[0][:-1], text),
        lambda text: text + " *new* [l](u) <i>y</i> `c`",
        lambda text: "- " + text.replace(" ", " _ ") + "_",
        lambda text: mark.sub(lambda match: match[0] + "*", text),
        lambda text: text.replace(" ", "\n\n# "),
        lambda text: "".join(reversed(mark.split(text))),
        lambda text: mark.sub(" ", text),
        lambda text: mark.sub(lambda match: f" {match[0]} ", text),
    ]
    return lambda text: changes[change](backwards(text))


@given(TEXTS, st.integers(0, 11), st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=3, unique=True))
@settings(max_examples=500)
@example("The **big** house", 0, [Scheme.BRACES])
@example("The [big](u) house", 2, [Scheme.BRACES])
def test_a_hostile_engine_never_changes_the_structure(text: str, change: int, schemes: list[Scheme]) -> None:
    """A draft has the skeleton of its source, or none of its emphasis and a note that says so; else there is none."""
    engine = Fake(_hostile(change), tuple(schemes))
    try:
        drafted = draft(text, engine)
    except Rejected:
        return

    lost = skeleton(text) - skeleton(drafted.text)
    assert not skeleton(drafted.text) - skeleton(text)
    assert not lost or (set(lost) <= {"bold", "emphasis", "strikethrough"} and "emphasis" in drafted.notes[0])


# Entries


def test_each_answer_is_asked_for_only_when_the_one_before_was_taken() -> None:
    """The caller writes a draft before the next text is sent, so a crash loses one at most."""
    engine = Fake()
    entries = (Entry(f"book {word}") for word in ("one", "two", "three"))

    drafts = draft_entries(entries, engine, target="es", markdown=lambda _: True)
    first = next(drafts)

    assert first == (Entry("book one"), Drafted(("koobe enoe",)))
    assert engine.asked == ["book one"]


def test_a_rejected_entry_does_not_stop_the_others() -> None:
    """It comes back with its reason."""
    engine = Fake(lambda text: "" if "bad" in text else backwards(text))
    entries = [Entry("a bad book"), Entry("a good book")]

    outcomes = [outcome for _, outcome in draft_entries(entries, engine, target="es", markdown=lambda _: True)]

    assert isinstance(outcomes[0], Rejected)
    assert outcomes[1] == Drafted(("a dooge koobe",))


def test_a_service_that_fails_ends_the_iteration() -> None:
    """What was drafted before stands; a hundred more requests are not sent."""
    engine = Fake()
    engine.answer = lambda text: backwards(text) if len(engine.asked) < 3 else _fail()
    drafts = draft_entries([Entry(f"book {n}") for n in range(9)], engine, target="es", markdown=lambda _: True)

    assert len(list(islice(drafts, 2))) == 2
    with pytest.raises(ServiceError):
        next(drafts)
    assert len(engine.asked) == 3


def _fail() -> str:
    raise ServiceError("out of order")


@pytest.mark.parametrize(
    ("target", "singular", "forms"),
    [
        ("es", "%d book", ("%d koobe", "%d skoobe", "%d skoobe")),
        ("ru", "%d book", ("%d koobe", "%d skoobe", "%d skoobe")),
        ("ja", "%d book", ("%d skoobe",)),
        ("de", "One book", ("Oene koobe", "%d skoobe")),
        ("ru", "One book", ("%d skoobe", "%d skoobe", "%d skoobe")),
    ],
)
def test_each_form_is_drafted_from_the_text_that_fits_it(target: str, singular: str, forms: tuple[str, ...]) -> None:
    """A form that serves other counts than one must name the number."""
    entry = Entry(singular, ("",) * len(forms), msgid_plural="%d books")

    [(_, drafted)] = draft_entries([entry], Fake(), target=target, markdown=lambda _: False)

    assert isinstance(drafted, Drafted)
    assert drafted.forms == forms


def test_the_catalogues_own_plural_forms_count() -> None:
    """Its header may say other than CLDR."""
    entry = Entry("%d book", ("", ""), msgid_plural="%d books")

    [(_, drafted)] = draft_entries(
        [entry], Fake(), target="es", markdown=lambda _: False, plurals=cldr_plural_forms("de")
    )

    assert isinstance(drafted, Drafted)
    assert drafted.forms == ("%d koobe", "%d skoobe")


def test_the_characters_to_send_are_those_that_are_sent() -> None:
    """Marks in their written form count, what has no words does not."""
    engine = Fake()
    entries = [
        Entry(" The **big** house "),
        Entry("https://example.org"),
        Entry("%d book", ("", ""), msgid_plural="%d books"),
    ]

    counted = characters(entries, engine, target="de", markdown=lambda entry: "*" in entry.msgid)
    list(draft_entries(entries, engine, target="de", markdown=lambda entry: "*" in entry.msgid))

    assert counted == sum(map(len, engine.asked)) == len("The {{1}}big{{2}} house{{1}} book{{1}} books")


def test_the_core_imports_nothing_of_the_outside() -> None:
    """Drafting is text in, text out."""
    sources = "".join(path.read_text("utf-8") for path in _core())

    assert not re.search(
        r"^\s*(?:import|from) (?:click|os|pathlib|urllib|subprocess|requests)\b", sources, re.MULTILINE
    )


def _core() -> Iterator[Path]:
    from l10n_tool import drafting

    return Path(drafting.__file__).parent.glob("*.py")


@pytest.mark.parametrize("markdown", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        'Come to <span translate="no">Open Shelves</span> and read.',
        "The <b translate=no>Shelf &amp; <i>Co</i></b> company",
        "Type <code>shelf --port 80</code> here.",
    ],
)
def test_an_element_that_is_not_to_be_translated_comes_back_whole(text: str, *, markdown: bool) -> None:
    """Its words are no words to an engine."""
    (mark,) = find_marks(text, markdown=markdown)

    drafted = draft(text, markdown=markdown).forms[0]

    assert mark.text in drafted
    assert drafted != text
