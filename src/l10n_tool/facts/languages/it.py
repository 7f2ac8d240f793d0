"""Italian."""

from typing import Final

NOT: Final = """
    non no senza neanche nemmeno neppure affatto
"""
NEGATIVE: Final = """
    (\\w+')?in(access|accett|adatt|adegu|alter|attiv|cap|coer)*
    (\\w+')?in(compat|complet|corrett|disponib|esist|fond|giust|sicur)*
    (\\w+')?in(suffic|utile|utili|util|valid|visib)* (\\w+')?im(possib|pred|prec|prob|perf|parz)*
    (\\w+')?ir(regol|recup|real)* (\\w+')?il(leg|limit|log)* (\\w+')?illim* scon(osc|sigl|ness)*
    dis(abil|attiv)* manca* evita* viet* imped* rifiut* neg[ai]* nega* salvo eccetto tranne solo soltanto
    solamente unicamente appena raramente esclu* priv[oaei] proibi* scadut* anonim* non_solo non_soltanto non_esit*
    non_dimentic* senza_dubbio fallit* irr?eversib*
"""
CONCORD: Final = """
    nessun nessun[oa] nessun'* niente nulla né mai
"""
ADVERSE: Final = """
    in(?!form|clu|dic|stall|ser|ter|vit|divid|test|vest|dust|stit|stru|spir|izi|tern|ten|gress|viat|via|vio)[\\w]{4}*
    im(?!port|magin|pon|plic|post|plement)[\\w]{4}* ir[\\w]{4}* ill[\\w]{3}* dis(?!pon|cus|ten|egn|tanz|trib)[\\w]{4}*
    sbagliat* errat* errore* falso* falsa* false falsi pericolos* rischios* contrari* dubbi* superflu* vano vana
    dannos* parzial* poco poca pochi poche scars* confus* difficil* abusiv* arbitrari* s(conos|cadut|corrett|favor)*
    liber[oaei] offline mal* perso persi
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
    senz'altro se_mai come_mai più_che_mai prossim[oaei] massim[oaei] minim[oaei] ultim[oaei] inform* nonostante
"""
