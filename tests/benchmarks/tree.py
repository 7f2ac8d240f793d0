"""A tree of Markdown documents that look like a real site's: the same seed gives the same bytes."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

__all__ = ["ADJECTIVES", "ADVERBS", "NOUNS", "VERBS", "write_tree"]

# ruff: noqa: SIM905 - a text is read more easily than a list of words

NOUNS: Final = (
    "library card reader shelf story chapter child librarian school town bus poem novel comic letter page corner desk "
    "evening session volunteer council ramp branch catalogue loan district visit minute week project language family"
).split()
VERBS: Final = (
    "opens lends keeps reads finds shares brings sorts writes joins renews carries repairs collects counts answers "
    "borrows returns explains translates recommends celebrates prepares welcomes"
).split()
ADJECTIVES: Final = (
    "quiet small open new old busy careful friendly local mobile patient bright early late whole spare common useful"
).split()
ADVERBS: Final = "often rarely gladly together today again later slowly always usually".split()
_OPENINGS: Final = ("In spring", "After school", "Once a month", "On Saturdays", "By the end of the year", "")


def write_tree(folder: Path, files: int, seed: int = 20) -> int:
    """Write so many documents below a folder, in sub-folders of forty; return how many bytes they have."""
    random = Random(seed)
    size = 0
    for number in range(files):
        path = folder / f"part{number // 40:02}" / f"page{number:04}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "\n".join(_document(random, number))
        path.write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def _document(random: Random, number: int) -> Iterator[str]:
    if random.random() < 0.5:
        yield f"---\ntitle: {_phrase(random).capitalize()}\ndate: 2026-0{random.randint(1, 9)}-1{number % 9}\n---\n"
    yield f"# {_phrase(random).capitalize()}\n"
    for _ in range(random.randint(3, 7)):
        yield f"## {_phrase(random).capitalize()}\n"
        for _ in range(random.randint(2, 5)):
            yield _wrapped(" ".join(_sentence(random) for _ in range(random.randint(2, 5)))) + "\n"
        yield random.choice((_list, _table, _code, _quotation))(random) + "\n"
    yield f"[{_phrase(random)}]: https://example.org/{number}\n"


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text, 80, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def _phrase(random: Random) -> str:
    return f"the {random.choice(ADJECTIVES)} {random.choice(NOUNS)} of a {random.choice(NOUNS)}"


def _sentence(random: Random) -> str:
    opening = random.choice(_OPENINGS)
    words = [_phrase(random), random.choice(VERBS), _marked(random, _phrase(random)), random.choice(ADVERBS)]
    if random.random() < 0.5:
        words += ["and", random.choice(VERBS), _marked(random, _phrase(random))]
    if random.random() < 0.2:
        words += ["for", str(random.randint(2, 48_000)), random.choice(NOUNS) + "s"]
    text = " ".join(words)
    text = f"{opening}, {text}" if opening else text[0].upper() + text[1:]
    return text + random.choice("....!?")


def _marked(random: Random, text: str) -> str:
    kind = random.random()
    if kind < 0.06:
        return f"**{text}**"
    if kind < 0.12:
        return f"*{text}*"
    if kind < 0.18:
        return f"[{text}](https://example.org/{random.choice(NOUNS)}/{random.randint(1, 99)})"
    return f"`{random.choice(NOUNS)}_{random.choice(VERBS)}`" if kind < 0.22 else text


def _list(random: Random) -> str:
    mark = random.choice(("-", "*", "1."))
    rest = " " * (len(mark) + 1)
    return "\n".join(_wrapped(_sentence(random), f"{mark} ", rest) for _ in range(random.randint(3, 7)))


def _table(random: Random) -> str:
    rows = [f"| {random.choice(NOUNS)} | {_phrase(random)} | {random.randint(1, 900)} |" for _ in range(4)]
    return "\n".join(["| name | what it is | count |", "| --- | --- | ---: |", *rows])


def _code(random: Random) -> str:
    lines = [f"{random.choice(NOUNS)} = {random.choice(VERBS)}({random.randint(1, 99)})" for _ in range(5)]
    return "\n".join(["```python", *lines, "```"])


def _quotation(random: Random) -> str:
    return _wrapped(_sentence(random), "> ", "> ")
