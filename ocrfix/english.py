"""The forms that small print takes in English newspapers: bylines, credits, jump lines, folios.

Wrong when: a headline has the form of one of them: "Source: Minister", "Grace in Rome".
"""

from ocrfix.late import late

GIVEN = frozenset(
    "Aaron Adam Adrian Ahmed Alan Albert Alex Alexander Ali Alice Alison Amanda Amy Ana Andrea Andrew Angela Anita Ann Anna Anne Anthony "
    "Antonio Arthur Barbara Ben Benjamin Beth Betty Brenda Brian Bruce Bryan Carl Carlos Carol Caroline Catherine Charles Charlotte Chloe Chris "
    "Christian Christina Christine Christopher Claire Colin Craig Dan Daniel David Deborah Denise Dennis Diana Diane Donald Donna Dorothy Douglas "
    "Edward Elena Elizabeth Ellen Emily Emma Eric Erin Eva Evelyn Fatima Fiona Frances Francis Frank Fred Gareth Gary George Gerald Gillian Gordon Grace "
    "Graham Greg Hannah Harold Harry Heather Helen Henry Howard Hugh Ian Ibrahim Irene Isabel Jack Jacob James Jane Janet Jason Jean Jeff Jeffrey Jennifer "
    "Jeremy Jessica Jim Joan Joanna Joe John Jonathan Jose Joseph Joshua Joyce Juan Judith Judy Julia Julie Justin Karen Kate Katherine Kathleen Kathy "
    "Keith Kelly Ken Kenneth Kevin Kim Larry Laura Lauren Lawrence Leah Lee Lena Leo Leonard Liam Linda Lisa Louis Louise Lucy Luis Luke Margaret Maria "
    "Marie Marilyn Mario Mark Martha Martin Mary Matthew Megan Melissa Michael Michelle Miguel Mike Mohammed Monica Nancy Naomi Natalie Nathan Neil "
    "Nicholas Nick Nicola Nicole Nina Noah Nora Oliver Olivia Olga Omar Oscar Pamela Patricia Patrick Paul Paula Pedro Peggy Peter Philip Rachel Ralph "
    "Raymond Rebecca Richard Robert Robin Roger Ronald Rosa Rose Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sharon "
    "Sheila Simon Sofia Sophie Stanley Stella Stephanie Stephen Steve Steven Stuart Sue Susan Suzanne Teresa Terry Theresa Thomas Tim Timothy Tina Tom "
    "Tony Tracy Vanessa Victor Victoria Vincent Virginia Walter Wayne Wendy William Yvonne Zoe".split()
)
_NAME = r"(?:[A-Z][\w’'.\-]+|de|van|von|der|la|al)(?: (?:[A-Z][\w’'.\-]*|de|van|von|der|la|al)){1,3}"
_PERSON = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: (?:de|van|von|der|la|al))* [A-Z][\w’'-]+"
_PLACE = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}"
_OFFICE = (
    r"[\w ]*(?:staff|correspondent|reporter|editor|writer|columnist|bureau|critic|contributor)s?(?: writer| reporter)?"
)
_AGENCY = (
    r"(?i:(?:the )?associated press|(?:agence france-presse|afp|reuters|bloomberg(?: news)?|press association|xinhua(?: news agency)?|"
    r"united press international|deutsche welle)(?: staff)?)"
)
_MARKS = r"[\s□■◇◆○●◎▲△▼▽▶►•*—–-]*"
_WRITTEN = (
    r"(?i:(?:(?:exclusive|written|reported|compiled|opinion|commentary|comment|column|review|analysis) )?by"
    r"|(?:story|words|text)(?: and (?:photos|pictures))?(?: by)?:?|from|report by)"
)
NAMES = late(rf"^[•*—– -]*{_PERSON}(?:,? (?:and|&) {_PERSON})?$")
STATIONED = late(rf"^{_PERSON} in {_PLACE}(?:,? and {_PERSON} in {_PLACE})?$")  # if the first name is one
BYLINE = late(
    rf"^{_MARKS}(?:{_WRITTEN}:? ?(?i:our {_OFFICE} )?"
    rf"{_NAME}(?:(?:,? and |, | & ){_NAME})*(?:,? [\w ]+|\s?[|/–—] ?[\w .&-]+| [\w.]+@[\w.]+)?"
    rf"|(?i:by|from) (?i:an?|our) (?i:{_OFFICE})"
    rf"|(?:(?i:by) )?{_AGENCY}"
    rf"|(?i:special to) (?i:the )?[A-Z][\w ]+"
    rf"|{_NAME}\s?(?:,|[-–—|/]|)\s?(?i:{_OFFICE})"
    rf"|(?:(?:Words|Text|Story|Interview|Pictures|Photos|Photography|Images)(?: by:?|:) ?{_NAME}[,;|/ ]*){{2}}"
    rf"|[•*—–] ?{_NAME}"
    rf"|{_NAME} reports(?: (?:from|in) {_PLACE})?(?:,? (?i:{_OFFICE}))?|{_PERSON} and {_PERSON} report"
    rf")[.]?$"
)
OFFICE = late(rf"^(?:(?i:{_OFFICE})|(?i:in|at) {_PLACE})$")
_PICTURES = r"(?:photo(?:graph)?s?|pic(?:ture)?s?|images?|illustration|graphic|courtesy)"
_PICTURE = (
    rf"(?:(?i:(?:staff |file )?{_PICTURES}(?:s? by|s? courtesy of| (?:provided|supplied|taken) by|:| of|/) ?(?:the )?)(?:{_NAME}.{{0,30}}|[A-Z].{{2,40}})"
    rf"|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}},? (?i:(?:staff )?photo)(?i: by {_NAME}|s? ?/ ?{_NAME}|)"
    rf"|(?i:submitted|contributed|courtesy|staff|file|handout|archive|provided) (?i:photo(?:graph)?|picture|image)s?"
    rf"|(?i:{_PICTURES}|handout) (?i:via|from) [A-Z][\w .-]+|COURTESY|PROVIDED|SUPPLIED|CONTRIBUTED|HANDOUT"
    rf"|(?:©|(?i:(?:{_PICTURES} )?credits?):)\s?{_NAME}"
    rf"|(?i:getty images|shutterstock|istock(?:photo)?|alamy|unsplash|ap photo|afp photo|epa)"
    rf"|{_PERSON} (?i:for the) [A-Z][\w ]+"
    rf"|{_NAME} ?(?:/|\|(?! ?(?i:{_OFFICE})$)) ?[A-Z][\w .-]+|(?i:ap|pa|reuters|afp|getty|xinhua)\b[ \w]{{0,12}}/.{{2,30}})"
)
CREDIT = late(rf"^(?![Bb][Yy]\b)[(\[]?{_PICTURE}[)\]]?$")
TAIL_CREDIT = late(rf"(?<=[.!?”])\s+([(]?{_PICTURE}[)]?)$")
JUMP = late(
    r"^[►▶▸»]\s*[A-Z][A-Z’'\-]{1,20},?\s*(?i:page )?[A-Z]?\d{1,3}[A-Z]?$"
    r"|^[A-Z][A-Z’'\-]{2,20}[\s,•·|:–—-]+(?:(?i:cont(?:inued|inues|\.|’d|'d)?|from|continued from|continued on)(?: (?i:page|p\.))?|(?i:page)) [A-Z]?\d{1,3}[A-Z]?$"
    r"|^[\W]{0,3}(?i:(?:full )?story|report|editorial|opinion|obituary|details|more(?: inside)?)(?:[:,]|,? (?i:on|see)) (?i:page|pages|pg\.?|p\.) ?[A-Z]?\d[\w–-]{0,5}$"
    r"|^[\s(\[>►▶»]*(?i:continued (?:on|from)|cont(?:inue|’d|'d|\.)?d? (?:on|from)|(?:please )?see .{1,40}[,/ ](?:page|pg\.?|back page)?\s*[A-Z]?\d+[A-Z]?|turn to (?:.{1,30}[,/ ])?(?:the )?(?:back page|(?:page |pg\.? ?|p\. ?)?[A-Z]?\d+)|from (?:page [A-Z]?\d+|(?-i:[A-Z])\d+|\d{1,2}[A-Z]?$)|"
    r"(?:jump|story|more)(?: to| on| from|,)? (?:(?:.{0,20}\s)?(?:pages?|pg\.?|p\.)\s*[A-Z]?\d+|(?-i:[A-Z])?\d{1,2}$)|(?:from|on|see .{1,30}) (?:the )?(?:front|back) page|from page one|continued (?:on )?(?:next page|overleaf))[\w ,.’'\-/]{0,30}[)\]>►▶«]*$"
)
_MONTH = r"(?i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[A-Za-z]*\.?"
_DATE = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:{_MONTH} \d{{1,2}},? |\d{{1,2}} {_MONTH},? )\d{{4}}"
_PAPER = (
    r"(?:The )?(?:[A-Z][\w’'-]+ ){1,3}(?:(?:Daily|Weekly|Sunday|Evening|Morning) )?(?:News|Times|Herald|Tribune|Gazette|Post|Journal|Chronicle|"
    r"Courier|Observer|Examiner|Sentinel|Dispatch|Telegraph|Bulletin|Advertiser|Mercury|Argus|Record|Ledger|Daily|Weekly)"
)
_PAGE = r"(?:(?:[Pp]age |[Pp]\. ?)?[A-Z]?\d{1,3}[A-Z]?)"
_SECTION = r"[A-Z]{3,}(?: [A-Z]{3,})?"
_BESIDE = r"[ |·•,/–—-]+"
MASTHEAD = late(rf"^{_PAPER}$")
SITE = late(r"^(?:(?i:page) [A-Z]?\d{1,3} )?[a-z\d-]{3,}(?:\.[a-z\d-]+)*\.[a-z]{2,7}(?:/\S*)?$")
_WEB = r"https?:|www\.|[\w.]+@[\w.]+|\b[\w-]+\.(?:com|cn|net|org|info|news|co\.uk)\b"
ADDRESS = late(r"^(?:(?:e-?mail|web):? ?)?(?:https?:|www\.|[\w.]+@)\S+(?: (?:[^a-z\s]\S*|[\w.]+@\S+|www\.\S+))*$")
IMPRINT = late(
    rf"^(?:\W*(?:\w[\w’'.:-]*\W+){{0,5}})(?:{_WEB})"
    r"|(?i:\b(?:tel|phone|telephone|fax|call|text|newsroom|advertising|circulation|classifieds?|subscri\w+)\b\D{0,24}\d[\d ()+-]{4,})"
    r"|^\W*(?i:subscri\w+|classifieds?|circulation|newsroom|advertising|copyright|©|published (?:by|daily|weekly|every)|"
    r"printed (?:by|at|in|and)\b|(?:sub-?|news |managing |sports )?editors?:|all rights reserved|e-?mail:|tel[.:])"
    r"|Printed (?:at|in|by|and)\b|\b[Ee]dited by [A-Z]"
    r"|^\W*(?i:price|only|daily|sunday|weekend)?\W*[$£€]\s?\d{1,2}(?:[.,]\d\d)?\W*$"
)
_LOWER = late(r"\b[a-z]{2,}\b")
PROSE = 2  # words in lower case, at least: running text
MOST = 9  # words of an imprint, at most
HEAD = late(  # of a page: a date with whatever names, numbers and sections; or the paper with either of the last
    rf"^(?=.*{_DATE})(?:(?:{_DATE}|{_PAGE}|[A-Z][\w’'-]+)(?:{_BESIDE}|$)){{1,8}}$"
    rf"|^(?:(?:{_PAGE}|{_SECTION}){_BESIDE}){{1,2}}{_PAPER}$"
    rf"|^{_PAPER}(?:{_BESIDE}(?:{_PAGE}|{_SECTION})){{1,2}}$"
)
FOLIO = late(
    r"(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{0,4}\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? (?:19|20)\d\d$"
    r"|^(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:19|20)\d\d$"
    r"|^[|•·–—-]? ?(?:page|section|pg\.?)? ?[A-Z]?\d{1,3}[A-Z]?$|^\W{0,4}(?:page )?\d{1,3} of \d{1,3}\W{0,4}$|\bvol(?:ume)?\.? ?(?:\d|(?-i:[IVXLC]+)\b)|^(?:[\w’']+\W+){0,3}(?:no\. ?|issue )[\d,]+\W*$|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:19|20)\d\d)"
)


def signed(text: str) -> bool:
    """Is the line a byline?"""
    return BYLINE.match(text) is not None or (STATIONED.match(text) is not None and text.split(" ")[0] in GIVEN)


def imprint(text: str) -> bool:
    """Is the line one of the paper's own: who makes it, where to reach it, what it costs? Running text names such things, too, but
    in longer lines, and goes on in lower case."""
    if SITE.match(text) or ADDRESS.match(text):
        return True
    return IMPRINT.search(text) is not None and len(text.split()) <= MOST and not text[0].islower()


def folio(text: str) -> bool:
    """Does the line number a page or an issue, or date it? A date in running text stands among words in lower case."""
    return FOLIO.search(text) is not None and len(_LOWER.findall(text)) < PROSE


def office(text: str) -> bool:
    """Is the line the office of someone named above it, or where they write from?"""
    return OFFICE.match(text) is not None


def names(text: str) -> bool:
    """Is the line nothing but a name or two?"""
    return NAMES.match(text) is not None and text.lstrip("•*—–- ").split(" ")[0] in GIVEN
