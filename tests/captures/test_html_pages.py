"""The message in captured HTML: what is kept with which marks, what is dropped, and that nothing is lost."""

import builtins
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captures.pages_in_html import DATA, case, page
from l10n_tool.captures import Capture, Imported, Message, Notice, import_captures, to_markdown
from l10n_tool.captures.web_page import read_web_page
from l10n_tool.errors import ExitCode, FileError, UsageError

CASES = sorted(path.name for path in DATA.glob("*.html"))

FIRST = "A library is the one room in town where nobody asks you to buy anything, and we want it to stay that way."
SECOND = "Last winter four hundred people told us what they miss; most of them asked for longer evenings."
THIRD = "From September every branch stays open until nine, and on Sundays there is tea for whoever comes."


def body(*paragraphs: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in paragraphs)


def markdown(capture: Capture) -> str:
    return to_markdown(import_captures([capture]).message)


def dropped(imported: Imported) -> list[tuple[str, str]]:
    return [(line.text, line.reason) for line in imported.dropped]


@pytest.mark.parametrize("name", CASES)
def test_a_page_gives_the_document_its_case_expects(name: str) -> None:
    """NAME.md is the document made of NAME.html."""
    assert markdown(case(name)) == (DATA / name).with_suffix(".md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_a_page_drops_what_its_case_expects(name: str) -> None:
    """NAME.dropped lists line, reason and text of everything that is not in the message."""
    listing = [f"{line.line}: {line.reason}: {line.text}" for line in import_captures([case(name)]).dropped]

    assert listing == (DATA / name).with_suffix(".dropped").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", CASES)
def test_a_document_holds_no_markup_but_ours(name: str) -> None:
    """No HTML, no image, and no link to anything but a web page or an address to write to."""
    text = markdown(case(name)).split("---\n\n", 1)[-1]

    names = {next(iter(event)) if isinstance(event, dict) else event for event in pyromark.events(text)}
    targets = re.findall(r"'dest_url': '([^']*)'", str(list(pyromark.events(text))))
    assert names <= {"Start", "End", "Text", "HardBreak"}
    assert "Image" not in str(list(pyromark.events(text)))
    assert all(target.startswith(("https://", "http://", "mailto:")) for target in targets)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java&#9;script:alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example/",
        "/within",
        "https:evil",
        "http://",
        "#top",
    ],
)
def test_a_link_to_anything_else_is_dropped_and_listed_and_its_text_stays(href: str) -> None:
    """Only addresses of the web and of mail come into a document."""
    capture = page(body(FIRST.replace("library", f'<a href="{href}">library</a>'), SECOND))

    imported = import_captures([capture])

    assert to_markdown(imported.message) == f"{FIRST}\n\n{SECOND}\n"
    assert [reason for _, reason in dropped(imported) if "is not kept" in reason]


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://a.example/b?c=1&amp;d=2", "https://a.example/b?c=1&d=2"),
        ("https://a.example/b)c(d", "https://a.example/b%29c%28d"),
        ("https://a.example/&amp;amp;", "https://a.example/&amp;amp;"),
        ("https://a.example/b\\c &quot;d", "https://a.example/b%5Cc%20%22d"),
        ("HTTPS://a.example/", "HTTPS://a.example/"),
        ("mailto:week@a.example", "mailto:week@a.example"),
    ],
)
def test_an_address_cannot_end_its_link_early(target: str, written: str) -> None:
    """What would mean something in Markdown is written in the address's own escapes."""
    capture = page(body(FIRST.replace("library", f'<a href="{target}">library</a>'), SECOND))

    assert f"[library]({written})" in markdown(capture)


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ("<b>the one</b> room", "**the one** room"),
        ("<b>the one </b>room", "**the one** room"),
        ("<i>the <b>one</b></i> room", "*the* ***one*** room"),
        ("the&nbsp;one ro&shy;om", "the\u00a0one room"),
        ("the <span>o</span><span>ne</span> room", "the one room"),
        ("the *one* ~~room~~", "the \\*one\\* \\~\\~room\\~\\~"),
        ("the &lt;one&gt; &amp;amp; room", "the \\<one> \\&amp; room"),
        ("the ![one](x) `room`", "the !\\[one\\](x) \\`room\\`"),
        ("the <img src=x alt=''>one room", "the one room"),
        ("the <!-- hidden -->one room", "the one room"),
    ],
)
def test_type_and_characters_come_out_as_they_read(markup: str, written: str) -> None:
    """Bold and italic type is kept where Markdown can hold it, and text that looks like markup stays text."""
    capture = page(body(FIRST.replace("the one room", markup), SECOND))

    assert markdown(capture) == f"{FIRST.replace('the one room', written)}\n\n{SECOND}\n"


@pytest.mark.parametrize(
    ("markup", "written"),
    [
        ("<h2>Why</h2>", "## Why"),
        ("<h1>Why</h1>", "## Why"),
        ("<h5>Why #</h5>", "##### Why \\#"),
        ("<h3><b>Why</b> <a href=https://a.example/>us</a></h3>", "### **Why** [us](https://a.example/)"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ("<ol start=3><li>one</li><li>two</li></ol>", "3. one\n4. two"),
        ("<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>", "- one\n  - two\n- three"),
        ("<ol><li>one<ul><li>two</li></ul></li></ol>", "1. one\n   - two"),
        ("<ul><li><p>one</p><p>two</p></li><li>three</li></ul>", "- one\n\n  two\n- three"),
        ("<ul><li>- one</li><li>1. two</li></ul>", "- \\- one\n- 1\\. two"),
        ("<blockquote><p>One said so.</p><p>Two said so.</p></blockquote>", "> One said so.\n>\n> Two said so."),
        ("<blockquote><ul><li>one</li></ul></blockquote>", "> - one"),
    ],
)
def test_headings_lists_and_quotations_of_the_message_are_kept(markup: str, written: str) -> None:
    """In the middle of the message, and below its title: the first level is the title's."""
    capture = page(f"<article><h1>The letter</h1>{body(FIRST, SECOND)}{markup}{body(THIRD)}</article>")

    document = markdown(capture)

    assert document == f"---\ntitle: The letter\n---\n\n{FIRST}\n\n{SECOND}\n\n{written}\n\n{THIRD}\n"


def test_hidden_texts_are_listed_apart() -> None:
    """What stands between two of them is seen, so they are two."""
    hidden = FIRST.replace("room", "<i hidden>secret</i>room<i hidden>word</i>")

    imported = import_captures([page(body(hidden, SECOND))])

    assert [text for text, _ in dropped(imported)] == ["secret", "word"]
    assert imported.message.body[0].text == FIRST


def test_a_heading_that_is_a_date_is_the_dateline_and_no_title() -> None:
    """No text has two places in the message."""
    message = import_captures([page(f"<h1>14 September 2031</h1>{body(FIRST, SECOND)}")]).message

    assert message.dateline is not None
    assert message.title is None


def test_a_heading_that_was_left_open_ends_at_the_next_paragraph() -> None:
    """As a reader sees it, though the page says that all of it is a heading."""
    document = markdown(page(f"<h1>The letter of us all{body(FIRST, SECOND)}"))

    assert document == f"---\ntitle: The letter of us all\n---\n\n{FIRST}\n\n{SECOND}\n"


HIDING: Mapping[str, str] = {
    "hidden": "<p hidden>{}</p>",
    "aria-hidden": '<p aria-hidden="true">{}</p>',
    "display": '<p style="color: red; DISPLAY : none">{}</p>',
    "visibility": '<p style="visibility:hidden">{}</p>',
    "around": "<div hidden><div><p>{}</p></div></div>",
    "inside": f"<p>{SECOND} <span hidden>{{}}</span></p>",
    "template": "<template><p>{}</p></template>",
    "noscript": "<noscript><p>{}</p></noscript>",
    "unclosed": "<p hidden>{}<p>",
}


@pytest.mark.parametrize("way", HIDING)
def test_what_is_hidden_on_the_page_is_listed_and_never_kept(way: str) -> None:
    """A sentence that no reader of the page sees does not come into the document behind the editor's back."""
    capture = page(body(FIRST) + HIDING[way].format(THIRD) + body(SECOND))

    imported = import_captures([capture])

    assert THIRD not in [part.text for part in imported.message.parts()]
    assert (THIRD, "hidden on the page") in dropped(imported)


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>Window</title>", "<h1>The letter of the library</h1>", "The letter of the library"),
        ('<meta property="og:title" content="The letter">', "<h2>Our page</h2><h2>The letter</h2><h1>Big</h1>",
         "The letter"),
        ('<meta property="og:title" content="The letter">', "", "The letter"),
        ('<title>The letter – Site</title><meta property="og:site_name" content="Site">', "", "The letter"),
        ("<title>Site</title>", "", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_the_title_is_one_that_is_seen_before_one_that_is_not(head: str, heading: str, title: str) -> None:
    """A heading that the head of the page names, any first-level heading, then what the head says."""
    message = import_captures([page(heading + body(FIRST, SECOND, THIRD), head)]).message

    assert (message.title.text if message.title else "") == title


def test_the_language_of_a_page_is_told() -> None:
    """It is no text of the message, and a template may be wrong about it, so it is for the person to know."""
    capture = Capture("page.html", f'<html lang="en-GB"><body>{body(FIRST, SECOND)}</body></html>', html=True)

    imported = import_captures([capture])

    assert Notice("page.html", "the page says its language is en-GB") in imported.notices


def test_where_trafilatura_finds_nothing_the_rules_for_plain_text_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message is found all the same, and the report says by which means."""
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: None)

    imported = import_captures([page(body(FIRST, SECOND) + "<p>Views: 12</p>")])

    assert to_markdown(imported.message) == f"{FIRST}\n\n{SECOND}\n"
    assert "rules for plain text" in imported.notices[-1].text


def test_a_page_deeper_than_trafilatura_can_read_is_read_all_the_same() -> None:
    """No depth of elements loses a text."""
    capture = page("<div>" * 3000 + body(FIRST, SECOND) + "</div>" * 3000)

    imported = import_captures([capture])

    assert to_markdown(imported.message) == f"{FIRST}\n\n{SECOND}\n"
    assert "too long or too deep" in imported.notices[-1].text


def test_a_message_in_a_menu_is_better_than_none() -> None:
    """A page whose elements are misused gives its message, with a word of warning."""
    imported = import_captures([page(f"<nav>{body(FIRST, SECOND)}</nav>")])

    assert to_markdown(imported.message) == f"{FIRST}\n\n{SECOND}\n"
    assert "read it with care" in imported.notices[-1].text


def test_without_trafilatura_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra, and plain text needs none of it."""
    real = builtins.__import__

    def lacking(name: str, *args: object, **kwargs: object) -> object:
        if name == "trafilatura":
            raise ImportError("no such module")
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    monkeypatch.setattr(builtins, "__import__", lacking)

    with pytest.raises(UsageError) as caught:
        import_captures([page(body(FIRST, SECOND))])

    assert "pip install 'l10n-tool[captures]'" in caught.value.remedy
    assert import_captures([Capture("page.txt", f"{FIRST}\n\n{SECOND}")]).message.body


def test_plain_text_is_imported_without_what_reads_html(tmp_path: Path) -> None:
    """trafilatura and what it brings along are imported for a page in HTML only."""
    (tmp_path / "page.txt").write_text(f"{FIRST}\n\n{SECOND}\n", encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from l10n_tool.workflow.importing import import_files\n"
        "import_files([Path('page.txt')], Path('letter.md'))\n"
        "print(sorted({'trafilatura', 'lxml', 'htmldate', 'justext', 'rapidfuzz'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


@pytest.mark.parametrize("arguments", [["page.html"], ["saved"], ["page.html", "page.txt"]])
def test_the_command_reads_pages_by_name_or_by_their_beginning(tmp_path: Path, arguments: list[str]) -> None:
    """Alone or with a capture in plain text; no warning and no word of a library reaches the terminal."""
    for name in ("page.html", "saved"):
        (tmp_path / name).write_text(page(body(FIRST, SECOND)).text, encoding="utf-8")
    (tmp_path / "page.txt").write_text(f"{FIRST}\n\n{SECOND}\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "l10n_tool", "import", *arguments, "-o", "letter.md"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (0, "letter.md: written (2 body)\n")
    assert done.stderr == "Next: read letter.md, then l10n-tool extract\n"
    assert (tmp_path / "letter.md").read_text(encoding="utf-8") == f"{FIRST}\n\n{SECOND}\n"


@pytest.mark.parametrize("text", ["", "<html></html>", "<p>Home</p>", "<script>x</script>", "<!--", "<p hidden>x"])
def test_a_page_without_a_message_is_an_error_that_says_what_to_do(text: str) -> None:
    """There is nothing to write, whatever else the page holds."""
    with pytest.raises(FileError, match="no message found") as caught:
        import_captures([Capture("page.html", text, html=True)])

    assert caught.value.exit_code is ExitCode.FILE


WORDS = st.sampled_from(["Menu", "said the reader of the town", "Views: 3", "a, b", "*", "&amp;", "12.03.31", "*/"])
INLINE = ["b", "i", "a", "span", "a href='https://x.example/'", "a href='/x'", "font", "code", "span hidden"]
BLOCKS = [
    "p", "div", "ul", "ol", "li", "table", "tr", "td", "h1", "h2", "h3", "blockquote", "article", "section", "nav",
    "aside", "footer", "pre", "div hidden", "form", "button", "dl", "dd", "center", "noscript", "main", "label",
]  # fmt: skip
LEAVES = st.sampled_from(["<br>", "<hr>", "<img src=x>", "\n", "</p>", "</div>", "</b>", "< ", "</ >", "<p>", "<li>"])


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Give markup in which each text has a word of its own, tags mostly closed."""
    pieces: list[str] = []
    for number in range(draw(st.integers(1, 14))):
        kind = draw(st.sampled_from(["text", "inline", "block", "prose", "leaf"]))
        word = f"tok{number}x"
        text = f"{word} {draw(WORDS)}"
        if kind == "leaf":
            pieces.append(draw(LEAVES))
        elif kind == "text":
            pieces.append(text)
        elif kind == "prose":
            pieces.append(
                f"<p>{word} is a word of this sentence, and {draw(WORDS)} stands in it as well, as you see.</p>"
            )
        else:
            tag = draw(st.sampled_from(INLINE if kind == "inline" else BLOCKS))
            closing = draw(st.sampled_from([f"</{tag.split()[0]}>"] * 3 + [""]))
            pieces.append(f"<{tag}>{text} {draw(st.just('') | LEAVES)}{closing}")
    return "".join(pieces)


@given(st.lists(markup(), min_size=1, max_size=2))
def test_every_text_of_any_page_is_in_the_message_or_in_the_list(pages: Sequence[str]) -> None:
    """Exactly once: nothing is lost, and nothing that was kept is listed as dropped."""
    for text in pages:
        capture = Capture("page.html", f"<html><body>{text}{body(FIRST, SECOND)}{text}</body></html>", html=True)

        try:
            imported = import_captures([capture])
        except FileError:
            # An element that hides may be left open, and so hide the whole page.
            assert "hidden" in text or "<noscript>" in text
            continue

        kept = " ".join(part.text for part in imported.message.parts())
        listed = " ".join(line.text for line in imported.dropped if "://" not in line.text)
        tokens = Counter(re.findall(r"tok\d+x", f"{kept} {listed}"))
        assert tokens == Counter(re.findall(r"tok\d+x", f"{text}{text}"))


@given(st.text(alphabet="<>/!-=\"'&;#abp \n", max_size=120) | st.text(max_size=60))
def test_any_text_is_read_as_a_page(text: str) -> None:
    """No markup is so broken that it raises an error; what is no tag is text."""
    read = read_web_page(text)

    assert all(block.text.strip() == block.text != "" for block in read.blocks)
    assert all(1 <= line.number <= text.count("\n") + 1 for block in read.blocks for line in block.lines)


LARGE = {
    "nested elements": "<div>" * 100_000 + "deep" + "</div>" * 100_000,
    "unclosed elements": "<b>" * 100_000 + "deep",
    "unclosed comments": "<!--" * 250_000,
    "unclosed attributes": "<a " + "b='x " * 200_000,
    "unclosed quotes": "<a b=\"x' " * 100_000,
    "brackets": "<" * 200_000,
    "references": "&#" + "1" * 500_000 + "&amp;" * 100_000,
    "unmatched end tags": "<i>" * 600 + "</b>" * 200_000,
    "line breaks": "a<br>" * 40_000,
    "a long text": "word " * 400_000,
}


@pytest.mark.parametrize("kind", LARGE)
def test_a_large_page_is_read_to_its_end(kind: str) -> None:
    """Time grows with the length of a page and no faster, whatever it is made of."""
    imported = import_captures([page(body(FIRST, SECOND) + LARGE[kind])])

    assert [part.text for part in imported.message.parts()][:2] == [FIRST, SECOND]


def test_a_whole_message_has_its_roles() -> None:
    """Title, dateline, lead, body and signature are found in HTML as in plain text."""
    message: Message = import_captures([case("news-page.html")]).message

    assert message.title is not None
    assert message.dateline is not None
    assert (len(message.lead), len(message.body), len(message.signature), len(message.note)) == (1, 11, 2, 0)
