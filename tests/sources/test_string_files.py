"""String files in JSON and YAML: only strings change, each in its place, and say nothing else than before."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.document import Block, Document, Reading, Source, StructureError
from l10n_tool.errors import FileError
from l10n_tool.languages import Language
from l10n_tool.notes import Notes
from l10n_tool.sources.json_strings import JsonStringsSource
from l10n_tool.sources.yaml_strings import YamlStringsSource

JSON: Final = JsonStringsSource()
YAML: Final = YamlStringsSource()
DATA: Final = Path(__file__).parents[1] / "data" / "sources"
DOCUMENTS: Final = sorted(path for ending in ("json", "yaml", "yml") for path in DATA.glob(f"*.{ending}"))
PORTUGUESE: Final = Language("pt_BR")

#: Texts that would be something else in YAML or JSON if they were not quoted, or that bring something in.
HOSTILE: Final = (
    "8. Mai 2008 war",
    "# zwei",
    "zwei # drei",
    "- drei",
    "| vier |",
    "|",
    ">",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "-->",
    "NOTE",
    "- x",
    ": x",
    "? x",
    "key: value",
    "key:",
    "a: b: c",
    "a, b",
    "[a]",
    "{a: b}",
    "]",
    "}",
    "'",
    "''",
    '"',
    '"x"',
    "it's",
    "\\",
    "\\n",
    "%",
    "%YAML 1.1",
    "@x",
    "`",
    "&a",
    "*a",
    "!x",
    "!!int 1",
    "yes",
    "No",
    "y",
    "null",
    "~",
    "1.0",
    "1e3",
    "0o17",
    ".inf",
    "2026-11-22",
    "12:30:45",
    "=",
    "<<",
    "---",
    "--- x",
    "...",
    "\t",
    "a\tb",
    " a",
    "a ",
    "\u2028",
    "a\u2028b",
    "a\x85b",
    "a\u00a0b",
    "\ufeffa",
    "a\x00b",
    "a\x1bb",
    "a\x7fb",
    "\ufffe",
    "\ud800",
    "😀",
    "a 😀 b",
    "a\nb",
    "a\n\nb\n",
    "\na",
    "  a\nb",
    "a\n  b",
    "a\n# b",
    "a\n---\nb",
    "a \nb",
    "a\r\nb",
    "a\rb",
    "",
    " ",
    "\n",
    "<b>x</b>",
    "</p>",
    "<img src=x onerror=alert(1)>",
    "<a href='//evil.example'>x</a>",
    "<!-- x",
    "<b",
    "3 < 4",
    "{name}",
    "{{name}}",
    "%{name}",
    "%s",
    "$t(key)",
    "100 % sicher",
    "https://evil.example/",
    "HTTPS://evil.example",
    "//evil.example/x",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,x",
    "x@evil.example",
)

#: A string to translate, "x", in every notation of it.
PLACES: Final[Mapping[str, tuple[Source, str]]] = {
    "json": (JSON, '{"k": "x", "z": "after"}'),
    "json list": (JSON, '["x", "after"]'),
    "plain": (YAML, "k: x\nz: after\n"),
    "plain, last": (YAML, "k: x"),
    "single": (YAML, "k: 'x'\nz: after\n"),
    "double": (YAML, 'k: "x"  # comment\nz: after\n'),
    "flow": (YAML, "{k: x, z: after}\n"),
    "flow list": (YAML, "[x, after]\n"),
    "list": (YAML, "- x\n- after\n"),
    "nested list": (YAML, "- - x\n  - after\n"),
    "literal": (YAML, "k: |  # comment\n  x\nz: after\n"),
    "literal, last": (YAML, "k: |\n  x"),
    "literal, stripped": (YAML, "- k: |-\n    x\n\n  z: after\n"),
    "literal, kept": (YAML, "k: |+\n  x\n\n\nz: after\n"),
    "literal, indented": (YAML, "a:\n  k: |2\n    x\nz: after\n"),
    "folded": (YAML, "k: >\n  x\nz: after\n"),
    "folded, stripped": (YAML, "k: >-\r\n    x\r\nz: after\r\n"),
    "anchor": (YAML, "k: &a x\nb: *a\nz: after\n"),
    "tag": (YAML, "k: !!str x\nz: after\n"),
    "root": (YAML, "x"),
    "key on its own line": (YAML, "? k\n: x\nz: after\n"),
}


def _source(path: Path) -> Source:
    return JSON if path.suffix == ".json" else YAML


def _tree(source: Source, data: bytes) -> Any:
    """What another reader finds in the file."""
    text = data.decode("utf-8-sig")
    return json.loads(text) if source is JSON else list(yaml.load_all(text, Loader=_Loader))


class _Loader(yaml.SafeLoader):
    """PyYAML's own parser; a tag of a program is the text behind it."""


_Loader.add_constructor("!ruby/regexp", lambda loader, node: str(node.value))


def _strings(tree: Any) -> Iterator[str]:
    """Every string value of a tree, in order."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list | dict):
        for value in tree.values() if isinstance(tree, dict) else tree:
            yield from _strings(value)


def _read_json(tree: object, reading: Reading | None = None) -> Document:
    return JSON.read("a.json", json.dumps(tree).encode(), reading or Reading())


def _texts(document: Document) -> dict[str, str]:
    return {block.section: block.text for block in document.blocks}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_strings_translated_into_themselves_keep_every_byte(path: Path) -> None:
    """Line ends, byte order mark, spaces and a missing last newline among them; the language too."""
    document = _source(path).read(path.name, path.read_bytes())

    own = {i: block.text for i, block in enumerate(document.blocks)}

    assert document.blocks
    assert _source(path).write(document, {}, PORTUGUESE) == path.read_bytes()
    assert _source(path).write(document, own, PORTUGUESE) == path.read_bytes()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_strings_that_were_written_are_read_as_they_were_written(path: Path) -> None:
    """Each text, changed and put in, comes back out; another reader finds them in a tree of the same shape."""
    source = _source(path)
    document = source.read(path.name, path.read_bytes())
    changed = {i: f"{block.text} Ñandú" for i, block in enumerate(document.blocks)}

    data = source.write(document, changed)

    again = source.read(path.name, data)
    assert [block.text for block in again.blocks] == list(changed.values())
    assert [(block.section, block.notes) for block in again.blocks] == [
        (block.section, block.notes) for block in document.blocks
    ]
    undone = _tree(source, data.replace(" Ñandú".encode(), b"").replace(b" \\u00d1and\\u00fa", b""))
    assert undone == _tree(source, path.read_bytes())


def test_a_string_tells_its_keys() -> None:
    """They are its context, as the author gave them; the whole string is one piece."""
    document = JSON.read("a.json", b'{\n  "nav": {"home": "Home"}\n}')

    assert document.blocks == (
        Block(
            text="Home",
            kind="string",
            start=20,
            end=26,
            line=2,
            section="nav.home",
            notes=Notes(context="nav.home"),
            whole=True,
        ),
    )


@pytest.mark.parametrize("source", [JSON, YAML], ids=["json", "yaml"])
def test_a_string_is_found_by_its_bytes(source: Source) -> None:
    """Not by characters, and behind a byte order mark."""
    document = source.read("a", '\ufeff{"é": "ü 😀", "漢": "w"}'.encode())

    assert [document.data[block.start : block.end].decode() for block in document.blocks] == ['"ü 😀"', '"w"']


def test_keys_are_told_in_one_way_only() -> None:
    """A dot in a key is not one between keys, and a list gives its strings its own key."""
    document = _read_json({"a": {"b": "one"}, "a.b": "two", "a\\": {"b": "three"}, "l": ["four", [{"k": "five"}]]})

    assert _texts(document) == {"a.b": "one", "a\\.b": "two", "a\\\\.b": "three", "l": "four", "l.k": "five"}


@pytest.mark.parametrize(
    "value",
    ["", " ", "→", "#008", "12:30", "…", "😀", "https://example.org/contact", " ftp://example.org/a ",
     "<script>alert('a')</script>", "<b>x</b><style>p {}</style>", 1, 1.5, True, None, {}, []],
)  # fmt: skip
def test_what_has_no_words_is_left_alone(value: object) -> None:
    """Strings without a letter, addresses alone, programs, and what is no string."""
    assert not _read_json({"k": value}).blocks


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ((), ["a.b", "a.c", "d"]),
        (("a.*",), ["a.b", "a.c"]),
        (("*", "!a.*"), ["d"]),
        (("!a.*",), ["d"]),
        (("!a.*", "a.c"), ["a.c"]),
        (("a.*", "!a.b"), ["a.c"]),
        (("x",), []),
    ],
)
def test_settings_say_which_keys_are_translated(patterns: tuple[str, ...], left: list[str]) -> None:
    """The last pattern that fits decides; without one that lets in, all but those left out."""
    document = _read_json({"a": {"b": "B", "c": "C"}, "d": "D"}, Reading(keys=patterns))

    assert list(_texts(document)) == left


def test_arb_describes_a_string_beside_it() -> None:
    """``@key`` has its comments and its longest length, and is no string of its own."""
    document = JSON.read("arb.json", (DATA / "arb.json").read_bytes())

    assert [(block.section, block.notes) for block in document.blocks] == [
        ("welcome", Notes(("Heading of the first page", "HomePage:Panel"), "welcome", 40)),
        ("signed", Notes(context="signed")),
        ("@media.caption", Notes(context="@media.caption")),
    ]


@pytest.mark.parametrize("length", ['"40"', "0", "-1", "4.5", "null", "9999999999"])
def test_a_length_that_is_none_is_an_error_with_its_line(length: str) -> None:
    """Told where it stands."""
    with pytest.raises(FileError, match=r"a\.json:2: maxLength"):
        JSON.read("a.json", f'{{"a": "b",\n"@a": {{"maxLength": {length}}}}}'.encode())


def test_author_s_notes_stand_in_comments_of_yaml() -> None:
    """Before a string or behind it; a number sign inside a scalar begins no comment."""
    text = (
        "# i18n:comment One\n# i18n:comment Two\na: A # i18n:max-length 5\n"
        "b: | # i18n:context other\n  # i18n:comment no\nc: 'x # i18n:comment no' # i18n:comment yes\n"
        "# i18n:skip\nd: D\n# i18n:comment of a number\ne: 1\nf: F\n"
        "g:\n  # i18n:comment inside\n  - G\nh: several\n  lines # i18n:comment behind\n# i18n:comment nobody's\n"
    )

    document = YAML.read("a.yaml", text.encode())

    assert [(block.text, block.notes) for block in document.blocks] == [
        ("A", Notes(("One", "Two"), "a", 5)),
        ("# i18n:comment no", Notes((), "other")),
        ("x # i18n:comment no", Notes(("yes",), "c")),
        ("F", Notes((), "f")),
        ("G", Notes(("inside",), "g")),
        ("several lines", Notes(("behind",), "h")),
    ]


def test_a_range_of_strings_can_be_left_out() -> None:
    """And a range that nobody ends is an error with its line."""
    text = "a: A\n# i18n:skip-start\nb: B\nc:\n- C\n"

    ended = YAML.read("a.yaml", f"{text}# i18n:skip-end\nd: D\n".encode())

    assert list(_texts(ended)) == ["a", "d"]
    with pytest.raises(FileError, match=r"a\.yaml:2: i18n:skip-start without an end"):
        YAML.read("a.yaml", text.encode())


@pytest.mark.parametrize(
    ("source", "text", "written"),
    [
        (YAML, "en:\n  a: A\n", "pt-BR:\n  a: B\n"),
        (YAML, "'en-GB': {a: A}\n", "'pt-BR': {a: B}\n"),
        (YAML, "en_GB:\n  a: A\n", "pt_BR:\n  a: B\n"),
        (YAML, "---\nen:\n  a: A\n---\nen:\n  n: 1\n", "---\npt-BR:\n  a: B\n---\npt-BR:\n  n: 1\n"),
        (JSON, '{"en": {"a": "A"}}', '{"pt-BR": {"a": "B"}}'),
        (JSON, '{"@@locale": "en", "a": "A"}', '{"@@locale": "pt_BR", "a": "B"}'),
        (JSON, '{"@@locale": "en-GB", "a": "A"}', '{"@@locale": "pt-BR", "a": "B"}'),
        (JSON, '{"@@locale": "de", "a": "A"}', '{"@@locale": "de", "a": "B"}'),
    ],
)
def test_the_language_of_a_file_becomes_the_target_s(source: Source, text: str, written: str) -> None:
    """Where a key at the top holds everything, or ARB states it; the keys of the strings are told without it."""
    document = source.read("a", text.encode())

    assert list(_texts(document)) == ["a"]
    assert source.write(document, {0: "B"}, PORTUGUESE).decode() == written
    assert source.write(document, {0: "B"}).decode() == text.replace("A", "B")


@pytest.mark.parametrize(
    "text", ["en:\n  a: A\nde:\n  b: B\n", "en: A\n", "de:\n  a: A\n", "x:\n  en:\n    a: A\n", "- en:\n    a: A\n"]
)
def test_another_key_at_the_top_is_a_key_like_any(text: str) -> None:
    """Only one that stands alone, names the source's language and holds a mapping is the file's language."""
    document = YAML.read("a.yaml", text.encode())

    assert YAML.write(document, {0: "Z"}, PORTUGUESE).decode() == text.replace("A", "Z")


def test_norwegian_is_no_truth_value() -> None:
    """The key ``no`` of YAML 1.1 would be one without quotation marks."""
    document = YAML.read("a.yaml", b"en:\n  a: A\n")

    assert YAML.write(document, {0: "B"}, Language("no")) == b'"no":\n  a: B\n'


@pytest.mark.parametrize(
    ("text", "translation", "written"),
    [
        ("k: x  # c\n", "Zwei Wörter", "k: Zwei Wörter  # c\n"),
        ("k: x  # c\n", "8. Mai 2008", 'k: "8. Mai 2008"  # c\n'),
        ("k: x\n", "a: b", 'k: "a: b"\n'),
        ("k: x\n", "yes", 'k: "yes"\n'),
        ("k: 'x'\n", "it's: # y", "k: 'it''s: # y'\n"),
        ("k: 'x'\n", "a\nb", 'k: "a\\nb"\n'),
        ('k: "x"\n', "a", 'k: "a"\n'),
        ('k: "x\\\n  y"\n', "a", 'k: "a"\n'),
        ("k: x\n  y\n", "a b", "k: a b\n"),
        ("k: |  # c\n    x\n", "# a\n\n  - b", "k: |  # c\n    # a\n\n      - b\n"),
        ("k: |  # c\n  x\n", " a", 'k: " a\\n"  # c\n'),
        ("k: |+\n  x\n\n\n", "a", "k: |+\n  a\n\n\n"),
        ("a:\n  k: |2-\n      x\n", "    a", "a:\n  k: |2-\n        a\n"),
        ("k: >-\n  one two\n  three\n\n  four\n", "eins zwei drei\nvier", "k: >-\n  eins\n  zwei\n  drei\n\n  vier\n"),
        ("k: >-\n  one two three\n", "eins zwei drei vier", "k: >-\n  eins zwei drei vier\n"),
        ("k: >\n  one\n", " a", 'k: " a\\n"\n'),
        ("{k: x}", "a, b", '{k: "a, b"}'),
        ("[x, y]", "a b", "[a b, y]"),
        ("k: &a x\nl: *a\n", "b", "k: &a b\nl: *a\n"),
        ("k: !!str 1x\n", "2x", 'k: !!str "2x"\n'),
    ],
)
def test_a_yaml_string_keeps_its_style_where_that_can_hold_it(text: str, translation: str, written: str) -> None:
    """Else it is quoted; comments, anchors and tags stay."""
    document = YAML.read("a.yaml", text.encode())

    assert YAML.write(document, {0: translation}).decode() == written


@pytest.mark.parametrize(
    ("source", "translation", "written"),
    [
        ('"x"', 'a "b" \\ \n\t', '"a \\"b\\" \\\\ \\n\\t"'),
        ('"x"', "é 😀", '"é 😀"'),
        ('"\\u00e9x"', "é 😀", '"\\u00e9 \\ud83d\\ude00"'),
        ('"é \\u00e9x"', "é", '"é"'),
        ('"\\u2028x"', "a\u2028b", '"a\\u2028b"'),
    ],
)
def test_a_json_string_is_escaped_as_its_file_is(source: str, translation: str, written: str) -> None:
    """A file in ASCII that escapes all else stays in ASCII."""
    document = JSON.read("a.json", source.encode())

    assert JSON.write(document, {0: translation}).decode() == written


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("<b>x</b> {name}", "{name} <b>y</b>"),
        ('<a href="https://example.org/a">x</a>', 'y <a href="https://example.org/a">z</a>'),
        ("%s of %s", "%2$s von %1$s"),
        ("%d%% done", "%d %% fertig"),
        ("{{ name }}", "{{name}}"),
        ("See https://example.org/a", "Siehe „https://example.org“."),
        ("Sign", "100% sicher"),
        ("a", "3 < 4 & {"),
        ("a<br>b", "a <br>b"),
        ("{n, plural, one {<b>#</b> file} other {<b>#</b> files}}", "{n, plural, other {<b>#</b> Dateien}}"),
        ("$t(a) and $t(b)", "$t(b) und $t(a)"),
    ],
)
def test_marks_may_move(source: str, translation: str) -> None:
    """What a program or a browser acts on is there as often as in the source, wherever it stands."""
    document = _read_json([source])

    assert json.loads(JSON.write(document, {0: translation})) == [translation]


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("x", "<b>x</b>", "</b>, <b> too much"),
        ("<b>x</b>", "x", "</b>, <b> missing"),
        ("<b>x</b>", "</b>x<b>", "do not close one another"),
        ('<a title="a>b" href="/x">y</a>', '<a title="a>b" href="/x" onclick="e()">y</a>', "onclick"),
        ('<a title="a>b" href="/x">y</a>', '<a title="a>b" href="/z">y</a>', "/z"),
        ("<img src=/x>", "<img src=/x onerror=e()>", "onerror"),
        ("<b>x</b>", "<b <script>x</b>", "<script>"),
        ("x", "javascript:alert(1)", "javascript:"),
        ("x", "java\nscript:alert(1)", "javascript:"),
        ("x", "&#106;avascript:alert(1)", "javascript:"),
        ("x", "data:text/html;base64,x", "data:"),
        ("x", "[y](/z)", "](/z"),
        ("https://example.org x", "https://example.org.evil.example x", "https://example.org.evil.example"),
        ("https://example.org x", "https://example.org@evil.example x", "https://example.org@evil.example"),
        ("https://example.org x", "https:\\\\evil.example x", "evil.example"),
        ("https://example.org x", "https:evil.example x", "https:evil.example"),
        ("x", "http://[::1]/", "http://[::1]"),
        ("x", "www.evil.example", "www.evil.example"),
        ("x", "a@evil.example", "@evil.example"),
        ("x", "//evil.example/x", "//evil.example"),
        ("x", "a\x1b[31mb", "U+001B"),
        ("x", "a\x85b", "U+0085"),
        ("{name}", "{Name}", "{Name} too much"),
        ("{{x}}", "{{{x}}}", "{{{x}}} too much"),
        ("%{n} a", "%{n} a %{n}", "%{n} too much"),
        ("%(n)s a", "%(n)d a", "%(n)d too much"),
        ("%s a", "a", "%1$s missing"),
        ("$t(a) b", "$t(c) b", "$t(c) too much"),
        ("{n, plural, other {x}}", "{m, plural, other {x}}", "{m, plural} too much"),
        ("{n, plural, other {x}}", "{n, plural, other {x}", "braces"),
        ("{n, plural, other {x}}", "{n, plural, other {<b>x</b>}}", "<b> too much"),
        ("x", " ", "an empty translation"),
    ],
)
def test_a_translation_brings_nothing_in_and_loses_nothing(source: str, translation: str, message: str) -> None:
    """Tags with all they hold, placeholders, links and control characters."""
    document = _read_json({"a": 1, "k": source})

    with pytest.raises(StructureError) as caught:
        JSON.write(document, {0: translation})

    assert message in caught.value.message
    assert caught.value.index == 0


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_translation_is_text_or_an_error(place: str, text: str) -> None:
    """Either another reader finds that very text in a tree of the same shape, or StructureError says what is wrong."""
    source, whole = PLACES[place]
    document = source.read("a", whole.encode())

    try:
        data = source.write(document, {0: text})
    except StructureError as error:
        assert error.index == 0  # noqa: PT017
        return

    value = text.rstrip("\n") if "|" in whole or ">" in whole else text
    before = ["x".join(string.split("x")) for string in _strings(_tree(source, whole.encode()))]
    assert list(_strings(_tree(source, data))) == [
        f"{value}{string[1:]}" if string.rstrip("\n") == "x" else string for string in before
    ]
    assert data.count(b"# comment") == whole.count("# comment")


@pytest.mark.parametrize(
    ("source", "text", "place", "message"),
    [
        (JSON, "", "a:1:1", "not JSON: Expecting value"),
        (JSON, '{"a": "b",\n "c" "d"}', "a:2:6", "not JSON: Expecting ':' delimiter"),
        (JSON, '{"a": "b\n"}', "a:1:9", "not JSON: Invalid control character"),
        (JSON, '{"a": 1,\n "b": NaN}', "a:2", "not JSON: NaN"),
        (JSON, '{"a": 1,\n "a": 2}', "a:2", "the key 'a' stands twice"),
        (JSON, '{"a": "b",\n "c": "d\\u0000"}', "a:2", "the string c holds U+0000"),
        (JSON, '{"c": "d\\ud800"}', "a:1", "the string c holds U+D800"),
        (JSON, "[" * 100_000, "a", "more than 100 levels"),
        (JSON, "[" * 101 + "]" * 101, "a:1", "more than 100 levels"),
        (JSON, f'{{"{"a" * 1001}": {{}}}}', "a:1", "keys of more than 1000 characters"),
        (YAML, "a: 'b\n", "a:2:1", "not YAML"),
        (YAML, "a: b\n c: d\n", "a:2:3", "not YAML: mapping values are not allowed"),
        (YAML, "a: b\nc: \x07\n", "a", "not YAML"),
        (YAML, "a: 1\nb: *b\n", "a:2", "the alias *b has no anchor"),
        (YAML, "a: 1\nb: 2\na: 3\n", "a:3", "the key 'a' stands twice"),
        (YAML, "? [a, b]\n: c\n", "a:1", "a key that is no text"),
        (YAML, "a: &a x\n*a : y\n", "a:2", "a key that is no text"),
        (YAML, "[" * 100_000, "a:1", "more than 100 levels"),
        (YAML, "- " * 101, "a:1", "more than 100 levels"),
        (YAML, "# i18n:skp\na: b\n", "a:1", "unknown note i18n:skp"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_place(source: Source, text: str, place: str, message: str) -> None:
    """Line and column where the notation tells them, and a remedy."""
    with pytest.raises(FileError) as caught:
        source.read("a", text.encode())

    assert caught.value.message.startswith(message)
    assert str(caught.value.place).startswith(place)
    assert caught.value.remedy


def test_numbers_are_not_worked_out_and_nothing_is_expanded() -> None:
    """A number of any length, and aliases of aliases, cost what they weigh."""
    laughs = "".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]\n" for i in range(1, 60))
    merges = "".join(f"m{i}: &m{i}\n  <<: [{', '.join([f'*m{i - 1}'] * 9)}]\n" for i in range(1, 60))

    laughing = YAML.read("a.yaml", f"l0: &l0 ha\nm0: &m0 {{k: v}}\n{laughs}{merges}".encode())

    assert len(laughing.blocks) == 2
    assert YAML.write(laughing, {0: "hi"}) == laughing.data.replace(b"ha", b"hi")
    assert JSON.read("a.json", b'["x", ' + b"9" * 5000 + b"]").blocks


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read YAML with libyaml, and with PyYAML's own parser where there is none."""
    if request.param == "SafeLoader":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", ["rails.yml", "crlf.yaml", "documents.yaml"])
def test_either_parser_gives_the_same(name: str) -> None:
    """The same blocks, and the same bytes when they are translated."""
    data = (DATA / name).read_bytes()
    document = YAML.read(name, data)

    written = YAML.write(document, {i: f"{block.text}: Ñ" for i, block in enumerate(document.blocks)})

    expected = {"rails.yml": 24, "crlf.yaml": 24, "documents.yaml": 4}
    assert len(document.blocks) == expected[name]
    assert len(list(_strings(_tree(YAML, written)))) == len(list(_strings(_tree(YAML, data))))
    again = YAML.read(name, written)
    assert [block.text for block in again.blocks] == [f"{block.text}: Ñ" for block in document.blocks]


_WORDS: Final = st.sampled_from(
    ["x", "Two words", "漢字 😀", "é\nb", "it's", '"', "- a", " a ", "yes", "1.0", "<b>x</b>", "", "a\u2028"]
)
_VALUES: Final = st.recursive(
    _WORDS
    | st.text(max_size=8)
    | st.integers()
    | st.booleans()
    | st.none()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab.@é", max_size=3), inner, max_size=3),
    max_leaves=12,
)
_TEXTS: Final = st.lists(st.sampled_from(HOSTILE) | _WORDS | st.text(max_size=20), min_size=12, max_size=12)


def _dumped(tree: object, style: str, width: int) -> str:
    if style == "json":
        return json.dumps(tree, ensure_ascii=width % 2 == 0, indent=width % 5 or None)
    options = {"block": False, "flow": True, "mixed": None}
    scalars = [None, "'", '"', "|", ">"][width % 5]
    return yaml.safe_dump(
        tree, default_flow_style=options[style], default_style=scalars, width=width, allow_unicode=True, sort_keys=False
    )


def _is_readable(source: Source, data: bytes) -> Document | None:
    try:
        return source.read("a", data)
    except FileError as error:
        # Two keys that YAML writes alike, and characters that no catalogue holds.
        assert "U+" in error.message or "stands twice" in error.message  # noqa: PT017
        return None


@given(_VALUES, st.sampled_from(["json", "block", "flow", "mixed"]), st.integers(10, 100), _TEXTS)
def test_no_translation_changes_anything_but_its_string(tree: object, style: str, width: int, texts: list[str]) -> None:
    """Any tree in any style, any texts: identity, and another reader finds these texts and nothing else changed."""
    source = JSON if style == "json" else YAML
    data = _dumped(tree, style, width).encode()
    document = _is_readable(source, data)
    if document is None:
        return
    translations = {i: text for i, text in enumerate(texts) if i < len(document.blocks)}

    assert source.write(document, {i: block.text for i, block in enumerate(document.blocks)}) == data
    written = _written(source, document, translations)

    before, after = (list(_strings(_tree(source, found))) for found in (data, written))
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) <= len(translations)
    assert {new.rstrip("\n") for _, new in changed} <= {text.rstrip("\n") for text in texts}
    _assert_in_order(_outside(document, translations), written)


def _written(source: Source, document: Document, translations: dict[int, str]) -> bytes:
    """Write a document as a build does: what is refused is left out."""
    while True:
        try:
            return source.write(document, translations)
        except StructureError as error:
            del translations[error.index]


def _outside(document: Document, translations: Mapping[int, str]) -> list[bytes]:
    """The bytes outside the strings that were translated."""
    changed = [block for i, block in enumerate(document.blocks) if translations.get(i, block.text) != block.text]
    bounds = [0, *(place for block in changed for place in (block.start, block.end)), len(document.data)]
    return [document.data[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _assert_in_order(pieces: list[bytes], written: bytes) -> None:
    at = 0
    for piece in pieces:
        at = written.index(piece, at) + len(piece)
    assert written.startswith(pieces[0])
    assert written.endswith(pieces[-1])
