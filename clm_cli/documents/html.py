"""Floor 6, html: a document as one page without network, scripts or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from clm_cli.documents.blokken import Blok, Stukje
from clm_cli.documents.opmaak import Document

_STIJL = """
body{font:15px/1.5 "Liberation Sans",Arial,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1,h2,h3{color:KLEUR;line-height:1.25} h1{font-size:1.5rem} h2{font-size:1.15rem;margin-top:1.6rem} h3{font-size:1rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0} th,td{border-bottom:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}
th{border-bottom:2px solid KLEUR} blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid KLEUR}
.concept{border:2px solid #a00;color:#a00;padding:.3rem .6rem;font-weight:bold} footer{margin-top:2rem;color:#555;font-size:.85rem}
@media print{body{margin:0;max-width:none} tr,h2,h3{break-inside:avoid} hr{border:0;break-after:page}}
"""


def als_html(document: Document) -> bytes:
    """One self-contained page."""
    delen = ['<p class="concept">CONCEPT</p>'] if document.concept else []
    if document.briefhoofd:
        hoofd = document.briefhoofd
        delen.append("<p>" + "<br>".join(map(escape, (document.afzender, "", hoofd.verzendwijze, *hoofd.aan))) + "</p>")
        rijen = "".join(f"<tr><th>{escape(naam)}</th><td>{escape(waarde)}</td></tr>" for naam, waarde in hoofd.velden)
        delen.append(f"<table>{rijen}</table>")
    delen += [_blok(blok) for blok in document.blokken]
    voet = f"<footer>{escape(document.stijl.voettekst)}</footer>" if document.stijl.voettekst else ""
    return (
        '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(document.titel)}</title><style>{_STIJL.replace('KLEUR', escape(document.stijl.kleur))}</style></head>"
        f"<body>{''.join(delen)}{voet}</body></html>\n"
    ).encode()


def _blok(blok: Blok) -> str:
    match blok["soort"]:
        case "kop":
            return f"<h{blok['niveau']}>{_regel(blok['stukjes'])}</h{blok['niveau']}>"
        case "alinea":
            return f"<p>{_regel(blok['stukjes'])}</p>"
        case "lijst":
            soort = "ol" if blok["genummerd"] else "ul"
            items = "".join(f"<li>{''.join(map(_blok, item))}</li>" for item in blok["items"])
            return f'<{soort} start="{blok["begin"]}">{items}</{soort}>' if soort == "ol" else f"<ul>{items}</ul>"
        case "citaat":
            return f"<blockquote>{''.join(map(_blok, blok['blokken']))}</blockquote>"
        case "tabel":
            kop = "".join(f'<th scope="col">{_regel(cel)}</th>' for cel in blok["kop"])
            rijen = "".join("<tr>" + "".join(f"<td>{_regel(cel)}</td>" for cel in rij) + "</tr>" for rij in blok["rijen"])
            return f"<table><thead><tr>{kop}</tr></thead><tbody>{rijen}</tbody></table>"
    return "<hr>"


def _regel(stukjes: Sequence[Stukje]) -> str:
    uit = []
    for stukje in stukjes:
        tekst = "<br>" if stukje.get("br") else escape(stukje["tekst"])
        tekst = f"<strong>{tekst}</strong>" if stukje.get("vet") else tekst
        uit.append(f"<em>{tekst}</em>" if stukje.get("cursief") else tekst)
    return "".join(uit)
