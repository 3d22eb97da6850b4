"""The forms that small print takes in English newspapers, and some of others in Latin script: bylines, credits, jump lines, folios.

Wrong when: a headline has the form of one of them: "Source: Minister", "Grace in Rome".
"""

from functools import cache

from ocrfix.late import late
from ocrfix.tables import rows

_NAME = r"(?:[A-ZÀ-Þ][\w’'.\-]+|de|van|von|der|la|al)(?: (?:[A-ZÀ-Þ][\w’'.\-]*|de|van|von|der|la|al)){1,3}"
_PERSON = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ]\.)?(?: (?:de|van|von|der|la|al))* [A-ZÀ-Þ][\w’'-]+"
_PLACE = r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,2}"
_OFFICE = r"[\w. -]*(?:staff|correspondent|reporter|editor(?:-in-chief)?|writer|columnist|bureau|critic|contributor)s?(?: writer| reporter)?"
_AGENCY = (
    r"(?i:(?:the )?(?:associated press|canadian press|press association)|(?:agence france-presse|afp|reuters|bloomberg(?: news)?|press association|xinhua(?: news agency)?|"
    r"united press international|deutsche welle|press trust of india|canadian press|australian associated press)(?: staff)?)"
)
_WIRES = r"(?:PA Media|TNS|TNN|ENS|AAP|PTI|ANI|IANS|UNI|AP|AFP|PA|CP|UPI|EFE|DPA|Reuters|Bernama|Xinhua|A(?:GENCIES|gencies)|News Agencies|W(?:ire|IRE) (?i:services?|reports?))"
_MARKS = r"[\s\u2500-\u2604\u2607-\u2728\u2758-\u27bf\u2b00-\u2b4f※•·‣»›¶§*~|>—–-]*"  # stars are of banners
_WRITTEN = (
    r"(?i:(?:(?:exclusive|written|reported|compiled|contributed|submitted|opinion|commentary|comment|column|review|analysis) )?by"
    r"|(?:story|words|text)(?: and (?:photos|pictures))?(?: by)?:?|from|report by)"
)
WRITTEN = late(rf"^{_MARKS}(?:{_WRITTEN}:? |(?i:words|text|story|report):)")
NAMES = late(
    rf"^{_MARKS}\(?(?:(?:[Dd]i|[Pp]or|[Pp]ar|[Vv]on|[Dd]oor) )?({_PERSON})(?:,? (?:and|&|e|y|et|und|en) {_PERSON})?(?:(?:, ?|\. ?| in ){_PLACE}(?: \d+)?)?\)?$|^[—–-] ?({_PERSON}), [\w ]+$"
)
PLAIN_NAME = late(r"^[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]*){1,3}(?<!\.)$")  # or a headline
STATIONED = late(rf"^{_NAME},? in {_PLACE}(?:,? and {_NAME} in {_PLACE})?$")  # if the first name is one
BYLINE = late(
    rf"^{_MARKS}(?:{_WRITTEN}:? ?(?i:our {_OFFICE} )?"
    rf"{_NAME}(?:(?:,? and |, | & ){_NAME})*(?: @\w+|,? [\w’' ]+|\s?[|/–—] ?[\w .&-]+| [\w.]+@[\w.]+)?"
    rf"|(?i:by|from) (?i:an?|our) (?i:{_OFFICE})"
    r"|(?i:(?:(?:compiled )?(?:by|from) )?(?:staff|wire|news services?)(?: and (?:staff|wire|news services?))?(?: (?:reports?|services?|writers))?)"
    rf"|{_NAME},? {_AGENCY}|(?:{_NAME}, )?{_WIRES}|(?:{_PLACE} )?{_WIRES} ?(?:&|and|/) ?{_WIRES}"
    rf"|{_WIRES} with (?:staff|{_WIRES})|[(\[]{_WIRES}[)\]]|{_NAME} (?i:reporting)|(?:Rev|Dr|Prof|Sgt|Capt|Hon)\.? {_NAME}"
    rf"|(?:(?i:by)|Interview|Reviewed|As told|(?:Additional|With) (?i:reporting)|Letter) (?i:by|to|from) {_NAME}|By (?:the|The) (?:[A-Z]\w+ )?Editorial Board"
    rf"|(?i:by) {_NAME}, (?:M\.?D|Ph\.?D|J\.?D|R\.?N|MP|MD)\.?|(?i:guest (?:column(?:ist)?|contributor|essay|opinion))"
    rf"|(?i:follow|contact|reach|e-?mail) {_NAME} (?i:at|on) \S.{{2,40}}|(?i:twitter|x|instagram): ?@\w+"
    rf"|(?:Tribune|News|Times|Herald|Gazette|Post|Journal|Chronicle|Star|Record|Courier) (?i:staff)(?i: writers?| reporters?| reports?)?"
    rf"|(?:OUR|STAFF|SPECIAL|SENIOR) (?:BUREAU|CORRESPONDENTS?|REPORTERS?)(?: [A-Z]{{3,}}){{0,2}}"
    rf"|(?:[A-Z]{{2,4}}|Our|Express|Our Own|Special|Staff) (?:Bureau|Correspondents?|Reporters?)|(?:The )?(?:[A-Z][\w’'-]+ )?Editorial Board"
    rf"|(?:{_NAME},? )?(?:[A-Z][\w’']+ ){{1,2}}(?i:news (?:service|network|bureau))|{_NAME} [\w.-]+@[\w.-]+"
    rf"|(?:(?i:by) )?{_AGENCY}"
    rf"|(?:{_NAME}, )?(?i:special|submitted|contributed) to (?i:the )?[A-Z][\w’' ]+"
    rf"|{_NAME} ?/ ?(?:(?i:of the) [A-Z][\w’' -]+|(?!(?i:staff)$)(?i:{_OFFICE}))"
    rf"|(?:(?i:(?:staff )?report|(?:additional )?reporting|words|text|interview|review|comment|opinion|analysis|investigation|profile|feature|sketch|(?:guest )?(?:contributor|columnist|writer)):|EXCLUSIVE:?) {_NAME}"
    rf"|{_NAME}\s?(?:,|[-–—|/]|)\s?(?i:{_OFFICE})"
    rf"|(?:(?:Words|Text|Story|Interview|Pictures|Photos|Photography|Images)(?: by:?|:) ?{_NAME}[,;|/ ]*){{2}}"
    rf"|[•*—–■●◆▶] ?{_NAME}|[—–-] ?(?:(?:[A-Z]\.){{2,3}}|Ed\.)|le {_NAME}"
    rf"|(?i:by) {_NAME},? (?:of|for) (?i:the )?[A-Z][\w’' -]+|(?i:staff|our) (?i:reporters|correspondents|writers) in {_PLACE}(?: and {_PLACE})?"
    rf"|(?:Reporting|Writing|Editing)(?::| by) {_NAME}[.;,]? (?:Editing|Additional reporting|Research|Photos?)(?::| by) {_NAME}"
    rf"|(?i:(?:sponsored|partner|paid) (?:content|feature|post)|advertis(?:ing|er’s|er's) feature)(?:: .{{3,40}})?"
    rf"|[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{{4,30}}, [A-ZÀ-Þ][a-zß-ÿ’'-]+(?: [A-ZÀ-Þ][a-zß-ÿ’'-]+)?|[—–] ?(?:The )?[A-Z][\w’' ]+ \({_WIRES}\)"
    rf"|[A-Z][\w&’'-]*(?: [A-Z][\w’'-]+)? (?i:news ?desk|news team)|(?:Court|Crime|Business|Political|Health|Education|Local Democracy|Agriculture|Sports?|Features|News|Chief|Senior) (?:Reporter|Correspondent)"
    rf"|(?:(?:Mrs?|Ms|Miss|Dr|Rev|Cllr)\.? (?:{_NAME}|[A-Z][\w’'-]+)|(?:(?:Mrs?|Ms|Miss|Dr|Rev|Cllr)\.? )?(?:[A-Z]\.? ?){{1,2}} ?[A-Z][\w’'-]+(?: \((?:Mrs?|Ms|Miss|Dr)\))?), {_PLACE}"
    rf"|(?:{_NAME}|(?:[A-Z]\.? ?){{1,2}} ?[A-Z][\w’'-]+)(?: \((?:Mrs?|Ms|Miss|Dr)\))?, (?i:by|via) (?i:e-?mail)"
    rf"|{_PERSON} writes|{_NAME}, an? (?:retired )?(?:senior|junior|sophomore|freshman|first-year|graduate student|student|resident|reader|alumn\w+)(?: (?:in|from|of|at) [\w ]{{3,30}})?"
    rf"|(?i:reach|contact|e-?mail|write to) {_NAME} (?:at |on )?[\w.-]+@[\w.-]+"
    rf"|(?i:(?:full )?names?(?: and address(?:es)?)? (?:supplied|withheld|with editor))(?:, {_PLACE})?"
    rf"|[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?: [A-ZÀ-Þ’'-]{{2,}}){{1,2}} and [A-ZÀ-Þ][a-zß-ÿ’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{1,2}}"
    rf"|(?:(?i:by) {_NAME}:? )?{_NAME} contributed|[—–] ?(?:[A-Z]{{3,5}}|Sapa)|{_NAME} reports(?: (?:from|in) {_PLACE})?(?:,? (?i:{_OFFICE}))?|{_PERSON} and {_PERSON} report"
    rf")[.]?$"
)
AUTHOR = late(  # a byline for sure
    rf"^{_MARKS}(?:(?:B[Yy]|[A-Z]\w+ (?i:by)|Words:|Text:|Story:) {_NAME}(?:(?:,? and |, | & ){_NAME})*(?: of (?i:the) [A-Z][\w’' -]+)?"
    rf"|{_NAME}\s?[,|/–—-]\s?(?:[A-Z]\w+ ){{0,2}}(?i:staff|correspondent|reporter|editor|writer|columnist|contributor)s?|{_NAME} ?/ ?(?i:of the) [A-Z][\w’' -]+)(?<![.-])$"
)
CUT_SHORT = late(
    rf"(?:\b(?i:the)|[/|]|\b(?:[Bb]y|[A-Za-z]+:) [A-ZÀ-Þ][\w’'-]+|^{_NAME} (?:and|&))$"
)  # a byline or credit that breaks off in a name
REST = late(r"^[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þa-z][\w’'.-]+)?\)?$")  # of a name
_SERVICE = (
    r"(?:[A-Z][\w’'-]+ ){1,4}(?i:service|initiative|agency|network|bureau|news|press)(?: (?i:reporter|correspondent))?"
)
OFFICE = late(rf"^(?:(?i:{_OFFICE})|{_SERVICE}|(?i:in|at) {_PLACE}|{_AGENCY})$")
MAIL = late(r"^[\w.-]+@[\w.-]+$")
ALSO = late(rf"^(?:and|&) {_NAME}(?:(?:,? and|,|,? &) {_NAME})*$")  # the rest of a byline
_PICTURES = r"(?:photo(?:graph(?:y)?)?s?|pic(?:ture)?s?|images?|illustration|graphic|courtesy)"
_PICTURE = (
    rf"(?:(?i:(?:staff |file |courtesy )?{_PICTURES}(?:s? by|s? courtesy(?: of)?| (?:provided|supplied|taken) by|:|\.| of| ?/) ?(?:the )?)(?:{_NAME}.{{0,30}}|[A-Z].{{1,40}})"
    rf"|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}},? (?i:(?:staff |file )?photo)(?i: by {_NAME}|s? ?/ ?{_NAME}|)"
    rf"|Contributed|Submitted|Supplied|Handout|Screenshot|Provided|{_NAME},? (?i:staff photographer)|{_NAME} via [A-Z][\w ]{{1,20}}"
    rf"|(?i:photo|picture|pic|image)s? ?[|/] ?{_NAME}|(?i:cartoon|map|chart|illustration|graphic)(?i:s? by|:) {_NAME}|© ?{_NAME} \d{{4}}"
    rf"|(?:[A-Z][\w’'-]+ )?(?i:photo): {_NAME}|[A-Z]{{2,5}} (?i:photo)"
    rf"|(?i:submitted|contributed|courtesy|staff|file|handout|archive|provided) (?i:photo(?:graph)?|picture|image)s?|(?i:{_PICTURES} (?:submitted|contributed|supplied|provided))"
    rf"|(?i:{_PICTURES}|handout) (?i:via|from) [A-Z][\w .-]+|Special Arrangement|COURTESY|PROVIDED|SUPPLIED|CONTRIBUTED|HANDOUT"
    rf"|(?i:(?:render(?:ing)?|visuali[sz]ation|artist[’']s impression|video still|screengrab)s?: |source: (?:(?!.* (?:is|was|to|will|has)\b)))\S.{{2,40}}"
    rf"|[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?: [A-ZÀ-Þ.’'-]+){{1,2}} ?[•·] ?[A-Z][A-Z &-]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?i:file|archives?)(?i: photo)?, (?:19|20)\d\d"
    rf"|(?:©|(?i:(?:{_PICTURES} )?credits?):)\s?{_NAME}"
    rf"|(?i:fotos?|fotograf[ií]a|bild)[: ]\s?(?:di |von |de |par )?[A-ZÀ-Þ].{{2,30}}"
    rf"|(?i:getty images|shutterstock|istock(?:photo)?|alamy|unsplash|ap photo|afp photo|epa)"
    rf"|{_PERSON} (?i:for (?:the(?-i: [A-Z][\w ]+)|this (?:news)?paper))|{_PERSON} ?/ ?(?i:(?:staff|file) photo)"
    rf"|{_NAME} ?[/|](?! ?(?:(?!(?i:staff)$)(?i:{_OFFICE})$|(?i:of the)\b)) ?[A-Z][\w .-]+|(?i:ap|pa|reuters|afp|getty|xinhua)\b[ \w]{{0,12}}/.{{2,30}})"
)
CREDIT = late(rf"^(?![Bb][Yy]\b)[~•–—|]? ?[(\[]?{_PICTURE}[)\]]?$")
TAIL_CREDIT = late(
    rf"(?<=[.!?”»])\s+([(]?{_PICTURE}[)]?|{_WIRES}|© ?[A-ZÀ-Þ][\w.’'-]+(?: [\w.’'-]+){{0,3}}|\((?:Foto|Photo|Bild|Pic|Picture)s?:? .{{2,40}}\))$"
)
TAIL_NAME = late(
    r"(?<=[.!?”»])\s+([A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'-]+){1,2}|\([A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+\))$"
)  # of a photographer, in capitals
JUMP = late(
    r"^[►▶▸»]\s*[A-Z][A-Z’'\-]{1,20},?\s*(?i:page )?[A-Z]?\d{1,3}[A-Z]?$"
    r"|^[A-Z][A-Z’'\-]{2,20}[\s,•·|:–—-]+(?:(?i:cont(?:inued|inues|d\.?|\.|’d|'d)?(?: (?:on|to|from))?|from)(?: (?i:page|p\.))?|(?i:page)) [A-Z]?\d{1,3}[A-Z]?$"
    r"|^\W*(?i:read on|more)(?: on|:)? (?i:page |pg\.? ?|p\.? ?)[A-Z]?\d{1,3}$|^[»►▶▸→]+ ?(?i:page |pg\.? ?|p\.? ?)[A-Z]?\d{1,3}$"
    r"|^(?i:(?:read|for|see) more,? (?:on |see |at )?(?:page |pg\.? ?|p\.? ?))[A-Z]?\d{1,3}$"
    r"|^[»>]+ ?[\w’' ]{3,20}, (?i:page |pg\.? ?|p\.? ?)[A-Z]?\d{1,3}$|^(?i:related (?:report|story|stories)s?,? (?:on )?(?:page |p\.? ?))[A-Z]?\d{1,3}$"
    r"|^[A-Z][A-Z’'\-]{2,20} \(from (?:page |p\.? ?)?[A-Z]?\d{1,3}\)$"
    r"|^[A-Z][\w ]{2,20}: (?:[A-Z][\w& ]{2,20} )?[A-H]\d{1,2}$|^[A-Z][\w&]{3,14} [A-H]\d{1,2}$"
    r"|^[\W]{0,3}(?i:(?:full )?story|report|editorial|opinion|obituary|details|more(?: inside)?)(?:[:,]|,? (?i:on|see)) (?i:page|pages|pg\.?|p\.) ?[A-Z]?\d[\w–-]{0,5}$"
    r"|^\S.*[,.;»] ?[A-F]\d{1,2}$"
    r"|^[\s(\[>►▶»«<●■•]*(?i:(?:continued )?from (?:the )?(?:previous|front)(?: page)?$|(?:from|continued from) p\d{1,2}|continued(?: on|,? (?=page)| from)|cont(?:inue|’d|'d|\.)?d?\.? (?:on|from)|(?:please )?(?:go )?to (?:pages?|pg\.?|p\.) ?[A-Z]?\d+(?:,? please)?$|(?:please )?see .{1,40}[,/ ](?:page|pg\.?|back page)?\s*[A-Z]?\d+[A-Z]?|(?:please )?turn to (?:.{1,30}[,/ ])?(?:the )?(?:back page|(?:page |pg\.? ?|p\. ?)?[A-Z]?\d+)|from (?:page [A-Z]?\d+|(?-i:[A-Z])\d+|\d{1,2}[A-Z]?$)|"
    r"(?:jump|story|more)(?: to| on| from|,)? (?:(?:.{0,20}\s)?(?:pages?|pg\.?|p\.)\s*[A-Z]?\d+|(?-i:[A-Z])?\d{1,2}$)|(?:from|on|see .{1,30}) (?:the )?(?:front|back) page|from page one|continued (?:on )?(?:next page|overleaf))[\w ,.’'\-/]{0,30}[)\]>►▶«]*$"
)
JUMP_ABROAD = late(
    r"^\W*(?i:(?:pasa|viene|sigue|contin[uú]a) (?:a|de|en) (?:la )?(?:p[aá]gina|p[aá]g\.?) [A-Z]?\d{1,3}"
    r"|(?:segue|continua|dalla prima|da) (?:a |in |da )?pag(?:ina|\.) [A-Z]?\d{1,3}"
    r"|(?:fortsetzung|siehe|mehr|bericht)(?: dazu)? (?:auf |von )?(?:seite|s\.) ?[A-Z]?\d{1,3}"
    r"|(?:suite|lire|voir)(?: en| notre article)?,? (?:page|p\.) ?[A-Z]?\d{1,3}"
    r"|(?:lees verder|vervolg)(?: op| van)? pagina [A-Z]?\d{1,3})\W*$"
)
_MONTH = r"(?i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[A-Za-z]*\.?"
_DATE = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:{_MONTH} \d{{1,2}},? |\d{{1,2}} {_MONTH},? )\d{{4}}"
_DAY = r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
_PRICE = r"(?:(?:Rs\.? ?|[$£€₹])\d+(?:\.\d\d)?|\d{1,2}(?:p|¢))"
_PAPER = (
    r"(?:The )?(?:[A-Z][\w’'-]+ (?:& |and )?){1,3}(?:(?:Daily|Weekly|Sunday|Evening|Morning) )?(?:News|Times|Herald|Tribune|Gazette|Post|Journal|Chronicle|"
    r"Standard|Star|Echo|Express|Mirror|Globe|Citizen|Guardian|Monitor|Courier|Observer|Examiner|Sentinel|Dispatch|Telegraph|Bulletin|Advertiser|Mercury|Argus|Record|Ledger|Daily|Weekly)"
)
_PAGE = r"(?:(?:[Pp]age |[Pp]g?\. ?)?[A-Z]?\d{1,3}[A-Z]?)"
_SECTION = r"[A-Z]{3,}(?: [A-Z]{3,})?"
_BESIDE = r"[ |·•,/–—-]+"
MASTHEAD = late(
    rf"^{_PAPER}$"
    r"|^(?:THE )?(?:[A-Z’'-]+ (?:& )?){1,3}(?:DAILY|TIMES|HERALD|TRIBUNE|GAZETTE|JOURNAL|CHRONICLE|COURIER|OBSERVER|EXAMINER|SENTINEL|DISPATCH|TELEGRAPH|BULLETIN|ADVERTISER|MERCURY|ARGUS|LEDGER|WEEKLY)$"
    r"|^The (?:Star|Sun|Echo|Mail|Press|Standard|Globe|Mirror|Guardian|Citizen|Reporter|Register|Review|Leader|Banner|Age|Nation)$"
    r"|^(?i:serving|your|the (?:voice|newspaper) of|proudly|published|established|est(?=\.)|founded)\b[\w ,.’'&]{0,40}(?:1[6-9]|20)\d\d$"
)
HANDLE = late(r"^(?:@\w{3,} ?)+$")  # in a network
SITE = late(
    r"^(?:(?i:page) [A-Z]?\d{1,3} )?[a-z\d-]{3,}(?:\.[a-z\d-]+)*\.[a-z]{2,7}(?:/\S*)?$|^[A-Z\d-]{4,}\.[A-Z]{2,7}$"
)
_WEB = r"https?:|www\.|[\w.]+@[\w.]+|\b[\w-]+\.(?:com|cn|net|org|info|news|co\.uk)\b"
ADDRESS = late(r"^(?:(?:e-?mail|web):? ?)?(?:https?:|www\.|[\w.]+@)\S+(?: (?:[^a-z\s]\S*|[\w.]+@\S+|www\.\S+))*$")
IMPRINT = late(
    rf"^(?:\W*(?:\w[\w’'.:-]*\W+){{0,5}})(?:{_WEB})"
    r"|(?i:\b(?:tel|phone|telephone|fax|call|ring|text|news(?:room|desk)|office|hotline|whatsapp|advertising|circulation|classifieds?|subscri\w+)\b\D{0,24}\d[\d ()+-]{4,})"
    r"|^\W*(?i:subscri\w+|classifieds?|circulation|newsroom|advertising|copyright|©|published (?:by|daily|weekly|every)|(?:find|follow|like|visit) us (?:on|at)\b|"
    r"printed (?:by|at|in|on|and)\b|(?:sub-?|news |managing |sports )?editors?(?::| (?-i:[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+$))|to advertise\b|all rights reserved|e-?mail:|tel[.:])"
    r"|^\W*(?i:(?:late|early|final|first|second|city|morning|evening)(?: city)? edition)\W*$|(?i:\bpublished (?:weekly|daily|monthly|for the)\b|\bis (?:bound|regulated) by the\b|^\W*[\w ]{2,24}\? .*\d{3}-?\d{4,}\W*$)"
    r"|(?i:\beditor|desk|hotline): ?\+?\d[\d -]{5,}|^(?i:design|layout|copy|adviser|advisor|graphics)(?: by|:) [A-Z][\w’'-]+ [A-Z][\w’'-]+$"
    r"|^(?:TODAY|TONIGHT|TOMORROW|TIDES?|SUN|MOON|[A-Z]{3,6}DAY): .*(?:\d ?[-–] ?\d|\d ?°|(?i:\bhigh|\blow|sunny|shower|\brain|cloud|snow|\d ?[ap]m\b))"
    r"|^\W*(?i:contact us|how to (?:reach|contact) us|today[’']s weather|index|advertise?ments?|deadline:? .*\d.*)\W*$|^(?i:members?,? (?:of )?(?:the )?(?:associated press|audit bureau))"
    r"|^(?i:(?:today|tonight|tomorrow): .*\d\d|weather:? .{0,20}\d\d)|(?i:\bhigh:? \d+\W+low:? \d+)|^(?:Page )?(?:[Dd]esigned|[Pp]roduced|[Pp]aginated) by [A-Z][\w’'-]+ [A-Z][\w’'-]+$"
    r"|\bISSN\b|^© ?\S|^\W*(?i:we (?:abide|are bound|are regulated) by\b)"
    r"|[•|·] ?(?:\+\d|\(?\d{3})[\d ()+-]{4,}$|Printed (?:at|in|by|and)\b|\b[Ee]dited by [A-Z]"
    r"|^\W*(?i:price|only|daily|sunday|weekend)?\W*(?:[$£€]\s?\d{1,2}(?:[.,]\d\d)?|\d{1,2} ?(?:¢|(?i:cents|pence)|p))(?: (?i:daily|weekdays|sundays?|where sold|incl?\.? (?:tax|gst|vat)))?\W*$"
    r"|^(?:(?i:(?:sub-?|news |sports |city |managing )?editor) [A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+[ |·•,]*){2,4}$|^\W*(?i:(?:weekend |today[’']s |five-day )?forecast:)|(?i:\bt[eé]l[.:] ?\+?\d)"
)
PRINTER = late(
    r"^Print(?:ed|ing) and publish(?:ed|ing) by [A-Z]|^(?:Print|Publish)ed by [A-Z][^.]*(?:Ltd|Limited|Inc|LLC|PLC|Co|Press|Group)\b"
    r"|\bUSPS \d|\b(?i:postmaster): |\bis a member of the (?:[A-Za-z]+ ){0,2}(?:Press|Newspaper)|^(?:https?:|www\.)\S+ (?i:find|follow|like|join|visit) us\b"
)
SECTIONS = late(  # with the number of the page
    r"^(?:\d{1,3} )?(?i:(?:(?:local|world|national|regional|city|home|foreign) )?(?:news|sports?|business|opinion|comment|letters|features?|lifestyle|life|arts|culture|money|"
    r"world|nation|region|metro|classifieds?|television|health|travel|food|education|politics|entertainment|obituaries|community))(?: \d{1,3})?(?<=\d)$"
    r"|^\d{1,3} (?i:news|sports?|business|opinion|comment|letters|features?|lifestyle|life|arts|culture|money|world|nation|region|metro|classifieds?|health|travel|community)$"
)
_LOWER = late(r"\b[a-z]{2,}\b")
PROSE = 2  # words in lower case, at least: running text
MOST = 9  # words of an imprint, at most
HEAD = late(  # of a page: a date with whatever names, numbers and sections; or the paper with either of the last
    rf"^(?=.*(?:{_DATE}|{_DAY}))(?:(?:{_DATE}|{_DAY}|{_PRICE}|\d+ pages|{_PAGE}|[A-Z][\w’'-]+|&|www\.\S+)(?:{_BESIDE}|$)){{1,12}}$"
    rf"|^(?:(?:{_PAGE}|{_SECTION}){_BESIDE}){{1,2}}{_PAPER}$"
    rf"|^{_PAPER}(?:{_BESIDE}(?:{_PAGE}|{_SECTION})){{1,2}}$"
)
FOLIO = late(
    r"(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{0,4}\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? (?:19|20)\d\d$"
    r"|^(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:19|20)\d\d$"
    r"|^\S.{0,40}?\s?\.{4,}\s?[A-Z]?\d{1,3}$"
    r"|^\d{1,2}/\d{1,2}/\d{4}$|^[|•·–—-]? ?(?:page|section|pg?\.?)? ?[A-Z]?\d{1,3}[A-Z]?$|^\W{0,4}(?:page )?\d{1,3} of \d{1,3}\W{0,4}$|\bvol(?:ume)?\.? ?(?:\d|(?-i:[IVXLC]+)\b)|^(?:[\w’']+\W+){0,3}(?:no\. ?|issue )[\d,]+\W*$|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? \d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{4})?$|^section [a-h]$|^[a-h]-\d{1,2}$|^(?:week|wk)\.? \d{1,2}$|^week of [a-z]{3,9}\.? \d{1,2}$|^(?:no\.|issue|vol\.?) ?\d[\d,]*\W+[a-z]+ \d{4}$|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:19|20)\d\d)"
)


def jump(text: str) -> bool:
    """Does the line point to another page?"""
    return JUMP.match(text) is not None or JUMP_ABROAD.match(text) is not None


def signed(text: str) -> bool:
    """Is the line a byline?"""
    return BYLINE.match(text) is not None or (STATIONED.match(text) is not None and _given(text.split(" ")[0]))


def own(text: str) -> bool:
    """Is the line nothing but an address of the paper, or its printer's?"""
    return any(form.match(text) for form in (SITE, ADDRESS, MAIL)) or PRINTER.search(text) is not None


def imprint(text: str) -> bool:
    """Is the line one of the paper's own: who makes it, where to reach it, what it costs? Running text names such things, too, but
    in longer lines, and goes on in lower case."""
    if own(text) or HANDLE.match(text):
        return True
    return IMPRINT.search(text) is not None and len(text.split()) <= MOST and not text[0].islower()


def folio(text: str) -> bool:
    """Does the line number a page or an issue, or date it? A date in running text stands among words in lower case."""
    return SECTIONS.match(text) is not None or (FOLIO.search(text) is not None and len(_LOWER.findall(text)) < PROSE)


def office(text: str) -> bool:
    """Is the line the office of someone named above it, the paper or where they write from, or does it name one more?"""
    return any(form.match(text) for form in (OFFICE, MASTHEAD, ALSO, MAIL))


def cut_short(above: str, below: str) -> bool:
    """Does a byline or credit break off in a name, and the next line hold the rest?"""
    return CUT_SHORT.search(above) is not None and REST.match(below) is not None


def names(text: str) -> bool:
    """Is the line nothing but a name or two, and where they are from?"""
    m = NAMES.match(text)
    return m is not None and _given((m[1] or m[2]).split(" ")[0])


def _given(name: str) -> bool:
    return name in given_names() or (name.isupper() and name.title() in given_names())


@cache
def given_names() -> frozenset[str]:
    """First names of Europe, the Americas and others who write in Latin script; none that is a place or a common word."""
    return frozenset(name for row in rows("given-names.txt") for name in row.split())
