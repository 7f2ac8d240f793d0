"""Estonian."""

from typing import Final

NOT: Final = """
    ei pole polnud ära ärge mitte ega ilma *mata *matu(id|te|t|ks)? keegi_ei kunagi_ei eimida* iialgi mittemidagi
    mitte-* polevat ärgu
"""
NEGATIVE: Final = """
    *tu eba* vaid ainult üksnes välja_arvatud peale harva vähe liiga tühi tühja* viga* vea* vale* keela* keel[ad]*
    keeldu* väldi* ennet* vaba* tasuta vastu muidu puudu* tagasi_lükat* kehtetu* võimatu* tundmatu* mittevastav*
    eira* sobimat* mitte_ainult mitte_üksnes ära_unusta* ärge_unustage ärge_kõhelge kellaajata
"""
HEDGES: Final = """
    väidetav* niinimetatud nn oletatav* isehakanud ise_hakanud enesekuulutatud väidetavalt
"""
HEDGING: Final = """
    väit* järgi sõnul ilmselt kahtlusta* nimeta* arvatav* näib süüdista*
"""
INTENSIFIERS: Final = """
    väga äärmiselt absoluutselt täiesti täielikult jõhkra* julm* metsik* barbaar* kohutav* õudne õudse* halastamatu*
    uskumatult sügavalt kahtlemata ülimalt võika*
"""
INTENSE: Final = """
    oluli* tõesti tuge[vw]* suur* tohutu* eriti kiire* täi[es]* kogu alati kõik* nii liiga raske* tõsi* kõrge* süga*
    veri* mass* parim* halvim* palju range* kindl* ääretu*
"""
NEUTRAL: Final = """
    raamatu* sõltumata
"""
