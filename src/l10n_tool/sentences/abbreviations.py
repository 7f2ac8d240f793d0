"""What a full stop means in a language besides the end of a sentence, where sentencex does not know it.

Abbreviations stand in lower case, without their last full stop and without spaces: ``т.е``, ``z.b``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

__all__ = ["Usage", "usage_of"]


@dataclass(frozen=True, slots=True)
class Usage:
    """A language's use of the full stop.

    ``never`` are titles and the like, which end no sentence. ``inside`` are abbreviations after which a sentence
    begins only with one of ``openers``: words that have a capital nowhere else. ``numbered`` are those that only a
    number follows, such as "page". ``last`` end a sentence when a capital follows: "and so on". ``words`` are words
    of one letter, no abbreviations. With ``ordinals``, "8." is "eighth"; with ``capital_ordinals`` also before a
    capital.
    """

    never: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    ordinals: bool = False
    capital_ordinals: bool = False


def usage_of(language: str) -> Usage:
    """Return the usage of a language without script and territory."""
    return _USAGES.get(language) or (_ORDINAL if language in _WITH_ORDINALS else _PLAIN)


def _usage(*, capital_ordinals: bool = False, ordinals: bool = False, **words: str) -> Usage:
    sets = {name: frozenset(listed.split()) for name, listed in words.items()}
    return Usage(**sets, ordinals=ordinals or capital_ordinals, capital_ordinals=capital_ordinals)


_PLAIN: Final = Usage()
_ORDINAL: Final = Usage(ordinals=True)
#: Languages that write an ordinal as number and full stop, as CLDR's patterns of dates show ("d. MMMM").
_WITH_ORDINALS: Final = frozenset(
    "bs cs da dsb et eu fi fo hr hsb hu is lb lv nb nn no sk sl sr".split()  # noqa: SIM905 - one line for one list
)

_GERMAN: Final = _usage(
    never="bspw bzw d.h dr fr frl hl hr mr mrs prof st vgl z.b",
    inside="bes ca evtl ggf i.a i.d.r inkl kap mind o.g sog u.u u.v.a usw z.t zzgl",
    numbered="abb abs art bd jh max min nr s str tab tel",
    openers="Aber Alle Als Also Am An Auch Auf Aus Bei Beide Bis Da Dabei Dadurch Daher Damals Damit Danach Dann "
    "Daran Darin Darum Das Dass Davon Dazu Denn Der Des Deshalb Dem Den Die Dies Diese Dieser Dieses Doch Dort Du "
    "Ein Eine Einen Einer Er Erst Es Etwas Für Heute Hier Ich Ihr Ihre Im In Ist Jede Jeder Jedes Jetzt Kein Keine "
    "Man Manche Mit Nach Nicht Noch Nun Nur Ob Oder Ohne Seit Seine Sie So Später Trotzdem Über Um Und Unser Unsere "
    "Viele Vom Von Vor Während Wann Warum Was Weil Wenn Wer Wie Wir Wo Zu Zudem Zuerst Zum Zur",
    capital_ordinals=True,
)
_FRENCH: Final = _usage(
    never="cf dr m me mgr mlle mlles mm mme mmes p.ex pr prof ste",
    inside="apr av bd env ex st suiv",
    numbered="art chap fig n no p pp t tél vol éd",
    last="etc",
    openers="Alors Après Au Aujourd Aussi Aux Avant Avec Ce Ceci Cela Celle Celui Ces Cet Cette Chaque Chez Comme "
    "Dans Depuis Des Donc Elle Elles En Enfin Ensuite Est Et Il Ils Ici Je Le La Les Leur Leurs Lorsque Mais Même "
    "Nos Notre Nous On Or Où Par Pendant Plus Pour Pourquoi Puis Quand Que Qui Sa Sans Selon Ses Si Son Sous Sur Tous "
    "Tout Toute Toutefois Très Tu Un Une Vos Votre Vous",
    words="a à y ô",
)
_SPANISH: Final = _usage(
    never="d dr dra dres dª dña ing lic p.ej prof profa sr sra sres srta srtas sta sto v.g",
    inside="av avda ej gral ud uds vd vds",
    numbered="art cap fig máx mín n.º núm p pp pág págs tel tfno vol",
    last="etc",
    openers="A Además Ahora Al Así Aunque Cada Como Con Cuando De Del Desde Después Donde Él El Ella Ellas Ellos En "
    "Entonces Es Esa Ese Eso Esta Este Esto Estos Hay Hoy La Las Lo Los Luego Más Mi Muchas Muchos Nadie No Nos "
    "Nosotros Nuestra Nuestro O Para Pero Por Porque Que Se Si Sí Sin Sobre Solo Su Sus También Tampoco Todo Todos "
    "Tras Tu Un Una Unos Y Ya Yo",
    words="a e o u y",
)
_PORTUGUESE: Final = _usage(
    never="d dr dra drs eng exma exmo p.ex prof profa sr sra sras srs srta sta sto v.g",
    inside="av ex",
    numbered="art cap fig máx mín n n.º núm p pp pág págs tel vol",
    last="etc",
    openers="A Agora Ainda Ao As Assim Cada Com Como Da De Depois Do E Ela Elas Ele Eles Em Então Era Essa Esse Esta "
    "Este Eu Foi Hoje Isso Isto Já Mais Mas Muitos Na Nas Não No Nos Nós Nossa Nosso O Onde Os Ou Para Por Porque "
    "Quando Que Se Sem Seu Sua Também Todos Um Uma",
    words="a e o à é",
)
_ITALIAN: Final = _usage(
    never="arch avv cfr dott dott.ssa dr geom ing mons p.es prof prof.ssa rag sig sig.ra sigg",
    inside="es",
    numbered="art cap fig n p pag pagg pp tel vol",
    last="ecc",
    openers="A Al Alla Allora Anche Ancora Che Chi Come Con Così Da Dal Di Dopo Dove È E Ed Ecco Era Essa Esso Gli Ha "
    "I Il In Io La Le Lei Lo Loro Lui Ma Nel Nella Noi Non O Ogni Oggi Per Perché Però Poi Quando Quella Quello "
    "Questa Questo Qui Se Si Solo Sono Su Sua Suo Tutti Un Una",
    words="a e i o è",
)
_DUTCH: Final = _usage(
    never="bijv bv d.w.z dhr dr drs ing ir mevr mr mw prof st",
    inside="a.u.b ca m.b.t o.a t.a.v t.o.v vgl z.g.n",
    numbered="art blz fig hfdst max min nr p pag tel",
    last="enz etc",
    openers="Al Alle Als Daar Daarna Dan Dat De Deze Die Dit Dus Een Elke En Er Haar Het Hier Hij Hun Ieder Ik In Is "
    "Je Maar Met Na Niet Nu Of Om Onze Ook Op Over Te Toen Uit Van Veel Voor Wat We Wie Wij Ze Zij Zijn Zo",
    words="u",
)
_RUSSIAN: Final = _usage(
    never="акад бул гр д-р доц им пл проф св т.е т.к ул",
    inside="вкл гос доп исп л млн млрд н.э напр обл пер пр-т ред см ср т.н т.о тыс чел",
    numbered="гл кв корп макс мин оз пом рис с ст стр табл тел",
    last="др пр т.д т.п",
    openers="А Без Был Была Были Было В Весь Во Все Всё Вы Где Да Для До Его Ее Её Если Есть Ещё Затем "
    "Здесь И Из Или Именно Иногда Их К Каждая Каждый Как Какой Когда Кто Мы На Над Наш Наша Наши Не Нет Но О Об Однако "
    "Он Она Они Оно От Перед По Под Позже После Потом Потому При С Свой Сейчас Сегодня Снова Со Так Такие Там Тем "
    "Теперь То Тогда Только У Уже Чем Через Что Чтобы Эта Эти Это Этот Я",
    words="я",
)
_UKRAINIAN: Final = _usage(
    never="акад бул вул гр доц ім пл проф св",
    inside="див млн млрд напр обл т.б т.зв т.н тис",
    numbered="буд гл кв корп мін рис с ст стор табл тел",
    last="ін т.д т.ін т.п",
    openers="А Але Без Був Була Були Було В Вам Ви Від Він Вона Вони Воно Все Де Для До Далі З За Зараз Згодом І Із Й "
    "Його Її Їх Коли Кожен Ми На Навіть Наш Не Ні О Один Однак Перед Після По Потім При Про Та Так Там Тепер То Тоді "
    "Тому У Усі Хто Це Цей Ця Ці Через Що Щоб Я Як Якщо",
    words="є я",
)
_TURKISH: Final = _usage(
    never="av doç dr hz müh op prof sn uzm yrd",
    inside="alm apt ar bkz bul bşk cad fr haz ing kr krş mad mah mim ör örn sok st yay",
    numbered="bl bş c fig max md min no nr s sayf sf sh sk tel",
    last="vb vs",
    openers="Ama Ancak Artık Ayrıca Aynı Bazı Belki Ben Biz Bir Bu Bugün Bunun Bundan Bunlar Burada Çok Çünkü Daha "
    "Diğer En Fakat Gene Hem Henüz Her Herkes Hiç İlk İşte İyi Kimse Nasıl Ne Neden Niçin O Onlar Onun Orada Oysa Öyle "
    "Sen Sonra Siz Sonunda Şimdi Şu Tüm Üstelik Ve Veya Ya Yalnız Yani Yine",
    words="o",
    capital_ordinals=True,
)
_AZERBAIJANI: Final = _usage(
    never="akad dos dr müh prof",
    inside="bax bəy f.e i.e küç kv mük məs məh mln mlrd pr prosp red təxm tərc",
    numbered="c maks max min nəş s sh səh tel",
    last="və_b və_s",
    openers="Amma Ancaq Artıq Axı Bəlkə Belə Bəzi Biz Bir Bu Bunlar Bunun Bundan Burada Bütün Çox Çünki Daha Digər "
    "Elə Ən Əgər Əlbəttə Hamı Hansı Hər Heç İlk İndi Kim Lakin Mən Nə Nəyə Nəhayət Niyə O Onlar Onun Orada Sən Siz "
    "Sonra Sonralar Və Yalnız Yenə Yəni",
    words="o",
    capital_ordinals=True,
)
_POLISH: Final = _usage(
    never="dr hab im inż ks mgr prof św ul",
    inside="al gen m.in np ok os pl por tj tzn tzw wg",
    numbered="art godz nr poz rys s str tab tel",
    last="etc itd itp",
    openers="A Ale Był Była Było Co Czy Dla Do Gdy I Ich Ja Jak Jednak Jego Jej Jest Jeśli Każdy Kiedy Kto Ma Mimo My "
    "Na Nad Następnie Nasz Nie O Od On Ona One Oni Oraz Po Pod Potem Przed Przez Przy Są Tak Tam Te Ten Teraz To Tu Ty "
    "W We Więc Wszyscy Z Za Ze",
    words="a i o u w z",
    ordinals=True,
)
_ENGLISH: Final = _usage(
    never="mr mrs ms",
    numbered="approx cf ch esp fig figs incl max min no nos p pp ref refs vol vols",
)
_GREEK: Final = _usage(
    never="δρ κ κα κ.κ",
    inside="αρ βλ δηλ λ.χ π.χ πρβλ",
    numbered="εικ κεφ σελ τηλ τόμ",
    last="κ.ά κ.λπ κ.τ.λ κλπ κτλ",
    openers="Αλλά Αν Από Αυτά Αυτή Αυτό Αυτός Για Δεν Εδώ Είναι Εκεί Εμείς Επίσης Έτσι Ένα Ένας Η Θα Και Κάθε Με Μετά "
    "Μια Μία Να Ο Οι Όλοι Όμως Όταν Πολλοί Σε Στη Στην Στο Στον Τα Τη Την Της Τι Το Τον Του Τους Των Τώρα Ύστερα",
    words="η ή ο",
)
_ARABIC: Final = _usage(never="أ أ.د د", numbered="ج رقم ص ط", last="إلخ الخ")
_HINDI: Final = _usage(never="डा डॉ पं प्रो श्री", numbered="कु पृ सं")

_USAGES: Final[Mapping[str, Usage]] = MappingProxyType(
    {
        "ar": _ARABIC,
        "az": _AZERBAIJANI,
        "de": _GERMAN,
        "el": _GREEK,
        "en": _ENGLISH,
        "es": _SPANISH,
        "fr": _FRENCH,
        "hi": _HINDI,
        "it": _ITALIAN,
        "nl": _DUTCH,
        "pl": _POLISH,
        "pt": _PORTUGUESE,
        "ru": _RUSSIAN,
        "tr": _TURKISH,
        "uk": _UKRAINIAN,
    }
)
