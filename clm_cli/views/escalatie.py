"""Floor 6, escalatie: one case on one page: where it stands, its ladder and terms, what may come next and why not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations import bezwaren
from clm_cli.derivations.brieven import verzending
from clm_cli.derivations.signalen import vroegste_kennis
from clm_cli.derivations.stand import Herstelstand, Maatregelstand, Stand
from clm_cli.derivations.vervolg import Vervolgstap, Voorwaardestand, lichter
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zaken import contract_van, instrumenten
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Bezwaar, Heropening, Opening
from clm_cli.register import Dossier, Register
from clm_cli.tijd.datum import datum_kort, datum_lang, datum_vol
from clm_cli.views.opmaak import Cel, Kolom, Papier, Plaats, reden_json, tabelregels

_JA = {"ja": "ja", "nee": "nee", "onbekend": "ONBEKEND"}
INTERN = "INTERN. Kan bij een geschil of een Woo-verzoek worden opgevraagd: schrijf zakelijk."


def toon(
    register: Register, dossier: Dossier, stand: Stand, stappen: Sequence[Vervolgstap], punten: Sequence[Werkpunt], vandaag: date, breedte: int,
    *, kleur: bool = False, wat_als: str | None = None,
) -> str:  # fmt: skip
    """The whole page of one case."""
    papier = Papier(breedte, kleur)
    delen = [
        *_kop(papier, register, dossier, stand, vandaag, wat_als),
        *_waar(papier, stand),
        *_ladder(papier, dossier, stand, stappen),
        *_tekortkomingen(papier, stand),
        *_termijnen(papier, punten),
        *_klacht(papier, dossier, stand),
        *_bezwaar(papier, stand),
        *_wat_kan(papier, stand, stappen),
        *_nu(papier, punten),
        *_besloten(papier, register, stand),
    ]
    return "\n".join(delen)


def _titel(papier: Papier, tekst: str) -> list[str]:
    return ["", *papier.alinea(Cel(tekst, "vet"))]


def _kop(papier: Papier, register: Register, dossier: Dossier, stand: Stand, vandaag: date, wat_als: str | None) -> list[str]:
    opening = next(iter(stand.escalatie.van(Opening)), None)
    contract = contract_van(dossier, stand.escalatie)
    waar = ", ".join(opening.record.contracten) if opening else "contract niet vastgelegd"
    uit = papier.kop(Cel(f"ESCALATIE {stand.escalatie.id} · {dossier.roepnaam(vandaag)} · {waar}", "vet"), f"stand {datum_lang(vandaag)}")
    uit += papier.alinea(INTERN)
    regime = contract.regime if contract else None
    if wat_als:
        uit += papier.alinea(f"WAT ALS: dezelfde feiten onder {wat_als}; er wordt niets vastgelegd.", 0, "! ")
        eigen = {instrument.instrument for _, instrument in instrumenten(contract)} if contract else set()
        vreemd = list(dict.fromkeys(m.zaak.maatregel.record.instrument for m in stand.maatregelen if m.zaak.maatregel.record.instrument not in eigen))
        uit += papier.alinea(f"Bestaat niet onder dit regime: {', '.join(vreemd)}.", 0, "! ") if vreemd else []
    uit += papier.alinea(f"Ladder: {regime.titel} ({regime.id})" if regime else "Ladder: onbekend, het regime is niet gelezen")
    if opening:
        gemeenten = ", ".join(opening.record.gemeenten or (contract.gemeenten if contract else ()))
        uit += papier.alinea(f"Coördinatie {register.naam_van(opening.record.coordinatie)} · gemeenten: {gemeenten or 'niet vastgelegd'}")
        buiten = [c.id for c in dossier.contracten if c.id not in opening.record.contracten]
        uit += papier.alinea(f"Buiten deze escalatie: {', '.join(buiten)}") if buiten else []
    return uit


def _waar(papier: Papier, stand: Stand) -> list[str]:
    uit = _titel(papier, "WAAR STAAN WE")
    if not stand.open:
        uit += papier.alinea(f"GESLOTEN. Hoogst bereikte trede: {stand.hoogst}.", 2)
        return uit
    hoogste = [m for m in stand.maatregelen if m.loopt and m.zaak.maatregel.record.trede == stand.trede]
    namen = ", ".join(f"{m.zaak.maatregel.record.instrument} ({m.toestand})" for m in hoogste)
    uit += papier.alinea(f"TREDE {stand.trede} {namen}, sinds {datum_kort(hoogste[0].zaak.maatregel.record.ingaat)}. Hoogst bereikt: {stand.hoogst}." if hoogste else "GEOPEND. Er is geen trede van kracht.", 2)
    for id_ in dict.fromkeys(rij.tekortkoming for rij in stand.herstel):
        verzuim = stand.verzuim(id_)
        uit += papier.alinea(f"Verzuim {id_}: {_JA[verzuim.antwoord]}, omdat {verzuim.tekst}.", 2)
    return uit


def _ladder(papier: Papier, dossier: Dossier, stand: Stand, stappen: Sequence[Vervolgstap]) -> list[str]:
    contract = contract_van(dossier, stand.escalatie)
    treden = contract.regime.treden if contract and contract.regime else ()
    rijen = []
    for trede in reversed(treden):
        maatregelen = [m for m in stand.maatregelen if m.zaak.maatregel.record.trede == trede.trede]
        merk = ">>" if trede.trede == stand.trede and stand.open and stand.trede else ""
        wat, wanneer = _trede(maatregelen, stand, trede.trede, stappen)
        rijen.append([merk, str(trede.trede), trede.titel, wat, wanneer])
    kolommen = (Kolom("", minst=2), Kolom("trede", minst=5), Kolom("instrument", minst=16, hoogst=34), Kolom("stand", minst=12), Kolom("wanneer en waarom", minst=20))
    return [*_titel(papier, "LADDER"), *tabelregels(papier, kolommen, rijen)]


def _trede(maatregelen: Sequence[Maatregelstand], stand: Stand, trede: int, stappen: Sequence[Vervolgstap]) -> tuple[str, str]:
    if maatregelen:
        wat = ", ".join(dict.fromkeys(m.toestand.upper() if m.loopt else m.toestand for m in maatregelen))
        return wat, "; ".join(f"{m.zaak.maatregel.record.instrument} {datum_vol(m.zaak.maatregel.record.datum)}" for m in maatregelen)
    for m in stand.maatregelen:
        overslaan = m.zaak.maatregel.record.overslaan
        if overslaan and trede in overslaan.treden:
            return "OVERGESLAGEN", f"{datum_vol(m.zaak.maatregel.record.datum)}, omdat: {overslaan.reden}"
    eigen = [stap for stap in stappen if stap.stap.trede == trede]
    if any(stap.mag == "ja" for stap in eigen):
        return "open", "mogelijk"
    return "open", "nu niet mogelijk" if eigen and all(stap.mag == "nee" for stap in eigen) else "onbekend of het kan"


def _tekortkomingen(papier: Papier, stand: Stand) -> list[str]:
    uit = _titel(papier, "TEKORTKOMINGEN")
    for tekortkoming in bezwaren.tekortkomingen(stand.escalatie):
        veilig = {"ja": "; raakt de veiligheid", "nee": "", "onbekend": "; onbekend of het de veiligheid raakt"}[tekortkoming.raakt_veiligheid]
        uit += papier.alinea(Cel(f"{tekortkoming.wat} ({', '.join(tekortkoming.soort)}{veilig}; {tekortkoming.verplichting})", "vet"), 2, f"{tekortkoming.id}  ")
        uit += papier.alinea(f"geëist: {tekortkoming.eis}" if tekortkoming.eis else "wat wordt geëist, staat er niet ('eis')", 6)
        for rij in stand.herstel:
            if rij.tekortkoming == tekortkoming.id:
                uit += papier.alinea(f"{_hersteltekst(rij)}; herstel {rij.herstel}", 6)
    return uit


def _hersteltekst(rij: Herstelstand) -> str:
    if rij.stil:
        return f"hersteltermijn: {rij.stil.tekst}"
    if rij.uiterlijk is None:
        return f"hersteltermijn: {rij.omdat[-1].tekst}" if rij.omdat else "geen hersteltermijn nodig"
    return f"hersteltermijn tot en met {datum_lang(rij.uiterlijk)}{' (voorlopig)' if rij.voorlopig else ''}"


def _termijnen(papier: Papier, punten: Sequence[Werkpunt]) -> list[str]:
    if not punten:
        return []
    rijen = []
    for punt in punten:
        wanneer = "staat stil" if punt.stil else datum_kort(punt.uiterlijk) if punt.uiterlijk else "onbekend"
        hoe = f"{punt.berekening.duur} na {datum_kort(punt.berekening.start)}" if punt.berekening else (punt.omdat[-1].tekst if punt.omdat else "")
        hoe += "; voorlopig" if punt.voorlopig else ""
        rijen.append([punt.bij, punt.wat, wanneer, punt.grond, hoe])
    kolommen = (Kolom("bij", minst=9), Kolom("wat", minst=18, hoogst=34), Kolom("uiterlijk", minst=11), Kolom("grond", minst=6), Kolom("hoe gerekend", minst=16))
    return [*_titel(papier, "TERMIJNEN"), *tabelregels(papier, kolommen, rijen)]


def _klacht(papier: Papier, dossier: Dossier, stand: Stand) -> list[str]:
    """How long after the earliest knowledge on our side the first written complaint went out (6:89 BW)."""
    feiten: tuple[Bestand[Any], ...] = (*stand.escalatie.van(Opening), *stand.escalatie.van(Heropening))
    doelen = [dossier.vind(v, f.pad) for f in feiten for v in f.record.signalen]
    kennis = [vroegste_kennis(d.bestand) for d in doelen if d and isinstance(d.bestand.record, Signaal)]
    if not kennis:
        return []
    dag, reden = min(kennis, key=lambda rij: rij[0])
    naam = f"escalaties/{stand.escalatie.id}"
    verzonden = [a.datum for b in dossier.brieven if b.kaart.record.escalatie == naam and (a := verzending(dossier, b))]
    klacht = f"eerste brief {datum_vol(min(verzonden))} = {(min(verzonden) - dag).days} dagen" if verzonden else "er is nog geen brief over verzonden"
    return papier.alinea(f"Klachtplicht (6:89 BW): {reden.tekst}; {klacht}.", 2)


def _bezwaar(papier: Papier, stand: Stand) -> list[str]:
    uit: list[str] = []
    for m in stand.maatregelen:
        for bezwaar in m.zaak.bij(Bezwaar):
            tijdig = bezwaren.op_tijd(m.zaak, bezwaar)
            uit += papier.alinea(f"Tegen {m.zaak.maatregel.record.instrument}, ontvangen {datum_lang(bezwaar.record.ontvangen)}: {tijdig.tekst}.", 2)
            for id_ in m.zaak.maatregel.record.tekortkomingen:
                effect = bezwaren.schorst(m.zaak, id_)
                uit += papier.alinea(f"schorst {id_}: {_JA[effect.antwoord]}, omdat {effect.tekst}", 4)
    return [*_titel(papier, "BEZWAAR"), *uit] if uit else []


def _wat_kan(papier: Papier, stand: Stand, stappen: Sequence[Vervolgstap]) -> list[str]:
    if not stand.open:
        return [*_titel(papier, "WAT KAN NU"), *papier.alinea("heropenen: clm escalatie heropening", 2)]
    rijen: list[list[str | Cel]] = []
    loopt = {m.zaak.maatregel.record.instrument for m in stand.maatregelen if m.loopt}
    for stap in stappen:
        mag = {"ja": "loopt; kan ook opnieuw" if stap.stap.instrument.instrument in loopt else "kan", "nee": "kan nu niet", "onbekend": "ONBEKEND of het kan"}[stap.mag] + (" (per direct wel)" if stap.met_spoed else "")
        rijen.append([Cel(f"{stap.stap.trede} {stap.stap.instrument.instrument}", "vet"), Cel(mag, "vet"), "", ""])
        rijen += [["", f"({'hard' if rij.hard else 'reden'}) {rij.naam}", _JA[rij.uitspraak.antwoord], rij.uitspraak.tekst] for rij in stap.mist()]
        vraagt = [rij.naam for rij in stap.vraagt()]
        if vraagt and stap.mag != "nee":
            rijen.append(["", "nog te noemen", "", ", ".join(vraagt)])
    kolommen = (Kolom("stap", minst=14, hoogst=22), Kolom("voorwaarde", minst=20, hoogst=30), Kolom("stand", minst=8), Kolom("omdat", minst=24))
    uit = [*_titel(papier, "WAT KAN NU"), *tabelregels(papier, kolommen, rijen)]
    licht = list(dict.fromkeys(i.titel for stap in stappen for i in lichter(tuple(stappen), stap)))
    return [*uit, *(papier.alinea(f"Minder zwaar en ook open: {', '.join(licht)}.", 1) if licht else [])]


def _nu(papier: Papier, punten: Sequence[Werkpunt]) -> list[str]:
    eigen = [punt for punt in punten if punt.bij in ("wij", "beide") and punt.nu]
    if not eigen:
        return []
    uit = _titel(papier, "NU TE DOEN")
    for nummer, punt in enumerate(eigen, 1):
        wanneer = f"uiterlijk {datum_kort(punt.uiterlijk)}" if punt.uiterlijk else "zonder datum"
        uit += papier.alinea(f"{wanneer}: {punt.wat} - {punt.nu}", 1, f"{nummer}  ")
    return uit


def _besloten(papier: Papier, register: Register, stand: Stand) -> list[str]:
    uit = _titel(papier, "BESLOTEN DOOR")
    for m in stand.maatregelen:
        record = m.zaak.maatregel.record
        uit += papier.alinea(f"{datum_kort(record.datum)}  {record.instrument} (trede {record.trede}): {register.naam_van(record.besloten_door)}. {record.reden}", 2)
        if record.spoed:
            uit += papier.alinea(f"per direct: {record.spoed.reden}; alsnog {record.spoed.alsnog} uiterlijk {datum_kort(record.spoed.alsnog_uiterlijk)}", 6, "! ")
        for rij in record.afwijkingen:
            uit += papier.alinea(f"afgeweken van {rij.voorwaarde}: {rij.reden} ({register.naam_van(rij.door)}, {datum_vol(rij.datum)})", 6, "! ")
    return uit if len(uit) > 2 else []


def als_json(stand: Stand, stappen: Sequence[Vervolgstap], punten: Sequence[Werkpunt], plaats: Plaats) -> dict[str, Any]:
    """The standing as data."""
    return {
        "escalatie": stand.escalatie.id,
        "open": stand.open,
        "trede": stand.trede,
        "hoogst_bereikt": stand.hoogst,
        "maatregelen": [_maatregel_json(m, plaats) for m in stand.maatregelen],
        "tekortkomingen": [_herstel_json(rij, plaats) for rij in stand.herstel],
        "termijnen": [{"wat": p.wat, "bij": p.bij, "uiterlijk": p.uiterlijk.isoformat() if p.uiterlijk else None, "voorlopig": p.voorlopig, "stil": p.stil, "grond": p.grond} for p in punten],
        "volgende": [_stap_json(stap, plaats) for stap in stappen],
    }


def _maatregel_json(m: Maatregelstand, plaats: Plaats) -> dict[str, Any]:
    record = m.zaak.maatregel.record
    return {"id": m.zaak.maatregel.id, "instrument": record.instrument, "trede": record.trede, "toestand": m.toestand, "omdat": [reden_json(r, plaats) for r in m.omdat]}


def _herstel_json(rij: Herstelstand, plaats: Plaats) -> dict[str, Any]:
    return {
        "id": rij.tekortkoming,
        "maatregel": rij.zaak.maatregel.id,
        "hersteltermijn": rij.uiterlijk.isoformat() if rij.uiterlijk else None,
        "voorlopig": rij.voorlopig,
        "stil": rij.stil is not None,
        "herstel": rij.herstel,
        "verzuim": rij.verzuim.antwoord,
        "vanaf": rij.vanaf.isoformat() if rij.vanaf else None,
        "omdat": [reden_json(r, plaats) for r in (*rij.omdat, *rij.verzuim.omdat)],
    }


def _stap_json(stap: Vervolgstap, plaats: Plaats) -> dict[str, Any]:
    def een(rij: Voorwaardestand) -> dict[str, Any]:
        return {"voorwaarde": rij.naam, "hard": rij.hard, "antwoord": rij.uitspraak.antwoord, "invoer": rij.uitspraak.invoer, "omdat": [reden_json(r, plaats) for r in rij.uitspraak.omdat]}

    return {"trede": stap.stap.trede, "instrument": stap.stap.instrument.instrument, "mag": stap.mag, "met_spoed": stap.met_spoed, "voorwaarden": [een(rij) for rij in stap.voorwaarden]}
