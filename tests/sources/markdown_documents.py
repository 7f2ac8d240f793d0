"""Random Markdown documents, and hostile translations, for property tests."""

from typing import Final

from hypothesis import strategies as st

__all__ = ["HOSTILE", "documents", "translations"]

#: Texts that would be something else in Markdown if they were not escaped, or that bring markup in.
HOSTILE: Final = (
    "8. Mai 2008 war",
    "8) Mai",
    "1986. Ein Jahr",
    "1234567890. x",
    "1) x",
    "1.",
    "# zwei",
    "###### sechs",
    "#",
    "zwei #",
    "zwei ##",
    "- drei",
    "+ x",
    "* y",
    "*",
    "-",
    "+",
    "--",
    "- - -",
    "| vier |",
    "| a",
    "a |",
    "a | b",
    "\\| a",
    "x \\|",
    "|---|---|",
    ":-:",
    "> x",
    ">",
    "---",
    "--- a",
    "***",
    "___",
    "===",
    "=",
    "= x",
    "+++",
    "```",
    "``` x",
    "~~~ x",
    "`",
    "    vier",
    "\tTab",
    "  a",
    "a  ",
    "<script>alert(1)</script>",
    "x <script>",
    "<!-- x",
    "<!-- x -->",
    "x <!-- y -->",
    "<div>",
    "</p>",
    "<?x",
    "<![CDATA[x]]>",
    "<b>x</b>",
    "</b>",
    "<a href='x'>y</a>",
    "<img src=x onerror=y>",
    "<",
    "3 < 4",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "[x]: https://example.org",
    "[x]:",
    "[a]",
    "[a][]",
    "[a][a]",
    "[b][a]",
    "[x]",
    "![a]",
    "[",
    "]",
    "[]",
    "[^1]: x",
    "[^1]",
    "[^2]",
    "`code`",
    "``",
    "**fett**",
    "*kursiv*",
    "_kursiv_",
    "__x__",
    "~~weg~~",
    "~weg~",
    "_",
    "**",
    "snake_case_word",
    "<https://example.org>",
    "<a@example.org>",
    "https://example.org",
    "a  \nb",
    "a\\\nb",
    "a\nb",
    "a\n\nb",
    "a\r\nb",
    "a\rb",
    "a\n# b",
    "a\n---",
    "a\n- b",
    "a\n===",
    "a\n> b",
    "a\n    b",
    "a\n```\nb",
    "a\n<div>",
    "a\\\n- b",
    "a\\\n===",
    "a\\\n: b",
    "a\\",
    "\\",
    "x \\",
    "\\\\",
    "\\# x",
    "\\8. x",
    "8\\. x",
    "&lt;",
    "&amp;",
    "&#35; x",
    "&",
    "&nbsp;",
    "[ ] x",
    "[x] y",
    ": x",
    ":x",
    "::: x",
    "~ x",
    "\u2028x",
    "a\x0bb",
    "\x0cx",
    "x\x0c",
    "\x00",
    "\ufeffx",
    "\u00a0x\u00a0",
    "\u00a0",
    "",
    "  ",
    "title: x",
    "'''",
    '"""',
    "'",
    '"',
    '")',
    "x' y",
    "(",
    ")",
    "}",
    "{",
    ", x",
    "x, y",
    "x: y",
    "# x",
    "x #y",
    "@x",
    "!x",
    "%x",
    "null",
    "12",
    "true",
    "<!-- i18n:skip -->",
    "<!-- i18n:skip-start --> x",
    "<!-- i18n:oops -->",
    "x <!-- i18n:comment y -->",
    "</div>",
    '<span translate="no">A B</span>',
    "</span>",
    "</ul>",
    "<p>",
    "-->",
    "]]>",
    "?>",
    "</script>",
    "</textarea>",
)

_WORD: Final = st.sampled_from(
    ["a", "b", "we", "é", "漢字", "Read", "x.", "1", "8.", "C#", "*", "_", "<", "&amp;", "\\*", "\\#"]
)
_INLINE: Final = st.sampled_from(
    [
        "**b**",
        "*i*",
        "`c d`",
        "``e`f``",
        "[w](https://example.org)",
        '[w](x "T")',
        "![alt](i.png)",
        "<b>h</b>",
        "[a]",
        "[a][]",
        "[w][a]",
        "![a]",
        "[^1]",
        "~~s~~",
        "<https://example.org>",
        '<span translate="no">A B</span>',
        "<br>",
        "a|b",
    ]
)
_PHRASE: Final = st.one_of(
    st.lists(_WORD, min_size=1, max_size=4).map(" ".join),
    st.lists(_WORD | _INLINE, min_size=1, max_size=4).map(" ".join),
)
_BREAK: Final = st.sampled_from(["\n", "\n", "  \n", "\\\n", "\n  "])


def _lines(phrases: list[str], breaks: list[str]) -> list[str]:
    return "".join(part for pair in zip(phrases, [*breaks, ""], strict=False) for part in pair).split("\n")


_PARAGRAPH: Final = st.builds(
    _lines, st.lists(_PHRASE, min_size=1, max_size=3), st.lists(_BREAK, min_size=2, max_size=2)
)
_HEADING: Final = st.builds(
    lambda mark, text, end: [f"{mark} {text}{end}"],
    st.sampled_from(["#", "##", "###"]),
    _PHRASE,
    st.sampled_from(["", " #"]),
)
_UNDERLINED: Final = st.builds(lambda lines, mark: [*lines, mark], _PARAGRAPH, st.sampled_from(["===", "---"]))
_TABLE: Final = st.builds(
    lambda cells, edge: [
        f"{edge}{cells[0]} | {cells[1]}{edge}",
        f"{edge}---|:-:{edge}",
        f"{edge}{cells[2]}|{cells[3]}{edge}",
    ],
    st.lists(_PHRASE.filter(lambda text: "|" not in text), min_size=4, max_size=4),
    st.sampled_from(["| ", "", "|"]),
)
_FIXED: Final = st.sampled_from(
    [
        ["```py", "x = 1", "", "  y", "```"],
        ["~~~", "~~~"],
        ["    code", "", "      more"],
        ["***"],
        ["---"],
        ["<div>", "words <b>bold</b>", "</div>"],
        ['<p title="T">words</p>'],
        ["<!-- remark -->"],
        ["<details>", "<summary>S</summary>"],
        ["</details>"],
        ["<!-- i18n:skip -->"],
        ["<!-- i18n:comment for you -->"],
        ["<!-- i18n:context here -->"],
        ["- [ ] task", "- [x] done"],
        ["[a]: https://example.org/a 'Title'"],
        ["[//]: # (a remark)"],
        ["[^1]: note", "    more"],
        ["term", ": definition", ": another"],
        ["two", "terms", "", ": definition", "", "  more"],
        ["<span>inline</span> x"],
        ["<script>", "let x", "</script>"],
        ['<img src="x.png" alt="A picture">'],
        ["<table><tr><td>cell</td></tr></table>"],
    ]
)


def _prefixed(children: list[list[str]], first: str, rest: str, gap: bool) -> list[str]:
    lines: list[str] = []
    for child in children:
        lines += [*([""] if gap and lines else []), *child]
    return [
        f"{first if at == 0 else rest}{line}".rstrip(" ") if not line else f"{first if at == 0 else rest}{line}"
        for at, line in enumerate(lines)
    ]


def _containers(blocks: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    marks = st.sampled_from(
        [
            ("- ", "  "),
            ("* ", "  "),
            ("1. ", "   "),
            ("7) ", "   "),
            ("> ", "> "),
            (">", ">"),
            ("> ", ""),
            ("-\t", "\t"),
            ("[^2]: ", "    "),
            (": ", "  "),
        ]
    )
    return st.builds(
        lambda children, mark, gap: _prefixed(children, mark[0], mark[1], gap),
        st.lists(blocks, min_size=1, max_size=3),
        marks,
        st.booleans(),
    )


_BLOCK: Final = st.recursive(
    _PARAGRAPH | _PARAGRAPH | _HEADING | _UNDERLINED | _TABLE | _FIXED, _containers, max_leaves=5
)
_FRONT: Final = st.sampled_from(
    [
        [],
        [],
        ["---", "title: A title", "tags: [a, b]", "params:", "  summary: 'It''s'", "---"],
        ["---", 'title: "A \\"title\\""', "description: |", "  two", "  lines", "tags:", "- a", "- b", "---"],
        ["+++", 'title = "A title"', "tags = ['a', \"b\"]", "[params]", 'summary = """', "two", 'lines"""', "+++"],
    ]
)


def _document(front: list[str], blocks: list[tuple[list[str], bool]], newline: str, ends: tuple[bool, bool]) -> bytes:
    lines = [*front]
    for block, gap in blocks:
        lines += [*block, *([""] if gap else [])]
    text = newline.join(lines) + (newline if ends[1] else "")
    return (b"\xef\xbb\xbf" if ends[0] else b"") + text.encode()


#: Whole documents, with every kind of block and of line ending.
documents: Final = st.builds(
    _document,
    _FRONT,
    st.lists(st.tuples(_BLOCK, st.sampled_from([True, True, True, False])), max_size=5),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    st.tuples(st.booleans(), st.booleans()),
)
_HOSTILE_TEXT: Final = st.sampled_from(HOSTILE)
#: Translations for the blocks of a document, in order; None leaves a block alone.
translations: Final = st.lists(
    st.none()
    | _HOSTILE_TEXT
    | st.lists(_HOSTILE_TEXT | _PHRASE, min_size=2, max_size=3).map(" ".join)
    | st.lists(_HOSTILE_TEXT, min_size=2, max_size=2).map("".join)
    | st.text(max_size=12)
    | st.text("ab 1.)-+#>*_`~[](){}|!<&\\é漢=:'\"\n", max_size=12),
    min_size=1,
    max_size=12,
)
