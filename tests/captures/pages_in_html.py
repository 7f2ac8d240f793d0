"""The cases in HTML, and pages made of plain lines in the layouts that sites use."""

from collections.abc import Collection, Sequence
from html import escape
from pathlib import Path
from typing import Final

from l10n_tool.captures import Capture, decode_page

DATA: Final = Path(__file__).parent.parent / "data" / "captures" / "html"


def case(name: str) -> Capture:
    """Return a case by its file name."""
    return Capture(name, decode_page(name, (DATA / name).read_bytes()), html=True)


def page(body: str, head: str = "") -> Capture:
    """Return a page with this body."""
    return Capture("page.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", html=True)


def article_layout(lines: Sequence[str], message: Collection[int]) -> str:
    """Return a page whose lines by these numbers stand in an article, and the others in boxes around it."""
    written = ["<!DOCTYPE html>", "<html><head><meta charset='utf-8'><title>Site</title></head><body>"]
    written.append("<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>")
    for number, line in enumerate(lines, 1):
        written += ["<article>"] if number == min(message) else []
        if text := escape(line.strip()):
            written.append(f"<p>{text}</p>" if number in message else f"<div class='box'>{text}</div>")
        written += ["</article>"] if number == max(message) else []
    return "\n".join([*written, "<footer><p>The site of this page</p></footer></body></html>"])


def table_layout(lines: Sequence[str]) -> str:
    """Return a page with all lines in the middle cell of a table, parted by line breaks."""
    menu = "<a href='/'>Home</a><br><a href='/news'>News</a><br>"
    cell = "\n".join(f"{escape(line.strip())}<br>" for line in lines)
    table = f"<table><tr><td width=140>{menu}</td><td>{cell}</td><td><b>Links</b><br>{menu}</td></tr></table>"
    return f"<html><head><title>Site</title></head><body>{table}</body></html>"
