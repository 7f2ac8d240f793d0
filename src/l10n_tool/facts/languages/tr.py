"""Turkish. A verb is denied by -ma- or -me- after its stem; the dotless ı is read as i."""

from typing import Final

NOT: Final = """
    değil* degil* yok yoktu* yoksun* yokken hayır ..*m[iuü]yor*
    ..*m[ae]z(l[ae]r|di*|miş*|s[ae]*|ken|lik*|siniz|sin|im*)? ..*m[ae]y[ae]c[ae][kğ]* ..*m[ae]di([mnk]|niz|l[ae]r)?
    ..*m[ae]miş* ..*m[ae]y[ae]n* ..*m[ae]yip ..*m[ae]yin(iz)? ..*m[ae]yiz ..*m[ae]m[ae](k|li|si|niz|n|m|y|l|miz)*
    ..*m[ae]ksizin ..*m[ae]s[ae](ydi*|k|n|m|l[ae]r)? ..*m[ae]diğ* ..*m[ae]dik* ..*m[ae]y[ae]lim ne_de ne_*_ne
    ..*m[ae]m ..*m[ae]dikç*
"""
NEGATIVE: Final = """
    ...*siz(ca|ce|lik*|dir|lar|ler|lar*|ler*|i|in|lığ*|liğ*)? ...*s[uü]z(ca|ce|luk*|lük*|dur|dür|lar*|ler*|u|ü)?
    ..*m[ae]d[ae]n ..*m[ae]sin(l[ae]r)? kimse* yalniz* sadece dişinda hariç başarisiz* reddet* redde* engelle*
    önle* kaçin* yasak* eksik* geçersiz* gayri* imkansiz* imkânsiz* olanaksiz* yoksay* yok_say* nadiren *sizdir
    devre_dişi mahrum sadece_*_değil yalnizca_*_değil değil_mi yok_(et|ed|ol)* yoksa
"""
CONCORD: Final = """
    hiç hiçbir* asla hiç_bir* kimse
"""
ADVERSE: Final = """
    tehlike* hata* yanliş* bozuk* yasadişi kanuna_aykiri *aykiri* hukuk_dişi kaçak* *dişi* haksiz* şüphe* fazla*
    boşuna boş* zararli* kismi* kismen yarim* düşük* zor* az belirsiz* riskli* pasif* sahte* asilsiz* serbest* dolu*
    anlamsiz* kapali* kayip* kapat* kötü* güçsüz* gerek_yok lüzumsuz* kalmadi* tükendi* eski* *m[ae]y[ae]n* *mem*
    *mam* *meksizin
"""
HEDGES: Final = """
    sözde sözüm_ona sözümona güya iddiaya_göre iddialara_göre iddia_edilen iddia_olunan sözde-*
"""
HEDGING: Final = """
    iddia* *diği_söylenen söyle* öne_sür* ileri_sür* görünüş* anlaşilan bildiril* göre şüphel* sani[kğ]* varsay*
    *miş *m[uü]ş *mişti* *mişlar *mişler rivayet* muhtemel* sanil* denil* diye olduğu_belirtilen adli
"""
INTENSIFIERS: Final = """
    çok son_derece aşiri kesinlikle tamamen tümüyle bütünüyle vahşi vahşice vahşic* acimasiz* acimasizca gaddar*
    canice barbarca hunharca korkunç* dehşet* müthiş inanilmaz* fevkalade mutlak* mutlaka olağanüstü iğrenç* zalimce
    şüphesiz* kuşkusuz* feci*
"""
INTENSE: Final = """
    pek oldukça büyük* en daha gerçek* özellikle önemli* ağir* şiddet* güçlü* kuvvetl* tam* bütün* tüm* her* derin*
    yüksek* yoğun* acil* kati* sert* ciddi* kanli* zalim* zorba* insanlik* muazzam* devasa* kesin* hep* fazla* öyle
    böyle kadar iyi* kötü* gayet epey* bir_hayli asla hiç* birçok çoğu vahşet* ölümcül* çoğunlukla *ce zorunlu*
    gerek*
"""
NEUTRAL: Final = """
    ..*m[ae]d[ae]n_(önce|evvel) çekinmeyin(iz)? unutmayin(iz)? tamam memeli* yoksay* maden temmuz namaz* ne_zaman
    ne_kadar siz hamam* tamamen tamami* kelimeden* çok_sev*
"""
