"""Links by reference: the words can be translated, and the link holds; titles are texts of their own."""

from typing import Final

import pytest

from l10n_tool.document import Document, StructureError
from l10n_tool.markup import skeleton
from l10n_tool.sources.markdown import MarkdownSource

SOURCE: Final = MarkdownSource()
_DEFINITIONS: Final = "\n[the list]: https://example.org/list\n[a b]: /x\n[`c`]: /c\n[d`]: /d\n[Map]: map.png\n"


def _read(text: str) -> Document:
    return SOURCE.read("a.md", text.encode())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("[the list]", "[the list][the list]"),
        ("[The List][]", "[The List][The List]"),
        ("**[the list]**, [the list].", "**[the list][the list]**, [the list][the list]."),
        ("![map]", "![map][map]"),
        ("![map][]", "![map][map]"),
        ("[![map][]](x)", "[![map][map]](x)"),
        ("[a\nb]", "[a b][a b]"),
        ("[`c`]", "[`c`][`c`]"),
        ("[words][the list]", "[words][the list]"),
        ("[d`]", "[d`]"),
        ("[unknown] [unknown][]", "[unknown] [unknown][]"),
        ("`[the list]` \\[the list]", "`[the list]` \\[the list]"),
        ("[the list](x)", "[the list](x)"),
    ],
)
def test_a_link_by_its_own_words_names_its_target_apart(source: str, text: str) -> None:
    """Only where it is a link; and put back it is the source's bytes."""
    document = _read(f"{source}\n{_DEFINITIONS}")

    assert document.blocks[0].text == text
    assert SOURCE.write(document, {0: text}) == document.data


@pytest.mark.parametrize("prefix", ["", "> ", "- ", "# "])
def test_the_words_of_a_link_are_translated_and_its_target_holds(prefix: str) -> None:
    """The label stays, in the translation and in the skeleton of its entry."""
    document = _read(f"{prefix}See [the list][].\n{_DEFINITIONS}")

    data = SOURCE.write(document, {0: "Siehe [die Liste][the list]."})

    assert data.decode() == f"{prefix}Siehe [die Liste][the list].\n{_DEFINITIONS}"
    assert skeleton(document.blocks[0].text) == skeleton("Siehe [die Liste][the list].")
    assert skeleton(document.blocks[0].text) != skeleton("Siehe [die Liste][the map].")


def test_a_translation_may_leave_a_link_as_short_as_the_author_has_it() -> None:
    """Where its words are the label still."""
    document = _read(f"See [the list][].\n{_DEFINITIONS}")

    assert SOURCE.write(document, {0: "Siehe [the list]."}).decode() == f"Siehe [the list].\n{_DEFINITIONS}"


@pytest.mark.parametrize(
    "text", ["Siehe [the list][die Liste].", "Siehe die Liste.", "[the list][a b]", "[x][the list] [Map]"]
)
def test_a_translation_has_the_links_of_its_source(text: str) -> None:
    """No fewer, no more, and to no other target."""
    with pytest.raises(StructureError):
        SOURCE.write(_read(f"See [the list][].\n{_DEFINITIONS}"), {0: text})


def test_a_link_over_two_lines_of_a_quotation_has_one_label() -> None:
    """Without the marks of the quotation."""
    document = _read(f"> [a\n> b][] and [a  \n> b]\n{_DEFINITIONS}")

    assert document.blocks[0].text == "[a b][a b] and [a\\\nb][a b]"
    assert SOURCE.write(document, {0: "[A][a b] und\\\n[B][a b]"}).decode().startswith("> [A][a b] und  \n> [B][a b]\n")


@pytest.mark.parametrize(
    ("definition", "title", "text", "written"),
    [
        ('[x]: /x "Old"', "Old", "Neu", '[x]: /x "Neu"'),
        ("[x]: /x 'Old'", "Old", "It's", "[x]: /x 'It\\'s'"),
        ("[x]: </x y> (Old)", "Old", "Neu (2)", "[x]: </x y> (Neu \\(2\\))"),
        ('[x]:\n  /x\n  "Old\n  one"', "Old one", 'Ne"u\\', '[x]:\n  /x\n  "Ne\\"u\\\\"'),
        ('> [x]: /x\n> "Old\n> one"', "Old one", "Neu", '> [x]: /x\n> "Neu"'),
        ('[x]: /é "漢"', "漢", "a\nb", '[x]: /é "a b"'),
        ('[x]: /x "A &amp; \\"B\\""', 'A &amp; \\"B\\"', "C", '[x]: /x "C"'),
        ('[x]: /x " Old "', "Old", "Neu", '[x]: /x " Neu "'),
    ],
)
def test_the_title_of_a_definition_is_a_text(definition: str, title: str, text: str, written: str) -> None:
    """In the marks that the author chose, on one line."""
    document = _read(f"[w][x]\n\n{definition}\n")

    assert [(block.kind, block.text) for block in document.blocks] == [("paragraph", "[w][x]"), ("link title", title)]
    assert SOURCE.write(document, {1: text}).decode() == f"[w][x]\n\n{written}\n"


@pytest.mark.parametrize(
    "definition", ["[//]: # (a remark)", '[unused]: /x "T"', "[x]: /x", '[w]: /x "T"\n[W]: /y "U"']
)
def test_what_no_reader_sees_is_no_text(definition: str) -> None:
    """A title without a link, which is how authors hide remarks, and the second definition of a label."""
    texts = [block.text for block in _read(f"[w]\n\n{definition}\n").blocks]

    assert texts in (["[w]"], ["[w][w]", "T"])


def test_a_title_in_a_text_may_be_translated_and_must_be_there() -> None:
    """It stands in the text, with the target."""
    document = _read('[a](b "Title") ![c](d "Title")\n')

    assert SOURCE.write(document, {0: '[A](b "Titel") ![C](d "Titel")'}).decode() == '[A](b "Titel") ![C](d "Titel")\n'
    with pytest.raises(StructureError):
        SOURCE.write(document, {0: '[A](b "Titel") ![C](d)'})


def test_a_title_and_the_text_after_it_stand_in_order() -> None:
    """In a list a definition has no block around it."""
    document = _read("[x]\n\n- [x]: /x 'Title'\n  text\n")

    assert [(block.text, block.line) for block in document.blocks] == [("[x][x]", 1), ("Title", 3), ("text", 4)]
