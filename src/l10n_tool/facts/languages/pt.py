"""Portuguese."""

from typing import Final

NOT: Final = """
    não nao nunca jamais nem sem tampouco sequer
"""
NEGATIVE: Final = """
    in(act|adeq|ativ|acess|cap|compat|complet|consist)* in(correc|corret|def|depend|dispon|exist|inter|just)*
    in(necess|segur|sufic|úti|váli|visí)* im(possív|perf|prec|prov)* ir(regular|recuper|real|relev)*
    il(egal|egív|imit|egít)* des(ativ|activ|conhec|conect|habil|necess)* anónim* anônim* falt* evit* proib* imped*
    impeç* rejeit* recus* neg[aoue]* salvo exceto excepto menos só somente apenas unicamente raramente falh* ausen*
    deix* pouc[oa]s? exclu* expir* em_branco não_só não_somente não_apenas não_hesite* não_esque* sem_dúvida
    irr?eversí?[vi]*
"""
CONCORD: Final = """
    ninguém nada nenhum nenhuma nenhuns nenhumas
"""
ADVERSE: Final = """
    in(?!form|clu|dic|stal|ser|ter|vit|divid|test|vest|dust|stit|stru|spir|íci|ici|tern|ten|gress)[\\w]{4}*
    im(?!port|agem|pon|plic|prim|plant|plem|pul)[\\w]{4}* i(r|l)[\\w]{4}*
    des(?!te|ta|de|sa|cri|cart|cont|ej|envol|tin)[\\w]{4}* mal* mau má errad* erro* incorr* falso* falsa* perigos*
    risc* contrári* duvid* supérflu* vão danos* parcia[li]* pouc[oa]* pendente* confus* difícil* difíceis esgotad*
    abusiv* arbitrári* livre* por inapropri*
"""
HEDGES: Final = """
    suposto suposta supostos supostas supostamente alegad[oa]s? alegadamente pretens[oa]s? presumid[oa]s?
    assim_chamad[oa]s? autoproclamad* autodenominad* ao_que_parece
"""
HEDGING: Final = """
    aleg* supo* segundo afirma* diz* dit[oa]s? presum* pretend* acus* aparent* teria* seria* consta denominad*
    suspeit* informa* relat* chamad[oa]s?
"""
INTENSIFIERS: Final = """
    muito extremamente absolutamente totalmente completamente brutal brutais brutalmente atroz atrozes atrozmente
    selvaticamente impiedos* horríve[li]s? horrivelmente terrivelmente incrivelmente enormemente profundamente
    ferozmente bárbar[oa]s? barbaramente monstruos* *íssim[oa]s? cruelmente indubitavelmente sumamente imensamente
"""
INTENSE: Final = """
    muita muitos muitas tão tanto mais grande* gran* enorme* bastante realmente verdadeir* especialmente altamente
    fort* plenamente bem total* complet* intens* extrem* absolut* cruel* violent* grave* profund* alt[oa]* sempre
    tod[oa]s? inteir* demasiado excecional excepcional* imens* selvag* sangrent* massiv* feroz* terrív* melhor*
    pior* import* imediat* estrit* sever* cert* segur* fundament* essenci* crucia*
"""
NEUTRAL: Final = """
    no_entanto (pelo|ao)_menos máxim[oa]s? mínim[oa]s? próxim[oa]s? últim[oa]s? chamada
"""
