"""Icelandic."""

from typing import Final

NOT: Final = """
    ekki engu enga ekkert enginn engin engan engum engri engar engra engir einskis aldrei án hvorki né neitt neinn
    nei hvergi
"""
NEGATIVE: Final = """
    ó[a-záðéíóúýþæö]{4}* *laus* van[a-z]{4}* aðeins bara einungis nema vill* tóm* autt auð* bann* hafna* hindra*
    forðast* sjaldan lítið fá* rang* villa* gegn ókeypis annars hunsa* mistókst mistek* vanta* skort* ekki_bara
    ekki_aðeins ekki_gleyma ekki_hika óaftur*
"""
HEDGES: Final = """
    meint* svokalla[ðn]* svokölluð* að_sögn sjálfskipað* meintur ætlað*
"""
HEDGING: Final = """
    segir sagð* samkvæmt grunað* kalla* talið talin* virðist fullyrð* ásak* sak*
"""
INTENSIFIERS: Final = """
    mjög gríðarlega afar algjörlega algerlega fullkomlega hrottaleg* grimmileg* grimm* villimannleg* hræðileg*
    skelfileg* ótrúlega miskunnarlaus* djúpt tvímælalaust ákaflega óhugnanleg*
"""
INTENSE: Final = """
    mikilvæg* virkilega sterk* stór* gríðarleg* sérstak* brýn* full* all* alltaf svo of strang* alvarleg* há[a-z]*
    djúp* blóðug* besta best* verst* mjög* mik[il]* heil*
"""
NEUTRAL: Final = """
    óskað* ósk óskir óska*
"""
