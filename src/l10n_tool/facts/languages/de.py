"""German."""

from typing import Final

NOT: Final = """
    nicht nichts nie niemals niemand(e[nms])? nirgend* kein(e[nmrs]?)? keinerlei keinesfalls keineswegs weder ohne
    nein nimmer nichtig
"""
NEGATIVE: Final = """
    un(?!d|ser|t|i|ge[fh]|o)* *los(e[nmrs]?)? *losigkeit in(valid|korrekt|kompatib|konsist|aktiv|akzept|existen)*
    ill(egal|oyal)* irr(elevan|ational|egul)* des(akt|int)* nicht* verbiet* verbot* fehl* scheiter* kaum nur selten
    außer ausgenommen ausschlie* verweiger* verhinder* vermeid* mangel* verzicht* leugne* bestreit* sonst ablehn*
    abgelehnt* gesperrt* deaktiv* verlor* veraltet* miss(acht|bill|fall|glück|ling|lung|trau|verst)* anonym*
    hinfällig* nicht_nur nicht_zuletzt nichts_anderes_als nicht_vergessen zögern_sie_nicht blockiert*
"""
ADVERSE: Final = """
    gefährlich* riskant* falsch* fehler* rechtswidrig* widerrecht* gesetzwidrig* verfassungswidrig* wider* verkehrt*
    überflüssig* zweifelhaft* strittig* schädlich* schlecht* teilweise teil* lückenhaft* gering* knapp zu_wenig*
    wenig* egal vergeblich* umsonst zwecklos* beispiellos* offen* fremd* frei besetzt* ausgebucht* vergeben* belegt*
    erfolglos* miss* *frei(e[nmrs]?)? *leer(e[nmrs]?)? in[a-z]{4}* irr[a-z]{3}* ill[a-z]{3}* im(mobil|mun|possib)*
    illegal* offline neu* beschädigt* defekt* roh*
"""
HEDGES: Final = """
    angeblich* mutmaßlich* sogenannt* so_genannt* vorgeblich* vermeintlich* selbsternannt* selbst_ernannt*
    dem_vernehmen_nach berichten_zufolge
"""
HEDGING: Final = """
    behaupt* sog soll sollen laut zufolge scheinbar* anscheinend* offenbar wohl vermut* nannte nennt genannt*
    berichtet* nach_angaben verdächt* unterstellt* gelten gilt bezichtigt* angebl* möglicherweise
"""
INTENSIFIERS: Final = """
    sehr äußerst extrem(e[nmrs]?)? absolut(e[nmrs]?)? völlig(e[nmrs]?)? total brutal(e[nmrs]?)? brutalst* grausam*
    bestialisch* barbarisch* ungeheuer* ungeheuerlich* überaus höchst zutiefst unglaublich* wahnsinnig* furchtbar*
    schrecklich* entsetzlich* grauenhaft* gnadenlos* rücksichtslos* abscheulich* gänzlich restlos durch_und_durch
    zweifellos zweifelsohne unbestreitbar*
"""
INTENSE: Final = """
    vollkommen vollständig* ganz* wirklich* stark* schwer* hoch* höh* tief* größt* riesig* enorm* besonders
    besonder* wichtig* dringend* streng* kräftig* intensiv* heftig* ausgesprochen* außerordentlich* außergewöhnlich*
    unbedingt viel* so zu sicher* gewiss* bestimmt* gewaltig* massiv* gewaltsam* unmenschlich* überhaupt* komplett*
    blutig* rundum durchaus ziemlich recht *igste* *lichste* *tste* am_*sten wahrhaft* eindeutig* skrupellos*
    erbarmungslos* dringlich* zahlreich* sehr* beträchtlich* erheblich* größ*
"""
NEUTRAL: Final = """
    und unter* unser* uns unten uni unit* union* universal* universit* universell* universum unis un los(e[nmrs]?)?
    famos* virtuos* kostenlos* einwandfrei* losgel* gross* missionar*
"""
