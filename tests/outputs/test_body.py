"""What the HTML of a body holds."""

import pytest

from l10n_tool.outputs.body import Body, read_body


def test_headings_are_read_as_plain_text() -> None:
    """The first heading gives the title, without its markup."""
    body = read_body("<p>Lead</p><h2>Ways &amp; <em>means</em>\nto help</h2><h2>More</h2>")

    assert body == Body(heading="Ways & means to help", foreign=False, titled=False, active=frozenset())


def test_a_heading_in_another_language_is_known_as_such() -> None:
    """A title that falls back to the source language can be marked."""
    body = read_body('<h1><span lang="en" dir="ltr">Ways to help</span></h1>')

    assert (body.heading, body.foreign, body.titled) == ("Ways to help", True, True)


@pytest.mark.parametrize(
    "html",
    [
        '<p>a <a href="https://example.org/?a=1&amp;b=2" title="t">b</a> <img src="tree.jpg" alt="" /></p>',
        '<p><a href="mailto:a@example.org">a</a> <a href="#note">1</a> <a href="../de/x.html">x</a></p>',
        '<table><thead><tr><th scope="col">a</th></tr></thead></table><ol start="3"><li>c</li></ol>',
        '<p dir="rtl" lang="ar"><bdi>x</bdi> 1 &lt; 2 &amp; 3 &gt; 2</p><pre><code class="language-c">i</code></pre>',
    ],
)
def test_text_links_and_own_pictures_do_nothing_by_themselves(html: str) -> None:
    """What Markdown makes is not active."""
    assert read_body(html).active == frozenset()


@pytest.mark.parametrize(
    "html",
    [
        "<script>go()</script>",
        "<SCRIPT SRC=//example.net/x.js></SCRIPT>",
        '<p onclick="go()">x</p>',
        "<img src=x onerror=go()",
        '<a href="javascript:go()">x</a>',
        '<a href=" java&#10;script:go()">x</a>',
        '<a href="java&Tab;script&colon;go()">x</a>',
        '<a href="&#1;javascript:go()">x</a>',
        '<a href="vbscript:go()">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<img src="https://example.net/pixel.gif">',
        '<img src="//example.net/pixel.gif">',
        '<img src="\\\\example.net\\pixel.gif">',
        '<img src="/\t/example.net/pixel.gif">',
        '<img srcset="https://example.net/pixel.gif 2x">',
        '<p style="background:url(https://example.net/)">x</p>',
        "<style>p{}</style>",
        '<iframe srcdoc="x"></iframe>',
        '<svg><a xlink:href="javascript:go()">x</a></svg>',
        "<math><mi>x</mi></math>",
        '<base href="https://example.net/">',
        '<meta http-equiv="refresh" content="0">',
        '<form action="https://example.net/"><button>x</button></form>',
        '<object data="x"></object>',
        '<link rel="stylesheet" href="x">',
        '<a href="x" ping="https://example.net/">x</a>',
        "<!-- x -->",
        "<p>x</p><!-- y",
        "<p>x</p><![CDATA[ y",
        '<p>x</p><p title="y',
        "<p>x</p><p title='y",
        "<!--><script>go()</script>-->",
        "<![CDATA[x]]>",
        "<!DOCTYPE html>",
        "<?x y?>",
    ],
)
def test_what_could_run_load_or_leave_is_named(html: str) -> None:
    """Nothing that a browser acts on goes unnoticed, however it is written."""
    assert read_body(html).active


def test_the_content_of_a_script_counts() -> None:
    """A script of the author's with other content is another script."""
    assert read_body("<script>a()</script>").active != read_body("<script>b()</script>").active
