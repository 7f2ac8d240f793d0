"""What is wrong in a PO file is told once, where it is, with a remedy that mends it."""

from collections.abc import Callable, Sequence
from subprocess import CompletedProcess
from typing import Final

import pytest

from l10n_tool.catalogue import CatalogueError, Problem, parse_catalogue

Run = Callable[..., "CompletedProcess[bytes]"]

HEADER: Final = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ABOVE: Final = "Move it above the entry."
CONTEXT: Final = "Put it before the msgid, or give the entry above its msgstr."
INSIDE: Final = 'Remove it, or take it into the text, where a quotation mark is written \\".'
BEGINS: Final = "A line begins with msgctxt, msgid, msgid_plural, msgstr, # or a quotation mark."
STRAIGHT: Final = 'Write the text between straight quotation marks: "…".'
NUMBERED: Final = "Write msgstr[0], msgstr[1], …"
MARKERS: Final = "Keep what both sides wrote, and remove the lines with markers; l10n-tool merge does it by entry."
BEFORE: Final = "Put the msgid before it, and no comment in between."

#: A fault, and what is told of it: line and column below the header, message and remedy.
FAULTS: Final[Sequence[tuple[str, Sequence[tuple[int, int, str, str]]]]] = (
    ('msgid "a"\n# b\n#: c\nmsgstr "b"\n', [(2, 1, "a comment inside an entry", ABOVE)]),
    (
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n# c\nmsgstr[1] "d"\n',
        [(5, 1, "msgstr without a msgid", BEFORE)],
    ),
    (
        '# a\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c"\n',
        [(2, 1, "msgid_plural without a msgid", "Put it right behind its msgid.")],
    ),
    (
        'msgid "a"\nmsgstr "b"\nmsgid_plural "as"\nmsgstr[1] "c"\n',
        [(3, 1, "msgid_plural without a msgid", "Put it right behind its msgid.")],
    ),
    (
        'msgctxt "x"\nmsgid "a"\nmsgctxt "y"\nmsgid "b"\nmsgstr "c"\n',
        [(3, 1, "msgctxt in the middle of an entry", CONTEXT)],
    ),
    ('msgid\nmsgstr "b"\n', [(1, 1, "a keyword without a string", 'Write at least "".')]),
    ('msgid "a" msgstr\nmsgid "b"\nmsgstr "c"\n', [(1, 11, "a keyword without a string", 'Write at least "".')]),
    (
        'msgid "a"\nmsgstr[0] "b"\nmsgstr[1] "c"\n',
        [(2, 1, "msgstr with an index, but no msgid_plural", "Write msgstr, or add the msgid_plural.")],
    ),
    (
        'msgid "a"\nmsgid_plural "as"\nmsgstr "b"\nmsgstr "c"\n',
        [(3, 1, "msgstr without an index in a plural entry", NUMBERED)],
    ),
    (
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0 "b"\nmsgstr[1] "c"\n',
        [(3, 1, "msgstr without an index in a plural entry", NUMBERED)],
    ),
    ('msgid "a"\nmsgstr ["0"] "b"\n', [(2, 8, "an index that does not end", NUMBERED)]),
    (
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[2] "c"\nmsgstr[3] "d"\n',
        [(4, 1, "msgstr[2] where msgstr[1] is due", "Number the forms from 0, in order.")],
    ),
    (
        'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[0] "c"\n',
        [(4, 1, "msgstr[0] twice in one entry", "Keep one of the two.")],
    ),
    (
        'msgstr "b"\n\nmsgid "c"\nmsgstr "d"\n',
        [(1, 1, "msgstr twice in one entry", "Keep one of the two, or put the msgid before the second.")],
    ),
    (
        '#~ msgid "a"\n#~ msgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c"\n',
        [(3, 1, "an entry that is obsolete in part", "Begin all its lines with #~, or none.")],
    ),
    ('# a\n"b"\nmsgstr "c"\n', [(2, 1, "a string without a keyword", "Put msgid or msgstr before it.")]),
    ('msgid a"\nmsgstr "b"\n', [(1, 7, "'a\"' outside the quotation marks", STRAIGHT)]),
    ('msgid “a”\nmsgstr "b"\n', [(1, 7, "'“a”' outside the quotation marks", STRAIGHT)]),
    (
        'msgid "a";\nmsgstr "b"\n',
        [(1, 10, "';' outside the quotation marks", INSIDE)],
    ),
    ('msgid ""\nmsgstr "b"\n', [(1, 1, "a second header", "Take its fields into the first, and remove it.")]),
    (
        'msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr ""\n',
        [(3, 1, "the message of line 4 again", "Keep the better of the two translations.")],
    ),
    (
        '\u00a0msgid "a"\n',
        [(1, 1, "unknown keyword '\\xa0msgid'", BEGINS)],
    ),
    (
        'msgid "a"\n<<<<<<< ours\nmsgstr "b"\n=======\n# c\nmsgstr "d"\n>>>>>>> theirs\n',
        [(line, 1, "a conflict marker of version control", MARKERS) for line in (2, 4, 7)],
    ),
    (
        'msgid "a\nmsgid_plural "as"\nmsgstr[1] "c"\n\nmsgid "d"\nmsgstr "\\q"\n',
        [
            (1, 9, "the closing quotation mark is missing", 'End the line with ".'),
            (3, 1, "msgstr[1] where msgstr[0] is due", "Number the forms from 0, in order."),
            (6, 9, "\\q is no escape", 'Write a backslash as \\\\, a quotation mark as \\".'),
        ],
    ),
)


@pytest.mark.parametrize(("text", "told"), FAULTS, ids=[text for text, _ in FAULTS])
def test_of_each_fault_one_problem_is_told(text: str, told: Sequence[tuple[int, int, str, str]], msgfmt: Run) -> None:
    """At its place, without what only follows from it, with a remedy that fits; msgfmt refuses the file too."""
    data = (HEADER + text).encode()

    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(data)

    assert [(line - 3, *rest) for line, *rest in caught.value.problems] == told
    assert msgfmt("-o", "/dev/null", "-", data=data).returncode


def test_what_stands_behind_a_conflict_is_told_again() -> None:
    """A conflict hides what follows from it, not the rest of the file."""
    conflict = 'msgid "a"\n<<<<<<< ours\nmsgstr "b"\n=======\nmsgstr "d"\n>>>>>>> theirs\n\n'

    with pytest.raises(CatalogueError) as caught:
        parse_catalogue((HEADER + conflict + 'msgid "e"\nmsgid "f"\nmsgstr "g"\n').encode())

    assert [problem.line - 3 for problem in caught.value.problems] == [2, 4, 6, 9]


@pytest.mark.parametrize(
    ("active", "obsolete", "remedy"),
    [
        ("b", "", "Remove the obsolete one (#~): it has no text."),
        ("", "", "Remove the obsolete one (#~): it has no text."),
        ("b", "b", "Remove the obsolete one (#~): it has the same text."),
        ("", "b", "Take the text of the obsolete one (#~) into the other, and remove the obsolete one."),
        (
            "b",
            "c",
            "Keep the better of the two translations in the one that is not obsolete (#~), and remove the other.",
        ),
    ],
)
@pytest.mark.parametrize("obsolete_first", [False, True])
def test_a_source_that_came_back_is_told_from_its_obsolete_entry(
    active: str, obsolete: str, remedy: str, obsolete_first: bool, msgfmt: Run
) -> None:
    """Which of the two can go depends on their texts, not on their order; msgfmt refuses the file too."""
    pair = [f'msgid "a"\nmsgstr "{active}"\n', f'#~ msgid "a"\n#~ msgstr "{obsolete}"\n']
    data = (HEADER + "".join(reversed(pair) if obsolete_first else pair)).encode()

    with pytest.raises(CatalogueError) as caught:
        parse_catalogue(data)

    assert caught.value.problems == (Problem(6, 1, "the message of line 4 again", remedy),)
    assert msgfmt("-o", "/dev/null", "-", data=data).returncode


def test_one_remedy_for_many_messages_is_told_once() -> None:
    """A catalogue that pybabel updated may have a hundred of them."""
    pairs = "".join(f'msgid "{n}"\nmsgstr ""\n#~ msgid "{n}"\n#~ msgstr "b"\n' for n in range(9))

    with pytest.raises(CatalogueError) as caught:
        parse_catalogue((HEADER + pairs).encode())

    assert str(caught.value).count("Take the text") == 1
