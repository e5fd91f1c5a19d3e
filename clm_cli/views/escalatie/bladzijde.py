"""Floor 6, escalatie: one case on one page.

Where it stands, its ladder, what may come next and why not; and the same as data.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from clm_cli.derivations.escalatie import bezwaren
from clm_cli.derivations.escalatie.stand import Herstelstand, Maatregelstand, Stand
from clm_cli.derivations.escalatie.termijnstaat import Termijnrij, afgelopen
from clm_cli.derivations.escalatie.uitspraak import Uitspraak
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, Voorwaardestand, lichter
from clm_cli.derivations.escalatie.voorwaarden_stap import open_treden
from clm_cli.derivations.escalatie.zaken import contract_van, instrumenten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zinnen import treden
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Bezwaar, Opening
from clm_cli.records.regime import Trede
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.tijd.termijn import Berekening
from clm_cli.views.escalatie import delen
from clm_cli.views.escalatie.delen import JA, Blad, titel
from clm_cli.views.opmaak import Cel, Kolom, Papier, Plaats, reden_json, tabelregels

INTERN = "INTERN. Kan bij een geschil of een Woo-verzoek worden opgevraagd: schrijf zakelijk."


def toon(
    blik: Dossierblik,
    stand: Stand,
    stappen: Sequence[Vervolgstap],
    punten: Sequence[Werkpunt],
    breedte: int,
    *,
    kleur: bool = False,
    wat_als: str | None = None,
) -> str:
    """The whole page of one case."""
    blad = Blad(
        Papier(breedte, kleur),
        blik.register,
        blik.dossier,
        stand,
        contract_van(blik.dossier, stand.escalatie),
        blik.vandaag,
    )
    regels = [
        *_kop(blad, stappen, wat_als),
        *_waar(blad),
        *_ladder(blad, stappen),
        *delen.tekortkomingen(blad),
        *delen.termijnen(blad, punten),
        *delen.klachtplicht(blad),
        *delen.bezwaar(blad),
        *delen.uitvoering(blad),
        *_wat_kan(blad, stappen),
        *_nu(blad, punten),
        *delen.besloten(blad),
        *delen.afwijkingen(blad),
    ]
    return "\n".join(regels)


def _kop(blad: Blad, stappen: Sequence[Vervolgstap], wat_als: str | None) -> list[str]:
    papier, stand, dossier, contract = blad.papier, blad.stand, blad.dossier, blad.contract
    opening = next(iter(stand.escalatie.van(Opening)), None)
    regime = contract.regime if contract else None
    nummers = {c.id: f"{c.id} ({c.kaart.record.nummer})" for c in dossier.contracten}
    waar = (
        ", ".join(nummers.get(id_, id_) for id_ in opening.record.contracten)
        if opening
        else "contract niet vastgelegd"
    )
    uit = papier.kop(
        Cel(f"ESCALATIE {stand.escalatie.id} · {dossier.roepnaam(blad.vandaag)} · {waar}", "vet"),
        f"stand {datum_lang(blad.vandaag)}",
    )
    uit += papier.alinea(INTERN)
    if wat_als:
        uit += papier.alinea(
            f"WAT ALS: dezelfde feiten onder {wat_als}; er wordt niets vastgelegd.", 0, "! "
        )
        eigen = (
            {instrument.instrument for _, instrument in instrumenten(contract)}
            if contract
            else set()
        )
        vreemd = list(
            dict.fromkeys(
                m.zaak.maatregel.record.instrument
                for m in stand.maatregelen
                if m.zaak.maatregel.record.instrument not in eigen
            )
        )
        uit += (
            papier.alinea(f"Bestaat niet onder dit regime: {', '.join(vreemd)}.", 0, "! ")
            if vreemd
            else []
        )
    uit += papier.alinea(
        f"Ladder: {regime.titel} ({regime.id})"
        if regime
        else "Ladder: onbekend, het regime is niet gelezen"
    )
    if opening:
        namen = [
            blad.gemeente(id_)
            for id_ in (opening.record.gemeenten or (contract.gemeenten if contract else ()))
        ]
        percelen = (
            f" · perceel {', '.join(opening.record.percelen)}" if opening.record.percelen else ""
        )
        uit += papier.alinea(
            f"Coördinatie {blad.naam(opening.record.coordinatie)} · gemeenten: "
            f"{', '.join(namen) or 'niet vastgelegd'}{percelen}"
        )
        uit += _volmachten(blad, stappen)
        buiten = [c.id for c in dossier.contracten if c.id not in opening.record.contracten]
        uit += papier.alinea(f"Buiten deze escalatie: {', '.join(buiten)}") if buiten else []
    return uit


def _volmachten(blad: Blad, stappen: Sequence[Vervolgstap]) -> list[str]:
    """Which municipalities gave power up to which trede.

    Said once per range of treden with the same answer.
    """
    per: dict[str, list[int]] = {}
    for stap in stappen:
        for rij in stap.voorwaarden:
            if rij.naam == "volmacht":
                per.setdefault(
                    f"{JA[rij.uitspraak.antwoord]}, {_zonder_trede(rij.uitspraak.tekst)}", []
                ).append(stap.stap.trede)
    teksten = [
        f"trede {min(treden)}{f' t/m {max(treden)}' if len(set(treden)) > 1 else ''}: {tekst}"
        for tekst, treden in per.items()
    ]
    return blad.papier.alinea(f"Volmacht {'; '.join(teksten)}") if teksten else []


def _zonder_trede(tekst: str) -> str:
    return f"die van {tekst.partition(': ')[2]} ontbreekt" if ": " in tekst else tekst


def _waar(blad: Blad) -> list[str]:
    papier, stand = blad.papier, blad.stand
    uit = titel(papier, "WAAR STAAN WE")
    if not stand.open:
        return [*uit, *papier.alinea(f"GESLOTEN. Hoogst bereikte trede: {stand.hoogst}.", 2)]
    hoogste = [
        m for m in stand.maatregelen if m.loopt and m.zaak.maatregel.record.trede == stand.trede
    ]
    namen = ", ".join(f"{m.zaak.maatregel.record.instrument} ({m.toestand})" for m in hoogste)
    uit += papier.alinea(
        (
            f"TREDE {stand.trede} {namen}, sinds "
            f"{blad.dag(hoogste[0].zaak.maatregel.record.ingaat)}. Hoogst bereikt: {stand.hoogst}."
        )
        if hoogste
        else f"GEOPEND. Er is geen trede van kracht. Hoogst bereikt: {stand.hoogst}.",
        2,
    )
    ook = [
        (
            f"{m.zaak.maatregel.record.instrument} (trede {m.zaak.maatregel.record.trede}, "
            f"{m.toestand})"
        )
        for m in stand.maatregelen
        if m.loopt and m not in hoogste
    ]
    uit += papier.alinea(f"Ook: {', '.join(ook)}.", 2) if ook else []
    for m in stand.maatregelen:
        for feit in m.zaak.bij(Bezwaar):
            if m.loopt and bezwaren.einde(m.zaak, feit) is None:
                uit += papier.alinea(
                    (
                        f"Bezwaar van {blad.dag(feit.record.ontvangen)} tegen "
                        f"{m.zaak.maatregel.record.instrument} loopt."
                    ),
                    2,
                )
    for id_ in dict.fromkeys(rij.tekortkoming for rij in stand.herstel):
        verzuim = stand.verzuim(id_)
        uit += papier.alinea(f"Verzuim {id_}: {JA[verzuim.antwoord]}, want {verzuim.tekst}.", 2)
    return uit


def _ladder(blad: Blad, stappen: Sequence[Vervolgstap]) -> list[str]:
    stand = blad.stand
    treden = blad.contract.regime.treden if blad.contract and blad.contract.regime else ()
    rijen = []
    for trede in reversed(treden):
        maatregelen = [m for m in stand.maatregelen if m.zaak.maatregel.record.trede == trede.trede]
        merk = ">>" if trede.trede == stand.trede and stand.open and stand.trede else "  "
        wat, wanneer = _trede(blad, maatregelen, trede, stappen)
        rijen.append([f"{merk} {trede.trede}", trede.titel, wat, wanneer])
    kolommen = (
        Kolom("trede", minst=5),
        Kolom("instrument", minst=16, hoogst=34),
        Kolom("stand", minst=12),
        Kolom("wanneer en waarom", minst=20),
    )
    return [*titel(blad.papier, "LADDER"), *tabelregels(blad.papier, kolommen, rijen)]


def _trede(
    blad: Blad, maatregelen: Sequence[Maatregelstand], trede: Trede, stappen: Sequence[Vervolgstap]
) -> tuple[str, str]:
    if maatregelen:
        eigen = {instrument.instrument for instrument in trede.instrumenten}
        wat = ", ".join(
            dict.fromkeys(m.toestand.upper() if m.loopt else m.toestand for m in maatregelen)
        )
        rijen = ((_wat(m), m.zaak.maatregel.record.instrument in eigen) for m in maatregelen)
        return wat, "; ".join(
            tekst if bestaat else f"{tekst} (bestaat hier niet)" for tekst, bestaat in rijen
        )
    for m in blad.stand.maatregelen:
        overslaan = m.zaak.maatregel.record.overslaan
        if overslaan and trede.trede in overslaan.treden:
            return (
                "OVERGESLAGEN",
                (
                    f"besloten {datum_vol(m.zaak.maatregel.record.datum)} door "
                    f"{blad.naam(m.zaak.maatregel.record.besloten_door)}, omdat: {overslaan.reden}"
                ),
            )
    if not blad.stand.open:
        return "niet gezet", ""
    mag = [stap.mag for stap in stappen if stap.stap.trede == trede.trede]
    return "open", "mogelijk" if "ja" in mag else "nu niet mogelijk" if set(mag) == {
        "nee"
    } else "onbekend of het kan"


def _wat(m: Maatregelstand) -> str:
    kenmerk = m.zaak.brief.kaart.record.kenmerk if m.zaak.brief else None
    return (
        f"{m.zaak.maatregel.record.instrument} "
        f"{datum_vol(m.zaak.maatregel.record.datum)}{f', {kenmerk}' if kenmerk else ''}"
    )


def _mag(stap: Vervolgstap, *, loopt: bool, lichtste: bool) -> str:
    """Whether a step can be taken.

    And whether that is the lightest way or one that skips treden.
    """
    if stap.mag != "ja":
        return {"nee": "kan nu niet", "onbekend": "ONBEKEND of het kan"}[stap.mag] + (
            " (per direct wel)" if stap.met_spoed else ""
        )
    if loopt:
        return "loopt; kan ook opnieuw"
    over = open_treden(stap.stap)
    return (
        f"kan, maar slaat {treden(over)} over"
        if over
        else "kan, lichtste open stap"
        if lichtste
        else "kan"
    )


def _wat_kan(blad: Blad, stappen: Sequence[Vervolgstap]) -> list[str]:
    papier, stand = blad.papier, blad.stand
    if not stand.open:
        return [
            *titel(papier, "WAT KAN NU"),
            *papier.alinea(
                f"heropenen: clm escalatie heropening {blad.dossier.id} {stand.escalatie.id}", 2
            ),
        ]
    rijen: list[list[str | Cel]] = []
    loopt = {m.zaak.maatregel.record.instrument for m in stand.maatregelen if m.loopt}
    lichtste = next(
        (
            stap
            for stap in stappen
            if stap.mag == "ja"
            and stap.stap.instrument.instrument not in loopt
            and not open_treden(stap.stap)
        ),
        None,
    )
    for stap in stappen:
        mag = _mag(stap, loopt=stap.stap.instrument.instrument in loopt, lichtste=stap is lichtste)
        rijen.append(
            [
                Cel(f"{stap.stap.trede} {stap.stap.instrument.instrument}", "vet"),
                Cel(mag, "vet"),
                "",
                "",
            ]
        )
        rijen += [
            [
                "",
                f"({'hard' if rij.hard else 'reden'}) {rij.naam}",
                JA[rij.uitspraak.antwoord],
                rij.uitspraak.tekst,
            ]
            for rij in stap.mist()
        ]
        vraagt = [rij.naam for rij in stap.vraagt()]
        if vraagt and stap.mag != "nee":
            rijen.append(["", "nog te noemen", "", ", ".join(vraagt)])
    kolommen = (
        Kolom("stap", minst=14, hoogst=22),
        Kolom("voorwaarde", minst=20, hoogst=30),
        Kolom("stand", minst=8),
        Kolom("omdat", minst=24),
    )
    return [
        *titel(papier, "WAT KAN NU"),
        *tabelregels(papier, kolommen, rijen),
        *_lichter(blad, stappen),
        *_omlaag(blad),
    ]


def _lichter(blad: Blad, stappen: Sequence[Vervolgstap]) -> list[str]:
    """The lighter routes beside the next step up."""
    hoger = next((stap for stap in stappen if stap.stap.trede > blad.stand.trede), None)
    namen = (
        list(dict.fromkeys(f"{i.titel}" for i in lichter(tuple(stappen), hoger))) if hoger else []
    )
    zin = (
        f"Minder zwaar dan trede {hoger.stap.trede} en ook open: {', '.join(namen)}."
        if hoger and namen
        else ""
    )
    return blad.papier.alinea(zin, 1) if zin else []


def _omlaag(blad: Blad) -> list[str]:
    """What stands between the case and lifting or closing: a judgement, never a term."""
    if not blad.stand.trede:
        return blad.papier.alinea(
            (
                "Sluiten kan altijd, met wie het besloot en waarom: clm escalatie sluiting "
                f"{blad.dossier.id}"
            ),
            1,
        )
    nodig = [rij.tekortkoming for rij in blad.stand.herstel if rij.herstel != "hersteld"]
    eerst = (
        f"; herstel van {', '.join(dict.fromkeys(nodig))} is nog niet vastgesteld" if nodig else ""
    )
    return blad.papier.alinea(
        f"Afschalen of sluiten: clm escalatie opheffing of sluiting {blad.dossier.id}{eerst}.", 1
    )


def _nu(blad: Blad, punten: Sequence[Werkpunt]) -> list[str]:
    eigen = [punt for punt in punten if punt.bij in ("wij", "beide") and punt.nu]
    if not eigen:
        return []
    uit = titel(blad.papier, "NU TE DOEN")
    for nummer, punt in enumerate(eigen, 1):
        wanneer = f"uiterlijk {blad.dag(punt.uiterlijk)}" if punt.uiterlijk else "zonder datum"
        uit += blad.papier.alinea(f"{wanneer}: {punt.wat} - {punt.nu}", 1, f"{nummer}  ")
    return uit


def als_json(
    stand: Stand, stappen: Sequence[Vervolgstap], punten: Sequence[Werkpunt], plaats: Plaats
) -> dict[str, Any]:
    """The standing as data."""
    zonder = [
        t.id
        for t in bezwaren.tekortkomingen(stand.escalatie)
        if t.id not in {rij.tekortkoming for rij in stand.herstel}
    ]
    return {
        "escalatie": stand.escalatie.id,
        "open": stand.open,
        "trede": stand.trede,
        "hoogst_bereikt": stand.hoogst,
        "maatregelen": [_maatregel_json(m, plaats) for m in stand.maatregelen],
        "tekortkomingen": [
            *(_herstel_json(rij, plaats) for rij in stand.herstel),
            *(_zonder_json(id_, stand.verzuim(id_), plaats) for id_ in zonder),
        ],
        "termijnen": [
            *(_termijn_json(rij, rij.uitkomst, plaats) for rij in afgelopen(stand)),
            *(_termijn_json(punt, None, plaats) for punt in punten),
        ],
        "volgende": [_stap_json(stap, plaats) for stap in stappen],
    }


def _maatregel_json(m: Maatregelstand, plaats: Plaats) -> dict[str, Any]:
    record = m.zaak.maatregel.record
    return {
        "id": m.zaak.maatregel.id,
        "instrument": record.instrument,
        "trede": record.trede,
        "toestand": m.toestand,
        "omdat": _redenen(m.omdat, plaats),
    }


def _redenen(redenen: Sequence[Reden], plaats: Plaats) -> list[dict[str, Any]]:
    return [reden_json(reden, plaats) for reden in redenen]


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
        "omdat": _redenen((*rij.omdat, *rij.verzuim.omdat), plaats),
    }


def _zonder_json(id_: str, verzuim: Uitspraak, plaats: Plaats) -> dict[str, Any]:
    """A shortcoming without a notice that runs: the same keys, and no term."""
    leeg: dict[str, Any] = {
        "id": id_,
        "maatregel": None,
        "hersteltermijn": None,
        "voorlopig": False,
        "stil": False,
        "herstel": "onbekend",
    }
    return {
        **leeg,
        "verzuim": verzuim.antwoord,
        "vanaf": None,
        "omdat": _redenen(verzuim.omdat, plaats),
    }


def _termijn_json(
    rij: Termijnrij | Werkpunt, uitkomst: str | None, plaats: Plaats
) -> dict[str, Any]:
    rekening: Berekening | None = rij.berekening
    return {
        "wat": rij.wat,
        "bij": rij.bij,
        "uiterlijk": rij.uiterlijk.isoformat() if rij.uiterlijk else None,
        "berekend": rekening.uiterlijk.isoformat() if rekening else None,
        "genoemd": [genoemd.datum.isoformat() for genoemd in rij.genoemd],
        "voorlopig": rij.voorlopig,
        "stil": isinstance(rij, Werkpunt) and rij.stil,
        "uitkomst": uitkomst,
        "grond": rij.grond,
        "lezing": rij.lezing,
        "omdat": _redenen(rij.omdat, plaats),
    }


def _stap_json(stap: Vervolgstap, plaats: Plaats) -> dict[str, Any]:
    def een(rij: Voorwaardestand) -> dict[str, Any]:
        return {
            "voorwaarde": rij.naam,
            "hard": rij.hard,
            "antwoord": rij.uitspraak.antwoord,
            "invoer": rij.uitspraak.invoer,
            "omdat": _redenen(rij.uitspraak.omdat, plaats),
        }

    return {
        "trede": stap.stap.trede,
        "instrument": stap.stap.instrument.instrument,
        "mag": stap.mag,
        "met_spoed": stap.met_spoed,
        "voorwaarden": [een(rij) for rij in stap.voorwaarden],
    }
