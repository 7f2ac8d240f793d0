"""Damaged PO files for the tests: real and sample files as seeds, and the ways in which files are damaged."""

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

__all__ = ["mutated", "seeds"]

_DATA: Final = Path(__file__).parents[1] / "data"
#: A process reads a seed thousands of times, and what goes wrong goes wrong in small files too.
_LARGEST: Final = 6_000
_ENTRIES: Final = 6

_PUT_IN: Final = tomllib.loads((_DATA / "mutations.toml").read_text(encoding="utf-8"))


def _bytes(key: str) -> tuple[bytes, ...]:
    return tuple(text.encode("latin-1") for text in _PUT_IN[key])


_LINES, _CHARSETS, _HEADERS, _FLAGS = map(_bytes, ("lines", "charsets", "headers", "flags"))
_RUNS: Final[tuple[bytes, ...]] = tuple(text.encode() * times for text, times in _PUT_IN["runs"])
_TOKENS: Final = (*_bytes("tokens"), *_RUNS)
_NESTED: Final = b"nplurals=2; plural=" + b"(" * 300 + b"n>1" + b")" * 300 + b";"
_PLURALS: Final = (*_bytes("plurals"), _NESTED)


def seeds() -> list[bytes]:
    """Return small files of every kind: the cases of these tests, and pieces of real catalogues."""
    paths = (
        path for folder in ("catalogue/sound", "checks", "awkward") for path in sorted(_DATA.glob(f"{folder}/*.po"))
    )
    found = [data for data in map(Path.read_bytes, paths) if len(data) <= _LARGEST]
    return found + [piece for path in _real() for piece in _pieces(path.read_bytes())]


def _real() -> list[Path]:
    """Return catalogues that a package of the environment ships, of languages with one form to six."""
    spec = find_spec("django")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    locales = ("ar", "de", "ja", "pl", "pt_BR", "ru")
    paths = [Path(folder, "conf", "locale", code, "LC_MESSAGES", "django.po") for folder in folders for code in locales]
    return [path for path in paths if path.exists()]


def _pieces(data: bytes) -> Iterator[bytes]:
    """Yield the header of a file with a few entries that have flags, contexts, plurals or previous sources."""
    header, *entries = re.split(rb"\n\n+", data)
    marked = [entry for entry in entries if re.search(rb"^(#,|#\||#~|msgctxt|msgid_plural)", entry, re.MULTILINE)]
    for some in (marked[:_ENTRIES], entries[:_ENTRIES]):
        yield b"\n\n".join([header, *some]) + b"\n"


def mutated(choose: random.Random, found: Sequence[bytes]) -> bytes:
    """Return one of the seeds with a few bytes, tokens or lines taken away, doubled, swapped, replaced or put in."""
    data = choose.choice(found)
    for _ in range(choose.choice([1, 1, 1, 2, 2, 3, 5])):
        data = choose.choice(_WAYS)(data, choose) if data else choose.choice(found)
    return data


def _span(data: bytes, choose: random.Random) -> tuple[int, int]:
    at = choose.randrange(len(data))
    return at, min(len(data), at + choose.choice([1, 1, 1, 2, 4, 9, 30, 120]))


def _without_bytes(data: bytes, choose: random.Random) -> bytes:
    at, end = _span(data, choose)
    return data[:at] + data[end:]


def _doubled_bytes(data: bytes, choose: random.Random) -> bytes:
    at, end = _span(data, choose)
    return data[:end] + data[at:end] + data[end:]


def _swapped_bytes(data: bytes, choose: random.Random) -> bytes:
    one, other = sorted((choose.randrange(len(data)), choose.randrange(len(data))))
    return data[:one] + data[other : other + 1] + data[one + 1 : other] + data[one : one + 1] + data[other + 1 :]


def _random_byte(data: bytes, choose: random.Random) -> bytes:
    at = choose.randrange(len(data))
    return data[:at] + bytes([choose.randrange(256)]) + data[at + choose.randrange(2) :]


def _token_put_in(data: bytes, choose: random.Random) -> bytes:
    at, end = _span(data, choose)
    return data[:at] + choose.choice(_TOKENS) + data[choose.choice([at, at, end]) :]


def _token_at_quote(data: bytes, choose: random.Random) -> bytes:
    """Put a token where it matters most: at the beginning or the end of a string."""
    quotes = [match.start() for match in re.finditer(b'"', data)] or [0]
    at = choose.choice(quotes) + choose.randrange(2)
    return data[:at] + choose.choice(_TOKENS) + data[at:]


def _cut(data: bytes, choose: random.Random) -> bytes:
    at = choose.randrange(len(data))
    return data[:at] if choose.random() < 0.7 else data[at:]


def _of_lines(change: Callable[[list[bytes], random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    def changed(data: bytes, choose: random.Random) -> bytes:
        lines = data.split(b"\n")
        change(lines, choose)
        return b"\n".join(lines)

    return changed


def _line_taken_away(lines: list[bytes], choose: random.Random) -> None:
    del lines[choose.randrange(len(lines))]


def _line_doubled(lines: list[bytes], choose: random.Random) -> None:
    at = choose.randrange(len(lines))
    lines.insert(choose.choice([at, choose.randrange(len(lines))]), lines[at])


def _lines_swapped(lines: list[bytes], choose: random.Random) -> None:
    one = choose.randrange(len(lines))
    other = choose.choice([choose.randrange(len(lines)), min(one + 1, len(lines) - 1)])
    lines[one], lines[other] = lines[other], lines[one]


def _line_put_in(lines: list[bytes], choose: random.Random) -> None:
    lines.insert(choose.randrange(len(lines)), choose.choice(_LINES))


def _lines_joined(lines: list[bytes], choose: random.Random) -> None:
    at = choose.randrange(len(lines))
    lines[at : at + 2] = [b" ".join(lines[at : at + 2])]


def _line_marked(lines: list[bytes], choose: random.Random) -> None:
    at = choose.randrange(len(lines))
    mark = choose.choice([b"#~ ", b"#~", b"#| ", b"#~| ", b"# ", b"#, ", b" ", b"\t"])
    for line in range(at, min(len(lines), at + choose.choice([1, 1, 2, 4]))):
        lines[line] = mark + lines[line]


def _lines_without_mark(lines: list[bytes], choose: random.Random) -> None:
    marked = [at for at, line in enumerate(lines) if line.startswith(b"#")] or [0]
    at = choose.choice(marked)
    lines[at] = lines[at].lstrip(b"#~|, ")


def _flag_put_in(lines: list[bytes], choose: random.Random) -> None:
    places = [at for at, line in enumerate(lines) if line.startswith((b"msgid ", b"msgctxt"))] or [0]
    flags = [choose.choice(_FLAGS) for _ in range(choose.choice([1, 1, 1, 2]))]
    lines.insert(choose.choice(places), b"#, " + choose.choice([b", ", b" ", b","]).join(flags))


def _header_line_put_in(lines: list[bytes], choose: random.Random) -> None:
    lines.insert(choose.randrange(min(len(lines), 20)), choose.choice(_HEADERS))


def _conflict(lines: list[bytes], choose: random.Random) -> None:
    at = choose.randrange(len(lines))
    end = min(len(lines), at + choose.choice([1, 2, 4]))
    both = lines[at:end]
    middle = [b"||||||| base", *both] if choose.random() < 0.3 else []
    lines[at:end] = [b"<<<<<<< HEAD", *both, *middle, b"=======", *both, b">>>>>>> theirs"]


def _other_line_ends(data: bytes, choose: random.Random) -> bytes:
    end = choose.choice([b"\r\n", b"\r", b"\n\r", b"\r\r\n"])
    return data.replace(b"\n", end, choose.choice([-1, -1, 1, 5]))


def _other_charset(data: bytes, choose: random.Random) -> bytes:
    return re.sub(rb"charset=[^\\\"]*", lambda _: b"charset=" + choose.choice(_CHARSETS), data, count=1)


def _other_plurals(data: bytes, choose: random.Random) -> bytes:
    return re.sub(rb"Plural-Forms:[^\\\"]*", lambda _: b"Plural-Forms: " + choose.choice(_PLURALS), data, count=1)


def _other_encoding(data: bytes, choose: random.Random) -> bytes:
    charset = choose.choice(["utf-16", "utf-16-le", "utf-32", "latin-1", "cp1251", "shift_jis", "utf-8-sig", "utf-7"])
    return data.decode("utf-8", "replace").encode(charset, "replace")


_OF_BYTES: Final = (
    _without_bytes,
    _doubled_bytes,
    _swapped_bytes,
    _random_byte,
    _token_put_in,
    _token_put_in,
    _token_at_quote,
    _cut,
    _other_line_ends,
    _other_charset,
    _other_plurals,
    _other_encoding,
)
_OF_LINES: Final = (
    _line_taken_away,
    _line_doubled,
    _lines_swapped,
    _line_put_in,
    _line_put_in,
    _lines_joined,
    _line_marked,
    _lines_without_mark,
    _flag_put_in,
    _flag_put_in,
    _header_line_put_in,
    _conflict,
)
_WAYS: Final = (*_OF_BYTES, *map(_of_lines, _OF_LINES))
