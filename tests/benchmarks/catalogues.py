"""Catalogues that look like a real project's, each with a later template: the same seed gives the same bytes.

A third are short labels, the others a phrase or two, a sentence, or a paragraph of a few. In the template every tenth
message was edited: a word in eight was replaced, put in or left out.
"""

from pathlib import Path
from random import Random
from typing import Final

from benchmarks.tree import ADJECTIVES, ADVERBS, NOUNS, VERBS

__all__ = ["write_catalogue"]

_OPENINGS: Final = ("In spring, ", "After school, ", "Once a month, ", "On Saturdays, ", "By then, ", "")

_HEADER: Final = r"""msgid ""
msgstr ""
"Project-Id-Version: reading\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\n"
"Last-Translator: A Translator <translator@example.org>\n"
"Language-Team: German\n"
"Language: de\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"
"""


def write_catalogue(folder: Path, messages: int, seed: int = 7) -> tuple[Path, Path]:
    """Write a translated catalogue of so many messages and its later template; return the paths of both."""
    random = Random(seed)
    sources = _sources(random, messages)
    known = set(sources)
    later = [_edited(random, text, known) if number % 10 == 3 else text for number, text in enumerate(sources)]
    po, pot = folder / f"m{messages}.po", folder / f"m{messages}.pot"
    po.write_text(_file(sources, translated=True), encoding="utf-8")
    pot.write_text(_file(later, translated=False), encoding="utf-8")
    return po, pot


def _sources(random: Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[_source(random, count)] = None
    return list(found)


def _source(random: Random, count: int) -> str:
    kind = random.random()
    if kind < 0.35:
        verb, adjective = random.choice(VERBS).capitalize(), random.choice(ADJECTIVES)
        return f"{verb} {adjective} {random.choice(NOUNS)} {random.randint(1, count)}"
    if kind < 0.6:
        return f"{_phrase(random).capitalize()} and {_phrase(random)}"
    if kind < 0.9:
        return _sentence(random)
    return " ".join(_sentence(random) for _ in range(random.randint(2, 5)))


def _phrase(random: Random) -> str:
    return f"the {random.choice(ADJECTIVES)} {random.choice(NOUNS)} of a {random.choice(NOUNS)}"


def _sentence(random: Random) -> str:
    words = [_phrase(random), random.choice(VERBS), _marked(random, _phrase(random)), random.choice(ADVERBS)]
    if random.random() < 0.5:
        words += ["and", random.choice(VERBS), _marked(random, _phrase(random))]
    if random.random() < 0.2:
        words += ["for", str(random.randint(2, 48_000)), random.choice(NOUNS) + "s"]
    text = random.choice(_OPENINGS) + " ".join(words)
    return text[0].upper() + text[1:] + random.choice("....!?")


def _marked(random: Random, text: str) -> str:
    kind = random.random()
    if kind < 0.06:
        return f"**{text}**"
    return f"[{text}](https://example.org/{random.randint(1, 99)})" if kind < 0.12 else text


def _edited(random: Random, text: str, known: set[str]) -> str:
    """Return a text that no source has, from a few edits; it becomes known."""
    while text in known:
        text = _edit(random, text)
    known.add(text)
    return text


def _edit(random: Random, text: str) -> str:
    words = text.split()
    for _ in range(max(1, len(words) // 8)):
        at = random.randrange(len(words))
        kind = random.random()
        if kind < 0.5:
            words[at] = random.choice(NOUNS)
        elif kind < 0.75:
            words.insert(at, random.choice(ADJECTIVES))
        elif len(words) > 2:
            del words[at]
    return " ".join(words)


def _file(sources: list[str], *, translated: bool) -> str:
    entries = (_entry(number, text, translated=translated) for number, text in enumerate(sources))
    return "\n".join([_HEADER, *entries])


def _entry(number: int, text: str, *, translated: bool) -> str:
    # A text read backwards has the length and the letters of a translation, and is no part of its source.
    target = f"Über {text[::-1]}" if translated else ""
    return f'#: source/p{number // 20}.md\nmsgid "{_escaped(text)}"\nmsgstr "{_escaped(target)}"\n'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
