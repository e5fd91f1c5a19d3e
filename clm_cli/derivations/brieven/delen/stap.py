"""Floor 4, stap: what a letter takes from the measure as a step of the ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist, bij_maatregel
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, getoetst
from clm_cli.derivations.escalatie.voorwaarden import bedragen, geld
from clm_cli.derivations.escalatie.voorwaarden.preventie import reeks_van
from clm_cli.derivations.zinnen import opsomming, treden
from clm_cli.records.regimeregels import Planregel
from clm_cli.tijd.datum import bedrag as in_euro


def eisenoordeel(i: Inhoud) -> Gevonden:
    """Het gemotiveerde oordeel, of de kwartalen waarop het verzoek rust."""
    if i.maatregel and i.maatregel.eisenoordeel:
        return (i.maatregel.eisenoordeel.reden,)
    stap = stap_van(i)
    reeks = reeks_van(stap) if stap else None
    return (
        (f"{reeks.omdat[0].tekst}. {replace(reeks, omdat=reeks.omdat[1:]).tekst}",)
        if reeks and reeks.antwoord == "ja"
        else Mist(
            "eisenoordeel",
            advies(
                "{oordeel}, of leg de cijfers van twee kwartalen vast",
                oordeel=bij_maatregel(i, "eisenoordeel=eisen=… reden=…"),
            ),
        )
    )


def planinhoud(i: Inhoud) -> tuple[str, ...]:
    """Wat het contract van het gevraagde plan wil."""
    return (*planbepalingen(i), *plantitels(i))


def planbepalingen(i: Inhoud) -> tuple[str, ...]:
    """What the contract wants of the plan in its own words, each once."""
    plan = _planregel(i)
    return tuple(dict.fromkeys(r.grond.tekst for r in plan.onderdelen if r.grond)) if plan else ()


def plantitels(i: Inhoud) -> tuple[str, ...]:
    """What it wants of it where no words of its own are quoted, and who signs it."""
    plan = _planregel(i)
    if plan is None:
        return ()
    wie = opsomming([naam.replace("-", " ") for naam in plan.ondertekend_door], "of")
    tekent = (f"de ondertekening door: {wie}",) if wie else ()
    return (*(rij.titel for rij in plan.onderdelen if rij.grond is None), *tekent)


def _planregel(i: Inhoud) -> Planregel | None:
    return i.genomen.instrument.plan if i.genomen and i.genomen.instrument else None


def stap_van(i: Inhoud) -> Stap | None:
    """The measure as a step of the ladder, on its own day."""
    weg = _getoetst(i)
    return weg.stap if weg else None


def _getoetst(i: Inhoud) -> Vervolgstap | None:
    return getoetst(i.blik, i.escalatie, i.genomen.maatregel) if i.genomen and i.escalatie else None


def voorwaarden(i: Inhoud) -> Gevonden:
    """De harde voorwaarden van de maatregel."""
    weg = _getoetst(i)
    mist = (
        [
            f"{rij.kort} ({rij.uitspraak.tekst})"
            for rij in weg.voorwaarden
            if rij.hard and rij.uitspraak.antwoord != "ja"
        ]
        if weg
        else []
    )
    return Mist("; ".join(mist), opdracht("controleer", i.dossier.id)) if mist else ()


def maximum(i: Inhoud) -> Gevonden:
    """Het maximum, met de berekening."""
    stap = stap_van(i)
    uit = bedragen.maximum(stap) if stap else None
    if stap and uit and uit.antwoord == "ja":
        return (uit.tekst,) if bedragen.begrensd(stap) else ()
    zin = uit.tekst if uit else "onbekend"
    if stap and not stap.instrument.maximum:
        return Mist("ruimte onder het plafond", f"verlaag het bedrag ({zin})")
    return Mist(
        "grondslag van het maximum",
        f"leg de omzet vast bij 'grondslagen' op de kaart van het contract, en de lezingen ({zin})",
    )


def bedragregel(i: Inhoud) -> Gevonden:
    """Hoe het bedrag is uitgerekend, als het contract dat doet."""
    stap = stap_van(i)
    if stap is None or stap.instrument.bedrag is None:
        return ()
    uit = bedragen.bedrag_volgens_contract(stap)
    if uit.antwoord == "ja":
        return (uit.tekst,)
    return Mist(f"bedrag volgens het contract ({uit.tekst})", bij_maatregel(i, "geldelijk=…"))


def bedragzin(i: Inhoud) -> str:
    """How the amount was worked out; nothing where the contract does not, or it is another."""
    uit = bedragregel(i)
    return "" if isinstance(uit, Mist) else " ".join(uit)


def facturen(i: Inhoud) -> Gevonden:
    """De lijst van facturen, elk met grond en bedrag."""
    stap = stap_van(i)
    rijen = geld.facturen(stap) if stap else []
    if not rijen:
        return Mist("facturen", i.leg_vast("facturen"))
    return (
        *(regel.nummer for regel, _ in rijen),
        in_euro(sum((regel.bedrag for regel, _ in rijen), Decimal(0))),
    )


def overgeslagen(i: Inhoud, nummers: Sequence[int]) -> str:
    """The treden passed over; one that was taken for some shortcomings, with those it was not."""
    stap, ids = stap_van(i), {t.id for t in i.tekortkomingen}
    gezet: dict[int, set[str]] = {}
    for eerder in stap.eerdere() if stap else ():
        record = eerder.genomen.record
        gezet.setdefault(record.trede, set()).update(ids & set(record.tekortkomingen))
    geheel = [nr for nr in nummers if not gezet.get(nr)]
    if len(geheel) == len(nummers):
        return treden(geheel)
    deels = " (alleen voor tekortkoming {})"
    return opsomming(
        f"trede {nr}" + ("" if nr in geheel else deels.format(opsomming(sorted(ids - gezet[nr]))))
        for nr in nummers
    )
