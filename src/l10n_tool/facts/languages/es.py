"""Spanish."""

from typing import Final

NOT: Final = """
    no nunca jamás sin tampoco ni_siquiera
"""
NEGATIVE: Final = """
    in(activ|admis|adecuad|acces|alter|capa|compat|complet)*
    in(consist|correct|defin|dispon|esper|evit|exist|existen)*
    in(falib|habilit|hibid|justific|justo|necesari|quebr|segur)* in(sufic|útil|válid|visib|voluntari)*
    im(posib|perfect|permea|preci|prob|product)* ir(regular|reconoc|recuper|relevan|real)*
    il(egal|egib|imitad|ógic)* des(activ|conoc|conect|habilit|acuerd|provist|preocup|lig|igual|leal|hon)* anónim*
    falt* carec* evit* prohib* impid* impedi[rd]* rechaz* nega(r|d|ti)* niega* niegue* salvo excepto excepción menos
    solo sólo solamente únicamente apenas raramente fall[aóoei]* ausen* dej[aóe]* excluy* excluid* ajen* en_blanco
    no_sólo no_solo no_solamente no_dude* no_olvid* no_obstante sin_embargo sin_falta sin_duda irr?eversib*
"""
CONCORD: Final = """
    nadie nada ningun[oa]s? ningún ni
"""
ADVERSE: Final = """
    in(?!form|clu|dic|stal|sert|ter|vit|divid|test|vest|dust|stit|stru|spir|ici|tern|ten|greso|gres|menso)[\\w]{4}*
    im(?!port|agen|pon|plic|prim|plan|plem|pul)[\\w]{4}* i(r|l)[\\w]{4}* des[\\w]{4}* mal* errón* error* falso* falsa*
    falsas peligros* riesg* contrari* ilícit* dudos* superfluo* superflua* vano vana* nocivo* perjud* parcial* poco*
    poca* pendient* confus* difícil* agotad* ocupad* abusiv* arbitrari* ajen* libre* rar[oa]s?
"""
HEDGES: Final = """
    supuest[oa]s? supuestamente presunt[oa]s? presuntamente así_llamad* pretendid[oa]s? pretendidamente
    autoproclamad* autodenominad* al_parecer según_se_dice (el|los)_llamados? (mal)_llamad[oa]s?
"""
HEDGING: Final = """
    denominad[oa]s? aparente* alega* alegó según afirma* asegura* sospech* dice* dich[oa]s? presum* pretende* acusa*
    reporta* inform* sostien* habría* sería* posible* parece* atribu* supone* suponía* llamad[oa]s?
"""
INTENSIFIERS: Final = """
    muy extremadamente sumamente absolutamente totalmente completamente brutal brutales brutalmente atroz atroces
    atrozmente salvajemente despiadad* horrible* horrendo* horrorosa* terriblemente increíblemente enormemente
    tremendamente profundamente ferozmente bárbar[oa]s? bárbaramente monstruos* *ísim[oa]s? cruelmente
    indudablemente indiscutiblemente abominable* escandalos*
"""
INTENSE: Final = """
    mucho mucha muchos muchas tan tanto más gran grande* enorme* bastante realmente verdader* especialmente
    altamente fuertemente fuerte* plenamente bien total* complet* intens* extrem* absolut* cruel* violent* grav*
    profund* alt[oa]* sobre_todo siempre tod[oa]s? entera* enter[oa]* demasiado excepcional* inmens* salvaj*
    sangrient* inhuman* masiv* feroz* terribl* feroces mejor* peor* importan* inmediat* estrict* sever* espantos*
    ciert* segur* fundamental* esencial* crucial* perfect* claramente
"""
NEUTRAL: Final = """
    próxim[oa]s? máxim[oa]s? mínim[oa]s? últim[oa]s? proxim* por_supuesto dar_por_supuest* inevitablem* antes_de
    al_menos por_lo_menos (?<!no\\s)hac(e|en|ía|ían)_falta fallec*
"""
