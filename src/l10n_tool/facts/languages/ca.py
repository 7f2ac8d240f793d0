"""Catalan."""

from typing import Final

NOT: Final = """
    no mai cap res ningú sense ni tampoc gens enlloc
"""
NEGATIVE: Final = """
    (\\w+')?in(access|activ|actiu|adequ|cap|compat|complet|consist)*
    (\\w+')?in(correct|def|dispon|exist|just|necess|segur|suficient)* (\\w+')?in(util|vàlid|vàlides|visib)*
    (\\w+')?im(poss|perf|prec|prob)* (\\w+')?il(·|l)* desactiv* descon* manca* falta* (\\w+')?evit* proh* impe*
    rebutj* refus* neg[aà]* tret excepte llevat només únicament solament rarament poc[as]? poques pocs error* buit*
    buida* exclu* massa gratuït* contra ignor* (\\w+')?anònim* erroni* fracass* altrament lliure* no_només no_sols
    no_obstant sense_dubte no_dubteu no_oblid*
"""
HEDGES: Final = """
    suposat suposada suposats suposades suposadament presumpt* presumptament autoproclamat* autoanomenat* pretès
    pretesa pretesos preteses pel_que_sembla
"""
HEDGING: Final = """
    segons (\\w+')?afirm* al·leg* (\\w+')?acus* (\\w+')?aparent* hauria* seria* dit* diu* sembla* sospit* pretén*
    (\\w+')?anomen* inform* anomenat anomenada anomenats anomenades
"""
INTENSIFIERS: Final = """
    molt extremadament absolutament totalment completament brutal brutals brutalment atroç atroços salvatgement
    despietad* horrible* terriblement increïblement enormement profundament ferotgement bàrbar* monstru* cruelment
    indubtablement *íssim *íssima sumament
"""
INTENSE: Final = """
    molta molts moltes tan tant més gran* enorme* realment veritabl* especialment fort* plenament bé total* complet*
    intens* extrem* absolut* cruel* violent* greu* profund* alt[as]* sempre tot* sencer* massa excepcional* immens*
    salvatg* sagnant* massiu* millor* pitjor* important* estrict* sever* segur* cert*
"""
