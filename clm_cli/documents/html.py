"""Floor 6, html: a document as one page without network, scripts or anything from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from html import escape

from clm_cli.documents.blokken import Blok, Stukje, platte, slotdeel, vaste
from clm_cli.documents.document import Briefhoofd, Document
from clm_cli.documents.tabelbreedte import blijft_heel, kolombreedten

_STIJL = """
body{font:15px/1.5 "Liberation Sans",Arial,sans-serif;max-width:46rem;margin:2rem auto;
padding:0 1rem;color:#1a1a1a}
h1,h2,h3,h4{color:KLEUR;line-height:1.25} h1{font-size:1.5rem} h2{font-size:1.15rem;
margin-top:1.6rem} h3,h4{font-size:1rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0} th,td{border-bottom:1px solid #bbb;
padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid KLEUR} tbody th{font-weight:normal} .heel{white-space:nowrap}
blockquote{margin:.5rem 0;padding-left:1rem;
border-left:3px solid KLEUR} p,td,th,li,h1,h2,h3,h4,address{overflow-wrap:anywhere}
pre{overflow-x:auto;background:#f4f4f4;padding:.5rem}
li p{margin:.2em 0} .figuur{max-width:100%;height:auto}
.concept{border:2px solid #a00;color:#a00;padding:.3rem .6rem;font-weight:bold}
footer{margin-top:2rem;color:#555;font-size:.85rem} hr{border:0}
@page{size:A4;margin:22mm}
@media print{body{margin:0;padding:0;max-width:none}
tr,h1,h2,h3,.slot,.kort,.figuur{break-inside:avoid} h1,h2,h3{break-after:avoid}
p:has(+ul),p:has(+ol){break-after:avoid} p,li{orphans:3;widows:3}
footer,main>p:last-child{break-before:avoid} hr{break-after:page}}
"""
_VERSLAG = """
body{max-width:64rem} p,li,blockquote{max-width:46rem}
.tabel{overflow-x:auto} .tabel:focus{outline:2px solid KLEUR} td,th{overflow-wrap:break-word}
@media print{.tabel{overflow:visible} table{font-size:.85em}}
@media screen and (max-width:40em){.tabel table{font-size:.85em} .tabel .figuur{min-width:32rem}
.tabel td,.tabel th{padding:.25rem .3rem}
.tabel{background:linear-gradient(90deg,#fff 30%,transparent) 0 0/2rem 100% local,
linear-gradient(270deg,#fff 30%,transparent) 100% 0/2rem 100% local,
linear-gradient(90deg,#aaa,transparent) 0 0/.5rem 100%,
linear-gradient(270deg,#aaa,transparent) 100% 0/.5rem 100%;background-repeat:no-repeat}}
"""
"""A page with tables: wide ones are moved sideways, also with the keys, and no word is broken.

On a narrow screen a shadow at the edge says that there is more, and a picture keeps its size.
"""
_BOVENRAND = (
    '@page{@top-center{content:"CONCEPT";color:#a00;font:bold 10pt "Liberation '
    'Sans",Arial,sans-serif}}'
)
"""On paper every page says that it is a concept."""
_LOOPKOP = (
    "@page{{@top-left{{content:{links};{letter};font-weight:bold}}"
    "@top-right{{content:{rechts};{letter}}}}}{eerst}"
)
_LETTER = 'font:8.5pt "Liberation Sans",Arial,sans-serif'
_EERST = '@page:first{@top-left{content:""}@top-right{content:""}}'
"""The first page of a letter has its own head; what is empty keeps that of the browser away."""
_BRIEF = """
body.brief{font-size:10pt;line-height:1.4;max-width:160mm;display:flow-root;position:relative;
padding:1rem;margin:0 auto;background:#fff} .brief td,.brief th{overflow-wrap:break-word}
.brief main{overflow-x:auto}
@media screen and (max-width:34em){.brief table{font-size:.82em}
.brief td,.brief th{padding:.2rem .25rem}
.velden td{overflow-wrap:anywhere} .velden .heel{display:inline-block;white-space:normal}
.brief .velden th{width:auto;white-space:nowrap;padding-right:.6rem}}
.brief h1,.brief h2,.brief h3{font-size:10.5pt;margin:1.4em 0 .5em} .kop{display:flex;
justify-content:space-between} .kop img{height:14mm} address{font-style:normal;margin:1rem 0}
address small{font-size:7pt;display:block}
.velden th{width:34mm;border:0;color:KLEUR;font-weight:normal;padding:.05rem 0}
.velden td{border:0;padding:.05rem 0} .velden{margin-bottom:1.5em}
.brief p{margin:.6em 0} .brief li p{margin:.2em 0}
@media print,(min-width:210mm){body.brief{padding:25mm;margin:1rem auto;box-shadow:0 0 6px #999}
.kop{position:absolute;left:25mm;right:25mm;top:12mm} address{margin:BOVENmm 0 0 LINKSmm;width:85mm;
min-height:38mm} .brief .concept{position:absolute;top:11mm;left:85mm;margin:0}
.brief main{overflow:visible}}
@page{margin:25mm;@bottom-right{content:"Pagina " counter(page) " van " counter(pages);
font:8pt "Liberation Sans",Arial,sans-serif;color:#555}}
@media print{body.brief{max-width:none;margin:0;padding:0;box-shadow:none}
.kop{left:0;right:0;top:0} .brief .concept{top:0;left:60mm}}
"""


def als_html(document: Document) -> bytes:
    """One self-contained page."""
    stijl, hoofd = document.stijl, document.briefhoofd
    delen = ['<p class="concept">CONCEPT</p>'] if document.concept else []
    if hoofd:
        delen += _hoofd(document, hoofd)
    begin, einde = slotdeel(document.blokken)
    vormen = [_blok(blok) if hoofd else _schuift(blok) for blok in document.blokken]
    delen += vormen[:begin]
    delen += ['<div class="slot">', *vormen[begin:einde], "</div>"] if begin < einde else []
    delen += vormen[einde:]
    voet = f"<footer>{escape(stijl.voettekst)}</footer>" if stijl.voettekst else ""
    klasse = ' class="brief"' if hoofd else ""
    kleur = re.sub(r"[^#\w]", "", stijl.kleur)
    regels = (
        _STIJL
        + (_BOVENRAND if document.concept else "")
        + (
            _BRIEF.replace("BOVEN", str(stijl.venster_boven_mm - 25)).replace(
                "LINKS", str(stijl.venster_links_mm - 25)
            )
            if hoofd
            else _VERSLAG
        )
        + _loopkop(document)
    )
    beelden = (hoofd and stijl.logo) or any(b["soort"] == "figuur" for b in document.blokken)
    beeld = "; img-src data:" if beelden else ""
    regels = regels.replace("KLEUR", kleur)
    return (
        '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        f"content=\"default-src 'none'; style-src 'unsafe-inline'{beeld}\">"
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(document.titel)}</title><style>{regels}</style></head>"
        f"<body{klasse}><main>{''.join(delen)}</main>{voet}</body></html>\n"
    ).encode()


def _loopkop(document: Document) -> str:
    """On paper each next page says whose it is, and of which letter, as in the PDF."""
    hoofd = document.briefhoofd
    rechts = '"blad " counter(page) " van " counter(pages)'
    return _LOOPKOP.format(
        links=_css(document.afzender),
        rechts=_css(hoofd.bladregel) if hoofd else rechts,
        letter=_LETTER,
        eerst=_EERST if hoofd else "",
    )


def _css(tekst: str) -> str:
    """A text as a string of the style sheet: what has a meaning there or in HTML, by its number."""
    return '"' + re.sub(r"""[\x00-\x1f"'&<>\\]""", lambda m: f"\\{ord(m[0]):x} ", tekst) + '"'


def _hoofd(document: Document, hoofd: Briefhoofd) -> list[str]:
    """The head of a letter: sender and logo, the address in its window, the reference lines."""
    stijl = document.stijl
    logo = f'<img alt="" src="{_beeld(stijl.logo)}">' if stijl.logo else ""
    eerst, *rest = hoofd.adres or ("",)
    regels = [
        f"<strong>{escape(eerst)}</strong>" if hoofd.verzendwijze else escape(eerst),
        *map(escape, rest),
    ]
    klein = f"<small>{escape(stijl.afzenderregel)}</small>" if stijl.afzenderregel else ""
    rijen = "".join(
        f'<tr><th scope="row">{escape(naam)}</th><td>{_heel(waarde)}</td></tr>'
        for naam, waarde in hoofd.velden
    )
    return [
        f'<div class="kop"><strong>{escape(document.afzender)}</strong>{logo}</div>',
        f"<address>{klein}{'<br>'.join(regels)}</address>",
        f'<table class="velden">{rijen}</table>',
    ]


def _schuift(blok: Blok) -> str:
    """A block; a table or a picture in a frame that can be moved sideways, with a name."""
    match blok["soort"]:
        case "tabel":
            label = escape(f"tabel: {', '.join(filter(None, map(platte, blok['kop'])))}")
        case "figuur":
            label = escape(f"grafiek: {blok['alt'].partition(':')[0]}")
        case _:
            return _blok(blok)
    return f'<div class="tabel" role="region" tabindex="0" aria-label="{label}">{_blok(blok)}</div>'


def _beeld(svg: str) -> str:
    """A picture inside the page itself."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _blok(blok: Blok) -> str:
    match blok["soort"]:
        case "kop":
            return f"<h{blok['niveau']}>{_regel(blok['stukjes'])}</h{blok['niveau']}>"
        case "alinea" if blok.get("code"):
            return f'<pre tabindex="0">{escape(platte(blok["stukjes"]))}</pre>'
        case "alinea":
            return f"<p>{_regel(blok['stukjes'])}</p>"
        case "lijst":
            soort = "ol" if blok["genummerd"] else "ul"
            items = "".join(f"<li>{''.join(map(_blok, item))}</li>" for item in blok["items"])
            return (
                f'<{soort} start="{blok["begin"]}">{items}</{soort}>'
                if soort == "ol"
                else f"<ul>{items}</ul>"
            )
        case "citaat":
            return f"<blockquote>{''.join(map(_blok, blok['blokken']))}</blockquote>"
        case "tabel":
            kop = "".join(f'<th scope="col">{_regel(cel)}</th>' for cel in blok["kop"])
            rijen = "".join(
                f'<tr><th scope="row">{_regel(rij[0])}</th>'
                + "".join(f"<td>{_regel(cel)}</td>" for cel in rij[1:])
                + "</tr>"
                for rij in blok["rijen"]
            )
            kort = ' class="kort"' if blijft_heel(blok) else ""
            koprij = f"{_kolommen(blok)}<thead><tr>{kop}</tr></thead>"
            return f"<table{kort}>{koprij}<tbody>{rijen}</tbody></table>"
        case "figuur":
            return f'<img class="figuur" alt="{escape(blok["alt"])}" src="{_beeld(blok["svg"])}">'
    return "<hr>"


def _kolommen(tabel: Blok) -> str:
    """What each column gets of the width, where that is enough for its words."""
    breedten = kolombreedten(tabel)
    delen = (round(100 * breedte / sum(breedten)) for breedte in breedten)
    kolommen = "".join(f'<col style="width:{deel}%">' for deel in delen)
    return f"<colgroup>{kolommen}</colgroup>"


def _regel(stukjes: Sequence[Stukje]) -> str:
    uit = []
    for stukje in stukjes:
        tekst = "<br>" if stukje.get("br") else _heel(stukje["tekst"])
        tekst = f"<code>{tekst}</code>" if stukje.get("code") else tekst
        tekst = f"<strong>{tekst}</strong>" if stukje.get("vet") else tekst
        uit.append(f"<em>{tekst}</em>" if stukje.get("cursief") else tekst)
    return "".join(uit)


def _heel(tekst: str) -> str:
    """A text of which no day, amount, share or number of ours is broken over two lines."""
    return "".join(
        f'<span class="heel">{escape(deel)}</span>' if nummer % 2 else escape(deel)
        for nummer, deel in enumerate(vaste(tekst))
    )
