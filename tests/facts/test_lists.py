"""Enumerations of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.facts.lists import clear_enumerations, enumerations, is_written


@pytest.mark.parametrize(
    ("locale", "text", "size"),
    [("en", "We need books, pens and paper.", 3), ("en", "books, pens, ink, and paper", 4),
     ("de", "Bücher, Stifte und Papier", 3),
     ("fr", "des livres, des stylos, de l’encre et du papier", 4), ("es", "libros, lápices y papel", 3),
     ("fr", "Pour la soupe, il faut du sel, du riz et des oignons", 3),
     ("ja", "スープには、塩、米、玉ねぎが必要です", 3),
     ("ja", "門が開くと、本、ペン、紙", 3), ("ja", "朝の前に、本、ペン、紙", 3), ("ja", "5月18日、本、ペン、紙", 3),
     ("ja", "本、ペン、紙は、無料です", 3), ("ja", "かに、えび、いか", 3),
     ("ja", "本、ペンと紙が必要です", 3), ("ja", "本、ペン、紙", 3),
     ("zh", "我们需要书、笔和纸。", 3), ("ko", "책, 펜 및 종이", 3),
     ("ar", "نحتاج إلى كتب وأقلام وحبر", 3), ("he", "ספרים, עטים ונייר", 3), ("ru", "книги, ручки и бумага", 3),
     ("tr", "kitap, kalem ve kağıt", 3), ("az", "kitab, qələm və kağız", 3), ("fa", "کتاب، قلم و کاغذ", 3),
     ("de", "Leserinnen und Leser, Kinder und Eltern", 3), ("de", "Bücher, Karten und Stifte sowie Papier", 4),
     ("ru", "Один и тот же билет в трамваях, на паромах и в поездах", 3),
     ("fr", "des livres, des stylos et du papier, tout compte", 3),
     ("uk", "слово, що може мати літери, числа або дефіси", 3),
     ("de", "ein Kürzel, bestehend aus Buchstaben, Ziffern", 0),
     ("ja", "どの図書館でも、スキー、そり、地図を貸します", 3), ("ja", "文字、数字またはハイフンで成る、名前", 3),
     ("es", "a, b, c, d o e, f o g", 7),
     ("it", "None (vuoto), True (vero) o False (falso)", 3), ("hi", "किताबें, कलम और कागज़", 3)],
)  # fmt: skip
def test_a_list_has_its_members(locale: str, text: str, size: int) -> None:
    """In the commas and conjunctions of the language, and with remarks in brackets."""
    assert [one.size for one in enumerations(text, locale)] == ([size] if size else [])


@pytest.mark.parametrize(
    "text",
    ["If you can, come along, and we will talk.", "Finally, cards and books are free.", "Books and pens.",
     "Books, pens.",
     "If specified, separate source and build", "If the rain continues, closing all windows and reading can help.",
     "In the future, only the month or week is shown.", "Click it, or drag it to the bar, and wait. Then, go.",
     "It costs 1,000 or 2,000."],
)  # fmt: skip
def test_clauses_are_no_list(text: str) -> None:
    """What English parts by commas for another reason is not held to have members."""
    assert clear_enumerations(text, "en") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It should be short, only hold letters, digits and dots.", ", digits and"),
        ("If you write by post, name, street and town are needed.", ", street and"),
        ("It is for, but not limited to, names, streets and towns.", ", streets and"),
        ("See if it is open. Bring books, pens and paper.", ", pens and"),
        ("The menu, which costs €9, includes soup, figs and tea.", ", figs and"),
        ("The shops, which open at nine, sell bread, milk and wine.", ", milk and"),
        ("Our school, founded 1910, offers courses, trips and talks.", ", trips and"),
        ("We run a club, which lends maps, old games and toys.", ", old games and"),
    ],
)
def test_a_clause_before_a_list_is_no_member(text: str, shown: str) -> None:
    """What leads in is left out, and the list is held to have the rest."""
    assert [text[slice(*one.span)] for one in clear_enumerations(text, "en")] == [shown]


def test_a_list_is_where_its_separators_are() -> None:
    """The members between the separators can be marked."""
    text = "We need books, pens, ink and paper."

    one = clear_enumerations(text, "en")[0]

    assert (one.size, text[slice(*one.span)]) == (4, ", pens, ink and")
    assert [text[slice(*member)].strip() for member in one.members] == ["pens", "ink"]


@given(st.lists(st.sampled_from([*"a, b، 、。.;( )\n・", " and ", " und ", "や", " و", "word "])).map("".join))
def test_every_text_has_its_lists_in_order(text: str) -> None:
    """No text breaks the search; spans lie within the text and do not overlap."""
    for language in ("en", "de", "ja", "ar", "xx"):
        ends = [end for one in enumerations(text, language) for end in one.span]
        assert ends == sorted(ends)
        assert all(0 <= end <= len(text) for end in ends)


def test_a_text_in_other_letters_than_its_conjunctions_is_not_read() -> None:
    """Kazakh in Latin letters has other words for “and”."""
    assert not is_written("áripter, sıfrlar nemese tańbalar", "kk")
    assert is_written("әріптер, сандар немесе таңбалар", "kk")
    assert is_written("letters, numbers or signs", "en")
    assert is_written("文字", "ja")
