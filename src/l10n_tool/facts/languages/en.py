"""English."""

from typing import Final

NOT: Final = """
    not *n't cannot cant dont doesnt isnt never no nobody none nothing nowhere neither nor without no_one
"""
NEGATIVE: Final = """
    entirely exclusively purely solely wholly rather_than instead_of just merely turned_off switched_off
    un* *less *lessly only except excluding unless fail* lack* refus* prevent* avoid* forbid* forbad*
    den(y|ies|ied|ial) prohibit* reject* miss missing missed exempt* barely hardly scarcely rarely seldom otherwise
    else ignor* omit* until not_only not_just not_merely not_simply not_to_mention whether_or_not or_not if_not
    why_not no_matter no_doubt no_less no_later no_sooner no_more_than not_more_than no_earlier_than don't_hesitate
    do_not_hesitate don't_forget do_not_forget not_hesitate nothing_but cannot_but can't_help cannot_help
    not_(impossible|unlikely|uncommon|unusual|infrequent*|insignificant|unknown|unlike|unreasonable) not_exceed*
    not_limited_to not_(be_)?(greater|less|more|longer|larger|smaller|shorter|later|earlier|higher|lower)_than
    (?<!do\\s)(?<!does\\s)not_both no_wonder not_until never_mind need_not
    in(valid|correct|complete|active|accessible|sufficient|compatible|consistent)*
    in(adequate|capable|eligible|operative|visible)* im(possib|proper|perfect|mutable|mature|patien)*
    il(legal|legible|logical|legitimate)* ir(regular|relevant|responsible)* dis(abled|allow|agree|approv|connected)*
    non-* nonexist* mis(match|taken|understood)* no_fewer no_greater_than no_higher_than
"""
PRIVATIVE: Final = """
    baseless defenceless defenseless groundless harmless helpless hopeless illegal illegally illegible illegitimate
    illogical immoral impermissible impossible impossibly impractical improbable inability inaccessible inaccurate
    inaccurately inactive inactivity inadequate inadequately inadmissible incapable incompatible incomplete
    inconsistent incorrect incorrectly ineffective inefficient ineligible inexistent insecure insufficient
    insufficiently intolerable invalid invisible involuntarily involuntary irrelevant irreparable irreplaceable
    irresponsible irreversible irreversibly meaningless nonexistent painless pointless powerless
     stateless unable unacceptable unaffected unanswered unapproved unarmed unattainable unauthenticated
    unauthorised unauthorized unavailable uncertain unchecked unclear unconfirmed unconstitutional uncontrolled
    undefined undemocratic undocumented unequal unethical unfair unfairly unfamiliar unfinished unfit unfounded
    unidentified unimportant uninhabited uninsured unintentional unintentionally unjust unjustified unknown unlawful
    unlawfully unlicensed unlikely unlimited unnamed unnecessarily unnecessary unpopular unprecedented unprotected
    unproven unqualified unreachable unread unreadable unrealisable unrealizable unrecognised unrecognized
    unregistered unrelated unreliable unresolved unrestricted unsafe unsaved unsecured unspecified unstable
    unsuitable unsupported untouched untrue untrusted unusable unused unverified unworkable useless worthless
"""
CONTRARY: Final = """
    excl* till before must require* need* instead rather although despite stop* block* ban* banned restrict* limit*
    skip* hid* hide* remov* delet* drop* lost lose* loss wrong* bad* error* zero away off out other* beyond past
    exceed* expir* obsolete deprecated old former* different* differ* var(y|ies) conflict* broken fault* already
    still yet ever any* against oppos* opposit* doubt* ambig* ask* if whether contrary far keep* remain* required
    mandatory one least should abort* cancel* clos* end* quit* exit* wait* pend* late* problem* trouble* wast* sick*
    poor* weak* stranger* foreign* alone lone* sole* solely just merely but save short* cut leave* left stay* let
    secret* privat* hold* open anonym* independent* exclu* unique* duplicat* corrupt* overwrit* neutral spare hate*
    hesitat* discourag* cease* declin* disagree* separat* deaf dumb blind dead fewer less disable* disallow* dis*
    mis* de(activ|commis|select)* *only minimum maximum most more than enough (in|im|il|ir|dis|non|mis)[a-z]{4}* few
    little too free blank empty null absent absence
"""
HEDGES: Final = """
    alleged allegedly alleging so_called reportedly purported purportedly supposedly ostensibly self_styled
    self_proclaimed self_declared putative
"""
HEDGING: Final = """
    alleg* claim* apparent* supposed purport* assert* suspect* according said report* rumou?r* presum* seem*
    pretend* believed accus* unconfirmed contend* maintain* hearsay ostensible might probabl* potential* pseudo*
"""
INTENSIFIERS: Final = """
    very extremely extraordinarily absolutely utterly totally completely entirely brutal brutally horrific
    horrifically outrageous outrageously incredibly tremendously enormously immensely intensely terribly awfully
    unbelievably shockingly savagely viciously ruthlessly ferociously monstrous monstrously atrocious barbaric
    barbarically hugely vastly exceedingly exceptionally deeply profoundly strongly highly truly undoubtedly
    definitely unquestionably indisputably blatantly flagrantly
"""
INTENSE: Final = """
    most *est really quite so such too much many great* huge* whole all any* every* each always only even just full*
    fully total complet* entire* ever strong* deep* profound* sever* serious* critic* urgent* clear* total* cruel*
    violen* savag* fierce* ferocious* atroc* barbar* horr* terribl* awful* inhuman* massive* enormous* immens*
    intens* extrem* absolut* utter* heav* hard* particular* especial* exceptional* remarkabl* surpris* amazing*
    wonderful* excellent* perfect* pure* exact* precise* definit* certain* sure* surely indeed truly true rather
    fairly far well major import* tiny crucial essential* key main* prim* grave* shock* outrag* brutal* ruthless*
    vicious* merciless* high* wide* thorough* long* often rare* quick* fast* soon easy easily simply plain* strict*
    over* good best better bad worse worst tremendous* incredib* unbeliev* monst* flagrant* blatant* at_all
    whatsoever never nothing nobody none no not must radical* drastic* dramatic* crush* slaughter* massacre*
    butcher* carnage more multi* least common* raw power*
"""
NEUTRAL: Final = """
    no\\._* no-reply noreply under* uni[cfloqstv]* union* into inside insert* install* input* inform* interest*
    indi* include* including imag* impl* import* impr(ov|ess|int|is)* impact* impos[ei]* imped* dis(c|k|pl|t|m)*
    misc* miser* indu* init* inno* inner innov* inherit* inject* inlin* inv(it|est|en|ert)* instant* instead inten*
    inter* integ* inch* inclin* inde(x|ed)* iris* iron* illustr* illumin* unicode unanim* nonce undo undone
"""
