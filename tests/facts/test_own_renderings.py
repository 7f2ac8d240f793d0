"""Names that a language has words of its own for."""

import pytest

from l10n_tool.facts.names import Kind, Name
from l10n_tool.facts.own_renderings import is_quoted, may_be_rendered
from l10n_tool.facts.text import Text


def _name(name: str, source: str) -> Name:
    at = source.index(name)
    return Name(name, (at, at + len(name)), Kind.WORD)


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("We danced “The Nutcracker” here.", True),
        ('We danced "The Nutcracker" here.', True),
        ("We danced the Nutcracker “here”.", False),
        ("The Nutcracker", False),
    ],
)
def test_a_title_in_quotation_marks_is_told(source: str, *, quoted: bool) -> None:
    """Marks of any kind count."""
    assert is_quoted(_name("Nutcracker", source), Text(source, "en")) is quoted


SOURCE = "Roses grow beside the Danube near Vienna."


@pytest.mark.parametrize(
    ("text", "locale", "may_be"),
    [
        ("Розы растут на берегу Дуная.", "ru", True),
        ("Розы растут на берегу.", "ru", False),
        ("ドナウ川のほとりにはバラが生えています。", "ja", True),
        ("川のほとりには花が生えています。", "ja", False),
        ("An der Danuba wachsen Rosen.", "de", True),
        ("Am Ufer wachsen Rosen.", "de", False),
        ("Des roses poussent. Au bord de la rivière.", "fr", False),
        ("Des roses WeChat.", "fr", False),
    ],
)
def test_a_word_that_may_be_the_name_is_seen(text: str, locale: str, *, may_be: bool) -> None:
    """A capital inside a sentence tells it; where capitals tell nothing, some likeness does."""
    assert may_be_rendered(_name("Danube", SOURCE), SOURCE, Text(text, locale), set()) is may_be


def test_a_word_that_is_another_name_is_not_this_one() -> None:
    """What is taken, and what the source has as well, is left out."""
    text = "Розы растут у Дуная и Vienna."
    at = text.index("Дуная")

    assert not may_be_rendered(_name("Danube", SOURCE), SOURCE, Text(text, "ru"), {(at, at + len("Дуная"))})


def test_a_word_that_goes_on_with_another_name_is_of_that_one() -> None:
    """The Muzeyi of Britaniya Muzeyi is no rendering of the Danube."""
    text = "Bu gün Britaniya Muzeyi açıqdır."
    at = text.index("Britaniya")

    assert may_be_rendered(_name("Danube", SOURCE), SOURCE, Text(text, "az"), set())
    assert not may_be_rendered(_name("Danube", SOURCE), SOURCE, Text(text, "az"), {(at, at + len("Britaniya"))})
