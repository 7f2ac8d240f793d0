"""The message in captured pages: what is found, what is dropped, how captures are joined, how it is written."""

import os
import re
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pyromark
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n_tool.captures import Capture, DroppedLine, Imported, Message, Part, Source, import_captures, to_markdown
from l10n_tool.captures.blocks import clean, read_blocks
from l10n_tool.captures.dates import find_date
from l10n_tool.captures.letters import key_of
from l10n_tool.captures.outline import merge_in_order
from l10n_tool.captures.shapes import Shape, look_at
from l10n_tool.errors import ExitCode, FileError

DATA = Path(__file__).parent / "data" / "captures"
PLAIN = pyromark.Options(0)
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

PROSE = (
    "A library is the one room in town where nobody asks you to buy anything, and we want it to stay that way.",
    "Last winter four hundred people told us what they miss; most of them asked for longer evenings.",
    "Bring a book you love, leave it on the exchange shelf, and take another one home with you.",
    "From September every branch stays open until nine, and on Sundays there is tea for whoever comes.",
)


def as_capture(text: str, name: str = "page") -> Capture:
    return Capture(name, text)


def import_texts(*texts: str) -> Imported:
    return import_captures([Capture(f"page-{number}", text) for number, text in enumerate(texts, 1)])


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts)


def texts_of(parts: Sequence[Part]) -> list[str]:
    return [part.text for part in parts]


def by_role(message: Message) -> dict[str, list[str]]:
    return {
        "title": texts_of([message.title] if message.title else []),
        "dateline": texts_of([message.dateline] if message.dateline else []),
        "lead": texts_of(message.lead),
        "body": texts_of(message.body),
        "signature": texts_of(message.signature),
        "note": texts_of(message.note),
    }


def lines_by_role(message: Message, capture: str) -> dict[str, list[int]]:
    """Give the lines of a capture that the message holds, by their role in it."""
    roles = {
        "title": [message.title] if message.title else [],
        "dateline": [message.dateline] if message.dateline else [],
        "lead": message.lead,
        "body": message.body,
        "signature": message.signature,
        "note": message.note,
    }
    return {role: [line for part in parts for line in lines_in(part, capture)] for role, parts in roles.items()}


def lines_in(part: Part, capture: str) -> list[int]:
    spans = [range(source.first, source.last + 1) for source in part.sources if source.capture == capture]
    return [line for span in spans for line in span]


def lines_with_text(text: str) -> list[int]:
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    return [number for number, line in enumerate(lines, 1) if line.strip()]


def accounted_lines(imported: Imported, capture: str) -> list[int]:
    kept = [line for part in imported.message.parts() for line in lines_in(part, capture)]
    return sorted(kept + [line.line for line in imported.dropped if line.capture == capture])


def rendered_paragraphs(markdown: str, dialect: pyromark.Options = PLAIN) -> list[str]:
    """Give each paragraph as a reader of CommonMark sees it; any other element fails the test."""
    found: list[str] = []
    for event in pyromark.events(markdown, options=dialect):
        match event:
            case {"Start": "Paragraph"}:
                found.append("")
            case {"Text": str(text)}:
                found[-1] += text
            case "HardBreak":
                found[-1] += "\n"
            case {"End": "Paragraph"}:
                pass
            case _:
                pytest.fail(f"{event!r} is markup")
    return found


def cases(name: str) -> list[tuple[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" => ") for line in lines[1:]]
    return [(left, right) for left, right in pairs]


def captures_of(case: str) -> list[Capture]:
    listed = DATA / f"{case}.captures"
    names = listed.read_text(encoding="utf-8").split() if listed.exists() else [f"{case}.txt"]
    return [Capture(name, (DATA / name).read_text(encoding="utf-8")) for name in names]


CASES = sorted(path.stem for path in DATA.glob("*.md"))


@pytest.fixture
def seeds() -> list[Capture]:
    """Give the two real captures; a checkout without them skips, unless everything is required."""
    files = sorted(SEEDS.glob("00[03]_*.txt"))
    if len(files) != 2:
        missing = "the real captures are not beside this checkout"
        if os.environ.get("L10N_TOOL_REQUIRE_ALL"):
            pytest.fail(missing)
        pytest.skip(missing)
    return [Capture(path.name[:3], path.read_text(encoding="utf-8-sig")) for path in files]


NEWS_LINES = {
    "title": [3],
    "dateline": [5],
    "lead": [9],
    "body": [11, 13, 15, 17, 19, 21],
    "signature": [23, 24],
    "note": [26, 27],
}
SITE_LINES = {
    "title": [],
    "dateline": [],
    "lead": [5],
    "body": [7, 9, 11, 13, 15, 17],
    "signature": [20, 21],
    "note": [],
}


def test_the_real_news_page_gives_its_message(seeds: list[Capture]) -> None:
    """Title, dateline, lead, body, signature and note are kept; everything else is dropped with a reason."""
    imported = import_captures(seeds[:1])

    assert lines_by_role(imported.message, "000") == NEWS_LINES
    assert accounted_lines(imported, "000") == lines_with_text(seeds[0].text)
    assert all(line.reason for line in imported.dropped)


def test_the_real_campaign_site_gives_its_message(seeds: list[Capture]) -> None:
    """The error message of the page is dropped; there is no title, no dateline and no note."""
    imported = import_captures(seeds[1:])

    assert lines_by_role(imported.message, "003") == SITE_LINES
    assert [line.line for line in imported.dropped] == [1, 3]


@pytest.mark.parametrize("order", [1, -1])
def test_the_real_captures_make_one_document(seeds: list[Capture], order: int) -> None:
    """Both leads stay, the first capture's first; what both hold stands there once and remembers both."""
    imported = import_captures(seeds[::order])

    assert lines_by_role(imported.message, "000") == NEWS_LINES
    assert lines_by_role(imported.message, "003") == SITE_LINES
    assert [part.captures for part in imported.message.lead] == [("000",), ("003",)][::order]
    assert len(imported.message.body) == 6
    assert len(imported.message.signature) == 2


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_real_capture_wrapped_by_hand_gives_the_same_message(seeds: list[Capture], width: int) -> None:
    """Wrapping a page at any usual width changes nothing but the line numbers."""
    for seed in seeds:
        wrapped = "\n".join(textwrap.fill(line, width) for line in seed.text.splitlines())

        message = import_captures([as_capture(wrapped)]).message

        assert by_role(message) == by_role(import_captures([seed]).message)


@pytest.mark.parametrize("case", CASES)
def test_a_page_gives_the_message_its_case_expects(case: str) -> None:
    """NAME.md is the document made of NAME.txt, or of the captures that NAME.captures lists."""
    message = import_captures(captures_of(case)).message

    assert to_markdown(message) == (DATA / f"{case}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_page_drops_the_lines_its_case_expects(case: str) -> None:
    """NAME.dropped lists capture, line and reason of everything that is not in the message."""
    dropped = import_captures(captures_of(case)).dropped

    listing = [f"{line.capture}:{line.line}: {line.reason}" for line in dropped]
    assert listing == (DATA / f"{case}.dropped").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", CASES)
def test_every_line_of_a_case_is_accounted_for(case: str) -> None:
    """Each line that is not blank is in the message or in the list, and never in both."""
    captures = captures_of(case)

    imported = import_captures(captures)

    for capture in captures:
        assert accounted_lines(imported, capture.name) == lines_with_text(capture.text)


@pytest.mark.parametrize("case", CASES)
def test_what_is_kept_does_not_depend_on_the_order_of_captures(case: str) -> None:
    """The order decides on forms and on who goes first, not on what stays."""
    captures = captures_of(case)

    forward, backward = import_captures(captures).message, import_captures(captures[::-1]).message

    assert {key_of(part.text) for part in forward.parts()} == {key_of(part.text) for part in backward.parts()}


MESSES: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "byte order mark": lambda text: f"\ufeff{text}",
    "tabs and spaces at both ends": lambda text: "".join(f"\t{line} \t\n" for line in text.split("\n")),
    "no-break spaces at the end": lambda text: text.replace("\n", "\u00a0\n"),
    "many blank lines": lambda text: text.replace("\n\n", "\n \n\t\n\u00a0\n\n"),
    "two spaces for one": lambda text: text.replace(" ", "  "),
}


@pytest.mark.parametrize("mess", MESSES)
@pytest.mark.parametrize("case", ["news-page-en", "news-page-ru", "letter-ar"])
def test_white_space_does_not_change_the_message(case: str, mess: str) -> None:
    """Line ends, marks and spaces of a capture are no part of its text."""
    [capture] = captures_of(case)

    message = import_captures([as_capture(MESSES[mess](capture.text))]).message

    assert by_role(message) == by_role(import_captures([capture]).message)


def test_lines_of_one_paragraph_are_joined_when_they_were_wrapped() -> None:
    """Lines that stop where the next word no longer fits are one paragraph."""
    text = textwrap.fill(" ".join(PROSE), 66)

    message = import_texts(text).message

    assert by_role(message)["body"] == [" ".join(PROSE)]


def test_paragraphs_on_adjacent_lines_stay_apart() -> None:
    """Lines that each end a sentence are paragraphs of their own, however alike their length."""
    message = import_texts("\n".join(PROSE)).message

    assert by_role(message)["lead"] + by_role(message)["body"] == list(PROSE)


def test_a_compound_broken_at_its_hyphen_is_joined_without_a_space() -> None:
    """The hyphen stays: whether it came from wrapping cannot be seen."""
    text = "It is a place that everybody in the town has known, and a well-\nknown place needs no sign, nor a door.\n"

    [block] = read_blocks(text)

    assert "a well-known place" in block.text


def test_wrapped_ideographs_are_joined_without_a_space() -> None:
    """Chinese and Japanese put no space where a line was broken."""
    text = "图书馆是城里唯一一个没有人要您买东西的地方。孩子们在这里做功课，新来的\n人在这里学语言。"

    [block] = read_blocks(text)

    assert block.text == text.replace("\n", "")


def test_an_indented_line_begins_a_paragraph() -> None:
    """A full line above it is no reason to join."""
    wrapped = textwrap.wrap(" ".join(PROSE), 66, initial_indent="    ")

    blocks = read_blocks("\n".join([*wrapped, *wrapped]))

    assert [block.text for block in blocks] == [" ".join(PROSE)] * 2


def test_a_variant_of_a_paragraph_is_kept_once_and_reported() -> None:
    """Quotes, spaces and case make no new paragraph; the first capture's form stays, the other is listed."""
    quoted = "We call it “the open room”, because nobody has to buy anything, nor to be anybody in particular."
    variant = 'We call it "the open\u00a0room", because Nobody has to buy anything, nor to be anybody in particular.'

    imported = import_texts(paragraphs(PROSE[0], quoted), paragraphs(PROSE[0], variant))

    assert by_role(imported.message)["body"] == [PROSE[0], quoted]
    assert imported.message.body[1].captures == ("page-1",)
    assert imported.dropped == (DroppedLine("page-2", 3, variant, "a variant of page-1:3, whose form is kept"),)


def test_a_paragraph_of_one_capture_stands_between_its_neighbours() -> None:
    """What only one capture has is kept where it stood, whichever capture comes first."""
    full, short = paragraphs(*PROSE), paragraphs(PROSE[0], PROSE[1], PROSE[3])

    for texts in ((full, short), (short, full)):
        message = import_texts(*texts).message

        assert texts_of([*message.lead, *message.body]) == list(PROSE)


def test_a_text_repeated_on_its_page_is_kept_once() -> None:
    """The second time it is dropped, with the line where it stands first."""
    imported = import_texts(paragraphs(*PROSE, PROSE[1]))

    assert by_role(imported.message)["body"] == list(PROSE)
    assert imported.dropped == (DroppedLine("page-1", 9, PROSE[1], "repeats line 3"),)


def test_what_captures_share_outweighs_a_longer_text() -> None:
    """A page with a long article beside the message still gives the message."""
    article = [f"Number {number} of the prize winners lives in a house by the river with a cat." for number in range(9)]
    message = paragraphs(*PROSE)

    imported = import_texts(paragraphs(*article, "Sport | Weather | Markets", message), message)

    assert texts_of(imported.message.body) == list(PROSE)


def test_a_heading_between_paragraphs_is_kept_if_two_captures_have_it() -> None:
    """On one page alone it might be an advertisement, so there it is dropped and listed."""
    text = paragraphs(*PROSE[:2], "What you can do", *PROSE[2:])

    alone, together = import_texts(text), import_texts(text, text)

    assert texts_of(alone.message.body) == list(PROSE)
    assert [line.text for line in alone.dropped] == ["What you can do"]
    assert texts_of(together.message.body) == [*PROSE[:2], "What you can do", *PROSE[2:]]


def test_a_signature_on_lines_apart_is_known_by_the_name_in_the_text() -> None:
    """Where a page puts a blank line between all lines, the prose vouches for the name below it."""
    lead = "Mary Example, who leads the town library, has written a letter to everyone in the region. It says:"

    message = import_texts(
        paragraphs(lead, *PROSE, "Mary Example", "Head of the Town Library", "Views: 12", "Share")
    ).message

    assert by_role(message)["signature"] == ["Mary Example", "Head of the Town Library"]


def test_short_lines_that_begin_alike_are_no_signature() -> None:
    """Buttons below a text repeat their first word; the lines of a signature do not."""
    message = import_texts(paragraphs(*PROSE, "Share On This\nShare On That")).message

    assert message.signature == ()


def test_a_line_that_another_capture_keeps_counts_as_kept() -> None:
    """The name below the message and the same name above it on another page are one line of the message."""
    signed = paragraphs(*PROSE, "Mary Example\nHead of the Town Library")
    named = paragraphs("Mary Example", "Views: 12", *PROSE)

    imported = import_texts(signed, named)

    assert imported.message.signature[0].captures == ("page-1", "page-2")
    assert [line.text for line in imported.dropped] == ["Views: 12"]


def test_the_longer_of_two_titles_is_kept_in_any_order() -> None:
    """Titles held by as many captures are chosen by length, and the other is listed."""
    one, other = paragraphs("Read with us", *PROSE), paragraphs("Read a book with all of us", *PROSE)

    for texts in ((one, other), (other, one)):
        imported = import_texts(*texts)

        assert by_role(imported.message)["title"] == ["Read a book with all of us"]
        assert [line.reason for line in imported.dropped] == ["another title or dateline than the one that is kept"]


@pytest.mark.parametrize(
    "text", ["", "\n \n\t", "Home\nNews\nContact us", "Views: 12\n\nYour comment:", "\ufeff", "****\n\n----"]
)
def test_a_page_without_a_message_is_an_error_that_says_what_to_do(text: str) -> None:
    """There is nothing to write, so the user learns which file it was and what to try."""
    with pytest.raises(FileError, match="no message found") as caught:
        import_captures([as_capture(text)])

    assert str(caught.value.place) == "page"
    assert caught.value.remedy
    assert caught.value.exit_code is ExitCode.FILE


def test_no_captures_hold_no_message() -> None:
    """An empty list is the same error, without a place."""
    with pytest.raises(FileError, match="no message found"):
        import_captures([])


def test_a_capture_without_a_message_joins_with_all_its_lines_dropped() -> None:
    """One page of furniture does not spoil the others."""
    imported = import_texts(paragraphs(*PROSE), "Home\nNews\n\nViews: 12")

    assert texts_of(imported.message.body) == list(PROSE)
    assert [line.line for line in imported.dropped] == [1, 2, 4]


def test_captures_of_two_messages_are_refused() -> None:
    """A document never mixes two messages: the error names the capture that does not belong."""
    with pytest.raises(FileError, match=r"^page-2: ") as caught:
        import_texts(paragraphs(*PROSE[:2]), paragraphs(*PROSE[2:]))

    assert caught.value.remedy


@pytest.mark.parametrize(("line", "date"), cases("dates.cases"))
def test_a_date_is_known_by_its_shape(line: str, date: str) -> None:
    """Digits with separators, or a day, a word and a year, in any order and script."""
    assert (find_date(line) or "") == date


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("Views : 2043", Shape.COUNTER),
        ("评论（4）", Shape.COUNTER),
        ("Zoom : « / »", Shape.CONTROL),
        ("Home | News | Events", Shape.MENU),
        ("首页 新闻 活动 关于我们", Shape.MENU),
        ("Your comment:", Shape.FORM),
        ("Write to [address hidden]", Shape.ADDRESS),
        ("Follow: @northby", Shape.ADDRESS),
        ("9°C Northby 8°C Easton 7°C Hillford", Shape.FIGURES),
        ("- - -", Shape.BARE),
        ("Please read INSTALL.txt to learn what is missing.", Shape.NOTICE),
        ("Come in, all of you.", Shape.SENTENCE),
        ("A library is a room where nobody has to buy anything.", Shape.PROSE),
        ("Opening hours", Shape.SHORT),
    ],
)
def test_a_line_is_known_by_its_shape(line: str, shape: Shape) -> None:
    """No rule asks what a page calls its parts."""
    [block] = read_blocks(line)

    assert look_at(block).shape is shape


@pytest.mark.parametrize(
    ("sequences", "merged"),
    [
        ([], ""),
        (["abc"], "abc"),
        (["abd", "acd"], "abcd"),
        (["bc", "abc"], "abc"),
        (["ab", "abc"], "abc"),
        (["xb", "yb"], "xyb"),
        (["ab", "ba"], "ab"),
        (["abc", "bxa"], "abxc"),
        (["ab", "cd"], "abcd"),
    ],
)
def test_sequences_merge_in_their_order(sequences: list[str], merged: str) -> None:
    """Every text once, after what it followed and before what followed it."""
    assert "".join(merge_in_order(sequences)) == merged


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True), max_size=4))
def test_a_merge_has_everything_once_and_keeps_the_first_order(sequences: list[list[str]]) -> None:
    """The first sequence comes through in its own order, whatever the others say."""
    merged = merge_in_order(sequences)

    first = sequences[0] if sequences else []
    assert sorted(merged) == sorted({text for sequence in sequences for text in sequence})
    assert [text for text in merged if text in first] == first


POOL = [line for case in CASES for capture in captures_of(case) for line in capture.text.split("\n")]
PAGES = st.lists(st.sampled_from(POOL) | st.just("") | st.text(max_size=30), max_size=30).map("\n".join)


@settings(deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=3))
def test_every_line_of_any_page_is_accounted_for(texts: list[str]) -> None:
    """Each line that is not blank is in the message or in the list, and no text is in the message twice."""
    try:
        imported = import_texts(*texts)
    except FileError:
        return

    for number, text in enumerate(texts, 1):
        assert accounted_lines(imported, f"page-{number}") == lines_with_text(text)
    keys = [key_of(part.text) for part in imported.message.parts()]
    assert len(keys) == len(set(keys))
    assert all(part.sources for part in imported.message.parts())


@settings(deadline=None)
@given(st.lists(PAGES, min_size=2, max_size=4), st.integers())
def test_the_order_of_any_pages_does_not_matter_for_what_is_kept(texts: list[str], seed: int) -> None:
    """A shuffled import keeps the same texts, or is refused as well."""
    shuffled = texts.copy()
    Random(seed).shuffle(shuffled)

    assert kept(texts) == kept(shuffled)


def kept(texts: list[str]) -> set[str] | int | None:
    """Give the texts of the message, or how many there are where the order says whose words are kept."""
    try:
        imported = import_texts(*texts)
    except FileError:
        return None
    keys = {key_of(part.text) for part in imported.message.parts()}
    return keys if all(difference.slight for difference in imported.differences) else len(keys)


def test_the_document_has_front_matter_and_one_blank_line_between_blocks() -> None:
    """Title, dateline, lead, body, signature with hard breaks, note, one line end at the end."""
    message = Message(
        title=Part("Read with us"),
        dateline=Part("Issued: 14.09.31, 09:30"),
        lead=(Part("Mary Example writes:"),),
        body=(Part("Come in."), Part("Stay.")),
        signature=(Part("Mary Example"), Part("Head of the Library")),
        note=(Part("First held in 2019."),),
    )

    assert to_markdown(message) == (
        "---\ntitle: Read with us\n---\n\nIssued: 14.09.31, 09:30\n\nMary Example writes:\n\nCome in.\n\nStay.\n\n"
        "Mary Example\\\nHead of the Library\n\nFirst held in 2019.\n"
    )


def test_a_message_without_a_title_has_no_front_matter() -> None:
    """The document begins with its first paragraph."""
    assert to_markdown(Message(body=(Part("Come in."),))) == "Come in.\n"


@pytest.mark.parametrize(
    ("title", "scalar"),
    [
        ("Read with us", "Read with us"),
        ("Читаем вместе", "Читаем вместе"),
        ("Reading: a week", '"Reading: a week"'),
        ('Read "together"', '"Read \\"together\\""'),
        ("It's time", '"It\'s time"'),
        ("Number #1", '"Number #1"'),
        ("- dash", '"- dash"'),
        ("[draft] Read", '"[draft] Read"'),
        ("2031", '"2031"'),
        ("2031-09-14", '"2031-09-14"'),
        ("yes", '"yes"'),
        ("C:\\Books: a path", '"C:\\\\Books: a path"'),
        ("Reading at 09:30", "Reading at 09:30"),
    ],
)
def test_a_title_is_quoted_only_where_yaml_needs_it(title: str, scalar: str) -> None:
    """Whatever the title, a reader of YAML gets the same text back."""
    markdown = to_markdown(Message(title=Part(title), body=(Part("Come in."),)))

    front_matter = markdown.split("---\n")[1]
    assert front_matter == f"title: {scalar}\n"
    assert yaml.safe_load(front_matter) == {"title": title}


@pytest.mark.parametrize(("text", "markdown"), cases("escapes.cases"))
def test_text_is_escaped_where_markdown_would_take_it_as_markup(text: str, markdown: str) -> None:
    """The paragraph reads as the plain text it is, and nothing is escaped without need."""
    written = to_markdown(Message(body=(Part(text),)))

    assert written == f"{markdown}\n"
    assert rendered_paragraphs(written) == [text]


def test_a_signature_line_is_escaped_like_the_beginning_of_a_paragraph() -> None:
    """A line below a hard break may look like a list or an underline as well."""
    lines = ("Mary Example \\", "- Head of the Library", "===", "1. Main Street", "# 7")
    message = Message(body=(Part("Come in."),), signature=tuple(map(Part, lines)))

    assert rendered_paragraphs(to_markdown(message)) == ["Come in.", "\n".join(lines)]


MARKS = st.text(alphabet="ab1 .)(*_`~[]<>#+-=|&;:!\\\"'\n\t/@{}$^é中\u00a0\u3000\u200b\0\u2028", max_size=30)
ANY_TEXTS = st.lists(MARKS | st.text(max_size=40), max_size=3)
DIALECTS = (PLAIN, pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH)


@settings(deadline=None)
@given(ANY_TEXTS, ANY_TEXTS, ANY_TEXTS)
def test_any_text_reads_in_markdown_as_it_was(body: list[str], signature: list[str], note: list[str]) -> None:
    """Rendered, each paragraph is the text of its part with the white space tidied."""
    message = Message(body=tuple(map(Part, body)), signature=tuple(map(Part, signature)), note=tuple(map(Part, note)))

    markdown = to_markdown(message)

    signed = "\n".join(line for line in map(clean, signature) if line)
    expected = [text for text in (*map(clean, body), signed, *map(clean, note)) if text]
    for dialect in DIALECTS:
        assert rendered_paragraphs(markdown, dialect) == expected


@settings(deadline=None)
@given(MARKS | st.text(max_size=40))
def test_any_title_reads_in_yaml_as_it_was(title: str) -> None:
    """The front matter is one line and gives the title back with the white space tidied."""
    markdown = to_markdown(Message(title=Part(title), body=(Part("Come in."),)))

    head = markdown.removesuffix("Come in.\n").removeprefix("---\n").removesuffix("\n---\n\n")
    assert (yaml.safe_load(head) or {}).get("title", "") == clean(title)
    assert "\n" not in head


def test_a_part_remembers_the_lines_it_was_made_of() -> None:
    """A wrapped paragraph has a first and a last line in the capture that holds it."""
    wrapped = textwrap.fill(" ".join(PROSE), 66)

    message = import_texts(f"Read with us\n\n{wrapped}").message

    last = 2 + len(wrapped.splitlines())
    assert message.body[0] == Part(" ".join(PROSE), (Source("page-1", 3, last),))


LONG_PROSE = "The number {} reader of this week came in from the rain, sat down, and stayed until the evening.\n\n"
LARGE = {
    "paragraphs": ("".join(LONG_PROSE.format(number) for number in range(20_000)), 20_000),
    "one line": (PROSE[0] + " word" * 400_000 + ".", 1),
    "brackets": (PROSE[0] + "[" * 2_000_000 + ".", 1),
    "colons": (PROSE[0] + "a:" * 1_000_000 + ".", 1),
    "digits": (PROSE[0] + "1." * 1_000_000, 1),
    "wrapped": ("library reading evening shelf book tea house\n" * 45_000 + "to the end of it.", 1),
    "short lines": (PROSE[0] + "\n\n" + "ab\n" * 100_000 + "\x0b" * 1_500_000, 1),
}


@pytest.mark.parametrize("kind", LARGE)
def test_a_page_of_two_megabytes_is_read_to_its_end(kind: str) -> None:
    """Time grows with the length of a page and no faster, whatever it is made of."""
    text, count = LARGE[kind]

    imported = import_captures([as_capture(text)])

    assert len(list(imported.message.parts())) == count
    assert accounted_lines(imported, "page") == lines_with_text(text)
    assert to_markdown(imported.message).endswith("\n")
