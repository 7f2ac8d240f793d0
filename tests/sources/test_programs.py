"""Programs: the texts that they have translated, as xgettext and pybabel find them, with what their comments say."""

import gettext
import io
import runpy
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import jinja2
import pytest
from babel.messages.extract import extract_from_file
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.catalogue import Catalogue, Entry, format_catalogue, format_mo
from l10n_tool.document import Block, Document, Reading, Source, Use
from l10n_tool.errors import FileError, UsageError
from l10n_tool.segments import Segmentation, segment_document, template_of
from l10n_tool.sources.jinja2 import Jinja2Source
from l10n_tool.sources.python import PythonSource

Run = Callable[..., "CompletedProcess[bytes]"]

PYTHON = PythonSource()
JINJA2 = Jinja2Source()
SOURCES: dict[str, Source] = {"library.py": PYTHON, "shelf.html.j2": JINJA2}
COMMENT_TAGS = ("Translators:", "TRANSLATORS:", "translators:")

POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);"
)


@pytest.fixture
def app(data: Path) -> Path:
    """Return the folder of the sample program and its template."""
    return data / "sources" / "app"


def _document(path: Path, reading: Reading | None = None) -> Document:
    return SOURCES[path.name].read(path.name, path.read_bytes(), reading or Reading())


def _python(text: str, *keywords: str) -> tuple[Block, ...]:
    return PYTHON.read("a.py", text.encode(), Reading(keywords=keywords)).blocks


def _jinja2(text: str, *keywords: str) -> tuple[Block, ...]:
    return JINJA2.read("a.j2", text.encode(), Reading(keywords=keywords)).blocks


def _template(app: Path) -> Catalogue:
    documents = [_document(app / name) for name in SOURCES]
    return template_of([segment for document in documents for segment in segment_document(document)], {})


def test_the_texts_of_a_program_have_plural_context_and_comments(app: Path) -> None:
    """What stands directly above a text, from the word Translators: on, in any case of letters."""
    blocks = _document(app / "library.py").blocks

    assert [(b.text, b.plural, b.notes.context, b.facts) for b in blocks] == [
        (
            "Welcome, {name}!",
            None,
            None,
            ("Translators: {name} is a reader's full name.", "It may be long."),
        ),
        ("%d book", "%d books", None, ("TRANSLATORS: how many books lie on the desk",)),
        ("%(count)d book", "%(count)d books", "on loan", ()),
        ("May", None, "month", ()),
        ("Open", None, "verb, on a button", ()),
        ("Up to 20% discount on old books", None, None, ("translators: a poster; there is nothing to fill in",)),
        ("Late by one day: 5%, by two: 100%.", None, None, ()),
        ("Renew", None, None, ()),
        ("CLOSED", None, None, ()),
        ("Please return what you have read, so that others can read it too.", None, None, ()),
        ("Read %(title)s, 100%% free", None, None, ()),
    ]
    assert [(b.text, b.notes.max_length, b.notes.comments) for b in blocks if b.notes.max_length] == [
        ("Renew", 12, ()),
        ("CLOSED", 20, ("on the door, in capitals",)),
    ]
    assert {(b.kind, b.start, b.end, b.section, b.whole) for b in blocks} == {("string", 0, 0, "", True)}
    assert [b.line for b in blocks[:4]] == [19, 21, 22, 23]


def test_the_texts_of_a_template_have_plural_context_and_comments(app: Path) -> None:
    """A comment belongs to the texts on its last line, or on the line below."""
    blocks = _document(app / "shelf.html.j2").blocks

    assert [(b.line, b.text, b.plural, b.notes.context, b.notes.max_length, b.facts) for b in blocks] == [
        (2, "My shelf", None, None, 0, ("Translators: the title of the page",)),
        (
            6,
            "One book on your shelf",
            "%(count)s books on your shelf",
            None,
            0,
            ("Translators: on the reader's own page;", "the number is that of all books"),
        ),
        (7, "Lent to %(name)s", None, "on loan", 0, ()),
        (8, "Up to 20% discount", None, None, 0, ()),
        (12, "Every evening we read aloud.", None, None, 0, ()),
        (16, "Open", None, "verb, on a button", 10, ()),
    ]


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        (
            "library.py",
            {
                "Welcome, {name}!": ("python-brace-format",),
                "%d book": ("python-format",),
                "%(count)d book": ("python-format",),
                "Read %(title)s, 100%% free": ("python-format",),
            },
        ),
        ("shelf.html.j2", {"One book on your shelf": ("python-format",), "Lent to %(name)s": ("python-format",)}),
    ],
)
def test_a_format_string_is_flagged_and_prose_with_a_percent_sign_is_not(
    app: Path, name: str, flags: Mapping[str, tuple[str, ...]]
) -> None:
    """The prose "Up to 20% discount", as a format string, would have to be translated with a "% d" in it."""
    assert {b.text: b.flags for b in _document(app / name).blocks if b.flags} == flags


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("%s", "python-format"),
        ("%(name)s", "python-format"),
        ("%-5.2f and %%", "python-format"),
        ("%ds ago", "python-format"),
        ("%*d", "python-format"),
        ("%(n)d of {total}", "python-format python-brace-format"),
        ("100%", ""),
        ("100%%", ""),
        ("20% of %s", ""),
        ("20 % of us", ""),
        ("100%sure", ""),
        ("%(name) is missing", ""),
        ("%s and %(name)s", ""),
        ("%y", ""),
        ("{name}", "python-brace-format"),
        ("{}", "python-brace-format"),
        ("{0.name[key]!r:>{width}}", "python-brace-format"),
        ("{name} gets 20% off", "python-brace-format"),
        ("{{name}}", ""),
        ("{a", ""),
        ("a}", ""),
        ('{"a": 1}', ""),
        ("{a, b}", ""),
        ("{note: read it}", ""),
        ("{0, number}", ""),
        ("", ""),
    ],
)
def test_a_text_is_a_format_string_if_it_can_be_nothing_else(text: str, flag: str) -> None:
    """Each directive is one, and nothing else could be."""
    blocks = _python(f"_({text!r})")

    assert [b.flags for b in blocks] == ([tuple(flag.split())] if text else [])


def test_the_same_messages_are_found_as_pybabel_finds(app: Path) -> None:
    """Apart from what the author has left out."""
    methods = {"library.py": "python", "shelf.html.j2": "jinja2.ext:babel_extract"}
    options = {"extensions": "jinja2.ext.do", "silent": "false"}
    for name, method in methods.items():
        path = app / name
        found = extract_from_file(method, path, comment_tags=COMMENT_TAGS, options=options)
        expected = [(line, *_texts(message), context) for line, message, _, context in found if message != "ISBN"]

        assert [(b.line, b.text, b.plural, b.notes.context) for b in _document(path).blocks] == expected


def _texts(message: object) -> tuple[str, str | None]:
    if isinstance(message, tuple):
        return message[0], message[1]
    return str(message), None


def test_a_program_is_written_as_it_is(app: Path) -> None:
    """Its translations are in the compiled catalogue."""
    for name, source in SOURCES.items():
        document = _document(app / name)

        assert source.use is Use.PROGRAM
        assert source.write(document, {0: "anything"}) == (app / name).read_bytes()


def test_a_text_of_a_program_is_one_segment_in_sentence_mode(app: Path) -> None:
    """The program looks the whole text up."""
    document = _document(app / "library.py")

    segments = segment_document(document, Segmentation.SENTENCE)

    assert [segment.text for segment in segments] == [block.text for block in document.blocks]


def _translated(entry: Entry, forms: int) -> Entry:
    """Return an entry whose translations say which form they are and what they translate."""
    if entry.is_header:
        return entry
    if entry.msgid_plural is None:
        return entry.replace(msgstr=(f"<{entry.msgctxt or ''}|{entry.msgid}>",))
    return entry.replace(msgstr=tuple(f"<{form}|{entry.msgctxt or ''}|{entry.msgid_plural}>" for form in range(forms)))


def _catalogue(app: Path, plural: str) -> Catalogue:
    template = _template(app)
    forms = int(plural.partition(";")[0].partition("=")[2])
    entries = tuple(_translated(entry, forms) for entry in template.entries)
    headers = {"Content-Type": "text/plain; charset=UTF-8", "Language": "xx", "Plural-Forms": plural}
    return Catalogue(entries).with_headers({**headers, "MIME-Version": "1.0", "Content-Transfer-Encoding": "8bit"})


def _translations(catalogue: Catalogue) -> gettext.GNUTranslations:
    header = catalogue.header
    data = format_mo(header.msgstr[0] if header else "", catalogue.messages)
    return gettext.GNUTranslations(io.BytesIO(data))


@pytest.mark.parametrize(
    ("plural", "forms"),
    [
        (POLISH, {0: 2, 1: 0, 2: 1, 5: 2, 12: 2, 22: 1, 25: 2}),
        (ARABIC, {0: 0, 1: 1, 2: 2, 5: 3, 12: 4, 25: 4, 100: 5}),
    ],
    ids=["Polish", "Arabic"],
)
def test_a_running_program_finds_each_of_its_texts_in_the_form_of_the_number(
    app: Path, plural: str, forms: Mapping[int, int]
) -> None:
    """Python's gettext reads the compiled catalogue; only what was left out stays in English."""
    translations = _translations(_catalogue(app, plural))
    desk = runpy.run_path(str(app / "library.py"))["desk"]
    template = _environment(app, translations).get_template("shelf.html.j2")

    for books, form in forms.items():
        lines = desk(translations, books, "ada")
        page = template.render(books=books, reader="Ada")

        assert lines[:5] == [
            "<|Welcome, Ada!>", f"<{form}||{books} books>", f"<{form}|on loan|{books} books>", "<month|May>",
            "<verb, on a button|Open>",
        ]  # fmt: skip
        assert [line for line in lines if not line.startswith("<")] == ["ISBN"]
        assert f"<p><{form}||{books} books on your shelf></p>" in page
        assert "<p><on loan|Lent to Ada></p>" in page
        assert "<p><|Every evening we read aloud.></p>" in page


def _environment(app: Path, translations: gettext.GNUTranslations) -> jinja2.Environment:
    extensions = ["jinja2.ext.i18n", "jinja2.ext.do"]
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(app), extensions=extensions, autoescape=False)
    install: Any = vars(environment)["install_gettext_translations"]
    install(translations)
    return environment


def test_msgfmt_takes_the_catalogue(app: Path, msgfmt: Run, tmp_path: Path) -> None:
    """With every check that it has; the flags fit the texts."""
    data = format_catalogue(_catalogue(app, POLISH))

    ran = msgfmt("--check-format", "--check-domain", "-o", tmp_path / "a.mo", "-", data=data)

    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("text", "keywords", "found"),
    [
        ("_t('a')", ["_t"], [("a", None, None)]),
        ("_t('a')", [], []),
        ("ntr('a', 'b', 2)", ["ntr:1,2"], [("a", "b", None)]),
        ("ntr('a', b, 2)", ["ntr:1,2"], []),
        ("pctx('c', 'a')", ["pctx:1c,2"], [("a", None, "c")]),
        ("pctx('c')", ["pctx:1c,2"], []),
        ("pctx(c, 'a')", ["pctx:1c,2"], []),
        ("npctx('a', 'b', 3, 'c')", ["npctx:1,2,4c"], [("a", "b", "c")]),
        ("f('a'); f('b', 'c')", ["f:1,1t", "f:1c,2,2t"], [("a", None, None), ("c", None, "b")]),
        ("gettext('a', 'b')", ["gettext:2"], [("b", None, None)]),
        ("_(f'a {x}'), _(x), _('a%s' % x), _(), _('')", [], [("a%s", None, None)]),
        ("_(f'a'), _(r'a\\n'), _('''a\nb''')", [], [("a", None, None), ("a\\n", None, None), ("a\nb", None, None)]),
        ("ngettext('a'), ngettext('a', n), ngettext()", [], []),
    ],
)
def test_keywords_say_which_arguments_are_translatable(
    text: str, keywords: list[str], found: list[tuple[str, str | None, str | None]]
) -> None:
    """As xgettext's --keyword takes them; what is no constant text is passed over."""
    assert [(b.text, b.plural, b.notes.context) for b in _python(text, *keywords)] == found


def test_keywords_hold_in_templates_too() -> None:
    """And those of gettext stay."""
    blocks = _jinja2("{{ _t('a') }} {{ ntr('b', 'c', n) }} {{ _('d') }}", "_t", "ntr:1,2")

    assert [(b.text, b.plural) for b in blocks] == [("a", None), ("b", "c"), ("d", None)]


@pytest.mark.parametrize(
    "keyword", ["", "1", "a b", "f:", "f:0", "f:1,2,3", "f:1c", "f:x", "f:1,1c,2c", "f:1:2", "f:,"]
)
def test_a_keyword_that_is_none_is_a_wrong_setting(keyword: str) -> None:
    """The message says how one is written."""
    with pytest.raises(UsageError, match="is no keyword") as caught:
        _python("", keyword)

    assert "ntr:1,2" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("# Translators: a\n_('x')", ("Translators: a",)),
        ("# Translators: a\n\n_('x')", ()),
        ("# Translators: a\ny = 1\n# Translators: b\n_('x')", ("Translators: b",)),
        ("# Translators: a\ny = 1\n_('x')", ()),
        ("# a\n_('x')", ()),
        ("# NOTE: for programmers\n_('x')", ()),
        ("# Translators: a\nf(y,\n  _('x'))", ()),
        ("# Translators: a\n_(\n  'x')", ("Translators: a",)),
        ("# i18n: a\n_('x')", ("i18n: a",)),
        ("_('y')  # Translators: about y\n\n_('x')", ()),
        ("_('y')\n# Translators: a\n_('x')", ("Translators: a",)),
    ],
)
def test_a_comment_belongs_to_the_text_right_below_it(text: str, facts: tuple[str, ...]) -> None:
    """One that stands above other code is not about the next text, though Babel takes it so."""
    assert _python(text)[-1].facts == facts


def test_comments_in_a_template_belong_to_the_line_they_end_on_or_the_next() -> None:
    """Several that stand together count together."""
    blocks = _jinja2(
        "{# Translators: a #}{{ _('w') }}\n{{ _('x') }}\n{# Translators: b #}\n{# translators: c #}\n{{ _('y') }}\n"
        "{# Translators: d #}\n\n{{ _('z') }}"
    )

    assert [(b.text, b.facts) for b in blocks] == [
        ("w", ("Translators: a",)),
        ("x", ()),
        ("y", ("Translators: b", "translators: c")),
        ("z", ()),
    ]


def test_a_length_in_a_comment_for_translators_is_the_limit() -> None:
    """As programs have it that know nothing of us."""
    blocks = [
        *_python("# Translators: max-length: 30\n_('x')"),
        *_jinja2("{# Translators: max-length: 30 #}{{ _('x') }}"),
    ]

    assert [(block.notes.max_length, block.facts) for block in blocks] == [(30, ())] * 2


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("i18n:skip-start", "i18n:skip-start means nothing in a program"),
        ("i18n:skip-end", "i18n:skip-end without a beginning"),
        ("i18n:context verb", "i18n:context means nothing in a program"),
        ("i18n:max-length much", "i18n:max-length much"),
        ("i18n:coment a", "unknown note i18n:coment"),
    ],
)
def test_a_note_that_means_nothing_is_an_error_with_its_place(note: str, message: str) -> None:
    """A context, say, is in the call: with another one the program would not find its text."""
    for source, name, text in (
        (PYTHON, "a.py", f"#\n# {note}\n_('x')\n"),
        (JINJA2, "a.j2", f"\n{{# {note} #}}\n{{{{ _('x') }}}}"),
    ):
        error = _error(source, name, text.encode())

        assert error.message.startswith(message)
        assert str(error.place) == f"{name}:3"
        assert error.remedy


def _error(source: Source, name: str, data: bytes) -> FileError:
    with pytest.raises(FileError) as caught:
        source.read(name, data)
    return caught.value


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"x = (\n", "a.py:", "not Python: "),
        (b"if x:\n    a\n  b\n", "a.py:3", "not Python: unindent does not match"),
        (b'_("a")\n"""', "a.py:", "not Python: "),
        (b"_('a')\n_('\xff')\n", "a.py:2", "the program is not UTF-8"),
        (b"# coding: ascii\n_('\xc3\xa9')\n", "a.py:2", "the program is not ascii"),
        (b"# coding: nonsense\n", "a.py", "not Python: unknown encoding: nonsense"),
        (b"# coding: punycode\n", "a.py:1", "punycode is no charset"),
        (b"# coding: undefined\n", "a.py:1", "undefined is no charset"),
        (b"# coding: hex\n", "a.py:1", "hex is no charset"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "a.py", "not Python: encoding problem"),
        (b"\n_('a\0b')\n", "a.py:2", "a NUL byte"),
        (b"\n_('\\ud800')\n", "a.py:2", "a text holds U+D800"),
        (b"\n\n_('a\\x04b')\n", "a.py:3", "a text holds U+0004"),
        (b"\n_(b'a')\n", "a.py:2", "bytes where a text is to be translated"),
        (b"\nx.gettext('a', b'a')\n", "a.py:2", "bytes where a text is to be translated"),
        (b"\n_('\\N{no such}')\n", "a.py:2", "not Python: (unicode error)"),
        (b"-" * 100_000 + b"1", "a.py", "nested too deeply"),
    ],
)
def test_what_is_no_python_is_an_error_with_its_place(data: bytes, place: str, message: str) -> None:
    """And says what to do; no traceback, whatever Babel stumbles over."""
    error = _error(PYTHON, "a.py", data)

    assert error.message.startswith(message)
    assert str(error.place).startswith(place)
    assert error.remedy


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("\n{% foo %}", "a.j2:2", "not Jinja2: Encountered unknown tag 'foo'"),
        ("{{ (", "a.j2:1", "not Jinja2: unexpected 'end of template'"),
        ("\n\n{% trans %}a", "a.j2:3", "not Jinja2: unclosed translation block"),
        ("{% trans %}{% if x %}a{% endif %}{% endtrans %}", "a.j2:1", "not Jinja2: "),
        ("\n{{ _('\\ud800') }}", "a.j2:2", "a text holds U+D800"),
        (f"{{{{ {'9' * 5000} }}}}", "a.j2", "not Jinja2: "),
        (f"{{{{ {'(' * 5000}x{')' * 5000} }}}}", "a.j2", "nested too deeply"),
    ],
)
def test_what_is_no_jinja2_is_an_error_with_its_place(text: str, place: str, message: str) -> None:
    """And says what to do."""
    error = _error(JINJA2, "a.j2", text.encode())

    assert error.message.startswith(message)
    assert str(error.place) == place
    assert error.remedy


def test_a_template_that_is_not_utf_8_is_an_error_with_its_line() -> None:
    """And no traceback."""
    assert str(_error(JINJA2, "a.j2", b"a\n\xff").place) == "a.j2:2"


@pytest.mark.parametrize(
    "data",
    [
        "# coding: latin-1\n_('é')".encode("latin-1"),
        "#!python\n# vim: set fileencoding=cp1252 :\n_('é')".encode("cp1252"),
        "# coding: shift_jis\n_('é')".replace("é", "ソ").encode("shift_jis"),
        "_('é')".encode("utf-8-sig"),
        "x = 1\r\n_('é')\r\n".encode(),
        "x = 1\r_('é')\r".encode(),
    ],
)
def test_a_program_may_be_in_any_charset_that_it_declares(data: bytes) -> None:
    """With a byte order mark and any line ending."""
    assert [block.text for block in PYTHON.read("a.py", data).blocks] in (["é"], ["ソ"])


def test_an_escape_that_python_warns_of_is_no_concern_of_ours() -> None:
    """The program is somebody else's."""
    assert [block.text for block in _python(r"_('\d')")] == [r"\d"]


_PIECES = (
    *["_(", "ngettext(", "pgettext(", "'a'", "b'a'", "f'a{x}'", "'%s'", "'\\ud8'", '"""', ")", ",", "\n", "  ", "\\"],
    *["# Translators: x\n", "# i18n:skip\n", "#", "def f", ":", "class", "{", "}", "\0", "\r", "é", "x", "%"],
    *["{% trans %}", "{% endtrans %}", "{% pluralize %}", "{{", "}}", "{#", "#}", "{% trans n=x %}", "{% raw %}"],
)


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_anything_is_read_or_refused(text: str) -> None:
    """Blocks that a catalogue can hold, or FileError."""
    for source, name in ((PYTHON, "a.py"), (JINJA2, "a.j2")):
        try:
            document = source.read(name, text.encode())
        except FileError:
            continue

        assert source.write(document, {}) == text.encode()
        assert all(
            block.text and 0 < block.line <= text.count("\n") + text.count("\r") + 1 for block in document.blocks
        )
        format_catalogue(template_of(segment_document(document), {}))
