"""The charset of a captured page: what says it, and what happens where that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n_tool.captures import decode_page, is_html
from l10n_tool.errors import FileError

TEXT = "Читаем вместе"
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize(
    ("declaration", "charset"),
    [
        ("", "utf-8"),
        (META.format("windows-1251"), "cp1251"),
        (META.format("Windows-1251"), "cp1251"),
        ("<meta charset=koi8-r>", "koi8-r"),
        ('<meta charset="iso-8859-5">', "iso-8859-5"),
        ("<META CHARSET='ibm866'>", "cp866"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        (META.format("utf-16"), "utf-8"),
        (META.format("x-mac-cyrillic"), "mac_cyrillic"),
        (META.format("gb2312"), "gb18030"),
    ],
)
def test_a_page_is_decoded_as_it_says(declaration: str, charset: str) -> None:
    """By a meta tag or an XML declaration; without one it is UTF-8."""
    html = f"{declaration}<p>{TEXT}</p>"

    assert decode_page("page.html", html.encode(charset)) == html


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_says_more_than_the_page(charset: str) -> None:
    """As browsers have it, since an editor wrote the mark with the bytes."""
    html = f"{META.format('windows-1251')}<p>{TEXT}</p>"

    assert decode_page("page.html", html.encode(charset)) == html


def test_latin_1_means_what_browsers_take_it_for() -> None:
    """Curly quotes of Windows stand in pages that say Latin-1."""
    assert decode_page("page.html", b"<meta charset=iso-8859-1>\x93a\x94") == "<meta charset=iso-8859-1>“a”"


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"<p>ok</p>\n<p>\xff</p>", "page.html:2", "names no other charset"),
        (b"\n<meta charset=utf-8>\n<p>\xff</p>", "page.html:3", "as line 2, which says utf-8"),
        (b"\n<meta charset=windows-1251>\n" + TEXT.encode(), "page.html:2", "but its bytes are UTF-8"),
        (b"<meta charset=klingon>", "page.html:1", "klingon, which cannot be read"),
        (b"<meta charset=zlib>", "page.html:1", "zlib, which cannot be read"),
        (b"<meta charset=iso-8859-99>", "page.html", "cannot be read"),
        (b"<meta charset=windows-1252>\n\x81", "page.html:2", "not in cp1252"),
        (b"\xff\xfea", "page.html", "not in utf-16-le as its byte order mark"),
    ],
)
def test_a_wrong_declaration_is_an_error_with_its_place_and_what_to_do(data: bytes, place: str, message: str) -> None:
    """A guess might turn a name into another one, so nothing is guessed."""
    with pytest.raises(FileError, match=message) as caught:
        decode_page("page.html", data)

    assert str(caught.value.place) == place
    assert caught.value.remedy


@given(st.binary(max_size=80), st.sampled_from([b"", b"<meta charset=cp1251>", b"<meta charset=", b"\xff\xfe"]))
def test_any_bytes_are_text_or_an_error_of_the_file(data: bytes, head: bytes) -> None:
    """No bytes raise anything else."""
    try:
        text = decode_page("page.html", head + data)
    except FileError:
        return
    assert isinstance(text, str)


@pytest.mark.parametrize(
    ("data", "html"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\xef\xbb\xbf \n<html>", True),
        (b"<!-- saved page --><!doctype HTML PUBLIC>", True),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', True),
        (b"<HEAD>", True),
        ("<html>".encode("utf-16"), True),
        (b"<body bgcolor=white>", True),
        (b"<p>A letter</p>", False),
        (b"A letter that says <html>", False),
        (b'<?xml version="1.0"?><tmx>', False),
        (b"<htmlish>", False),
        (b"", False),
    ],
)
def test_a_page_is_known_by_its_beginning(data: bytes, html: bool) -> None:
    """What a browser saved begins as HTML whatever the file is called; a letter with tags in it does not."""
    assert is_html(data) is html
