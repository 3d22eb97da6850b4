"""The forms that small print takes in any newspaper: bylines, credits, folios, jump lines, editors' lines.

These are forms, not papers: an office and a name, a date and a page number, "continued on page". A line is matched as
a whole, so running text that mentions a reporter is none.
"""

import re
from functools import lru_cache

from ocrfix import english
from ocrfix.late import late

SURNAMES = frozenset(
    "诸諸傅于於瀋王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘蒋蔣蔡余杜"
    "叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱"
    "錢严嚴覃武戴莫孔向汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮纪紀梅"
    "童凌毕畢单單裴霍涂成苗谷盛曲冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚"
    "娄婁窦竇戚岑景党党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明金殷詹"
    "柯季翁洪佘池查麻苑迟遲邝鄺封谈談匡鞠惠荆荊乐樂冀郁胥南班储儲原栗燕楚鄢劳勞谌諶奚皮粟冼蔺藺楼樓闻聞厉厲伊仝郜阚闞花帅帥屠豆朴盖蓋练練"
    "赖賴游廉禹井祖漆巴卿狄平索晋晉敬扈晁芮阙闕浦戈伏鹿薄邸雍辜羊阿乌烏母裘亓修邰"
)
_HAN = "\u4e00-\u9fff"
_NAME = rf"[{_HAN}]{{2,4}}"
_PAPER = rf"(?:[{_HAN}]{{1,8}}(?:[报報社刊网網台臺端]|[媒][体體]|中心))"
_DESK = (
    rf"(?:{_PAPER}|首席|[学學]生|小|[热熱][线線]|值班|全媒[体體]|特[约約派]|[实實][习習]生?|[见見][习習]|[资資]深|本?[报報社台]?[驻駐][{_HAN}]{{1,3}}|"
    r"[专專]刊|[专專][栏欄]|[综綜]合|[体體]育|[财財][经經]|[专專]稿)"
)
_OFFICE = (
    rf"(?:{_DESK}{{0,3}}(?:[记記]者|通[讯訊][员員]|[评評][论論][员員]|特派[员員]|[实實][习習]生|[摄攝]影(?:[记記]者|[报報][道導])?|撰文|撰稿人?|作者|作家|[编編][辑輯译譯]|策[划劃]|[统統][筹籌]|"
    r"采[写寫]|(?:企[划劃])?[采採][访訪]|[访訪][谈談]人?|企[划劃]|[图圖]片|供[图圖]|供稿|文字|文|[图圖]|[摄攝]|[绘繪][图圖]?|[译譯]|整理|[报報][道導]|口述|[讲講]述|[独獨]家[报報][道導]|[执執][笔筆]))"
)
_SEP = r"[\s　、，,/／｜|·・:：&＋+◎‧]*"
_NAMES = rf"{_NAME}(?:[\s　、，,/／·・]+{_NAME}){{0,4}}"
_MARKS = r"[\s\u2500-\u27bf\u2b00-\u2bff〓㊣※·•‣»›¶§＊—–~～@©®*|/／\-]*"
_NUM = r"[0-9０-９一二三四五六七八九十百〇零]"
BYLINE = late(
    rf"^{_MARKS}(?:【本[报報][讯訊]】)?[（(【\[〔]?\s*(?:"
    rf"(?:{_OFFICE}{_SEP}(?:{_OFFICE}{_SEP})?{_NAMES}{_SEP})+(?:{_OFFICE}|[{_HAN}]{{2,4}}(?:[报報][导導道]|[电電]))?"
    rf"|{_NAMES}[\s　]*[／/]?[\s　]*(?:{_OFFICE}|[{_HAN}]{{0,4}}[报報][导導道]|[专專][栏欄])(?:[／/\s　]*{_OFFICE})*"
    rf"|{_OFFICE}(?:[／/、\s]*{_OFFICE})*{_SEP}{_NAMES}|{_NAMES}[\s　]+{_OFFICE}[\s　]+{_NAMES}"
    rf"|(?:{_NAMES}[／/]{_OFFICE}[\s　]*)+"
    rf"|[{_HAN}·・、—－-]{{1,18}}[记記]者[\s　]+{_NAMES}|(?:{_NAME}[\s　]*(?:文|[图圖]|[摄攝])[\s　]*){{2}}"
    rf"|(?:本版|本[组組]|稿件){_OFFICE}{_SEP}(?:{_OFFICE}{_SEP})?{_NAMES}|主[笔筆][\s　:：]*{_NAMES}|[{_HAN}]{{1,8}}[一二三四五六七八九十]中[\s　]+{_NAME}"
    rf"|[{_HAN}]{{2}}[记記]者{_NAMES}[／/]\s*[{_HAN}]{{2,4}}[报報][导導道]"
    rf"|(?:{_OFFICE}{_SEP})?{_NAMES}[／/]\s*[{_HAN}]{{2,5}}(?:[－—·-][{_HAN}]{{2,6}})?\s*(?:{_NUM}{{1,2}}\s*日\s*)?(?:[报報][导導道]|[外专專]?[电電])"
    rf"|(?:本[报報])?[记記]者[{_HAN}]{{4,8}}[报報][导導道]"
    rf"|{_NAMES}[／/]\s*[{_HAN}]{{0,5}}(?:[报報][导導道]|[讯訊电電]|[连連][线線]|[专專][访訪题題]|特[稿写寫]|[综綜]合)"
    rf"|[{_HAN}〇\d]{{1,12}}(?: \d{{1,2}} )?(?:校|[学學]院|大[学學]|系|[厂廠]|[级級班]|局|[医醫]院|公司|研究所|中心|[处處部科室]|[学學]生[会會]|[集社][团團]|校友)[\s　]+{_NAME}(?:[\s　、]+{_NAME}){{0,2}}"
    rf"|[{_HAN}]{{2,12}}[（(][一二三四五六七八九\d]{{1,2}}[）)]班\s+{_NAME}"
    rf"|[{_HAN}]{{1,14}}(?:[医醫]?[师師]|[书書][记記]|教授|主任|[院校局市县縣区區][长長委]|[医醫健]院|[联聯]|[协協][会會]?|[发發]改委|研究[员員])\s+{_NAME}"
    rf"|(?:[{_HAN}]{{2}}／{_NAME}(?:[医醫][师師]|教授|博士|律[师師])?\s*){{2}}"
    rf"|(?<=[◎●■◆□○▲])[\s　]*[{_HAN}]{{3,12}}[\s　]+{_NAME}|(?<=[◎●■◆□○▲] )[{_HAN}]{{3,12}}[\s　]+{_NAME}"
    rf"|{_NAMES}[\s　]+本[报報刊台社]?[{_HAN}]{{2,6}}[员員]|(?:健康|[财財][经經]|政治|生活|地方|文教|社[会會]|[体體]育|影[剧劇]|科技|[医醫][药藥]|教育|法治|[时時]政|[经經][济濟]|文化)[记記]者{_NAME}"
    rf"|[\[［〔][{_HAN}]{{1,2}}[\]］〕][\s　]*{_NAMES}(?:[\s　]*文)?(?:[\s　]+{_NAME}[\s　]*[译譯])?"
    rf"|作者[单單]位[:：].{{0,16}}?{_NAME}"
    rf")\s*[）)】\]〕]?$"
)
WRITTEN = late(
    rf"^{_MARKS}(?:文字?|[撰图圖]文|文[图圖]|口述|整理)[\s　]*[/／|｜丨][\s　]*[\w\s（）()：:、·/／]{{2,24}}$"
)
LETTER = late(  # what a reader's letter, or a text that was taken over, is signed with
    rf"^{_MARKS}(?:(?:[读讀]者|[网網]友|[{_HAN}]{{2,4}}／|[{_HAN}]{{2,6}}(?:[组組部科室站处處]|社[区區]|街道|[村乡鄉镇鎮])\s+)(?P<signed>[{_HAN}]{{2,3}}(?<![村镇鎮乡鄉区區县縣市路街]))"
    rf"|(?P<name>[{_HAN}]{{2,3}})[（(](?:[{_HAN}]{{2,6}}[，,][{_HAN}]{{2,8}}|寄自[{_HAN}]{{2,6}}|作者[系为為是][^）)]{{2,24}}|[{_HAN}\d]{{2,10}}班|[{_HAN}]{{2,12}}(?:理事|秘[书書][长長]|[会會院处處局部][长長]|主任|教授|研究[员員])|[{_HAN}]{{1,5}}[市县縣区區镇鎮乡鄉村里路街]"
    rf"|(?![左右前后後中上下图圖])[{_HAN}]{{2,3}}|[{_HAN}]{{1,5}}(?:撰稿人|教[师師]|[学學]生|作家|[读讀]者|[职職]工))[）)]"
    rf"|[{_HAN}]{{2,4}}(?:中心|[组組])[／/](?:[综綜]合|[连連][线線]|[专專][题題])?[报報][导導道]|[编編][译譯](?:中心|[组組])?(?P<author>[{_HAN}]{{2,3}})"
    rf"|[（(]作者[系为為是][^）)]{{2,30}}[）)]|[（(]?(?:摘自|[原][载載]于?|[选選]自|[转轉](?:[载載])?自)《[^》]{{2,14}}》[）)]?"
    rf"|[（(]?(?![{_HAN}]*(?:[负負][责責]|[联聯][系繫]|代表|申[请請]|[经經][办辦]|[发發]行|[被原]告))[{_HAN}]{{1,7}}[人师師者员員生][:：][\s　]*(?P<person>[{_HAN}]{{2,3}})[）)]?"
    rf"|(?P<reader>[{_HAN}]{{2,3}})[，,](?:\d{{4}}[级級])?[{_HAN}]{{1,6}}(?:[学學究]生|[师師]|工人|[职職][员員工]|[农農]民|主[妇婦])|(?:孝[男女]|[护護][丧喪]妻|未亡人)[{_HAN}]{{2,4}}(?:率眷)?(?:[泣敬][启啟告])?"
    r"|[（(](?:本[报報])?[综綜]合[）)]|(?:本[报報])?[综綜]合(?:[报報][道導导]|消息|[讯訊])|[综綜]合新[华華]社[电電]?"
    r"|一[位名](?:[老热熱心]{0,2})(?:[读讀]者|[网網]友|街坊|市民|居民|[学學]生家[长長])"
    rf"|[据據]《[^》]{{2,12}}》|[据據][{_HAN}]{{2,10}}(?:[报報][道導导]|消息|新[闻聞]|[网網社报報]|[电電][讯訊]?|客[户戶]端)"
    rf"|[（(](?:[综綜]合)?(?:[据據]|[来來]源[:：])[{_HAN}]{{2,14}}[）)])$"
)
# A credit says who took or gave a picture, or where it comes from.
_TAKEN = r"(?:[翻拍][摄攝]|[摄攝](?:影|于[^。]{2,8})?|供[图圖]|提供|[图圖]|[绘繪]|[现現][场場][图圖]片)"
_SOURCE = r"(?:(?:[摄攝]影|[图圖照]片?(?:[来來]源)?|供[图圖]|[图圖]源)[:：/／◎‧]|[图圖照]片由|[摄攝]影[\s　])"
_AGENCY = r"(?:新[华華]社|中新社|[法塔欧歐]新社|路透社?|美[联聯]社|共同社|中央社|[视視][觉覺]中[国國]|[东東]方IC|IC|CFP|VCG|AFP|AP|EPA|CNSPHOTO)"
AGENCY = late(rf"^[（(]?{_AGENCY}[）)]?$")
_PICTURE = (
    rf"(?:(?:《[^》]{{1,14}}》[\s　]*|[{_HAN}]{{2,8}}[团團社][\s　]+)?(?:{_OFFICE}{_SEP})?{_NAMES}{_SEP}(?:{_TAKEN}|[摄攝]影[报報][导導道])"
    rf"|[{_HAN}]{{2,12}}(?:[处處部科办辦局馆館院校]|中心|公司|集[团團])(?:供[图圖]|提供|[图圖]片)"
    rf"|{_SOURCE}[\s　]*(?:{_OFFICE}{_SEP})?[{_HAN}]{{2,8}}(?:[\s　、]{_NAMES})?{_TAKEN}?"
    rf"|[{_HAN}]{{0,8}}(?:[资資]料|[档檔]案|[网網][上络絡]|新[华華]社|[视視][觉覺]中[国國])(?:[图圖照]片|[图圖照])"
    rf"|[据據][{_HAN}]{{1,8}}(?:社|[网網]|[报報]|新[闻聞]|客[户戶]端)(?:[电電]|消息|[报報]道)?|AI[制製生绘繪][图圖成]|[视視][频頻](?:截[图圖]|[画畫]面)"
    rf"|{_AGENCY}[发發]?[（(]{_NAMES}[\s　]*[摄攝][）)]|[漫插][画畫][/／:：]{_NAME}|{_NAME}[\s　]*[/／\s　][画畫书書]"
    rf"|本?[组組]?[图圖照]片?由{_NAME}提供|(?:[图圖照]片?[／/])?翻[摄攝]自[{_HAN}]{{2,8}}|{_AGENCY}(?:[资資]料)?(?:照片?|[图圖]片)|(?:漫[画畫]|插[图圖畫画]|制[图圖])[\s　:：]+{_NAME}"
    rf"|{_AGENCY}|{_AGENCY}[\s　/／]*(?:[发發供][图圖]?|[图圖]片?|供稿)|IC ?photo"
    rf"|[{_HAN}]{{2,6}}[社供者][图圖发發]?供?[图圖]|[{_HAN}]{{2,6}}提供[图圖照]片"
    rf"|[{_HAN}]{{2,6}}[社国國][发發]?[（(／/][{_HAN}]{{2,6}}{_TAKEN}?)"
)
CREDIT = late(rf"^{_MARKS}[（(【\[]?\s*{_PICTURE}(?:[\s　，,、]+{_PICTURE})?\s*[）)】\]]?[。]?$")
JUMP = late(
    rf"^[\s（(【\[▶▲►▼■>→<＜《«]*(?:未完，?(?:待[续續])?)?[紧緊文]?[上下]?[转轉接续續刊]{{1,2}}[自至]?(?:[A-Z]\d{{1,2}}|第?\s*[A-Z]?{_NUM}{{1,3}}\s*[版页頁]|[头頭末封][版底面])[）)】\]▶►>]*$|"
    rf"^[\s（(【\[▶▲►■>→]*(?:[紧緊]?[上下]?[转轉接][自至]?\s*(?:本[报報])?[第]?\s*[A-Z]?{_NUM}{{1,3}}\s*[版页頁]?[^。，]{{0,8}}|[详詳][见見].{{0,12}}[版页頁]|[更多相关關文报報道全评評论論社内內容请請详詳情]{{2,6}}[见見刊].{{0,6}}[版页頁])[）)】\]▶►>]*$"
)
_DATE = rf"(?:(?:中[华華])?民[国國]\s*)?(?:{_NUM}{{2,4}}\s*年\s*)?{_NUM}{{1,3}}\s*月\s*{_NUM}{{1,3}}\s*[日号號]"
_PAGE = rf"(?:第\s*[A-Z]?{_NUM}{{1,3}}\s*[版页頁叠]|[A-Z]?\d{{1,3}}[版页頁]?)"
_DAY = rf"(?:{_DATE}|\d{{4}}[-./·]\d{{1,2}}[-./·]\d{{1,2}}|(?:星期|[周週]|[礼禮]拜)[一二三四五六日天])"
_MOON = r"[农農][历曆][甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|(?:[农農][历曆])?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?[正一二三四五六七八九十冬腊臘闰閏]{1,3}月[初十廿卅一二三四五六七八九]{2,3}(?:\s*(?:立[春夏秋冬]|[春秋]分|[夏冬]至|雨水|[惊驚][蛰蟄]|清明|[谷穀]雨|小[满滿]|芒[种種]|[小大][暑雪寒]|[处處]暑|[白寒]露|霜降))?"
_PAPERS = rf"[{_HAN}]{{1,8}}(?:[报報]|[周週月][刊])"
_SECTION = rf"[{_HAN}]{{2,4}}(?:[·・/／][{_HAN}]{{2,4}})?(?: [A-Z][A-Za-z]+)?"
HEAD = late(  # of a page: the paper, or a date, with a page, or both with sections beside them
    rf"^(?=.*(?:{_PAPERS}|{_DAY})(?:\W|$))(?=.*(?:{_PAGE}|{_DAY})(?:\W|$))"
    rf"(?:(?:{_PAPERS}|{_DAY}|{_PAGE}|{_SECTION}|[A-Z]{{2,}}(?: [A-Z]{{2,}})?)(?:[\s　|｜·•—–-]+|$)){{2,7}}$"
)
FOLIO = late(
    rf"{_DATE}.{{0,6}}(?:星期|[周週礼禮]|[农農]|第|[总總]|\d)|(?:星期|[礼禮]拜|[周週]){_NUM}*[一二三四五六日天]|^第?\s*[A-Z]?\d{{1,3}}\s*[版页頁叠]|^[A-Z]?\d{{1,3}}\s*$|^第[一二三四五六七八九十]{{1,3}}[版叠]$|^{_DAY}$|^{_MOON}$|[A-Z]?\d{{1,2}}\s*[版页頁]$|^[A-Z]?\d{{1,2}}\s+[{_HAN}]{{2,4}}(?:[·・/／][{_HAN}]{{2,4}})?$|^[{_HAN}]{{2,4}}(?:[·・/／][{_HAN}]{{2,4}})?\s+[A-Z]?\d{{1,2}}$"
    rf"|^(?:[^。，、；]*[{_HAN}]{{4}}[^。，、；]*)[\s　…·.][A-H]\d{{1,2}}版?$"  # points to another story
    rf"|[总總]第\s*{_NUM}+|第\s*{_NUM}+\s*[期号號]|{_NUM}{{4}}\s*年\s*{_NUM}{{1,2}}\s*月\s*{_NUM}{{1,2}}\s*日$"
)
IMPRINT = late(
    r"(?:[责責]任?[编編][辑輯]?|[编編][辑輯审審]|校[对對检檢]|版式|[图圖]编|核稿|值班编委|美[编編术術]|[组組]版|[审審][读讀校核签簽]|[值执執]班|[总總][编編]|主[编編任]|[监監]制|[设設][计計]|照排|制[图圖作])\s*[:：／/　 ]"
    r"|(?:[电電][话話]|[传傳]真|[网網]址|[地社]址|[广廣]告|[订訂][阅閱])(?=.*\d|[\s　:：/／]|$)|[热熱专專][线線](?=.*\d|[:：/／]|$)|(?:[邮郵](?:政)?[箱编編][码碼]?|[邮郵][发發]代|(?:零售|[定售])[价價]|[刊][号號]|CN\s?\d|ISSN|印刷(?:[:：]|[厂廠])|[一二三终終][审審][\s　:：]|[投稿][信箱邮郵])"
    r"|https?:|www\.|[\w.]+@[\w.]+|\b[\w-]+\.(?:com|cn|net|org)\b|(?i:t[eé]l[.:]|e-?mail)"
    rf"|^\W*[{_HAN}]{{0,6}}(?:[部台室]|[爆报報]料|投[诉訴]|[咨諮][询詢]|[订訂](?:[报報]|[阅閱])|[广廣]告|[发發]行|[采採][访訪]|新[闻聞])[{_HAN}]{{0,4}}[\s　:：]*\d[\d-]{{6,}}$"  # whom to ring
)
EDITED = late(
    rf"^[{_HAN}]{{0,3}}[编編][辑輯][\s　:：/／]+{_NAME}(?![{_HAN}])"
    rf"|^\W*(?:主[编編]|[统統][筹籌]|[责責][编編]|一[读讀])[\s　:：/／]+{_NAME}[\s　]+(?:[编編][辑輯]|校[对對]|美[编編]|版式|二[读讀]|[审審][读讀校核])"
)
NOTICE = late(  # to readers
    r"^[^。]{0,4}(?:[欢歡]迎|敬[请請])(?:[关關]注|投稿|[订訂][阅閱]|[来來]稿|[赐賜]稿|[扫掃])|[扫掃][码碼描].{0,10}(?:[关關]注|二[维維][码碼]|[阅閱][读讀]|[观觀]看|[下][载載])"
    r"|[扫掃][码碼](?:[即可][可以]?)?(?:查?看|[获獲]取)|(?:微博|微信|[众眾][号號]|抖音|客[户戶]端|[视視][频頻][号號])[:：@＠]|\d\s*[℃°].{0,4}[~～—–\-至].{0,4}\d\s*[℃°]|^(?:今[日天])?天[气氣](?:[预預][报報])?[:：\s]\s*(?:[晴阴陰]|多云|多雲|[小中大暴雷][阵陣]?[雨雪])"
    r"|(?:[来來]|投|[赐賜])稿(?:[请請]|[须須]|信箱|[邮郵]|[热熱])|版[权權]所有|翻印必究|不得[转轉][载載]|印[装裝][质質]量|[内內]部[资資]料|每份.{0,6}元$|稿[费費酬].{0,16}(?:[电電]|[联聯]系|[报報]酬)|[众眾][号號][:：]|[请請][拨撥]\s*\d|[QＱ]{2}群?[:：]?\s*\d{5}|[读讀]者群[:：]|文[责責]自[负負]|[扫掃]描?二[维維]|^出版日期|^[审審]稿[:：]|^今日天[气氣]|^[来來]信[请請]|[欢歡]迎[来來][电電信]|[内內]容[仅僅]供[参參]考|遵[医醫][嘱囑]|^(?:爆料|[报報]料|投[诉訴]|[热熱][线線])(?:[请請][拨撥]|[电電][话話]|[热熱][线線])"
    r"|\d\s*[~～—–\-至]\s*[-－]?\d+\s*[℃°]|(?:主管主[办辦]|[机機][关關][报報])$|^(?:主[办辦管]|承[办辦印]|[协協][办辦]|出版|督印人|[发發]行人|社[长長址]|(?:本[报報])?法律[顾顧][问問]|[准準]印[证證](?:[号號])?)[单單]?位?[:：\s　]|(?:股市|投[资資]|市[场場]|理[财財])有[风風][险險]"
)
MASTHEAD = late(
    rf"^[{_HAN}]{{1,7}}(?:[日晚晨早午][报報刊]|[周週][报報刊]|[商学學時时工][报報]|(?:都市|青年|工人|[农農]民|法[制治]|生活|[经經][济濟]|[电電][视視])[报報]|[导導月]刊|[导導公][报報])(?:\s*[A-Z]?\d{{1,3}}|\s*[·・|｜]\s*{_SECTION})?$"
)
RUBRIC = late(  # over briefs
    rf"^[{_HAN}]{{0,4}}(?:[简簡短快微][讯訊]|[简簡]明新[闻聞]|速[览覽递遞读讀]|快[报報递遞读讀線线拍]|播[报報]|集[纳納锦錦萃]|要[闻聞]|[传傳]真|[导導][读讀]|要目|[简簡][报報]|短波|[动動][态態]|[扫掃]描|"
    rf"点[击擊]|(?:一句[话話]|微|一分[钟鐘])新[闻聞]|新[闻聞]集[装裝]箱|三言[两兩][语語])$|"
    r"^(?:[0-9０-９一]+(?:秒|分[钟鐘])[读讀][报報])$|"
    r"^(?i:(?:[\w’'.&]+ ){0,3}(?:in (?:brief|short)|briefs?|briefly|digest|round-?up|blotter|notebook|bulletin|noticeboard|happenings|calendar)"
    r"|around (?:the )?[\w’']+|short takes|quick hits|(?:news )?briefing|news ?(?:wrap|line|desk)|snippets|jottings|nuggets|tidbits|sidelines"
    r"|(?:police|fire|court|crime|sheriff['’]s) (?:log|beat|report|watch|calls)|(?:village|town|parish|district|church|club|community|school|county) (?:news|notes|diary|pump|voice|crier|notices)"
    r"|(?:the )?week (?:ahead|in review))$"
)
TAIL_CREDIT = late(
    rf"(?<=[。！？”』」.!?])[\s　]*([（(]?(?:{_PICTURE}|(?:{_OFFICE}{_SEP})+{_NAMES}(?:[\s　]*[摄攝]影?)?|{_NAMES}[\s　/／]*[摄攝]影[报報][道導])[）)]?)$"
)


LONGEST = 90  # characters of small print
_TOLD = late("[记記]者|通[讯訊]|[。，]")  # by whom a story is, or a story
IMPRINTS = 3  # forms of an imprint that a long line shows, at least, to be one
REMEMBERED = 10_000  # lines
# A character that no line of the kind is without tells most lines apart at a glance.
_LATIN = late("[A-Za-z]")
_HANS = late(f"[{_HAN}]")
_JUMPS = late("[转轉接见見刊续續]")
_PICTURES = late("[摄攝影供图圖绘繪社國国照据據画畫书書频頻透]")
_OFFICES = late(
    "[筹籌划劃者员員生影撰稿编編采图圖文摄攝绘繪译譯理报報述执執栏欄家访訪电電讯訊特综綜校院学學系厂廠级級班局司所心师師书書授任联聯协協委长長究处處部科室会會团團友线線连連]"
)
_RUNNING = late("[，。；]")
_DATES = late(r"[月期拜周週版页頁叠第年]|^[A-Z]?\d{1,3}(?:\s|$)|[\s….·][A-Z]?\d{1,2}$|^\d{4}\W")
_NUMBERS = late(r"\d|第")
_KEEPERS = late(
    "[来來]源|[局署馆館]|[A-Z]{2}|[视視][频頻]|[东東]方|路透|[资資]料|[档檔]案|[网網]|[社国國中]|提供|供[图圖]"
)
_NO_NAME = late(
    rf"{_DESK}{{0,3}}(?:[记記]者|[实實][习習]生|通[讯訊][员員]|[评評][论論][员員]|特派[员員]|作者|作家|[编編][辑輯译譯]|[采採][访訪]|[图圖]片|整理|撰[文稿]|[摄攝]影|[报報][导導道])|[^{_HAN}]"
)
_SIGNED = late(
    r"(?:[记記]者|通[讯訊][员員]|作者)[\s　:：、/／]|[\s　/／][摄攝]"
)  # names, pen names among them, follow or stand before
_WRITTEN = late("文[/／]|[/／]文|(?<![摄攝]影)[报報][导導道]|撰")


def small_print(text: str) -> str:
    """What small print the line is: byline, credit, jump, folio, imprint, or "" for none (as yet)."""
    return _small_print(text) if len(text) <= LONGEST else ""


@lru_cache(REMEMBERED)
def _small_print(text: str) -> str:
    n = len(text)
    latin = _LATIN.search(text) is not None
    if (_JUMPS.search(text) and JUMP.match(text)) or (latin and english.jump(text)):
        return "jump"
    if _PICTURES.search(text) and CREDIT.match(text) and not _WRITTEN.search(text) and _gives(text):
        return "credit"
    if latin and english.CREDIT.match(text):
        return "credit"
    if EDITED.match(text) or (_HANS.search(text) and len(IMPRINT.findall(text)) > 1 and not _TOLD.search(text)):
        return "imprint"
    if n <= 20 and RUBRIC.match(text):
        return "rubric"
    if (_OFFICES.search(text) and _written(text)) or (latin and english.signed(text)):
        return "byline"
    if (n <= 60 and (IMPRINT.search(text) or NOTICE.search(text))) if _HANS.search(text) else english.imprint(text):
        return "imprint"
    if n > 60 and len(IMPRINT.findall(text)) >= IMPRINTS and "。" not in text:
        return "imprint"
    if (
        n <= 20
        and (m := LETTER.match(text))
        and all(is_name(m[k]) for k in ("signed", "name", "author", "person", "reader") if m[k])
    ):
        return "byline"
    if n <= 40 and (MASTHEAD.match(text) or (latin and english.MASTHEAD.match(text))):
        return "masthead"
    if n <= 80 and _NUMBERS.search(text) and ((latin and english.HEAD.match(text)) or HEAD.match(text)):
        return "folio"
    if n <= 45 and (
        (_DATES.search(text) and FOLIO.search(text) and not _RUNNING.search(text)) or (latin and english.folio(text))
    ):
        return "folio"
    return ""


def _written(text: str) -> bool:
    """Does a Chinese line say who wrote, and nothing else?"""
    return (BYLINE.match(text) is not None and _names(text)) or WRITTEN.match(text) is not None


def _names(text: str) -> bool:
    """Are there names beside the offices, or nothing? "Editors' picks" and "news in pictures" are titles of columns."""
    words = _NO_NAME.sub(" ", text).split()
    return not words or any(map(is_name, words)) or _SIGNED.search(text) is not None


def _gives(text: str) -> bool:
    """Does the credit name a person, or who gave the picture or keeps it?"""
    return _names(text) or _KEEPERS.search(text) is not None


UNFINISHED = late(r"(?:[记記]者|通[讯訊][员員]|[实實][习習]生|[摄攝]影|撰文)$|[（(][^）)]*$")


def unfinished(text: str) -> bool:
    """Does a byline or credit break off before a name, or in brackets?"""
    return UNFINISHED.search(text) is not None


_BEGUN = late(rf"^{_MARKS}[（(]?(?:本[报報刊社台]|{_DESK}){{0,2}}(?:(?:[记記]者|通[讯訊][员員])(?:[\s　]*[{_HAN}])?)?$")
_VERB = late(rf"^[{_HAN}]?[\s　]*{_TAKEN}[）)]?[。]?$")


def hangs_over(above: str, below: str) -> bool:
    """Is a credit broken behind its office, in the name or before it says what was done: 本报 | 记者 王明 摄, 记者 王明 | 摄?"""
    office = _BEGUN.match(above) is not None and _HANS.search(above) is not None
    return office or (_VERB.match(below) is not None and small_print(above) in ("byline", "credit"))


def aside(text: str) -> bool:
    """Is the line surely no text of an article: a jump line, or one that names an editor?"""
    return small_print(text) == "jump" or EDITED.match(text) is not None


def print_of(text: str) -> str:
    """What small print the line is, names without an office being one more kind."""
    return small_print(text) or ("names" if names_only(text) else "")


def is_name(word: str) -> bool:
    """Does the word look like a Chinese person's name?"""
    return 2 <= len(word) <= 4 and word[0] in SURNAMES


@lru_cache(REMEMBERED)
def names_only(text: str) -> bool:
    """Is the line nothing but one to three names (the author of a poem, a photographer)?"""
    if english.names(text):
        return True
    words = re.sub(r"[^\u4e00-\u9fff]+", " ", text).split()
    return 1 <= len(words) <= 3 and all(map(is_name, words)) and sum(map(len, words)) >= len(text) * 0.5
