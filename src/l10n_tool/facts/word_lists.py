"""English words that have a capital without being names, and words that stand inside names."""

from typing import Final

__all__ = ["BRANDS", "CONNECTORS", "GENERIC", "LANGUAGES", "NO_NAMES", "OWN_ABBREVIATIONS", "STARTERS"]

#: Small words inside names, of several languages.
CONNECTORS: Final = frozenset(
    "of for de del della di da do dos das du des la le les el al von van der den bin ibn".split()  # noqa: SIM905 - words as words
)

#: Words that often begin a sentence or a heading and are no part of the name that follows.
STARTERS: Final = frozenset(
    """
    a about above after again against all also although among an and another any are as at be because been before
    being below between both but by can could did do does down each either else ever every few for from had has
    have he her here his how however i if in inside into is it its just let like many may more most much must my near
    neither no nor not now of off on once one only or other our out outside over per please since she should so some
    such than that the their them then there these they this those through thus to today together tomorrow toward
    towards two under unless until up upon use used using very via was we were what when where whether which while
    who whom whose why will with within without would yes yesterday yet you your
    """.split()  # noqa: SIM905 - words as words
)

_MONTHS: Final = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
_DAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays mon tue wed thu fri sat sun"
)

#: Languages and peoples, which each language has its own words for.
LANGUAGES: Final = """
    afrikaans african africans albanian albanians american americans amharic arab arabs arabic aramaic argentine
    armenian armenians asian asians asturian australian austrian azerbaijani azeri basque bashkir belarusian belgian
    bengali berber bosnian brazilian breton british briton britons buddhist buddhists bulgarian burmese cambodian
    canadian cantonese catalan catholic catholics chechen chilean chinese christian christians colombian coptic cornish
    corsican croat croatian crimean cuban cypriot cyrillic czech dane danes danish dutch egyptian english esperanto
    estonian ethiopian european europeans faroese filipino finn finns finnish flemish french frisian gaelic galician
    georgian german germans germanic greek greeks guarani gujarati haitian hausa hebrew hindi hindu hindus hispanic
    hungarian icelandic igbo indian indians indonesian interlingua inuktitut iranian iraqi irish islamic israeli
    israelis italian italians japanese javanese jew jews jewish jordanian kabyle kannada kazakh kazakhs khmer korean
    koreans kurd kurds kurdish kyrgyz lao latin latvian lebanese libyan lithuanian luxembourgish macedonian malagasy
    malay malayalam maltese maori marathi mexican moldovan mongolian moroccan muslim muslims nepali nigerian nordic
    norwegian norwegians occitan ossetic pakistani palestinian palestinians pashto persian peruvian pole poles polish
    portuguese protestant punjabi quechua roma romani romanian romansh russian russians sami sanskrit sardinian saudi
    scot scots scottish serb serbs serbian silesian sindhi sinhala sinhalese slavic slavonic slovak slovene slovenian
    somali sorbian spanish swahili swede swedes swedish swiss syrian syriac tagalog tajik tamazight tamil tatar telugu
    thai tibetan tunisian turk turks turkish turkmen udmurt ukrainian ukrainians urdu uyghur uzbek vietnamese welsh
    western eastern northern southern yiddish yoruba zulu bokmål nynorsk sotho ndebele
"""

#: Capitalised words that are no names, or names that each language has its own form of.
NO_NAMES: Final = frozenset(
    f"{_MONTHS} {_DAYS} {LANGUAGES} i i'm i’m i'll i’ll i've i’ve i'd i’d ok tv am pm bc ad ce bce cm km kg mm mb gb kb"
    " tb pb and or not no yes on off ctrl alt shift enter tab esc cmd del true false none null mon note warning"
    " yyyy mm dd hh ss faq id ids"
    " ps pps asap aka etc xx xxx todo fixme god lord bible internet web".split()
)

#: Abbreviations that many languages have words or abbreviations of their own for.
OWN_ABBREVIATIONS: Final = frozenset(
    """
    ai aids api atm bcc cc cet chf cpu css czk dna dst ec eea eec eu eur fao faq gbp gdp gis gmt gnp gps hiv iaea
    icc id ilo imf ip iso it iucn ipv llm ltr nato ngo oecd opec os osce otp pc pdf phd pin pln pos qr rna rss rtl sso
    tfa toc tv uae ui uid uk un undp unesco unhcr unicef uri url us usa usd ussr utc vat vcs vip wc who wto
    """.split()  # noqa: SIM905 - words as words
)

#: Names with a capital inside whose parts are common words.
BRANDS: Final = frozenset(
    """
    bookwyrm chromeos dropbox facebook firefox linkedin macos onedrive onenote openoffice openid openstack
    openstreetmap peertube playstation postscript powerpoint powershell sharepoint snapchat sourceforge typescript
    whatsapp wikidata wordpress youtube
    """.split()  # noqa: SIM905 - words as words
)

#: Words of offices, institutions and programs: translated even where they have a capital.
GENERIC: Final = frozenset(
    """
    academy access account accounts act action actions activity add admin administration administrator agency
    aggregate agreement alliance alpha analytics api app application applications archive area argument arguments
    army article assembly association attribute author authority authorization automatic award bank base batch beta
    bill block board book box branch browser build bureau button cabinet campaign cancel card center centre chamber
    chancellor chapter charter chief choice church city civil class clause client clipboard cloud club code
    collection college column comment comments commission committee commons community company component conditions
    confederation conference config congress constitution content contents control convention copyright council
    country county court customer daily dark dashboard data database date day declaration default delete denied
    department description design desk developer dialog dictionary direct directive director directory district
    division doctor document documentation documents domain draft east economy edit editor education element email
    embassy emperor empire end engine engineering enhancement entries entry
    environment error errors event events exchange
    explorer export exposures fair feature features federal federation fee field fields file files film filter
    finance first folder forces foreign form format forum foundation free friends fund gallery general geometry
    glossary government governor graph great group groups guide guidelines health help high history home hospital
    house human ii iii image images import in index info information infrastructure initiative input institute
    institution interchange interface international island islands item items iv ix job journal judge justice key
    king kingdom lake language languages latest law layout league legal letter liberty library licence license light
    line link links list local location log log-in login logs magazine mail management manager manual map maps
    matches matter
    mayor media meeting member members memory menu message messages microphone minister ministry mission mobile mode
    model moderation module mountain movement museum name names nation national nations nearby network new news
    newspaper no north notification notifications number object ocean off office official on one online open
    operator opt-in opt-out option options order organisation organization other out overview page pages parameter
    parameters parliament part party password path payment peace people permission personal phone photo picture plan
    platform play plugin plugins point police policy pope port post power practices preferences premier prepaid
    president press preview prime prince princess privacy private prize procedure process product profile program
    programme project projects promoted properties property proposals protection public queen query question radio
    rate reader real record red redirect regional registration report reports republic request required resolution
    resource resources result results review revision right rights river road role royal rule rules save school
    science sea search second secretary section security select self senate senator server service services session
    set settings setup shelf shelves shop shortcuts sign sign-in sign-on sign-up single site snippet society
    software source south space special specification square staff standard standards star start state states
    station status storage store street string style suggest summit support supreme switch system systems table tag
    tags task team template term terms test text theme third ticket time title tool toolkit tools topic total track
    training translate translation translations translator treaty tree tribunal type types union united universal
    university unknown url user username users valley value values version vi video view views vii viii volume
    volunteers vulnerabilities war weakness web website week west white widget wiki window windows word workflow
    world xi xii year young zone
    """.split()  # noqa: SIM905 - words as words
)
