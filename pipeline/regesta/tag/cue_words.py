"""The words of cues, as patterns over flattened text; of patterns for one kind of cue the first to match stands."""

from __future__ import annotations

_SAY = (
    "say|says|said|state|states|stated|claim|claims|claimed|write|writes|wrote|argue|argues|argued|assert|asserts|asserted|contend|contends|contended|"
    "maintain|maintains|maintained|hold that|holds that|held that|suggest|suggests|suggested|believe|believes|believed|report|reports|reported|"
    "conclude|concludes|concluded|note|notes|noted|point|points|pointed|describe|describes|described|estimate|estimates|estimated|insist|insists|insisted|"
    "recall|recalls|recalled|testify|testifies|testified|declare|declares|declared|announce|announces|announced|explain|explains|explained|"
    "remember|remembers|remembered|relate|relates|related|find that|finds that|found that|place|places|placed|date|dates|dated|"
    "allege|alleges|alleged|speculate|speculates|speculated|propose that|proposes that|proposed that|observe|observes|observed|think|thinks|thought|"
    "tell|tells|told|add|adds|added|confirm|confirms|confirmed|deny|denies|denied|mention|mentions|mentioned|put|puts|assume|assumes|assumed|show that|showed that|shows that"
)
#: Verbs of saying after the name of a person or an organisation: those that say what was said, or that begin a clause.
SAYING = (
    r"(?:states?|stated|claims?|claimed|writes?|wrote|argues?|argued|asserts?|asserted|contends?|contended|maintains?|maintained|suggests?|suggested|"
    r"believes?|believed|reports?|reported|concludes?|concluded|notes?|noted|points?|pointed|describes?|described|estimates?|estimated|insists?|insisted|"
    r"recalls?|recalled|testif(?:y|ies|ied)|declares?|declared|announces?|announced|explains?|explained|remembers?|remembered|relates?|related|"
    r"alleges?|alleged|speculates?|speculated|observes?|observed|says?|said|adds?|added|confirms?|confirmed|mentions?|mentioned|denies|denied|"
    r"(?:holds?|held|finds?|found|shows?|showed|tells?|told|knew|knows|thinks?|thought) (?:\w+ ){0,2}that)\b"
)

_PEOPLE = (
    "historians?|scholars?|researchers?|authors?|writers?|sources?|witnesses|eyewitnesses|survivors|critics|experts|observers|journalists|commentators|"
    "specialists|biographers|chroniclers|accounts|reports|studies|documents|officials|inhabitants|residents|villagers|contemporaries|analysts|"
    "investigators|prosecutors|newspapers|participants|veterans|archivists|archaeologists|academics|publications|testimonies|records|letters|memoirs"
)
_MANY = r"some|many|several|most|other|others|certain|various|a number of|a few|numerous|few|two|three|both|different|recent|later|earlier|contemporary|modern|local|unnamed"
_GROUP = rf"(?:(?:{_MANY})(?: (?:of the |other |more |independent |reliable )?(?:[\w-]+ )?(?:{_PEOPLE}))|(?:[\w-]+ )?(?:historians|scholars|researchers|eyewitnesses|witnesses|survivors|critics|experts|observers))"
_ADVERB = r"(?:(?:also|however|therefore|later|still|even|now|sometimes|generally|widely|often|commonly|instead|in turn|on the other hand|,) ?)*"
_BE = r"(?:is|are|was|were|has been|have been|had been)"
_HAVE_DONE = r"(?:have|has|had|be|been|not)"

#: (value of the cue, pattern); a group named `cue` is the span where the pattern needs more around it.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("attribution:group", rf"\b(?:according to|in the (?:view|opinion) of|as (?:reported|claimed|stated) by) {_GROUP}\b"),
    ("attribution:group", rf"\b(?:{_GROUP}|others),? (?:,? ?who |,? ?which |however,? )?{_ADVERB}(?:{_SAY})\b(?: out)?(?: that\b)?"),
    ("attribution:group", rf"\b(?:by|among) (?P<cue>{_GROUP})\b"),
    ("attribution:anonymous", rf"\bit {_BE} {_ADVERB}(?:claimed|said|reported|alleged|believed|thought|rumou?red|assumed|estimated|suggested|argued|held|supposed|maintained|stated|asserted|sometimes said)\b(?: that\b)?"),
    ("attribution:anonymous", r"\b(?:rumou?rs?|legend|tradition|hearsay) (?:\w+ )?(?:has it|says?|said|held|claimed|spread|circulated)\b(?: that\b)?"),
    ("attribution:anonymous", r"\baccording to (?:an? |one |another )?(?:anonymous|unnamed|unknown|unidentified|undisclosed) \w+"),
    ("attribution:organisation", rf"\baccording to (?:the |an? |one )?(?:official |[\w-]+ ){{0,2}}(?:government|police|ministry|commission|committee|embassy|press|report|newspaper|court|tribunal|army|communiqué|statement|agency|authorities)\b"),
    ("attribution:organisation", rf"\bthe (?:[\w-]+ ){{0,2}}(?:government|police|ministry|commission|committee|embassy|report|newspaper|court|tribunal|agency|authorities) {_ADVERB}(?:stated|claimed|announced|reported|declared|concluded|found that|asserted|alleged|denied|confirmed|insisted|estimated|maintained)\b(?: that\b)?"),
    ("hedge:reported", rf"\b{_BE} {_ADVERB}(?:said|reported|believed|thought|alleged|claimed|rumou?red|supposed|understood|known|assumed|estimated) to (?:have|be)\b"),
    ("hedge:reported", r"\b(?:reportedly|allegedly|supposedly|purportedly|ostensibly|so it (?:is|was) said|by all accounts|rumou?red)\b"),
    ("hedge:possible", rf"\b(?:may|might|could|must)(?: (?:well|also|even|possibly))? {_HAVE_DONE}\b(?: been\b)?"),
    ("hedge:possible", r"\b(?:possibly|perhaps|probably|presumably|conceivably|maybe|apparently|seemingly|(?:very |most |quite |more )?likely|in all (?:likelihood|probability))\b"),
    ("hedge:possible", rf"\bit {_BE} (?:also |quite |very |not )?(?:possible|likely|probable|conceivable|plausible|thinkable) that\b"),
    ("hedge:possible", r"\b(?:seems?|seemed|appears?|appeared) to (?:have|be)\b|\b(?:cannot|can not|could not) be (?:excluded|ruled out)\b|\bit (?:seems|seemed|appears|appeared) that\b"),
    ("hedge:approximate", r"\b(?P<cue>about|around|approximately|approx\.|roughly|some|nearly|almost|circa|ca\.|c\.|an estimated|more than|at least|up to|over|as many as|close to|fewer than|less than)(?= (?:an? |the )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half|time))"),
    ("deny", r"\b(?:there (?:is|was|were|are|has been|had been)|with|without|found|finds?|have|has) (?:no|any|little)(?: [\w-]+){0,2} (?:evidence|proof|indication|trace|sign|record|documents?)\b"),
    ("deny", r"\b(?:did|does|do|was|were|is|are|has|have|had|could|would|can|should|may|might)(?: [\w-]+ly)? not(?! only\b| merely\b| just\b)\b|\b(?:did|does|do|was|were|is|are|has|have|had|could|would|should)n't\b|\bcannot\b(?! be (?:excluded|ruled out))"),
    ("deny", r"\b(?:never|neither|no one|nobody|none of)\b|\b(?:denied|denies|deny|denying|refuted|refutes|disproved)\b(?: that\b)?|\b(?:failed|refused|declined|omitted) to\b|\bwas (?:prevented|averted|called off|cancelled|canceled)\b"),
    ("deny", r"\b(?:actually |in fact )?(?:makes|made|make) (?:such |this |that |it )?(?:[\w-]+ )?(?:improbable|unlikely|impossible)\b|\bfalsely\b"),
    ("question", rf"\b(?:questioned|questions|question|doubted|doubts?|asked|wondered)(?: \w+)? (?:whether|if|that)\b|\bit {_BE} (?:still |also )?(?:unclear|uncertain|doubtful|questionable|not known|unknown|not clear|debatable) (?:whether|if|when|where|who|how)\b"),
    ("question", rf"\b(?:remains?|remained|{_BE}) (?:still )?(?:unclear|uncertain|doubtful|questionable|an open question|unproven|unconfirmed|unverified)\b|\bcalled? into question\b|\bcast (?:\w+ )?doubts?\b"),
    ("accuse", r"\b(?:accus(?:e|es|ed|ing)(?: [^.;,]{2,40}?)? of|blam(?:e|es|ed|ing)(?: [^.;,]{2,40}?)? for|charged with|indicted for|indicted on|under suspicion of|suspected of|denounc(?:e|es|ed|ing)(?: [^.;,]{2,40}?)? (?:for|as)|held (?:\w+ )?responsible for|implicated in)\b"),
    ("admit", r"\b(?:admit(?:s|ted|ting)?|confess(?:es|ed|ing)?|acknowledg(?:e|es|ed|ing)|conced(?:e|es|ed|ing)|pleaded guilty|pled guilty|owned up)(?: to\b| that\b)?"),
    ("plan", r"\b(?:was|were|is|are) (?:\w+ )?(?:going|due|about|scheduled|planned|intended|supposed|expected|meant|set|to be|ordered|ready|prepared|destined) to\b|\b(?:was|were|is|are) to (?!the\b|a\b|an\b|be (?:found|seen)\b)(?=[a-z]+\b)|\b(?:was|were|is|are) (?:planned|scheduled|intended|proposed) for\b"),
    ("plan", r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|propos(?:e|es|ed|ing)|hop(?:e|es|ed|ing)|wish(?:es|ed|ing)?|want(?:s|ed|ing)?|threaten(?:s|ed|ing)?|promis(?:e|es|ed|ing)|prepar(?:e|es|ed|ing)|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|agreed|decided|expected|ordered (?:\w+ ){1,3}) to(?= [a-z])\b"),
    ("plan", r"\b(?:will|shall)(?! of\b| and\b| to\b| power\b)(?= (?:not |never |then |soon |also )?[a-z]+\b)|\bwould(?! (?:have|later|eventually|subsequently|soon|become|go on)\b)(?= (?:[a-z]+)\b)|\bplans? (?:to|for|of)\b|\bwith the (?:aim|intention|intent|goal) of\b|\bin order to\b"),
    ("dispute", rf"\b{_BE} {_ADVERB}(?:disputed|contested|contradicted|challenged|rejected|questioned|denied|refuted|disproved|doubted|debated|controversial)\b(?: by\b| among\b)?"),
    ("dispute", r"\b(?:disput(?:e|es|ing)|contest(?:s|ing)?|contradict(?:s|ed|ing)?|refut(?:e|es|ing)|disagree(?:s|d)?(?: with)?|reject(?:s|ed) (?:the|this|that) (?:view|claim|idea|thesis|version|date|account))\b|\bdisputed\b"),
    ("dispute", r"\b(?:others,? (?:however,? |by contrast,? )?instead|on the contrary|contrary to (?:\w+ ){0,3}(?:claims?|belief|accounts?|reports?)|by contrast|others,? however|conflicting (?:accounts?|reports?|dates?|sources?)|accounts differ|sources (?:differ|disagree)|(?:historians|scholars) (?:differ|disagree)|others (?:place|date|put|claim|say|give|name|hold|believe|maintain|argue))\b"),
    ("support", rf"\b{_BE} (?:also |further )?(?:confirmed|corroborated|supported|borne out|backed|attested|documented) by\b|\b(?:confirm|corroborat|substantiat)(?:s|es|ed|ing)?\b(?: that\b)?|\bsupports? (?:this|that|the) (?:view|claim|version|account|date|thesis)\b|\b(?:agrees?|agreed|concurs?|concurred) (?:with (?:this|that|him|her|them)|that)\b"),
)  # fmt: skip
