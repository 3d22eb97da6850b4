"""The style sheet of a page, from the habits of its paper."""

from .habits import Habits

_INDENT = {"css": "text-indent:{em}em", "typed": "", "none": "", "blank": "margin-bottom:{line}em"}


def sheet(h: Habits, margin: float = 28) -> str:
    """CSS for a page as wide as its stories and a margin."""
    em = 1.2 if h.latin else 2
    indent = _INDENT[h.indent].format(em=em, line=h.lead * 0.75)
    flush = "text-indent:0" if h.latin and h.indent == "css" else ""
    align = "text-align:justify" if h.justify else "text-align:left"
    between = "* + *" if h.positioned else "none"
    return f"""
* {{ margin: 0; padding: 0; box-sizing: border-box }}
html {{ text-rendering: geometricPrecision; font-kerning: normal }}
.sheet {{ position: relative; width: {h.width + 2 * margin}px; padding: {margin}px; color: {h.ink};
  font: {h.size}px/{h.lead} "{h.body}", serif; font-variant-ligatures: {"common-ligatures" if h.latin else "none"} }}
.f {{ position: relative; z-index: 0; overflow-wrap: break-word }}
h1, h2, h3, h4, .rubric {{ font-family: "{h.head}"; font-weight: {h.head_weight}; line-height: 1.18 }}
h1 {{ font-size: 1em; line-height: 1.5; white-space: nowrap }}
.title {{ text-wrap: balance; margin: 1px 0 5px }}
.kicker, .rubric, .ad h4 {{ letter-spacing: {h.tracking}em }}
.kicker {{ font: 600 {h.size * 1.1}px/1.3 "{h.head}" }}
.deck {{ font: 400 {h.size * 1.2}px/1.3 "{h.head}"; margin-bottom: 4px }}
.by {{ font-size: .95em; font-weight: {600 if h.latin else 400}; text-indent: 0; margin-bottom: 3px }}
.last {{ text-align: right; font-weight: 400 }}
.body {{ column-gap: {h.gutter}px; column-rule: {h.column_rule}; flex: 1; min-width: 0; orphans: 1; widows: 1 }}
.body > p, .flow p {{ {align}; {indent}; line-break: strict; overflow-wrap: anywhere }}
.body > p.sub {{ font-family: "{h.head}"; font-weight: 700; text-indent: 0; text-align: {h.head_align if h.head_align != "any" else "left"};
  margin: .35em 0 .1em; break-after: avoid }}
.body > p.flush {{ {flush} }} p.flush {{ text-indent: 0 }}
.body > p.by, .body > p.jump {{ text-indent: 0; margin-bottom: 3px }} .body > p.last, .body > p.jump {{ text-align: right }}
.jump {{ font-style: {"italic" if h.latin else "normal"}; font-size: .92em }}
.body > {between} {{ position: relative }}
.tail {{ margin-left: .8em; font-style: {"italic" if h.latin else "normal"} }}
.drop {{ text-indent: 0 !important; position: relative }}
.drop::first-letter {{ float: left; font: 700 {h.size * h.lead * 2.2:.1f}px/{h.size * h.lead * 1.8:.1f}px "{h.head}"; padding-right: 4px }}
.quote {{ font: 500 {h.size * 1.4:.1f}px/1.3 "{h.head}"; border-top: 2px solid; border-bottom: 1px solid; padding: 5px 2px; margin: 7px 0;
  break-inside: avoid; text-align: left }}
figure {{ margin: 6px 0; break-inside: avoid }} .float {{ float: right; width: 48%; margin: 2px 0 5px 9px }}
.quote.float {{ font-size: {h.size * 1.15:.1f}px }} .pic {{ width: 100%; max-height: 300px }}
.cut, .credit, h4 + .cut {{ font: 400 {h.size * 0.94:.1f}px/1.32 "{h.head}"; text-indent: 0 }} .credit {{ text-align: right }}
.story, .photo, .briefs, .table, .verse, .box, .ad {{ margin-bottom: 13px; border-bottom: {h.story_rule}; padding-bottom: 5px }}
.boxed {{ border: 1px solid; padding: 7px; }} .letter {{ break-inside: auto; margin-bottom: 7px }}
.side {{ display: flex; gap: {h.gutter}px }} .side > .head {{ width: 30%; flex: none }}
.right, .left {{ display: flex; gap: {h.gutter}px; align-items: flex-start }} .right {{ flex-direction: row-reverse }}
.foot {{ display: grid; grid-template-columns: 100% }} .foot > .head {{ grid-row: 2; margin-top: 6px }} .foot > .body {{ grid-row: 1 }}

.upside {{ flex-direction: column-reverse; justify-content: flex-end }} .beside {{ flex-direction: row; gap: 8px; align-items: flex-end }}
.beside .caption {{ width: 34%; flex: none }} .photo {{ display: flex; flex-direction: column; flex-grow: 1 }}
.photo .pic {{ flex: 1 0 auto; max-height: 420px }} .photo .caption {{ flex: none }} .beside .pic {{ flex: 1; width: auto }}
.rubric {{ border-top: 3px solid; border-bottom: 1px solid; padding: 2px 0; margin-bottom: 5px; font-size: 1.3em; break-after: avoid }}
.brief {{ margin-bottom: .55em; {align} }} h4 {{ font-size: 1.08em }} h3 {{ font-size: 1.25em; margin-bottom: 3px }}
.briefs > div {{ column-gap: {h.gutter}px }} .brief, .letter h3 {{ break-inside: avoid }} .run b {{ font-family: "{h.head}" }}
table {{ border-collapse: collapse; width: 100% }} td {{ border-bottom: .5px solid #999; padding: 1px 5px 1px 0; vertical-align: top }}
.table, .verse, .ad, .box {{ break-inside: avoid }} .verse p {{ text-align: left }} .verse .last {{ text-align: right }}
.box > .f {{ background: #eee; padding: 7px }} .ad > .f {{ border: 1px solid #555; padding: 6px; text-align: center }}
.band {{ display: flex; gap: {h.gutter}px; align-items: stretch; border-top: {h.story_rule}; padding-top: 5px }}
.cell {{ flex: none; display: flex; flex-direction: column; justify-content: space-between }}
.flow {{ column-gap: {h.gutter}px; column-rule: {h.column_rule} }} .flow .head {{ break-inside: avoid; break-after: avoid }}
.row {{ display: flex; justify-content: space-between; gap: 18px; margin-bottom: 6px; font-size: .95em }}
.ruled {{ border-bottom: 1.5px solid; }} .ears {{ border-top: 1px solid; border-bottom: 1px solid; padding: 2px 0 }}
.banner {{ font-family: "{h.head}"; font-weight: 900; line-height: 1.35; padding: 0 12px; margin-bottom: 10px; white-space: nowrap }}
.stamp {{ position: relative; z-index: 0 }} .ghost {{ position: absolute; z-index: -1; font-style: normal; white-space: nowrap }}
"""
