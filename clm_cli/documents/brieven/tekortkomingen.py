"""Floor 6, tekortkomingen: what a letter says of each shortcoming, and what went before."""

from __future__ import annotations

from datetime import timedelta

from clm_cli.derivations.brieven.bepalingen import verplichting
from clm_cli.derivations.brieven.bijlagen import nummers_bij, nummers_van
from clm_cli.derivations.brieven.delen.verzuim import verzuim_of_reden
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.oordelen import laatste_herstel, laatste_oordeel
from clm_cli.derivations.brieven.verleden import verleden
from clm_cli.derivations.brieven.voorval import Voorval
from clm_cli.derivations.escalatie import opschorting
from clm_cli.derivations.escalatie.fraude import bewezen
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.zinnen import bijlagewoord, opsomming, zin
from clm_cli.records.escalatie import Tekortkoming
from clm_cli.records.regime import Doelgroep
from clm_cli.woorden import geschreven

_NODIG = {
    "veiligheid": "voor de veiligheid van {doelgroep}",
    "fraude": "om verdere fraude te voorkomen",
}
_RAAKT = {"financieel": "financiën"}
"""What a shortcoming touches, as a noun where the word of the record is none or has no
diaeresis."""


def tekortkoming(i: Inhoud, t: Tekortkoming, nummer: int) -> dict[str, object]:
    """One shortcoming, with its obligation, its day and what an objection does to it."""
    waar, woorden = verplichting(i, t)
    dag = next((d for d in i.dagen_van("herstel") if d.tekortkoming == t.id), None)
    termijn = next(
        (
            h
            for h in (i.maatregel.hersteltermijnen if i.maatregel else ())
            if h.tekortkoming == t.id
        ),
        None,
    )
    rij: dict[str, object] = {
        "nummer": nummer,
        "id": t.id,
        "naam": f"tekortkoming {t.id} ({t.wat.rstrip('.')})",
        "wat": t.wat,
        "feiten": t.feiten,
        "herstel": laatste_herstel(i, t.id),
        "bijlage": bijlagewoord(nummers_van(i, t)),
        "soort": opsomming(_RAAKT.get(soort, geschreven(soort)) for soort in t.soort),
        "waar": waar or "",
        "dreigend": t.ernst == "dreigend",
        "veiligheid": t.raakt_veiligheid == "ja",
    }
    eigen = {"eis": t.eis, "vaststelling": t.vaststelling, "verplichting": woorden}
    rij |= {naam: waarde for naam, waarde in eigen.items() if waarde}
    if dag:
        rij |= {
            "uiterlijk": dag.uiterlijk,
            "termijn": str(dag.berekening.duur),
            "verzuim": dag.uiterlijk + timedelta(days=1),
        }
    if gezien := laatste_oordeel(i, t.id):
        op, pad, woorden_ = gezien
        bijlage = bijlagewoord(nummers_bij(i, pad))
        rij |= {"stand_op": op, "stand": woorden_, "stand_bijlage": bijlage}
    if termijn:
        rij["redelijk"] = termijn.redelijk
    return rij | (_bij_bezwaar(i, i.genomen, t) if i.genomen else {})


def _bij_bezwaar(i: Inhoud, genomen: Genomen, t: Tekortkoming) -> dict[str, object]:
    """What an objection would do as far as a shortcoming goes, and why (J47)."""
    telt = opschorting.noodzaak_telt(genomen)
    return {
        "schorst": opschorting.zou_schorsen(genomen, t.id).antwoord,
        "nodig": opschorting.noodzaak(genomen.maatregel, t.id) if telt else "nee",
        "verzuimreden": verzuim_of_reden(i, t.id) or "",
        "nodig_zin": nodig_zin(i, genomen, t),
    }


def nodig_zin(i: Inhoud, genomen: Genomen, t: Tekortkoming) -> str:
    """Why a measure is necessary: for safety or against fraud, as it was recorded (J47).

    Where that was not said, fraud is only named where it was established for this shortcoming.
    """
    eigen = next((r for r in genomen.record.noodzaak_per if r.tekortkoming == t.id), None)
    reden = zin((eigen.reden if eigen else None) or genomen.record.noodzaak_reden or "")
    voor = (eigen.voor if eigen else ()) or genomen.record.noodzaak_voor or _afgeleid(i, t)
    wie = Doelgroep.van(i.contract.regime)
    woorden = opsomming(_NODIG[grond].format(doelgroep=wie) for grond in voor)
    return f"nodig is {woorden or 'als bedoeld in de overeenkomst'}. {reden}".strip()


def _afgeleid(i: Inhoud, t: Tekortkoming) -> tuple[str, ...]:
    """The ground that the shortcoming itself gives, of a measure that names none."""
    if i.escalatie and t.id in bewezen(i.dossier, i.escalatie, i.dag):
        return ("fraude",)
    return ("veiligheid",) if t.raakt_veiligheid == "ja" or "veiligheid" in t.soort else ()


def verledengegevens(i: Inhoud) -> dict[str, object]:
    """What went before: all in one list, and per shortcoming."""
    rijen, ids = verleden(i), {t.id for t in i.tekortkomingen}

    def van(voorval: Voorval) -> set[str]:
        return set(voorval.tekortkomingen) & ids

    def regel(voorval: Voorval) -> dict[str, object]:
        over = (
            f"({opsomming(sorted(van(voorval)))})" if van(voorval) and van(voorval) != ids else ""
        )
        stuk = bijlagewoord(nummers_bij(i, voorval.pad))
        return {
            "datum": voorval.datum,
            "zin": f"{voorval.zin[:-1]} ({stuk})." if stuk else voorval.zin,
            "over": over,
        }

    return {
        "verleden": [regel(rij) for rij in rijen],
        "verleden_samen": [regel(rij) for rij in rijen if not van(rij) or van(rij) == ids],
        "verleden_per": {
            id_: [regel(rij) for rij in rijen if id_ in van(rij) and van(rij) != ids] for id_ in ids
        },
    }
