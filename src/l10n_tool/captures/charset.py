"""Decoding a captured page: what says which charset it is in, and what to do where that is wrong."""

import re
from types import MappingProxyType
from typing import Final

from l10n_tool.document import decode
from l10n_tool.errors import FileError, Place

__all__ = ["decode_page", "is_html"]

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# A declaration stands in the first kilobyte; some pages have their scripts above it.
_HEAD: Final = 8192
_XML: Final = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']\s*([A-Za-z0-9._:-]{1,40})")
_META: Final = re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_BEGINNING: Final = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)[\s>]",
    re.IGNORECASE | re.DOTALL,
)

# Browsers read these names as the wider sets that took their place; a page in UTF-16 could not say so in a meta tag.
_SAME: Final = MappingProxyType({
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "iso-8859-9": "cp1254", "iso8859-9": "cp1254", "latin5": "cp1254", "tis-620": "cp874",
    "iso-8859-11": "cp874", "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "unicode": "utf-8",
    "utf8": "utf-8", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "windows-874": "cp874",
})  # fmt: skip
_ONE_BYTE: Final = re.compile(r"(?:cp12(?:5[0-8])|cp874|cp866|iso-8859-\d{1,2}|koi8-[ru]|mac_\w+)")
_OTHER: Final = frozenset({"utf-8", "gb18030", "big5", "big5-hkscs", "euc-jp", "iso-2022-jp", "cp932", "cp949"})

_REMEDY: Final = "Save the page in UTF-8 and say so in its meta tag, or remove a declaration that is wrong."


def is_html(data: bytes) -> bool:
    """Tell whether a file begins as a page does."""
    head = data[:_HEAD]
    charset = next((charset for mark, charset in _MARKS if head.startswith(mark)), "latin-1")
    return bool(_BEGINNING.match(head.decode(charset, "ignore").removeprefix("\ufeff")))


def decode_page(name: str, data: bytes) -> str:
    """Return the text of a page: by its byte order mark, by what it declares, else as UTF-8.

    Raises FileError with the place where the bytes are not what they are said to be.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _decode(name, data[len(mark) :], charset, "its byte order mark", data)
    declared = _XML.match(data[:_HEAD]) or _META.search(data[:_HEAD])
    if declared is None:
        return _undeclared(name, data)
    label = declared[1].decode().lower()
    line = _line(data, declared.start(1))
    charset = _charset(name, label, line)
    if charset != "utf-8" and _ONE_BYTE.fullmatch(charset) and _is_wide_utf8(data):
        message = f"the page says it is in {label}, but its bytes are UTF-8"
        raise FileError(message, place=Place(name, line), remedy='Write "utf-8" there.')
    return _decode(name, data, charset, f"line {line}, which says {label}", data)


def _charset(name: str, label: str, line: int) -> str:
    charset = _SAME.get(label, label)
    charset = re.sub(r"\A(?:windows-|x-cp)(?=125)", "cp", charset).replace("iso8859", "iso-8859")
    charset = "cp866" if charset in {"ibm866", "cp866"} else charset
    if charset in _OTHER or _ONE_BYTE.fullmatch(charset):
        return charset
    raise FileError(f"the page says it is in {label}, which cannot be read", place=Place(name, line), remedy=_REMEDY)


def _is_wide_utf8(data: bytes) -> bool:
    """Tell whether these are UTF-8 beyond ASCII: letters of another charset next to never are."""
    if data.isascii():
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _undeclared(name: str, data: bytes) -> str:
    try:
        return decode(name, data, "page")
    except FileError as error:
        raise FileError("the page is not UTF-8 and names no other charset", place=error.place, remedy=_REMEDY) from None


def _decode(name: str, data: bytes, charset: str, by: str, whole: bytes) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        line = _line(data, error.start) if not charset.startswith("utf-16") else 0
        raise FileError(f"the page is not in {charset} as {by}", place=Place(name, line), remedy=_REMEDY) from None
    except LookupError:
        raise FileError(f"the page is in {charset}, which cannot be read", place=Place(name), remedy=_REMEDY) from None


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
