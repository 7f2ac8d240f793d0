"""Italian."""

from typing import Final

NOT: Final = """
    non no mai nessun nessun[oa] niente nulla né senza neanche nemmeno neppure nessun'* affatto
"""
NEGATIVE: Final = """
    (\\w+')?in(access|accett|adatt|adegu|alter|attiv|cap|coer)*
    (\\w+')?in(compat|complet|corrett|disponib|esist|fond|giust|sicur)*
    (\\w+')?in(suffic|utile|utili|util|valid|visib)* (\\w+')?im(possib|pred|prec|prob|perf|parz)*
    (\\w+')?ir(regol|recup|real)* (\\w+')?il(leg|limit|log)* (\\w+')?illim* scon(osc|sigl|ness)*
    dis(abil|attiv|pon)* manca* evita* viet* imped* rifiut* neg[ai]* nega* salvo eccetto tranne solo soltanto
    solamente unicamente appena raramente esclu* priv[oaei] proibi* scadut* anonim* non_solo non_soltanto non_esit*
    non_dimentic* senza_dubbio fallit* irr?eversib*
"""
HEDGES: Final = """
    presunt[oaei] presuntamente cosiddett[oaei] così_dett[oaei] sedicent[ei] autoproclamat* a_quanto_pare supposto
    supposta
"""
HEDGING: Final = """
    presum* secondo afferma* sostien* avrebbe avrebbero sarebbe sarebbero apparent* sospett* accus* detto detta
    dett[oaei] chiamat* riferi* sembra* stando pretes* denominat*
"""
INTENSIFIERS: Final = """
    molto estremamente assolutamente totalmente completamente brutal[ei] brutalmente atroc[ei] atrocemente
    selvaggiamente spietat* orribil[ei] orribilmente terribilmente incredibilmente enormemente profondamente
    ferocemente barbar[oaie] barbaramente mostruos* *issim[oaei] crudelmente indubbiamente sommamente efferat*
"""
INTENSE: Final = """
    molta molti molte tanto tanti così più grande grandi gran enorme* davvero veramente particolarmente important*
    urgent* intens* estrem* total* assolut* complet* violent* crudel* fort* grav* profond* alt[oaei] tutt* sempre
    troppo eccezional* immens* massicc* sanguin* feroc* miglior* peggior* ben bene piuttosto strett* sever* sicur*
    cert[oaei] seri* essenzial* cruciale fondamental*
"""
NEUTRAL: Final = """
    senz'altro prossim[oaei] massim[oaei] minim[oaei] ultim[oaei] inform* nonostante
"""
