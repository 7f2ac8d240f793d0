"""French. A lone ``ne`` is no negation: what denies is the word that goes with it."""

from typing import Final

NOT: Final = """
    pas jamais (\\w+')?aucun(e|s|es)? rien personne nul(le)?_(ne|n'*) nulle_part non sans guère nullement (ne|n')_plus
    (ne|n'\\w+)_([\\w']+_)?plus (ne|n'\\w+)_([\\w']+_)?point ne_(peu*|pourr*|pouv*|pu*|sau*|ose*|cess*|souhait*)
    n'*_p[uû]* nontrouv*
"""
NEGATIVE: Final = """
    (\\w+')?in(accept|access|achev|actif|active|adapt|adéqu|admis)*
    (\\w+')?in(alter|amov|apte|attendu|capab|chang|cohér|compat)*
    (\\w+')?in(complet|compr|connu|correct|défini|dépend|désir|dispon)*
    (\\w+')?in(exact|exist|justi|nécess|suffi|terdi|terdis|trouvable)* (\\w+')?in(util|valid|variab|visib|volont)*
    (\\w+')?im(mangeable|matériel|parfait|possib|préc|prév|prob|puiss|mobil)* (\\w+')?il(légal|légit|limité|lisib)*
    (\\w+')?ir(réal|récup|régul|respons|rév)* dés(accord|activ|ordre|inscr)* déconseill* méconn* (\\w+')?anonym*
    manqu* (\\w+')?échou* (\\w+')?échec* (\\w+')?évit* (\\w+')?empêch* refus* rejet* sauf excepté (qu')?hormis seul*
    (qu')?uniquement rarement peine absen* dépourv* exclu* (\\w+')?ignor* cess* (\\w+')?oubli* banni* faute
    (\\w+')?abst* dispens* pas_(seulement|uniquement|que) non_seulement hésitez_pas hésite_pas n'oubli*_pas
    oubliez_pas non_plus (une|la|en|cette|chaque|par|toute|autre)_personne personne_(qui|ayant|physique|morale)
    sans_doute sans_cesse irr[ée]v*
"""
CONCORD: Final = """
    ni nul nuls nulle nulles
"""
ADVERSE: Final = """
    (\\w+')?in(?!form|clu|clus|dic|stall|sér|téress|tern|ter|tro|vit|sta|dividu|tég|vest|dust|téri|struc|sist|spir|ten)[\\w]{4}*
    (\\w+')?im(?!port|age|pos|plic|prim|plant|mé|mobili|plém)[\\w]{4}* (\\w+')?ir[\\w]{4}* (\\w+')?il[ l][\\w]{3}*
    (\\w+')?ill[éi]* mal* mauvais* (\\w+')?err(on|eu)* faux fausse* dangereu* risqu* dés[\\w]{4}*
    dé(pourv|sarm|fav)* contrair* contest* douteu* superflu* vain vaine* vaines nocif* nuisible* part(iel|iell)*
    lacun* peu moins confus* flou* suspect* (\\w+')?épuis* offline (\\w+')?arbitraire* abusif* abusive*
"""
HEDGES: Final = """
    prétendu(e|s|es)? prétendument soi_disant (\\w+')?allégué(e|s|es)? présumé(e|s|es)? supposé(e|s|es)? supposément
    (\\w+')?autoproclam* (\\w+')?auto_proclam* à_ce_qu'il_paraît paraît_il
"""
HEDGING: Final = """
    (\\w+')?appelé(e|s|es)? (\\w+')?dit(e|s|es)? aurait auraient serait seraient (\\w+')?apparent*
    (\\w+')?apparemment selon (\\w+')?allégu* (\\w+')?allègu* (\\w+')?affirm* (\\w+')?accus* préten* suppos* présum*
    soupçon* censé* semble* (\\w+')?après revendiq* rapport* déclar* réputé*
"""
INTENSIFIERS: Final = """
    très extrêmement (\\w+')?absolument totalement complètement entièrement brutal(e|es)? brutaux brutalement
    sauvagement (\\w+')?atroce* (\\w+')?atrocement barbare* horrible* horriblement terriblement
    (\\w+')?incroyablement (\\w+')?énormément profondément cruellement impitoyabl* monstrueu* (\\w+')?effroyable*
    (\\w+')?épouvantable* (\\w+')?abominable* (\\w+')?excessivement (\\w+')?hautement férocement (\\w+')?immensément
    scandaleu* (\\w+')?indéniablement (\\w+')?incontestablement fort_bien
"""
INTENSE: Final = """
    bien beaucoup si tant tellement plus grand* gros* (\\w+')?énorme* vraiment fort* fortement particulièrement
    (\\w+')?important* (\\w+')?urgent* (\\w+')?intens* (\\w+')?extrême* total* (\\w+')?entier* (\\w+')?absolu*
    complet* violent* cruel* (\\w+')?inhumain* massif* massive* massivement sanglant* sauvage* féroce* profond*
    haut* grave* gravement sévère* trop tout* toujours strict* (\\w+')?exceptionnel* (\\w+')?immens* terribl*
    meilleur* pire* (\\w+')?immédiat* pleinement assez parfait* certain* sûr* véritabl* crucia* (\\w+')?essentiel*
    nettement vivement parfaitement du_tout lourd* longue* long*
"""
NEUTRAL: Final = """
    (d')?importe n'importe n'hésit* n'oubli* plus_de plus_d'* (le|la|les|de|en|au|du)_plus plus_en_plus inform*
    plus_(tard|tôt|grand|petit|long|court|récent|ancien|haut|bas|élevé|important)*
"""
