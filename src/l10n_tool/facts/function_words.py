"""Words that a language cannot do without, by which a text shows its language: articles, prepositions, pronouns.

Only words of two letters or more that are frequent in any text; those that two languages share count for neither.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

__all__ = [
    "NEEDED_LETTERS", "STRANGE_LETTERS", "decisive_words", "function_words", "languages_of", "relatives",
]  # fmt: skip

_WORDS: Final[Mapping[str, str]] = {
    "af": "die het nie van is vir wat word jou ons met hierdie aan deur moet kan om nie",
    "ar": "في من على إلى عن هذا هذه أن التي الذي لا لم هو هي كل أو مع بعد كان قد ما بين لكل يجب إذا",
    "az": (
        "və üçün ilə bir bu olan deyil hər daha çox sizin kimi olaraq edin onun bütün əgər sonra yalnız ola həmin "
        "biz siz"
    ),
    "be": "што для або гэта гэты пры калі які якія можна ад гэтай быць толькі усе вы яго яна мы ў і не на па як",
    "bg": "за на от се да не са или като това този тази при който която които може трябва със във ще сте по",
    "bs": "za se na je da od ili koji koja koje biti nije su kao ovaj ova ovo možete sa iz što samo vam",
    "ca": (
        "de en des els les una per amb que del dels aquest aquesta no més són és però cada seva pels també dels "
        "ens"
    ),
    "ckb": "بۆ لە ئەم کە بە نییە هەموو یان دەبێت ئەو لەسەر بکە هەیە",
    "cs": (
        "se na že je pro nebo být který která které není jsou jako tento tato toto ale také jen vám při pouze aby "
        "než"
    ),
    "cy": "yn yr ar gyfer hwn hon gan mae eich wedi gyda nad oes neu ond rhaid fod",
    "da": "at for og det ikke til af med der som på den er denne eller fra har kan skal vil ved også blev af jeg",
    "de": (
        "der die das und nicht ist ein eine einen einer mit für von auf zu den dem des im sie wir oder werden wird "
        "auch sich bei nach wurde sind kann dass als aus wenn ihr ihre"
    ),
    "el": "και το να του της από για με τα την οι είναι στο στη δεν που ένα μια τον ή θα σας πρέπει αυτό",
    "en": (
        "the and of to is that for with are this from you not have be it on was by or your which we has their will "
        "can been at an as our"
    ),
    "eo": "la kaj ne estas por kun via tiu ĉi aŭ povas sed kiu kiuj pri el al ili ĝi estos devas",
    "es": (
        "y en el la los las de que no una por con para su del este esta es son se más pero como sus sin hay nos cada "
        "puede ha sobre"
    ),
    "et": "ja ei on see selle või kui mis kõik sest oma tuleb pole ning seda oli peab saab kuid",
    "eu": "eta da ez dira bat hau edo izan behar du dute baina zure dela dago honen egin baino",
    "fa": "در به از که این را با است برای آن یک می شما نیست هر خود باید یا تا کنید شده ها",
    "fi": "ja ei on se että joka tämä tai kun ovat ole voi myös mutta sekä oli olla jos vain tämän kuin",
    "fr": (
        "le la les de des et un une est pour que qui dans sur pas ne vous nous avec par au aux ce cette sont plus "
        "ou il elle vos votre leur mais"
    ),
    "ga": "agus an na ar le go is seo nach bhfuil tá do leis atá mar sin ach nó gach níl",
    "gd": "agus an na air le seo nach eil tha do leis mar ach no gach bidh chaidh",
    "gl": (
        "se un de os as unha por con para que non do da dos das este esta é son máis pero como ao na no seu ou "
        "cada"
    ),
    "he": "של את על לא זה או עם כל אם היא הוא זו אין יש אל כי גם רק אתה יותר",
    "hi": "के का की में है और से को यह नहीं पर हैं एक लिए या कर भी इस आप हो",
    "hr": "za se na je da od ili koji koja koje biti nije su kao ovaj ova ovo možete iz što samo vam također",
    "hu": "és nem egy az hogy ez vagy van meg kell lehet csak amely már minden volt ezt nincs még mint lesz",
    "hy": "և է են որ այս համար չի կամ մի ու պետք ձեր եւ չեն",
    "id": (
        "yang dan untuk tidak dengan ini dari pada atau di adalah anda kami akan dapat telah ada setiap harus oleh "
        "juga"
    ),
    "is": "og að ekki er það sem til með þessi þetta eða fyrir þú við um frá hefur vera þarf",
    "it": (
        "in il la lo gli le di che non una per con del della dei sono questo questa è si più ma come nel alla anche "
        "suo ogni può"
    ),
    "kk": "және үшін бұл бір емес болып мен немесе осы керек деп бар жоқ барлық",
    "ky": "жана үчүн бул бир эмес менен же керек бар жок болуп",
    "lt": "ir yra ne tai kad su šis ši bei jūsų gali iš bet kuris turi būti nėra ar šio visi arba buvo",
    "lv": "un ir nav tas ka ar šis vai no kas lai jūsu par ja ko būt šī ne arī uz bet",
    "mk": "за на од се да не ќе или ова овој оваа кои која што може треба со во сте по ги",
    "mn": "нь энэ бол байна болон бүх та юм эсвэл бөгөөд байх хэрэв",
    "mr": "आणि आहे हे या नाही एक आहेत किंवा हा करा साठी आपण तर",
    "ms": (
        "yang dan untuk tidak dengan ini dari pada atau di adalah anda kami akan boleh telah ada setiap mesti oleh "
        "juga"
    ),
    "nb": "at for og det ikke til av med der som på den er denne eller fra har kan skal vil ved også ble jeg deg",
    "ne": "छ र को मा यो हुन् गर्नुहोस् लागि छैन पनि वा भएको तपाईं गर्न एक",
    "nl": (
        "de het een en van niet is voor met op dat die zijn door deze dit wordt kan naar aan bij ook worden om uw "
        "of je maar wij"
    ),
    "nn": "at for og det ikkje til av med der som på den er denne eller frå har kan skal vil ved også vart eg ein",
    "pl": (
        "do nie się na jest do że dla lub oraz to przez być które który która są tego tylko jak tym ale może od przy "
        "nas wszystkich"
    ),
    "pt": (
        "e um os as de que não uma por com para do da dos das este esta é são se mais mas como em no na ao você seu "
        "sua ou cada pode foi sem pelo"
    ),
    "ro": "și nu este pentru cu din în că să sau un care la de sunt acest această mai pe se fi ați poate toate ale",
    "ru": (
        "не на что для это или по из от как его быть они мы вы все при этот эта так но который если только был "
        "можно она к с и в"
    ),
    "sk": "sa na že je pre alebo byť ktorý ktorá ktoré nie sú ako tento táto toto ale tiež len vám pri iba aby než",
    "sl": "se na je da za ali ki ni so kot ta to lahko pri od ne biti samo tudi vaš vse iz",
    "sq": "na dhe nuk një për të në me që është ose kjo ky duhet jeni nga janë por tuaj si mund",
    "sr": (
        "за се на је да од или који која које бити није су као овај ова ово можете са из што само вам za se na je "
        "da od ili koji koja koje biti nije su kao ovaj ova ovo možete sa iz što samo vam"
    ),
    "sv": "och det inte till av med som på den är denna eller från har kan ska vill vid också blev jag att ett för",
    "sw": "na ya wa kwa ni hii katika hakuna au lakini hiyo la yako kuwa ambayo",
    "tr": (
        "en son ve için ile bir bu olan değil her daha çok sizin gibi olarak edin onun tüm eğer sonra yalnızca ya "
        "veya biz siz kadar"
    ),
    "uk": (
        "не на що для це або та від як його бути вони ми ви всі при цей ця який якщо тільки був можна вона до з у "
        "і й"
    ),
    "ur": "کے کا کی میں ہے اور سے کو یہ نہیں پر ہیں ایک لیے یا کر بھی اس آپ ہو",
    "uz": "va uchun bilan bir bu emas yoki kerak barcha bo'lgan sizning ham deb agar faqat",
    "vi": "và của không là cho các một được với này có những để bạn trong hoặc khi đã nếu phải",
}  # fmt: skip
_ALIASES: Final = {"no": "nb", "sh": "hr", "cnr": "hr", "ast": "es"}

# Languages that are so near to one another that a short text may be of each.
_RELATIVES: Final = (
    "da nb nn no", "bs cnr hr sh sr", "cs sk", "id jv ms su", "an ast ca es ext gl pt", "az tr", "be ru uk rue",
    "bg mk", "hi mr ne bho mai sa", "fa prs glk mzn", "ur pnb", "ga gd", "kk ky tt ba", "nl af li fy nds",
    "de lb nds gsw als bar", "zh yue wuu gan", "ar arz ary", "tk tr az crh", "it co scn lij vec pms lmo",
    "fr oc wa frp", "dsb hsb pl cs sk", "fi et", "ckb ku", "en sco", "io ia eo ie", "fil tl", "xh zu",
    "uz ug kaa",
)  # fmt: skip


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words of a language; none of one that is not known."""
    return frozenset(_WORDS.get(_ALIASES.get(language, language), "").split())


@cache
def languages_of(word: str) -> frozenset[str]:
    """Return the languages that have a word among theirs."""
    return frozenset(language for language in _WORDS if word in function_words(language))


@cache
def decisive_words(language: str) -> frozenset[str]:
    """Return the words of a language that no other language in the table has, relatives apart."""
    family = relatives(language)
    return frozenset(word for word in function_words(language) if languages_of(word) <= family)


#: Letters that a language lacks and a neighbour has on every line, with the neighbour.
STRANGE_LETTERS: Final[Mapping[str, tuple[str, str]]] = {
    "be": ("иъ", "ru"), "bg": ("ыэі", "ru"), "es": ("ãõ", "pt"), "mk": ("йщъыьэюяі", "bg"), "pt": ("ñ¿¡", "es"),
    "ru": ("іїєґў", "uk"), "sr": ("йщъыьэюяі", "ru"), "tr": ("ə", "az"), "uk": ("ыэёъ", "ru"),
}  # fmt: skip
#: Letters that a language has on every line, and the neighbour that lacks them.
NEEDED_LETTERS: Final[Mapping[str, tuple[str, str]]] = {"az": ("ə", "tr"), "uk": ("іїє", "ru"), "be": ("іў", "ru")}


@cache
def relatives(language: str) -> frozenset[str]:
    """Return the languages that a text may be taken for by mistake, the language among them."""
    groups = [frozenset(group.split()) for group in _RELATIVES]
    return frozenset({language}).union(*(group for group in groups if language in group))
