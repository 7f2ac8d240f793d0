"""English words that begin and end no term, and those that stand inside names."""

from typing import Final

__all__ = ["CALENDAR", "COMMON", "INSIDE_NAMES", "LEADING"]

_COMMON: Final = """
    a about above across after again against ago all almost alone along already also although always am among an
    and another any anybody anyone anything anywhere are around as ask asked asking asks at away back be became
    because become been before began begin behind being below best better between both bring but by call called
    came can cannot come comes could day days did different do does doing done down during each early either
    else end enough even ever every everybody everyone everything few fewer find first five for four free from
    full gave get gets give given gives go goes going gone good great had half has have having he help her here
    hers herself him himself his hour hours how however if in instead into is it its itself just keep kept knew
    know known knows last later least left less let like likely little long longer look made make makes making
    many may maybe me mean means might mine minute minutes month months more most much must my myself near
    nearest necessary need needs neither never new next no nobody none nor not nothing now number of off often
    old on once one ones only onto open or other others our ours ourselves out over own part perhaps please put
    rather read really right said same saw say says second see seem seen several shall she should show shown
    shows since six small so some somebody someone something sometimes soon still such take taken takes tell
    tells ten than thank that the their theirs them themselves then there therefore these they thing things
    think third this those though thought three through thus time times to today together told too took toward
    towards turn twenty two under until up upon us use used useful uses using very want wants was way ways we
    week weeks well went were what whatever when where whether which whichever while who whoever whole whom
    whose why will with within without work works would write year years yes yesterday yet you your yours
    yourself
"""
#: Words of grammar, and verbs, adverbs and nouns so general that they are no term of a message.
COMMON: Final = frozenset(_COMMON.split())

_INSIDE_NAMES: Final = """
    al and da de del della der des di do du e el et for la le les of the und van von y
"""
#: What stands in small letters between the words of a name.
INSIDE_NAMES: Final = frozenset(_INSIDE_NAMES.split())

_CALENDAR: Final = """
    april august december dr february friday fridays i january july june march may monday mondays mr mrs ms
    november october saturday saturdays september sunday sundays thursday thursdays tuesday tuesdays wednesday
    wednesdays
"""
#: Capitalised in English, and no names that a termbase has to hold.
CALENDAR: Final = frozenset(_CALENDAR.split())

_LEADING: Final = """
    a after all an and are as at because before both but by can did do does during each every for from had has have he
    her his how if in is it its many may more most my no nor not of on one or our over she since so some such than that
    the their then there these they this those through to under until we were what when where which while who why will
    with yes yet you your
"""
#: What begins a sentence before a name, and is no part of it.
LEADING: Final = frozenset(_LEADING.split())
