"""Slovenian."""

from typing import Final

NOT: Final = """
    ne ni niso nisem nismo niste nima* nikoli nihče nikogar nikomur nič ničesar nikjer noben* brez niti nikar
    nikakr* ne_more* nočem* noče* nisi nista ne[a-zčšž]{6}* nemogoč*
"""
NEGATIVE: Final = """
    ne[a-zčšž]{3}* brez[a-zčšž]{3}* manjka* prepoved* zavrn* prepreč* izogib* izogn* spodlet* razen samo zgolj edino
    komaj redko malo preveč praz* napa[čk]* prezr* sicer proti prost* zanik* izpust* izključ* onemog* ne_samo ne_le
    ne_pozabite ne_oklevajte ne_glede
"""
HEDGES: Final = """
    domnevn* tako_imenovan* t\\.i dozdevn* samooklican* baje
"""
HEDGING: Final = """
    trdi* trdijo po_mnenju glede obtož* imenovan* sum* verjetn* očitno menda poroč* navedb*
"""
INTENSIFIERS: Final = """
    zelo izjemno skrajno absolutno popolnoma povsem brutaln* okrutn* zversk* barbarsk* strašn* grozljiv* grozovit*
    neverjetno neusmiljen* globoko nedvomno pošastn* gnusn*
"""
INTENSE: Final = """
    pomembn* res resnično močn* velik* ogrom* posebej nujn* poln* cel* vedno vs[eiaeh]* tako preveč strog* tež*
    resn* visok* globok* krvav* množičn* nečlovešk* intenzivn* ekstremn* naj* veliko dosti bistven* kritičn* znatno
    popoln* absolut*
"""
NEUTRAL: Final = """
    nemščin* nepalsk* nepalšč* nedelj* nemšk* nekaj nekater* nekdo nedavn* neodvisn* brezplačn* neposredn* nebo
    nikakršn* neverjetno nedvomno nujn*
"""
