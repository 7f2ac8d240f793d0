"""Romanian."""

from typing import Final

NOT: Final = """
    nu n nicio niciun* nici nimic nimeni nimănui niciodată nicăieri fără fară fara niciuna niciunul ba
"""
NEGATIVE: Final = """
    ne(?!v|ar|gr|g[aeiou])[a-zăâîșțşţ]{3}*
    in(accept|acces|activ|adecv|cap|coer|compat|complet|corect|egal|exist|just|sufic|util|valid|viz)*
    im(posib|perf|prec|prob)* ir(egul|real|recup)* il(egal|imit|iz)* dez(activ|abon)* eșu* eşu* lips* evit* interzi*
    împiedic* refuz* respin* neg[aă]* exce[pţț]* doar numai abia rareori puțin* puţin* prea gol goal[ăe]* gratuit*
    contra ignor* exclu* eroare erori greșit* anonim* altfel nu_numai nu_doar nu_ezita* nu_uita* fără_îndoială
    nu_mai_puțin
"""
HEDGES: Final = """
    presupus(ul|a|ă|e|ei|ului|ele|i|ii)? pretins(ul|a|ă|e|ei|ului|ele|i|ii)? așa_zis* aşa_zis* așa_numit* aşa_numit*
    chipurile autoproclamat* cică
"""
HEDGING: Final = """
    presupun* pretin* potrivit conform susțin* susţin* afirm* acuz* aparent* numit* suspect* se_spune se_pare ar_fi
    relat* ar
"""
INTENSIFIERS: Final = """
    foarte extrem absolut complet brutal* atroce sălbatic* nemilos* oribil* teribil* incredibil* înfiorător*
    îngrozitor* monstruos* barbar* profund cu_desăvârșire nespus indiscutabil deosebit_de
"""
INTENSE: Final = """
    mult multă mulți multe mai mare mari enorm* important* urgent* cu_adevărat chiar puternic* grav* adânc* înalt*
    tot toate toți întreg* mereu prea atât intens* violent* crud* sânger* masiv* deplin* strict* sever* sigur* cert*
    cel cea special* total* absolut* complet* extrem* profund* vital* esen* total
"""
NEUTRAL: Final = """
    nevoi* nevast* neam* nepo* nerv* negoc* neapărat necesar*
"""
