"""Quoted passages of a source, and the room that a translation has for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.quotations import passages, room
from l10n_tool.facts.text import Text

TITLE = "We saw “The Nutcracker” on Sunday"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (TITLE, [("The Nutcracker", True)]),
        ('We saw "The Nutcracker" on Sunday', [("The Nutcracker", True)]),
        ("We saw ‘The Nutcracker’ on Sunday", [("The Nutcracker", True)]),
        ("We saw 'The Nutcracker' on Sunday", [("The Nutcracker", True)]),
        ("Press “Save”, then “Close”", [("Save", False), ("Close", False)]),
        ("They wrote “no comment” on it", [("no comment", False)]),
        ("‘It’s the children’s day’ was sung", [("It’s the children’s day", False)]),
        ("“%(name)s” is not “{value}”", []),
        ('A board of 15" and one of 17"', []),
        ("the workers' and the children's days", []),
        ("in the '90s, as in the '80s", []),
        ('set width="Wide page" here', []),
        ('<a title="The Nutcracker">it</a>', []),
        ("type `“Save it”` in", []),
        ("use “same-origin” alone", []),
    ],
)
def test_quoted_words_are_passages_and_other_marks_are_none(source: str, found: list[tuple[str, bool]]) -> None:
    """Placeholders, code, inches, apostrophes and values of attributes are no quotations; titles have capitals."""
    assert [(passage.text, passage.title) for passage in passages(Text(source, "en"))] == found


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("de", "Wir sahen „Der Nussknacker“", 1),
        ("de", "Wir sahen >>nichts", 1),
        ("de", "Wir sahen *Der Nussknacker*", 1),
        ("de", "Wir sahen <em>Der Nussknacker</em>", 1),
        ("de", "Wir sahen &bdquo;Der Nussknacker&ldquo;", 1),
        ("de", "Wir sahen Der Nussknacker", 0),
        ("tr", "'Fındıkkıran'ı izledik", 1),
        ("tr", "Pazar'ı Fındıkkıran'la geçirdik", 0),
        ("fr", "Nous l’avons vu aujourd’hui", 0),
        ("fr", "« Casse-Noisette » et « Le Lac des cygnes »", 2),
        ("he", 'ראינו את צה"ל', 0),
        ("he", "ראינו את ״מפצח האגוזים״", 1),
        ("ja", "『くるみ割り人形』を見た", 1),
        ("zh_Hans", "我们看了《胡桃夹子》", 1),
        ("pl", "Widzieliśmy ,,Dziadka do orzechów''", 1),
        ("es", "— Ven —dijo", 1),
    ],
)
def test_marks_of_any_language_and_emphasis_make_room(locale: str, text: str, expected: int) -> None:
    """Apostrophes and marks within words make none."""
    assert room(Text(TITLE, "en"), Text(text, locale)) == expected


def test_emphasis_that_the_source_has_too_makes_no_room() -> None:
    """It marks something else."""
    assert room(Text("**Now**: “The Nutcracker”", "en"), Text("**Jetzt**: Der Nussknacker", "de")) == 0


@given(st.text("aB “”\"'‘’«»„*_%s\n", max_size=80))
def test_a_source_has_room_for_its_own_passages(raw: str) -> None:
    """As it stands, none of them is lost."""
    assert room(Text("", "en"), Text(raw, "en")) >= len(passages(Text(raw, "en")))
