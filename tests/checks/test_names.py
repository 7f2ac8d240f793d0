"""What the check ``names`` learns from a catalogue."""

import pytest

from l10n_tool.catalogue import Catalogue, Entry
from l10n_tool.checks import Finding, check_catalogue
from l10n_tool.checks.names import CHECK
from l10n_tool.checks.standard import Standard
from l10n_tool.facts import renderings
from l10n_tool.termbase import Term, Termbase

KEPT = [
    Entry(f"You find the {thing} of Kestrel there.", (f"Dort sind die {dinge} von Kestrel.",))
    for thing, dinge in [("books", "Bücher"), ("maps", "Karten"), ("songs", "Lieder"), ("rules", "Regeln")]
]
RENDERED = [
    Entry("We asked the Silver Lantern for books.", ("Wir baten die Silberne Laterne um Bücher.",)),
    Entry("Songs are sung at the Silver Lantern.", ("In der „Silberne Laterne“ wird gesungen.",)),
    Entry("The door of the Silver Lantern stood open.", ("Die Tür vor der Silbernen Laterne stand offen.",)),
    Entry("Nobody else is like the Silver Lantern now.", ("Niemand ist wie die Silberne Laterne.",)),
]


def findings(entries: list[Entry], locale: str = "de", standard: Standard | None = None) -> list[Finding]:
    catalogue = Catalogue(tuple(entries))
    return check_catalogue(catalogue, locale=locale, file="a.po", checks={"names": CHECK}, standard=standard)


def messages(entries: list[Entry], locale: str = "de", standard: Standard | None = None) -> list[str]:
    return [finding.message for finding in findings(entries, locale, standard)]


def test_a_name_that_the_catalogue_keeps_has_to_be_kept() -> None:
    """The other entries tell what is usual."""
    found = messages([*KEPT, Entry("Ask the people of Kestrel.", ("Fragen Sie die Leute dort.",))])

    assert found == ["‘Kestrel’ has no counterpart"]


def test_an_entry_without_the_learned_rendering_is_told_what_it_is() -> None:
    """A translated name is learned from the catalogue itself."""
    found = messages([*RENDERED, Entry("We asked the Silver Lantern for help.", ("Wir baten den Verein um Hilfe.",))])

    assert found == ["‘Silver Lantern’ is ‘Silberne Laterne’ in 4 entries, and not here"]


def test_a_learned_rendering_may_be_inflected() -> None:
    """Stems are compared."""
    right = Entry("The house of the Silver Lantern is old.", ("Das Haus der Silbernen Laternen ist alt.",))

    assert findings([*RENDERED, right]) == []


def test_what_the_sources_share_besides_the_name_is_not_taken_for_it() -> None:
    """Of sentences alike nobody can tell what renders which word."""
    things = [("books", "Bücher"), ("maps", "Karten"), ("songs", "Lieder"), ("rules", "Regeln")]
    alike = [
        Entry(f"We begged Silver Lantern for {one}.", (f"Wir baten den Verein um {other}.",)) for one, other in things
    ]

    assert findings([*alike, Entry("The Silver Lantern has nothing.", ("Dort ist nichts.",))]) == []


def test_the_places_are_those_of_the_name_and_of_what_stands_for_it() -> None:
    """Reports underline them."""
    (found,) = findings([Entry("Our files are on GitHub.", ("Unsere Dateien liegen auf GitHbu.",))])

    assert (found.marks, found.source_marks) == (((26, 32),), ((17, 23),))


def test_a_name_of_the_termbase_is_left_to_the_terms() -> None:
    """Nothing is told twice."""
    standard = Standard(termbase=Termbase((Term("Kestrel", "de", required=("Turmfalke",)),)))
    wrong = Entry("Ask the people of Kestrel.", ("Fragen Sie die Leute dort.",))

    assert messages([*KEPT, wrong], standard=standard) == []


def test_a_word_that_a_source_writes_small_is_no_name() -> None:
    """The sources' own words are learned first."""
    entries = [
        Entry("Press the Zebra button there.", ("Drücken Sie dort den Knopf.",)),
        Entry("A zebra is striped.", ("Ein solches Tier ist gestreift.",)),
    ]

    assert findings(entries) == []


def test_a_name_that_the_catalogue_writes_in_many_ways_is_let_be() -> None:
    """Without a usage of its own a catalogue teaches nothing."""
    texts = ["Der Falke ruft", "Ein Vogel singt", "Das Tier lebt", "Er flog weg", "Sie ist da"]
    entries = [Entry(f"It was Kestrel number {n} there.", (text,)) for n, text in enumerate(texts)]

    assert findings(entries) == []


@pytest.mark.parametrize("forms", [("%d Datei auf GitHub", "%d Dateien auf GitHub"), ("", "")])
def test_each_form_has_the_name(forms: tuple[str, str]) -> None:
    """An untranslated entry is passed over."""
    entry = Entry("%d file on GitHub", forms, msgid_plural="%d files on GitHub")

    assert findings([entry]) == []


def test_a_form_without_the_name_is_told() -> None:
    """The other forms do not make up for it."""
    forms = ("%d Datei auf GitHub", "%d Dateien dort")
    entry = Entry("%d file on GitHub", forms, msgid_plural="%d files on GitHub")

    assert messages([entry]) == ["‘GitHub’ has no counterpart (in msgstr[1])"]


def test_names_are_read_and_looked_for_in_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text costs twice the looks, however the letters are chosen."""
    looks: list[int] = []

    def counted(name: str, word: str) -> float:
        looks.append(len(name) + len(word))
        return 0.0

    monkeypatch.setattr(renderings, "likeness", counted)
    costs = []
    for times in (20, 40):
        looks.clear()
        findings([Entry("We met Ada Lovelace in Baku today." * 2, ("Там были Люди. " * times,))], "ru")
        costs.append(len(looks))

    assert 0 < costs[1] <= 2 * costs[0]
