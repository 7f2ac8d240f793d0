"""The currencies of a text: signs, ISO 4217 codes, and the words of many languages.

Dollars of all countries are one currency here, and so are pounds, crowns and pesos: which country's is meant is said
in many ways, or not at all. ¥ is a yen or a yuan.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from l10n_tool.facts.text import Span, Text

__all__ = ["AmountChange", "Currency", "compare_amounts", "currencies"]


class Currency(NamedTuple):
    """A currency of a text: what it may be, where it stands, and whether a number stands beside it."""

    kinds: frozenset[str]
    place: Span
    amount: bool


class AmountChange(NamedTuple):
    """A currency that was lost, and the one that came instead, if any."""

    before: str
    after: str
    source_place: Span
    place: Span | None


_SIGNS: Final[Mapping[str, str]] = {
    "R$": "reais", "$": "dollars", "€": "euros", "£": "pounds", "¥": "yen yuan", "￥": "yen yuan", "₽": "roubles",
    "₺": "lira", "₼": "manats", "₴": "hryvnias", "₸": "tenge", "₾": "lari", "₹": "rupees", "₩": "won", "₪": "shekels",
    "₫": "dong", "฿": "baht", "₦": "naira", "₱": "pesos", "＄": "dollars",
}  # fmt: skip
_CODES: Final[Mapping[str, str]] = {
    **dict.fromkeys(["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD"], "dollars"),
    **dict.fromkeys(["GBP", "EGP", "SYP", "LBP", "SDG"], "pounds"),
    **dict.fromkeys(["SEK", "NOK", "DKK", "CZK", "ISK"], "crowns"),
    **dict.fromkeys(["MXN", "ARS", "CLP", "COP", "PHP", "UYU"], "pesos"),
    **dict.fromkeys(["INR", "PKR", "LKR", "NPR", "IDR"], "rupees"),
    **dict.fromkeys(["AED", "MAD"], "dirhams"), **dict.fromkeys(["SAR", "QAR", "IRR", "OMR"], "riyals"),
    **dict.fromkeys(["IQD", "JOD", "KWD", "DZD", "TND", "BHD", "RSD", "LYD"], "dinars"),
    "EUR": "euros", "JPY": "yen", "CNY": "yuan", "RMB": "yuan", "RUB": "roubles", "BYN": "roubles", "TRY": "lira",
    "TL": "lira", "AZN": "manats", "TMT": "manats", "UAH": "hryvnias", "KZT": "tenge", "GEL": "lari", "AMD": "dram",
    "KRW": "won", "ILS": "shekels", "CHF": "francs", "PLN": "zlotys", "HUF": "forints", "RON": "lei", "BGN": "leva",
    "BRL": "reais", "THB": "baht", "VND": "dong", "ZAR": "rand", "NGN": "naira",
}  # fmt: skip
#: Beginnings of words by currency; one with ``!`` at its end is a whole word.
_WORDS: Final[Mapping[str, str]] = {
    "dollars": "dollar dolar dólar dolár dollár dolāri doleri доллар долар δολάρι δολαρί דולר डॉलर դոլար დოლარ",
    "euros": "euro! euros! euroa! euron! euroja! eurot! eurolla! eurosta! euró euroer! euron eura! eurų! eurai! "
             "eiro! eurå "
             "evro! evra! evrov! avro! avroya! avronun! avroluk! avroluq! avrodan! avroda! евро! євро! еўра! "
             "ευρώ! ευρο "
             "אירו יורו यूरो եվրո ევრო",
    "pounds": "pound pfund livres! libra! libras! sterlin sterling sterlina sterline lliures! pond! funt фунт "
              "liber! lirë λίρ पाउंड "
              "lira! פאונד ליש",
    "yen": "yen! yens! yenes! iene! ienes! jen! jenów! jenů! иен йен єн γιεν jeen येन",
    "yuan": "renminbi yuan yuanes юан juan ювань युआन",
    "roubles": "ruble rouble rubel rubla rublo rublą rublů rublu rubli rubly rublos рубл рубел ρούβλ rubl roebel "
               "रूबल",
    "lira": "lira liras! lire! liry! lir! liranın liralık лира! лиры! лиру! лир! лирах! ліра! ліри! ліру! ліра "
            "lires! λίρ",
    "manats": "manat манат",
    "hryvnias": "hryvni hrivn hrywn гривн гривен qrivn grivn",
    "tenge": "tenge теңге тенге",
    "rupees": "rupee rupi roupie рупи रुपय रुपए",
    "zlotys": "zloty zloti złot злот",
    "francs": "francs! franc! frank! franken! franchi! franco! francos! франк frangı! frank",
    "shekels": "shekel schekel шекел sheqel שקל שח",
    "crowns": "krona! kronor! krone! kroner! kronen! korun koruna korona крон couronnes! coronas! corone!",
    "riyals": "riyal rial риал",
    "dinars": "dinar динар",
    "dirhams": "dirham дирхам",
    "pesos": "pesos! peso! песо!",
}  # fmt: skip
#: Parts of words, of scripts that write words together or put particles before them.
_PARTS: Final[Mapping[str, str]] = {
    "dollars": "دولار دلار ドル 美元 美金 元 달러 ดอลลาร์", "euros": "يورو یورو ユーロ 欧元 歐元 유로 ยูโร",
    "pounds": "جنيه پوند ポンド 英镑 英鎊 파운드 ปอนด์", "yen": "円 日元 日圓 엔 เยน",
    "yuan": "يوان 人民币 人民幣 元 위안 หยวน",
    "roubles": "روبل ルーブル 卢布 盧布 루블", "lira": "ليرة ليرات لیر リラ 里拉 리라",
    "manats": "مانات منات マナト 马纳特",
    "rupees": "روبية ルピー 卢比 루피", "won": "ウォン 韩元 원", "francs": "فرنك フラン 法郎 프랑", "riyals": "ريال",
    "dinars": "دينار", "dirhams": "درهم", "shekels": "شيكل", "crowns": "كرونة クローナ クローネ 克朗",
}  # fmt: skip
#: Where the words for the common currencies are known, one that is not there is lost.
_KNOWN: Final = frozenset([
    "ar", "az", "be", "ca", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "it", "ja", "lt", "nb", "nl",
    "pl", "pt", "ro", "ru", "sk", "sv", "tr", "uk", "zh",
])  # fmt: skip
_BEFORE: Final = re.compile(
    r"\d[ \u00a0\u202f-]?(?:[^\W\d_]{1,10}\.?[ \u00a0](?:(?:de|d['’]|US)[ \u00a0]?)?)?(?:US|A|CA|NZ|C)?-?\Z"
)
_AFTER: Final = re.compile(r"[ \u00a0\u202f]?\d")
_NEAR: Final = 24
_MAYBE: Final = re.compile(
    "[$€£¥￥₽₺₼₴₸₾₹₩₪₫฿₦₱＄]|[A-Z]{3}|dollar|euro|pound|yen|yuan|roubl|rubl|lira|manat|hryv|tenge|rupee|zlot|franc|"
    "shekel|kron|crown|koruna|riyal|rial|dinar|dirham|peso|renminbi"
)


def currencies(text: Text) -> list[Currency]:
    """Return the currencies of a text, in order."""
    return [
        Currency(kinds, match.span(), _is_amount(text.prose, match))
        for match in _expression().finditer(text.prose)
        if (kinds := _kinds(match))
    ]


def compare_amounts(source: Text, text: Text) -> Iterator[AmountChange]:
    """Yield the currencies of a source's amounts that the translation lost, or has others instead of."""
    if source.language == "en" and not _MAYBE.search(source.prose):
        return
    ours = [currency for currency in currencies(source) if currency.amount]
    if not ours:
        return
    theirs = currencies(text)
    lost = _without(ours, theirs)
    came = _without([currency for currency in theirs if currency.amount], currencies(source))
    for at, one in enumerate(lost):
        if at < len(came):
            yield AmountChange(_name(one), _name(came[at]), one.place, came[at].place)
        elif text.language in _KNOWN and _is_common(one):
            yield AmountChange(_name(one), "", one.place, None)


def _is_common(currency: Currency) -> bool:
    return not currency.kinds.isdisjoint({"dollars", "euros", "pounds", "yen", "roubles", "lira", "manats"})


def _without(these: Iterable[Currency], others: Iterable[Currency]) -> list[Currency]:
    """Return the currencies that are none of the others, each once."""
    said = {kind for currency in others for kind in currency.kinds}
    return list({currency.kinds: currency for currency in these if not currency.kinds & said}.values())


def _name(currency: Currency) -> str:
    return " or ".join(sorted(currency.kinds))


def _is_amount(prose: str, match: re.Match[str]) -> bool:
    before = prose[max(0, match.start() - _NEAR) : match.start()]
    return bool(_BEFORE.search(before) or _AFTER.match(prose, match.end()))


def _kinds(match: re.Match[str]) -> frozenset[str]:
    written = match[0]
    if match["sign"]:
        return frozenset(_SIGNS[written].split())
    if match["code"]:
        return frozenset([_CODES[written]])
    return _words()[(match["word"] or match["whole"] or match["part"]).lower()]


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in (_WORDS, _PARTS):
        for kind, words in table.items():
            for word in words.split():
                found.setdefault(word.rstrip("!"), set()).add(kind.strip())
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=1)
def _expression() -> re.Pattern[str]:
    words = [word for row in _WORDS.values() for word in row.split()]
    parts = [word.rstrip("!") for row in _PARTS.values() for word in row.split()]
    whole = [word[:-1] for word in words if word.endswith("!")]
    beginnings = [word for word in words if not word.endswith("!")]
    return re.compile(
        rf"(?P<sign>{_any(_SIGNS)})|\b(?P<code>{_any(_CODES)})\b"
        rf"|(?i:(?<![^\W\d_])(?:(?P<whole>{_any(whole)})(?![^\W\d_])|(?P<word>{_any(beginnings)})[^\W\d_]{{0,9}}))"
        rf"|(?P<part>{_any(parts)})"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
