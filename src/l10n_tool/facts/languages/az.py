"""Azerbaijani. A verb is denied by -ma- or -mə- after its stem; the dotless ı is read as i."""

from typing import Final

NOT: Final = """
    deyil* yox yoxdu* yoxluğ* xeyr ..*m[iuü]r([aə]m|s[aə]n|iq|ik|uq|ük|siniz|sünüz|sunuz|l[aə]r|di*|du*|dü*|miş*)?
    ..*m[aə]z(l[aə]r|di*|miş*|s[aə]*|siniz|siniz|[aə]m|lik*|dan*|dən*)? ..*m[aə]y[aə]c[aə][kqğy]*
    ..*m[aə]di([mnqk]|niz|l[aə]r)? ..*m[aə]miş* ..*m[aə]y[aə]n* ..*m[aə]yib* ..*m[aə]y[aə]q
    ..*m[aə]m[aə](k|q|ğ|y|s|l|n)* ..*m[aə]m[aə]lidi* ..*m[aə]s[aə](m|n|q|k|l[aə]r|ydi*)? ..*m[aə]y[aə]_bil*
    ..*m[aə]d[aə]n nə_də nə_*_nə ..*m[aə]diyi* ..*m[aə]diği* ..*m[aə]dik* ..*m[aə]sin(l[aə]r)? olmaya ..*m[aə]m
    ..*m[aə]mi(s|ş)*
"""
NEGATIVE: Final = """
    ...*siz(c[aə]|lik*|lig*|dir|l[aə]r*|in|i)? ...*s[uü]z(ca|cə|luq*|lük*|dur|dür|lar*|lər*)? ..*m[aə]yin(iz)?
    yalniz istisna qeyri* imkansiz* mümkünsüz* uğursuz* rədd* qadağan* imtina* çatişm* bihuda naməlum*
    natamam* nadir* ləğv* təkcə_*_deyil yalniz_*_deyil
"""
CONCORD: Final = """
    heç heçbir* heçnə* heçkim* heç_* əsla
"""
ADVERSE: Final = """
    təhlük* səhv* xəta* yanliş* pozuq* zidd* qanunazidd* *dan_kənar *dən_kənar qanundankənar haqsiz* şübhə* artiq*
    əbəs* boş* zərərli* qismən qismi* yarimçiq* aşaği* az çətin* riskli* passiv* saxta* əsassiz* sərbəst* bağli*
    itirilmiş* pis deaktiv* dolu* sönük* sirr* məchul*
"""
HEDGES: Final = """
    guya sözdə iddiaya_görə iddialara_görə iddia_olunan iddia_edilən güman_edilən ehtimal_edilən guya_ki qondarma
    adlandirilan deyilən_sözdə
"""
HEDGING: Final = """
    iddia* ehtimal* güman* görə deyil[iə]* söylən* bildiril* şübhəl* təqsirləndiril* adlan* adli sanki zənn* görünür
    *mişdir *mişlər məlumat*
"""
INTENSIFIERS: Final = """
    çox olduqca son_dərəcə həddindən_artiq tamamilə bütünlüklə vəhşi* vəhşicəsinə qəddar* qəddarcasina amansiz*
    amansizcasina barbar* dəhşətli* inanilmaz* qətiyyən mütləq* fövqəladə vəhşiliklə iyrənc* şübhəsiz* qəddarliqla
    rəzil* rəzilcəsinə
"""
INTENSE: Final = """
    daha ən böyük* xeyli həqiqət* xüsusilə xüsusi* mühüm* önəmli* ağir* şiddət* güclü* tam* bütün* hər* dərin*
    yüksək* təcili* ciddi* sərt* qanli* zalim* insanliq* qəti* hamisi belə elə elə_bil artiq çoxlu əla pis* yaxşi*
    kütləvi* heç* kifayət* olduq* əsas* vacib* çox*
"""
NEUTRAL: Final = """
    ..*m[aə](miş|z)?d[aə]n_(əvvəl|qabaq|öncə) dəmir* təmir* kömür* xəmir* tamam tamami* mədən namaz* unutmayin(iz)?
    çəkinməyin(iz)? siz yoxsul* yoxsa nəzər* nə_qədər nə_vaxt nə_üçün nə_olursa əvvəlki əvvəlcə memar* çox_olma*
    çox_sev*
"""
