"""Croatian, and Bosnian."""

from typing import Final

NOT: Final = """
    ne nije nisu nismo nisam niste nema* nemoj* nikad* nitko niko nikoga nikome ništa ničeg* nigdje nijed* nikak*
    nikoj* niti bez nemože* ne_moguć* nemoguć* neće* nećemo nećete ni nemaj* ne[a-zčćđšž]{6}*
"""
NEGATIVE: Final = """
    ne[a-zčćđšž]{3}* bez[a-zčćđšž]{3}* nedosta* zabran* odbi[jt]* odbacu* izbjeg* izbjeć* sprječ* spriječ* izuz*
    osim samo jedino tek rijetko malo jedva previše praz* greš[ak]* grešk* pogreš* neusp* ignor* inače protiv
    slobod* porič* izostav* isključ* neispr* ne_samo ne_zaboravite ne_ustručavajte
"""
HEDGES: Final = """
    navodn* takozvan* tobožnj* samoproglašen* samozvan* tobože
"""
HEDGING: Final = """
    tvrd* prema nazv* navod* optuž* pretpostav* vjerojatn* očito izgleda sumnj* zvan* naziva* izvješ* tzv
"""
INTENSIFIERS: Final = """
    vrlo veoma iznimno krajnje apsolutno potpuno posve sasvim brutaln* okrutn* zvjersk* barbarsk* strašn* užasn*
    jeziv* nevjerojatno nemilosrdn* duboko nedvojbeno monstruozn* izuzetno gnusn*
"""
INTENSE: Final = """
    jako važn* zaista doista stvarno jak* velik* ogrom* posebno hitn* pun* cijel* uvijek sv[eiau]* tako previše
    strog* težak tešk* ozbilj* visok* dubok* krvav* masov* nehuman* neljudsk* intenzivn* ekstremn* naj* mnogo puno
    dosta bitn* kritičn* znatno potpun* apsolut*
"""
NEUTRAL: Final = """
    nedjelj* njemač* nekolik* neki neka neke nekog* nekom* neko neku nek* nedavn* neovisn* nezavisn* bezbjedn*
    besplatn* neposredn* nebo nego nevjerojatno nedvojbeno neophodn* nepal* nepál* nepāl* непал*
"""
