"""Small numbers in words, by language: the values with the words that stand for them, in all their cases.

An extract of the spell-out rules of the Unicode CLDR 48.2 (cldr-rbnf, Unicode licence v3,
which lies beside this module, copyright 2004-2026 Unicode, Inc.): each cardinal rule set of a language was
asked for 0 to 20, the tens, the hundreds and 1000, and the answers that are one word were kept. Forms that the rules
leave out, such as the Arabic feminines and ordinals and the Ukrainian cases, were added by hand.
"""

from collections.abc import Mapping
from typing import Final

__all__ = ["SPELLED"]

#: By language: ``value word word; value word``.
SPELLED: Final[Mapping[str, str]] = {
    "ar": (
        "0 صفر; 1 واحد واحدة; 2 إثنان إثنتان ثاني ثانية اثنان اثنتان اثنين اثنتين; 3 ثلاثة ثلاث ثالث ثالثة; 4 "
        "أربعة أربع رابع رابعة; 5 خمسة خمس خامس خامسة; 6 ستة ست سادس سادسة; 7 سبعة سبع سابع سابعة; 8 ثمانية ثمان "
        "ثماني ثامن ثامنة; 9 تسعة تسع تاسع تاسعة; 10 عشرة عشر عاشر عاشرة; 20 عشرون عشرين; 30 ثلاثون ثلاثين; 40 "
        "أربعون أربعين; 50 خمسون خمسين; 60 ستون ستين; 70 سبعون سبعين; 80 ثمانون ثمانين; 90 تسعون تسعين; 100 مائة "
        "مئة مئه; 200 مائتان مئتان مئتين مائتين; 1000 ألف آلاف "
    ),
    "az": (
        "0 sıfır; 1 bir; 2 iki; 3 üç; 4 dörd; 5 beş; 6 altı; 7 yeddi; 8 səkkiz; 9 doqquz; 10 on; 20 iyirmi; 30 "
        "otuz; 40 qırx; 50 əlli; 60 atmış; 70 yetmiş; 80 səqsən; 90 doxsan; 100 yüz; 1000 min "
    ),
    "be": (
        "0 нуль; 1 адзiн адно адна; 2 два дзве; 3 тры; 4 чатыры; 5 пяць пяці; 6 шэсць шасці шэсьць; 7 сем; 8 "
        "восем; 9 дзевяць; 10 дзесяць; 11 адзінаццаць; 12 дванаццаць; 13 трынаццаць; 14 чатырнаццаць; 15 "
        "пятнаццаць; 16 шаснаццаць; 17 сямнаццаць; 18 васямнаццаць; 19 дзевятнаццаць; 20 дваццаць; 30 трыццаць; "
        "40 сорак; 50 пяцьдзесят пяцьдзясят; 60 шэсцьдзесят; 70 семдзесят; 80 восемдзесят; 90 дзевяноста; 100 "
        "сто; 200 дзвесце; 300 трыста; 400 чатырыста; 500 пяцьсот; 600 шэсцьсот; 700 семсот сямсот; 800 восемсот "
        "васямсот; 900 дзевяцьсот "
    ),
    "bg": (
        "0 нула; 1 едно един една; 2 две два двама; 3 три трима; 4 четири четирима; 5 пет петима; 6 шест шестима; "
        "7 седем; 8 осем; 9 девет; 10 десет; 11 единайсет; 12 дванайсет; 13 тринайсет; 14 четиринайсет; 15 "
        "петнайсет; 16 шестнайсет; 17 седемнайсет; 18 осемнайсет; 19 деветнайсет; 20 двайсет; 30 трийсет; 40 "
        "четиресет; 50 петдесет; 60 шейсет; 70 седемдесет; 80 осемдесет; 90 деветдесет; 100 сто; 200 двеста; 300 "
        "триста; 400 четиристотин; 500 петстотин; 600 шестстотин; 700 седемстотин; 800 осемстотин; 900 "
        "деветстотин; 1000 хиляда "
    ),
    "ca": (
        "0 zero; 1 u un una; 2 dos dues; 3 tres; 4 quatre; 5 cinc; 6 sis; 7 set; 8 vuit; 9 nou; 10 deu; 11 onze; "
        "12 dotze; 13 tretze; 14 catorze; 15 quinze; 16 setze; 17 disset; 18 divuit; 19 dinou; 20 vint; 30 "
        "trenta; 40 quaranta; 50 cinquanta; 60 seixanta; 70 setanta; 80 vuitanta; 90 noranta; 100 cent; 200 "
        "dos-cents dues-centes; 300 tres-cents tres-centes; 400 quatre-cents quatre-centes; 500 cinc-cents "
        "cinc-centes; 600 sis-cents sis-centes; 700 set-cents set-centes; 800 vuit-cents vuit-centes; 900 "
        "nou-cents nou-centes; 1000 mil "
    ),
    "cs": (
        "0 nula; 1 jeden jedno jedna; 2 dva dvě dvou dvěma; 3 tři tří třem třemi; 4 čtyři čtyř čtyřem čtyřmi; 5 "
        "pět pěti; 6 šest šesti; 7 sedm sedmi; 8 osm osmi; 9 devět devíti; 10 deset deseti desíti; 11 jedenáct; "
        "12 dvanáct; 13 třináct; 14 čtrnáct; 15 patnáct; 16 šestnáct; 17 sedmnáct; 18 osmnáct; 19 devatenáct; 20 "
        "dvacet; 30 třicet; 40 čtyřicet; 50 padesát; 60 šedesát; 70 sedmdesát; 80 osmdesát; 90 devadesát; 100 sto "
    ),
    "da": (
        "0 nul; 1 et en; 2 to; 3 tre; 4 fire; 5 fem; 6 seks; 7 syv; 8 otte; 9 ni; 10 ti; 11 elleve; 12 tolv; 13 "
        "tretten; 14 fjorten; 15 femten; 16 seksten; 17 sytten; 18 atten; 19 nitten; 20 tyve; 30 tredive; 40 "
        "fyrre; 50 halvtreds; 60 tres; 70 halvfjerds; 80 firs; 90 halvfems; 100 hundrede; 200 tohundrede; 300 "
        "trehundrede; 400 firehundrede; 500 femhundrede; 600 sekshundrede; 700 syvhundrede; 800 ottehundrede; 900 "
        "nihundrede; 1000 tusind tusinde "
    ),
    "de": (
        "0 null; 1 eins ein eine einen einer eines einem; 2 zwei zweier zweien; 3 drei dreier dreien dritte; 4 "
        "vier vieren; 5 fünf; 6 sechs; 7 sieben; 8 acht; 9 neun; 10 zehn; 11 elf; 12 zwölf; 13 dreizehn; 14 "
        "vierzehn; 15 fünfzehn; 16 sechzehn; 17 siebzehn; 18 achtzehn; 19 neunzehn; 20 zwanzig; 30 dreißig; 40 "
        "vierzig; 50 fünfzig; 60 sechzig; 70 siebzig; 80 achtzig; 90 neunzig; 100 einhundert hundert; 200 "
        "zweihundert; 300 dreihundert; 400 vierhundert; 500 fünfhundert; 600 sechshundert; 700 siebenhundert; 800 "
        "achthundert; 900 neunhundert; 1000 eintausend tausend "
    ),
    "el": (
        "0 μηδέν; 1 ένα ένας μία; 2 δύο; 3 τρία τρεις; 4 τέσσερα τέσσερις; 5 πέντε; 6 έξι; 7 επτά εφτά; 8 οκτώ "
        "οχτώ; 9 εννέα εννιά; 10 δέκα; 11 έντεκα; 12 δώδεκα; 13 δεκατρία δεκατρεις; 14 δεκατέσσερα δεκατέσσερις; "
        "15 δεκαπέντε; 16 δεκαέξι; 17 δεκαεπτά; 18 δεκαοκτώ; 19 δεκαεννέα; 20 είκοσι; 30 τριάντα; 40 σαράντα; 50 "
        "πενήντα; 60 εξήντα; 70 εβδομήντα; 80 ογδόντα; 90 εννενήντα; 100 εκατό; 200 διακόσια διακόσιοι διακόσιες; "
        "300 τριακόσια τριακόσιοι τριακόσιες; 400 τετρακόσια τετρακόσιοι τετρακόσιες; 500 πεντακόσια πεντακόσιοι "
        "πεντακόσιες; 600 εξακόσια εξακόσιοι εξακόσιες; 700 επτακόσια επτακόσιοι επτακόσιες; 800 οκτακόσια "
        "οκτακόσιοι οκτακόσιες; 900 εννιακόσια εννιακόσιοι εννιακόσιες; 1000 χίλια χίλιοι χίλιες "
    ),
    "es": (
        "0 cero; 1 uno un una; 2 dos; 3 tres; 4 cuatro; 5 cinco; 6 seis; 7 siete; 8 ocho; 9 nueve; 10 diez; 11 "
        "once; 12 doce; 13 trece; 14 catorce; 15 quince; 16 dieciséis; 17 diecisiete; 18 dieciocho; 19 "
        "diecinueve; 20 veinte; 30 treinta; 40 cuarenta; 50 cincuenta; 60 sesenta; 70 setenta; 80 ochenta; 90 "
        "noventa; 100 cien ciento; 200 doscientos doscientas; 300 trescientos trescientas; 400 cuatrocientos "
        "cuatrocientas; 500 quinientos quinientas; 600 seiscientos seiscientas; 700 setecientos setecientas; 800 "
        "ochocientos ochocientas; 900 novecientos novecientas; 1000 mil "
    ),
    "et": (
        "0 null; 1 üks; 2 kaks; 3 kolm; 4 neli; 5 viis; 6 kuus; 7 seitse; 8 kaheksa; 9 üheksa; 10 kümme; 11 "
        "üksteist; 12 kaksteist; 13 kolmteist; 14 neliteist; 15 viisteist; 16 kuusteist; 17 seitseteist; 18 "
        "kaheksateist; 19 üheksateist; 20 kakskümmend; 30 kolmkümmend; 40 nelikümmend; 50 viiskümmend; 60 "
        "kuuskümmend; 70 seitsekümmend; 80 kaheksakümmend; 90 üheksakümmend; 100 ükssada; 200 kakssada; 300 "
        "kolmsada; 400 nelisada; 500 viissada; 600 kuussada; 700 seitsesada; 800 kaheksasada; 900 üheksasada "
    ),
    "fa": (
        "0 صفر; 1 یک; 2 دو; 3 سه; 4 چهار; 5 پنج; 6 شش; 7 هفت; 8 هشت; 9 نه; 10 ده; 11 یازده; 12 دوازده; 13 سیزده; "
        "14 چهارده; 15 پانزده; 16 شانزده; 17 هفده; 18 هجده; 19 نوزده; 20 بیست; 30 سی; 40 چهل; 50 پنجاه; 60 شصت; "
        "70 هفتاد; 80 هشتاد; 90 نود; 100 صد; 200 دویست; 300 سیصد; 400 چهارصد; 500 پانصد; 600 ششصد; 700 هفتصد; 800 "
        "هشتصد; 900 نهصد "
    ),
    "fi": (
        "0 nolla nollan nollaa nollana nollaksi nollassa nollasta nollaan nollalla nollalta nollalle nollat "
        "nollien nollia nollina nolliksi nollissa nollista nolliin nollilla nollilta nollille; 1 yksi yhden yhtä "
        "yhtenä yhdeksi yhdessä yhdestä yhteen yhdellä yhdeltä yhdelle yhdet yksien yksiä yksinä yksiksi yksissä "
        "yksistä yksiin yksillä yksiltä yksille; 2 kaksi kahden kahta kahtena kahdeksi kahdessa kahdesta kahteen "
        "kahdella kahdelta kahdelle kahdet kaksien kaksia kaksina kaksiksi kaksissa kaksista kaksiin kaksilla "
        "kaksilta kaksille; 3 kolme kolmen kolmea kolmena kolmeksi kolmessa kolmesta kolmeen kolmella kolmelta "
        "kolmelle kolmet kolmien kolmia kolmina kolmiksi kolmissa kolmista kolmiin kolmilla kolmilta kolmille; 4 "
        "neljä neljän neljää neljänä neljäksi neljässä neljästä neljään neljällä neljältä neljälle neljät neljien "
        "neljiä neljinä neljiksi neljissä neljistä neljiin neljillä neljiltä neljille; 5 viisi viiden viittä "
        "viitenä viideksi viidessä viidestä viiteen viidellä viideltä viidelle viidet viisien viisiä viisinä "
        "viisiksi viisissä viisistä viisiin viisillä viisiltä viisille; 6 kuusi kuuden kuutta kuutena kuudeksi "
        "kuudessa kuudesta kuuteen kuudella kuudelta kuudelle kuudet kuusien kuusia kuusina kuusiksi kuusissa "
        "kuusista kuusiin kuusilla kuusilta kuusille; 7 seitsemän seitsemää seitsemänä seitsemäksi seitsemässä "
        "seitsemästä seitsemään seitsemällä seitsemältä seitsemälle seitsemät seitsemien seitsemiä seitseminä "
        "seitsemiksi seitsemissä seitsemistä seitsemiin seitsemillä seitsemiltä seitsemille; 8 kahdeksan "
        "kahdeksaa kahdeksana kahdeksaksi kahdeksassa kahdeksasta kahdeksaan kahdeksalla kahdeksalta kahdeksalle "
        "kahdeksat kahdeksien kahdeksia kahdeksina kahdeksiksi kahdeksissa kahdeksista kahdeksiin kahdeksilla "
        "kahdeksilta kahdeksille; 9 yhdeksän yhdeksää yhdeksänä yhdeksäksi yhdeksässä yhdeksästä yhdeksään "
        "yhdeksällä yhdeksältä yhdeksälle yhdeksät yhdeksien yhdeksiä yhdeksinä yhdeksiksi yhdeksissä yhdeksistä "
        "yhdeksiin yhdeksillä yhdeksiltä yhdeksille; 10 kymmenen kymmentä kymmenenä kymmeneksi kymmenessä "
        "kymmenestä kymmeneen kymmenellä kymmeneltä kymmenelle kymmenet kymmenien kymmeniä kymmeninä kymmeniksi "
        "kymmenissä kymmenistä kymmeniin kymmenillä kymmeniltä kymmenille; 11 yksitoista yhdentoista yhtätoista "
        "yhtenätoista yhdeksitoista yhdessätoista yhdestätoista yhteentoista yhdellätoista yhdeltätoista "
        "yhdelletoista yhdettoista yksientoista yksiätoista yksinätoista yksiksitoista yksissätoista "
        "yksistätoista yksiintoista yksillätoista yksiltätoista yksilletoista; 12 kaksitoista kahdentoista "
        "kahtatoista kahtenatoista kahdeksitoista kahdessatoista kahdestatoista kahteentoista kahdellatoista "
        "kahdeltatoista kahdelletoista kahdettoista kaksientoista kaksiatoista kaksinatoista kaksiksitoista "
        "kaksissatoista kaksistatoista kaksiintoista kaksillatoista kaksiltatoista kaksilletoista; 13 kolmetoista "
        "kolmentoista kolmeatoista kolmenatoista kolmeksitoista kolmessatoista kolmestatoista kolmeentoista "
        "kolmellatoista kolmeltatoista kolmelletoista kolmettoista kolmientoista kolmiatoista kolminatoista "
        "kolmiksitoista kolmissatoista kolmistatoista kolmiintoista kolmillatoista kolmiltatoista kolmilletoista; "
        "14 neljätoista neljäntoista neljäätoista neljänätoista neljäksitoista neljässätoista neljästätoista "
        "neljääntoista neljällätoista neljältätoista neljälletoista neljättoista neljientoista neljiätoista "
        "neljinätoista neljiksitoista neljissätoista neljistätoista neljiintoista neljillätoista neljiltätoista "
        "neljilletoista; 15 viisitoista viidentoista viittätoista viitenätoista viideksitoista viidessätoista "
        "viidestätoista viiteentoista viidellätoista viideltätoista viidelletoista viidettoista viisientoista "
        "viisiätoista viisinätoista viisiksitoista viisissätoista viisistätoista viisiintoista viisillätoista "
        "viisiltätoista viisilletoista; 16 kuusitoista kuudentoista kuuttatoista kuutenatoista kuudeksitoista "
        "kuudessatoista kuudestatoista kuuteentoista kuudellatoista kuudeltatoista kuudelletoista kuudettoista "
        "kuusientoista kuusiatoista kuusinatoista kuusiksitoista kuusissatoista kuusistatoista kuusiintoista "
        "kuusillatoista kuusiltatoista kuusilletoista; 17 seitsemäntoista seitsemäätoista seitsemänätoista "
        "seitsemäksitoista seitsemässätoista seitsemästätoista seitsemääntoista seitsemällätoista "
        "seitsemältätoista seitsemälletoista seitsemättoista seitsemientoista seitsemiätoista seitseminätoista "
        "seitsemiksitoista seitsemissätoista seitsemistätoista seitsemiintoista seitsemillätoista "
        "seitsemiltätoista seitsemilletoista; 18 kahdeksantoista kahdeksaatoista kahdeksanatoista "
        "kahdeksaksitoista kahdeksassatoista kahdeksastatoista kahdeksaantoista kahdeksallatoista "
        "kahdeksaltatoista kahdeksalletoista kahdeksattoista kahdeksientoista kahdeksiatoista kahdeksinatoista "
        "kahdeksiksitoista kahdeksissatoista kahdeksistatoista kahdeksiintoista kahdeksillatoista "
        "kahdeksiltatoista kahdeksilletoista; 19 yhdeksäntoista yhdeksäätoista yhdeksänätoista yhdeksäksitoista "
        "yhdeksässätoista yhdeksästätoista yhdeksääntoista yhdeksällätoista yhdeksältätoista yhdeksälletoista "
        "yhdeksättoista yhdeksientoista yhdeksiätoista yhdeksinätoista yhdeksiksitoista yhdeksissätoista "
        "yhdeksistätoista yhdeksiintoista yhdeksillätoista yhdeksiltätoista yhdeksilletoista; 20 kaksikymmentä "
        "kahdenkymmenen kahtakymmentä kahtenakymmenenä kahdeksikymmeneksi kahdessakymmenessä kahdestakymmenestä "
        "kahteenkymmeneen kahdellakymmenellä kahdeltakymmeneltä kahdellekymmenelle kahdet-kymmenet "
        "kaksienkymmenien kaksiakymmeniä kaksinakymmeninä kaksiksikymmeniksi kaksissakymmenissä "
        "kaksistakymmenistä kaksiinkymmeniin kaksillakymmenillä kaksiltakymmeniltä kaksillekymmenille; 30 "
        "kolmekymmentä kolmenkymmenen kolmeakymmentä kolmenakymmenenä kolmeksikymmeneksi kolmessakymmenessä "
        "kolmestakymmenestä kolmeenkymmeneen kolmellakymmenellä kolmeltakymmeneltä kolmellekymmenelle "
        "kolmet-kymmenet kolmienkymmenien kolmiakymmeniä kolminakymmeninä kolmiksikymmeniksi kolmissakymmenissä "
        "kolmistakymmenistä kolmiinkymmeniin kolmillakymmenillä kolmiltakymmeniltä kolmillekymmenille; 40 "
        "neljäkymmentä neljänkymmenen neljääkymmentä neljänäkymmenenä neljäksikymmeneksi neljässäkymmenessä "
        "neljästäkymmenestä neljäänkymmeneen neljälläkymmenellä neljältäkymmeneltä neljällekymmenelle "
        "neljät-kymmenet neljienkymmenien neljiäkymmeniä neljinäkymmeninä neljiksikymmeniksi neljissäkymmenissä "
        "neljistäkymmenistä neljiinkymmeniin neljilläkymmenillä neljiltäkymmeniltä neljillekymmenille; 50 "
        "viisikymmentä viidenkymmenen viittäkymmentä viitenäkymmenenä viideksikymmeneksi viidessäkymmenessä "
        "viidestäkymmenestä viiteenkymmeneen viidelläkymmenellä viideltäkymmeneltä viidellekymmenelle "
        "viidet-kymmenet viisienkymmenien viisiäkymmeniä viisinäkymmeninä viisiksikymmeniksi viisissäkymmenissä "
        "viisistäkymmenistä viisiinkymmeniin viisilläkymmenillä viisiltäkymmeniltä viisillekymmenille; 60 "
        "kuusikymmentä kuudenkymmenen kuuttakymmentä kuutenakymmenenä kuudeksikymmeneksi kuudessakymmenessä "
        "kuudestakymmenestä kuuteenkymmeneen kuudellakymmenellä kuudeltakymmeneltä kuudellekymmenelle "
        "kuudet-kymmenet kuusienkymmenien kuusiakymmeniä kuusinakymmeninä kuusiksikymmeniksi kuusissakymmenissä "
        "kuusistakymmenistä kuusiinkymmeniin kuusillakymmenillä kuusiltakymmeniltä kuusillekymmenille; 70 "
        "seitsemänkymmentä seitsemänkymmenen seitsemääkymmentä seitsemänäkymmenenä seitsemäksikymmeneksi "
        "seitsemässäkymmenessä seitsemästäkymmenestä seitsemäänkymmeneen seitsemälläkymmenellä "
        "seitsemältäkymmeneltä seitsemällekymmenelle seitsemät-kymmenet seitsemienkymmenien seitsemiäkymmeniä "
        "seitseminäkymmeninä seitsemiksikymmeniksi seitsemissäkymmenissä seitsemistäkymmenistä "
        "seitsemiinkymmeniin seitsemilläkymmenillä seitsemiltäkymmeniltä seitsemillekymmenille; 80 "
        "kahdeksankymmentä kahdeksankymmenen kahdeksaakymmentä kahdeksanakymmenenä kahdeksaksikymmeneksi "
        "kahdeksassakymmenessä kahdeksastakymmenestä kahdeksaankymmeneen kahdeksallakymmenellä "
        "kahdeksaltakymmeneltä kahdeksallekymmenelle kahdeksat-kymmenet kahdeksienkymmenien kahdeksiakymmeniä "
        "kahdeksinakymmeninä kahdeksiksikymmeniksi kahdeksissakymmenissä kahdeksistakymmenistä "
        "kahdeksiinkymmeniin kahdeksillakymmenillä kahdeksiltakymmeniltä kahdeksillekymmenille; 90 "
        "yhdeksänkymmentä yhdeksänkymmenen yhdeksääkymmentä yhdeksänäkymmenenä yhdeksäksikymmeneksi "
        "yhdeksässäkymmenessä yhdeksästäkymmenestä yhdeksäänkymmeneen yhdeksälläkymmenellä yhdeksältäkymmeneltä "
        "yhdeksällekymmenelle yhdeksät-kymmenet yhdeksienkymmenien yhdeksiäkymmeniä yhdeksinäkymmeninä "
        "yhdeksiksikymmeniksi yhdeksissäkymmenissä yhdeksistäkymmenistä yhdeksiinkymmeniin yhdeksilläkymmenillä "
        "yhdeksiltäkymmeniltä yhdeksillekymmenille; 100 sata sadan sataa satana sadaksi sadassa sadasta sataan "
        "sadalla sadalta sadalle sadat satojen satoja satoina sadoiksi sadoissa sadoista satoihin sadoilla "
        "sadoilta sadoille; 200 kaksisataa kahdensadan kahtasataa kahtenasatana kahdeksisadaksi kahdessasadassa "
        "kahdestasadasta kahteensataan kahdellasadalla kahdeltasadalta kahdellesadalle kahdet-sadat "
        "kaksiensatojen kaksiasatoja kaksinasatoina kaksiksisadoiksi kaksissasadoissa kaksistasadoista "
        "kaksiinsatoihin kaksillasadoilla kaksiltasadoilta kaksillesadoille; 300 kolmesataa kolmensadan "
        "kolmeasataa kolmenasatana kolmeksisadaksi kolmessasadassa kolmestasadasta kolmeensataan kolmellasadalla "
        "kolmeltasadalta kolmellesadalle kolmet-sadat kolmiensatojen kolmiasatoja kolminasatoina kolmiksisadoiksi "
        "kolmissasadoissa kolmistasadoista kolmiinsatoihin kolmillasadoilla kolmiltasadoilta kolmillesadoille; "
        "400 neljäsataa neljänsadan neljääsataa neljänäsatana neljäksisadaksi neljässäsadassa neljästäsadasta "
        "neljäänsataan neljälläsadalla neljältäsadalta neljällesadalle neljät-sadat neljiensatojen neljiäsatoja "
        "neljinäsatoina neljiksisadoiksi neljissäsadoissa neljistäsadoista neljiinsatoihin neljilläsadoilla "
        "neljiltäsadoilta neljillesadoille; 500 viisisataa viidensadan viittäsataa viitenäsatana viideksisadaksi "
        "viidessäsadassa viidestäsadasta viiteensataan viidelläsadalla viideltäsadalta viidellesadalle "
        "viidet-sadat viisiensatojen viisiäsatoja viisinäsatoina viisiksisadoiksi viisissäsadoissa "
        "viisistäsadoista viisiinsatoihin viisilläsadoilla viisiltäsadoilta viisillesadoille; 600 kuusisataa "
        "kuudensadan kuuttasataa kuutenasatana kuudeksisadaksi kuudessasadassa kuudestasadasta kuuteensataan "
        "kuudellasadalla kuudeltasadalta kuudellesadalle kuudet-sadat kuusiensatojen kuusiasatoja kuusinasatoina "
        "kuusiksisadoiksi kuusissasadoissa kuusistasadoista kuusiinsatoihin kuusillasadoilla kuusiltasadoilta "
        "kuusillesadoille; 700 seitsemänsataa seitsemänsadan seitsemääsataa seitsemänäsatana seitsemäksisadaksi "
        "seitsemässäsadassa seitsemästäsadasta seitsemäänsataan seitsemälläsadalla seitsemältäsadalta "
        "seitsemällesadalle seitsemät-sadat seitsemiensatojen seitsemiäsatoja seitseminäsatoina "
        "seitsemiksisadoiksi seitsemissäsadoissa seitsemistäsadoista seitsemiinsatoihin seitsemilläsadoilla "
        "seitsemiltäsadoilta seitsemillesadoille; 800 kahdeksansataa kahdeksansadan kahdeksaasataa "
        "kahdeksanasatana kahdeksaksisadaksi kahdeksassasadassa kahdeksastasadasta kahdeksaansataan "
        "kahdeksallasadalla kahdeksaltasadalta kahdeksallesadalle kahdeksat-sadat kahdeksiensatojen "
        "kahdeksiasatoja kahdeksinasatoina kahdeksiksisadoiksi kahdeksissasadoissa kahdeksistasadoista "
        "kahdeksiinsatoihin kahdeksillasadoilla kahdeksiltasadoilta kahdeksillesadoille; 900 yhdeksänsataa "
        "yhdeksänsadan yhdeksääsataa yhdeksänäsatana yhdeksäksisadaksi yhdeksässäsadassa yhdeksästäsadasta "
        "yhdeksäänsataan yhdeksälläsadalla yhdeksältäsadalta yhdeksällesadalle yhdeksät-sadat yhdeksiensatojen "
        "yhdeksiäsatoja yhdeksinäsatoina yhdeksiksisadoiksi yhdeksissäsadoissa yhdeksistäsadoista "
        "yhdeksiinsatoihin yhdeksilläsadoilla yhdeksiltäsadoilta yhdeksillesadoille; 1000 tuhat tuhannen tuhatta "
        "tuhantena tuhanneksi tuhannessa tuhannesta tuhanteen tuhannella tuhannelta tuhannelle tuhannet tuhansien "
        "tuhansia tuhansina tuhansiksi tuhansissa tuhansista tuhansiin tuhansilla tuhansilta tuhansille "
    ),
    "fr": (
        "0 zéro; 1 un une; 2 deux; 3 trois; 4 quatre; 5 cinq; 6 six; 7 sept; 8 huit; 9 neuf; 10 dix; 11 onze; 12 "
        "douze; 13 treize; 14 quatorze; 15 quinze; 16 seize; 17 dix-sept; 18 dix-huit; 19 dix-neuf; 20 vingt; 30 "
        "trente; 40 quarante; 50 cinquante; 60 soixante; 70 soixante-dix; 80 quatre-vingts quatre-vingt; 90 "
        "quatre-vingt-dix; 100 cent cents; 1000 mille "
    ),
    "he": (
        "0 אפס; 1 אחת אחד; 2 שתיים שני שתי שניים; 3 שלוש שלושה; 4 ארבע ארבעה; 5 חמש חמישה; 6 שש שישה; 7 שבע שבעה; "
        "8 שמונה; 9 תשע תשעה; 10 עשר עשרה; 20 עשרים; 30 שלושים; 40 ארבעים; 50 חמישים; 60 שישים; 70 שבעים; 80 "
        "שמונים; 90 תשעים; 100 מאה; 200 מאתיים; 1000 אלף "
    ),
    "hi": (
        "0 शून्य; 1 एक; 2 दो; 3 तीन; 4 चार; 5 पाँच; 6 छह; 7 सात; 8 आठ; 9 नौ; 10 दस; 11 ग्यारह; 12 बारह; 13 तेरह; "
        "14 चौदह; 15 पन्द्रह; 16 सोलह; 17 सत्रह; 18 अठारह; 19 उन्नीस; 20 बीस; 30 तीस; 40 चालीस; 50 पचास; 60 साठ; "
        "70 सत्तर; 80 अस्सी; 90 नब्बे "
    ),
    "hr": (
        "0 nula; 1 jedan jedno jedna; 2 dva dvije; 3 tri; 4 četiri; 5 pet; 6 šest; 7 sedam; 8 osam; 9 devet; 10 "
        "deset; 11 jedanaest; 12 dvanaest; 13 trinaest; 14 četrnaest; 15 petnaest; 16 šesnaest; 17 sedamnaest; 18 "
        "osamnaest; 19 devetnaest; 20 dvadeset; 30 trideset; 40 četrdeset; 50 pedeset; 60 šezdeset; 70 "
        "sedamdeset; 80 osamdeset; 90 devedeset; 100 sto; 200 dvjesto; 300 tristo; 400 četiristo; 500 petsto; 600 "
        "šeststo; 700 sedamsto; 800 osamsto; 900 devetsto; 1000 tisuću "
    ),
    "hu": (
        "0 nulla; 1 egy; 2 kettő; 3 három; 4 négy; 5 öt; 6 hat; 7 hét; 8 nyolc; 9 kilenc; 10 tíz; 11 tizenegy; 12 "
        "tizenkettő; 13 tizenhárom; 14 tizennégy; 15 tizenöt; 16 tizenhat; 17 tizenhét; 18 tizennyolc; 19 "
        "tizenkilenc; 20 húsz; 30 harminc; 40 negyven; 50 ötven; 60 hatvan; 70 hetven; 80 nyolcvan; 90 kilencven; "
        "100 száz egyszáz; 200 kétszáz kettőszáz; 300 háromszáz; 400 négyszáz; 500 ötszáz; 600 hatszáz; 700 "
        "hétszáz; 800 nyolcszáz; 900 kilencszáz; 1000 ezer egyezer "
    ),
    "hy": (
        "0 զրո; 1 մեկ; 2 երկու; 3 երեք; 4 չորս; 5 հինգ; 6 վեց; 7 յոթ; 8 ութ; 9 ինը; 10 տասն; 11 տասնմեկ; 12 "
        "տասներկու; 13 տասներեք; 14 տասնչորս; 15 տասնհինգ; 16 տասնվեց; 17 տասնյոթ; 18 տասնութ; 19 տասնինը; 20 "
        "քսան; 30 երեսուն; 40 քառասուն; 50 հիսուն; 60 վաթսուն; 70 յոթանասուն; 80 ութսուն; 90 իննասուն; 100 "
        "մեկհարյուր; 200 երկուհարյուր; 300 երեքհարյուր; 400 չորսհարյուր; 500 հինգհարյուր; 600 վեցհարյուր; 700 "
        "յոթհարյուր; 800 ութհարյուր; 900 ինըհարյուր "
    ),
    "id": (
        "0 nol; 1 satu; 2 dua; 3 tiga; 4 empat; 5 lima; 6 enam; 7 tujuh; 8 delapan; 9 sembilan; 10 sepuluh; 11 "
        "sebelas; 100 seratus; 1000 seribu "
    ),
    "it": (
        "0 zero; 1 uno un una; 2 due; 3 tre; 4 quattro; 5 cinque; 6 sei; 7 sette; 8 otto; 9 nove; 10 dieci; 11 "
        "undici; 12 dodici; 13 tredici; 14 quattordici; 15 quindici; 16 sedici; 17 diciassette; 18 diciotto; 19 "
        "diciannove; 20 venti; 30 trenta; 40 quaranta; 50 cinquanta; 60 sessanta; 70 settanta; 80 ottanta; 90 "
        "novanta; 100 cento; 200 duecento; 300 trecento; 400 quattrocento; 500 cinquecento; 600 seicento; 700 "
        "settecento; 800 ottocento; 900 novecento; 1000 mille "
    ),
    "ka": (
        "0 ნული; 1 ერთი; 2 ორი; 3 სამი; 4 ოთხი; 5 ხუთი; 6 ექვსი; 7 შვიდი; 8 რვა; 9 ცხრა; 10 ათი; 11 თერთმეტი; 12 "
        "თორმეტი; 13 ცამეტი; 14 თოთხმეტი; 15 თხუთმეტი; 16 თექვსმეტი; 17 ჩვიდმეტი; 18 თრვამეტი; 19 ცხრამეტი; 20 "
        "ოცი; 30 ოცდაათი; 40 ორმოცი; 50 ორმოცდაათი; 60 სამოცი; 70 სამოცდაათი; 80 ოთხმოცი; 90 ოთხმოცდაათი; 100 "
        "ასი; 200 ორასი; 300 სამასი; 400 ოთხასი; 500 ხუთასი; 600 ექვსასი; 700 შვიდასი; 800 რვაასი; 900 ცხრაასი; "
        "1000 ათასი "
    ),
    "kk": (
        "0 нөл; 1 бір; 2 екі; 3 үш; 4 төрт; 5 бес; 6 алты; 7 жеті; 8 сегіз; 9 тоғыз; 10 он; 20 жиырма; 30 отыз; "
        "40 қырық; 50 елу; 60 алпыс; 70 жетпіс; 80 сексен; 90 тоқсан; 100 жүз; 1000 мың "
    ),
    "ko": (
        "0 공 영; 1 일 한 하나; 2 이 두 둘; 3 삼 세 셋; 4 사 네 넷; 5 오 다섯; 6 육 여섯; 7 칠 일곱; 8 팔 여덟; 9 "
        "구 아홉; 10 십 열; 11 십일 열한; 12 "
        "십이 열두; 13 십삼 열세; 14 십사 열네; 15 십오 열다섯; 16 십육 열여섯; 17 십칠 열일곱; 18 십팔 열여덟; "
        "19 십구 열아홉; 20 이십 스무 스물; 30 삼십 서른; "
        "40 사십 마흔; 50 오십 쉰; 60 육십 예순; 70 칠십 일흔; 80 팔십 여든; 90 구십 아흔; 100 백; 200 이백; 300 "
        "삼백; 400 사백; 500 오백; 600 "
        "육백; 700 칠백; 800 팔백; 900 구백; 1000 천 "
    ),
    "ky": (
        "0 нөл; 1 бир; 2 эки; 3 үч; 4 төрт; 5 беш; 6 алты; 7 жети; 8 сегиз; 9 тогуз; 10 он; 20 жыйырма; 30 отуз; "
        "40 кырк; 50 элүү; 60 алтымыш; 70 жетимиш; 80 сексен; 90 токсон; 100 жүз; 1000 миң "
    ),
    "lt": (
        "0 nulis; 1 vienas viena vieno vienos vienam vienai vieną vienu viename vienoje; 2 du dvi dviejų dviem "
        "dviejuose dviejose; 3 trys trijų trims tris trimis trijuose trijose; 4 keturi keturios keturių keturiems "
        "keturioms keturis keturias keturiais keturiomis keturiuose keturiose; 5 penki penkios penkių penkiems "
        "penkioms penkis penkias penkiais penkiomis penkiuose penkiose; 6 šeši šešios šešių šešiems šešioms šešis "
        "šešias šešiais šešiomis šešiuose šešiose; 7 septyni septynios septynių septyniems septynioms septynis "
        "septynias septyniais septyniomis septyniuose septyniose; 8 aštuoni aštuonios aštuonių aštuoniems "
        "aštuonioms aštuonis aštuonias aštuoniais aštuoniomis aštuoniuose aštuoniose; 9 devyni devynios devynių "
        "devyniems devynioms devynis devynias devyniais devyniomis devyniuose devyniose; 10 dešimt; 11 vienuolika "
        "vienuolikos vienuolikai vienuoliką vienuolikoje; 12 dvylika dvylikos dvylikai dvyliką dvylikoje; 13 "
        "trylika trylikos trylikai tryliką trylikoje; 14 keturiolika keturiolikos keturiolikai keturioliką "
        "keturiolikoje; 15 penkiolika penkiolikos penkiolikai penkioliką penkiolikoje; 16 šešiolika šešiolikos "
        "šešiolikai šešioliką šešiolikoje; 17 septyniolika septyniolikos septyniolikai septynioliką "
        "septyniolikoje; 18 aštuoniolika aštuoniolikos aštuoniolikai aštuonioliką aštuoniolikoje; 19 devyniolika "
        "devyniolikos devyniolikai devynioliką devyniolikoje; 20 dvidešimt; 30 trisdešimt; 40 keturiasdešimt; 50 "
        "penkiasdešimt; 60 šešiasdešimt; 70 septyniasdešimt; 80 aštuoniasdešimt; 90 devyniasdešimt; 100 šimtas; "
        "1000 tūkstantis "
    ),
    "lv": (
        "0 nulle; 1 viens viena; 2 divi divas; 3 trīs; 4 četri četras; 5 pieci piecas; 6 seši sešas; 7 septiņi "
        "septiņas; 8 astoņi astoņas; 9 deviņi deviņas; 10 desmit; 11 vienpadsmit; 12 divpadsmit; 13 trīspadsmit; "
        "14 četrpadsmit; 15 piecpadsmit; 16 sešpadsmit; 17 septiņpadsmit; 18 astoņpadsmit; 19 deviņpadsmit; 20 "
        "divdesmit; 30 trīsdesmit; 40 četrdesmit; 50 piecdesmit; 60 sešdesmit; 70 septiņdesmit; 80 astoņdesmit; "
        "90 deviņdesmit; 100 simt; 200 divsimt; 300 trīssimt; 400 četrsimt; 500 piecsimt; 600 sešsimt; 700 "
        "septiņsimt; 800 astoņsimt; 900 deviņsimt; 1000 tūkstoš "
    ),
    "nb": (
        "0 null; 1 én ei ett; 2 to; 3 tre; 4 fire; 5 fem; 6 seks; 7 sju syv; 8 åtte; 9 ni; 10 ti; 11 elleve; 12 "
        "tolv; 13 tretten; 14 fjorten; 15 femten; 16 seksten; 17 sytten; 18 atten; 19 nitten; 20 tjue tyve; 30 "
        "tretti tredve; 40 førti; 50 femti; 60 seksti; 70 sytti; 80 åtti; 90 nitti; 100 hundre; 1000 tusen "
    ),
    "nl": (
        "0 nul; 1 een één; 2 twee tweeën; 3 drie drieën; 4 vier; 5 vijf; 6 zes; 7 zeven; 8 acht; 9 negen; 10 "
        "tien; 11 elf; 12 twaalf; 13 dertien; 14 veertien; 15 vijftien; 16 zestien; 17 zeventien; 18 achttien; 19 "
        "negentien; 20 twintig; 30 dertig; 40 veertig; 50 vijftig; 60 zestig; 70 zeventig; 80 tachtig; 90 "
        "negentig; 100 honderd; 200 tweehonderd; 300 driehonderd; 400 vierhonderd; 500 vijfhonderd; 600 "
        "zeshonderd; 700 zevenhonderd; 800 achthonderd; 900 negenhonderd; 1000 duizend "
    ),
    "pl": (
        "0 zero zera zeru zerem zerze; 1 jeden jedna jedno jednego jednej jednemu jedną jednym; 2 dwa dwaj dwie "
        "dwóch dwóm dwoma dwiema; 3 trzy trzej trzech trzem trzema; 4 cztery czterej czterech czterem czterema; 5 "
        "pięć pięciu pięcioma; 6 sześć sześciu sześcioma; 7 siedem siedmiu siedmioma; 8 osiem ośmiu ośmioma; 9 "
        "dziewięć dziewięciu dziewięcioma; 10 dziesięć dziesięciu dziesięcioma; 11 jedenaście jedenastu "
        "jedenastoma; 12 dwanaście dwunastu dwunastoma; 13 trzynaście trzynastu trzynastoma; 14 czternaście "
        "czternastu czternastoma; 15 piętnaście piętnastu piętnastoma; 16 szesnaście szesnastu szesnastoma; 17 "
        "siedemnaście siedemnastu siedemnastoma; 18 osiemnaście osiemnastu osiemnastoma; 19 dziewiętnaście "
        "dziewiętnastu dziewiętnastoma; 20 dwadzieścia dwudziestu dwudziestoma; 30 trzydzieści trzydziestu "
        "trzydziestoma; 40 czterdzieści czterdziestu czterdziestoma; 50 pięćdziesiąt pięćdziesięciu "
        "pięćdziesięcioma; 60 sześćdziesiąt sześćdziesięciu sześćdziesięcioma; 70 siedemdziesiąt siedemdziesięciu "
        "siedemdziesięcioma; 80 osiemdziesiąt osiemdziesięciu osiemdziesięcioma; 90 dziewięćdziesiąt "
        "dziewięćdziesięciu dziewięćdziesięcioma; 100 sto stu; 200 dwieście dwustu; 300 trzysta trzystu; 400 "
        "czterysta czterystu; 500 pięćset pięciuset; 600 sześćset sześciuset; 700 siedemset siedmiuset; 800 "
        "osiemset ośmiuset; 900 dziewięćset dziewięciuset; 1000 tysiąc tysiąca tysiącowi tysiącem tysiącu "
    ),
    "pt": (
        "0 zero; 1 um uma; 2 dois duas; 3 três; 4 quatro; 5 cinco; 6 seis; 7 sete; 8 oito; 9 nove; 10 dez; 11 "
        "onze; 12 doze; 13 treze; 14 catorze; 15 quinze; 16 dezesseis dezasseis; 17 dezessete dezassete; 18 "
        "dezoito; 19 dezenove dezanove; 20 vinte; 30 trinta; 40 quarenta; 50 cinquenta; 60 sessenta; 70 setenta; "
        "80 oitenta; 90 noventa; 100 cem; 200 duzentos duzentas; 300 trezentos trezentas; 400 quatrocentos "
        "quatrocentas; 500 quinhentos quinhentas; 600 seiscentos seiscentas; 700 setecentos setecentas; 800 "
        "oitocentos oitocentas; 900 novecentos novecentas; 1000 mil "
    ),
    "ro": (
        "0 zero; 1 unu una; 2 doi două; 3 trei; 4 patru; 5 cinci; 6 șase; 7 șapte; 8 opt; 9 nouă; 10 zece; 11 "
        "unsprezece; 12 doisprezece douăsprezece; 13 treisprezece; 14 patrusprezece; 15 cincisprezece; 16 "
        "șasesprezece; 17 șaptesprezece; 18 optsprezece; 19 nouăsprezece; 20 douăzeci; 30 treizeci; 40 patruzeci; "
        "50 cincizeci; 60 șasezeci; 70 șaptezeci; 80 optzeci; 90 nouăzeci "
    ),
    "ru": (
        "0 ноль ноля нолю нуле нулем; 1 один одно одна одни одного одной одних одному одним одну одном одними; 2 "
        "два две двух двум двумя двое двоих двоим; 3 три трех трем тремя трое троих троим; 4 четыре четырех "
        "четырем четырьмя четверо четверых; 5 пять пяти пятью пятеро пятерых; 6 шесть шести шестью; 7 семь семи "
        "семью; 8 восемь восьми восемью; 9 девять девяти девятью; 10 десять десяти десятью; 11 одиннадцать "
        "одиннадцати одиннадцатью; 12 двенадцать двенадцати двенадцатью; 13 тринадцать тринадцати тринадцатью; 14 "
        "четырнадцать четырнадцати четырнадцатью; 15 пятнадцать пятнадцати пятнадцатью; 16 шестнадцать "
        "шестнадцати шестнадцатью; 17 семнадцать семнадцати семнадцатью; 18 восемнадцать восемнадцати "
        "восемнадцатью; 19 девятнадцать девятнадцати девятнадцатью; 20 двадцать двадцати двадцатью; 30 тридцать "
        "тридцати тридцатью; 40 сорок сорока; 50 пятьдесят пятидесяти пятьюдесятью; 60 шестьдесят шестидесяти "
        "шестьюдесятью; 70 семьдесят семидесяти семьюдесятью; 80 восемьдесят восьмидесяти восемьюдесятью; 90 "
        "девяносто девяноста; 100 сто ста; 200 двести двухсот двумстам двухстах двумястами; 300 триста трехсот "
        "тремстам трехстах тремястами; 400 четыреста четырехсот четыремстам четырехстах четырьмястами; 500 "
        "пятьсот пятисот пятистам пятистах пятьюстами; 600 шестьсот шестисот шестистам шестистах шестьюстами; 700 "
        "семьсот семисот семистам семистах семьюстами; 800 восемьсот восьмисот восьмистам восьмистах "
        "восемьюстами; 900 девятьсот девятисот девятистам девятистах девятьюстами; 1000 тысяча тысячи тысяч "
        "тысячу тысячам тысячами тысячах "
    ),
    "sk": (
        "0 nula; 1 jeden jedno jedna; 2 dva dve dvoch dvom dvoma dvaja; 3 tri troch trom tromi traja; 4 štyri "
        "štyroch štyrom štyria; 5 päť piatich piati; 6 šesť šiestich šiesti; 7 sedem siedmich; 8 osem ôsmich; 9 "
        "deväť deviatich; 10 desať desiatich; 11 jedenásť; 12 dvanásť; 13 trinásť; 14 štrnásť; 15 pätnásť; 16 "
        "šestnásť; 17 sedemnásť; 18 osemnásť; 19 devätnásť; 20 dvadsať; 30 tridsať; 40 štyridsať; 50 päťdesiat; "
        "60 šesťdesiat; 70 sedemdesiat; 80 osemdesiat; 90 deväťdesiat; 100 jednasto; 200 dvesto; 300 tristo; 400 "
        "štyristo; 500 päťsto; 600 šesťsto; 700 sedemsto; 800 osemsto; 900 deväťsto "
    ),
    "sl": (
        "0 nič; 1 ena; 2 dva dve dvije; 3 tri; 4 štiri; 5 pet; 6 šest; 7 sedem; 8 osem; 9 devet; 10 deset; 11 "
        "enajst; 12 dvanajst; 13 trinajst; 14 štrinajst; 15 petnajst; 16 šestnajst; 17 sedemnajst; 18 asemnajst; "
        "19 devetnajst; 20 dvaset; 30 trideset; 40 štirideset; 50 petdeset; 60 šestdeset; 70 sedemdeset; 80 "
        "osemdeset; 90 devetdeset; 100 sto; 200 dvjesto; 300 tristo; 400 štiristo; 500 petsto; 600 šesto; 700 "
        "sedemsto; 800 osemsto; 900 devetsto; 1000 tisuću "
    ),
    "sr": (
        "0 нула nula; 1 један једно једна jedan jedno jedna; 2 два две dva dve; 3 три tri; 4 четири četiri; 5 пет "
        "pet; 6 шест šest; 7 седам sedam; 8 осам osam; 9 девет devet; 10 десет deset; 11 једанаест jedanaest; 12 "
        "дванаест dvanaest; 13 тринаест trinaest; 14 четрнаест četrnaest; 15 петнаест petnaest; 16 шеснаест "
        "šesnaest; 17 седамнаест sedamnaest; 18 осамнаест osamnaest; 19 деветнаест devetnaest; 20 двадесет "
        "dvadeset; 30 тридесет trideset; 40 четрдесет četrdeset; 50 педесет pedeset; 60 шездесет šezdeset; 70 "
        "седамдесет sedamdeset; 80 осамдесет osamdeset; 90 деведесет devedeset; 100 сто sto; 200 двеста dvesta; "
        "300 триста trista; 400 четиристо četiristo; 500 петсто petsto; 600 шестсто šeststo; 700 седамсто "
        "sedamsto; 800 осамсто osamsto; 900 деветсто devetsto "
    ),
    "sv": (
        "0 noll; 1 ett en; 2 två; 3 tre; 4 fyra; 5 fem; 6 sex; 7 sju; 8 åtta; 9 nio; 10 tio; 11 elva; 12 tolv; 13 "
        "tretton; 14 fjorton; 15 femton; 16 sexton; 17 sjutton; 18 arton; 19 nitton; 20 tjugo; 30 trettio; 40 "
        "fyrtio; 50 femtio; 60 sextio; 70 sjuttio; 80 åttio; 90 nittio; 100 etthundra; 200 tvåhundra; 300 "
        "trehundra; 400 fyrahundra; 500 femhundra; 600 sexhundra; 700 sjuhundra; 800 åttahundra; 900 niohundra; "
        "1000 ettusen "
    ),
    "th": (
        "0 ศูนย์; 1 หนึ่ง; 2 สอง; 3 สาม; 4 สี่; 5 ห้า; 6 หก; 7 เจ็ด; 8 แปด; 9 เก้า; 10 สิบ; 11 สิบเอ็ด; 12 "
        "สิบสอง; 13 สิบสาม; 14 สิบสี่; 15 สิบห้า; 16 สิบหก; 17 สิบเจ็ด; 18 สิบแปด; 19 สิบเก้า; 20 ยี่สิบ; 30 "
        "สามสิบ; 40 สี่สิบ; 50 ห้าสิบ; 60 หกสิบ; 70 เจ็ดสิบ; 80 แปดสิบ; 90 เก้าสิบ; 100 หนึ่งร้อย; 200 สองร้อย; "
        "300 สามร้อย; 400 สี่ร้อย; 500 ห้าร้อย; 600 หกร้อย; 700 เจ็ดร้อย; 800 แปดร้อย; 900 เก้าร้อย; 1000 "
        "หนึ่งพัน "
    ),
    "tr": (
        "0 sıfır; 1 bir; 2 iki; 3 üç; 4 dört; 5 beş; 6 altı; 7 yedi; 8 sekiz; 9 dokuz; 10 on; 20 yirmi; 30 otuz; "
        "40 kırk; 50 elli; 60 altmış; 70 yetmiş; 80 seksen; 90 doksan; 100 yüz; 1000 bin "
    ),
    "uk": (
        "0 нуль; 1 один одне одна; 2 два дві двох двом двома двоє; 3 три трьох трьом трьома троє; 4 чотири "
        "чотирьох чотирьом чотирма; 5 пʼять п'ять п’ять п'яти п’яти п'ятьох п’ятьох; 6 шість шести шістьох; 7 сім "
        "семи сімох; 8 вісім восьми вісьмох; 9 девʼять дев'ять дев’ять дев'яти дев’яти; 10 десять десяти "
        "десятьох; 11 одинадцять; 12 дванадцять; 13 тринадцять; 14 чотирнадцять; 15 пʼятнадцять п'ятнадцять "
        "п’ятнадцять; 16 шістнадцять; 17 сімнадцять; 18 вісімнадцять; 19 девʼятнадцять дев'ятнадцять "
        "дев’ятнадцять; 20 двадцять; 30 тридцять; 40 сорок; 50 пʼятдесят п'ятдесят п’ятдесят; 60 шістдесят; 70 "
        "сімдесят; 80 вісімдесят; 90 девʼяносто дев'яносто дев’яносто; 100 сто; 200 двісті; 300 триста; 400 "
        "чотириста; 500 пʼятсот; 600 шістсот; 700 сімсот; 800 вісімсот; 900 девʼятсот; 1000 тисяча тисячі тисяч "
        "тисячу "
    ),
    "vi": (
        "0 không; 1 một; 2 hai; 3 ba; 4 bốn; 5 năm; 6 sáu; 7 bảy; 8 tám; 9 chín; 10 mười "
    ),
}  # fmt: skip
