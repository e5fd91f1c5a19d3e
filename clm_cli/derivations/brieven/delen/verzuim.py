"""Floor 4, verzuim: since when a provider is in default, and what follows from it."""

from __future__ import annotations

from datetime import date

from clm_cli.advies import advies
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist, bij_maatregel
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.tijd.datum import datum_vol


def verzuimgrond(i: Inhoud) -> Gevonden:
    """Waarom geen termijn nodig is."""
    # 6:82 BW asks a written notice with a term; 6:83 BW and the contract say when none is needed
    grond = i.maatregel.verzuimgrond if i.maatregel else None
    return (
        (grond.artikel, grond.reden)
        if grond
        else Mist("verzuimgrond", bij_maatregel(i, "verzuimgrond=artikel=… reden=…"))
    )


def verzuim_vanaf(i: Inhoud) -> Gevonden:
    """Vanaf wanneer de aanbieder in verzuim is."""
    if i.escalatie is None:
        return Mist("escalatie", "noem de escalatie op de kaart van de brief")
    stand = stand_van(i.blik, i.escalatie)
    # each shortcoming is in default by itself (6:81 BW): one without a day stops the letter
    dagen = {
        t.id: [r.vanaf for r in stand.herstel if r.tekortkoming == t.id and r.vanaf]
        for t in i.tekortkomingen
    }
    leeg = [id_ for id_, rij in dagen.items() if not rij]
    return (
        Mist(f"verzuim van {', '.join(leeg)}", i.leg_vast("beoordeling"))
        if leeg
        else tuple(datum_vol(min(rij)) for rij in dagen.values())
    )


def gevolgen(_i: Inhoud) -> Gevonden:
    """De gevolgen van verzuim."""
    # 6:74 BW: who fails is liable for the damage, and while performance is still possible only
    # once in default (lid 2): the letter names the article, the liability and the default
    return "aansprakelijk", "6:74", "verzuim"


def verzuimstand(i: Inhoud) -> Gevonden:
    """Sinds wanneer verzuim bestaat, of waarom het niet nodig is."""
    # where a step goes without default (6:83, 6:265 lid 2 BW), the record says why
    rijen = [verzuim_of_reden(i, t.id) for t in i.tekortkomingen]
    leeg = [t.id for t, rij in zip(i.tekortkomingen, rijen, strict=True) if rij is None]
    if leeg:
        return Mist(
            f"verzuim van {', '.join(leeg)}, of waarom het niet nodig is",
            advies(
                "{oordeel}, of {wijk_af}",
                oordeel=i.leg_vast("beoordeling"),
                wijk_af=bij_maatregel(i, "afwijkingen=voorwaarde=verzuim reden=… door=… datum=…"),
            ),
        )
    return tuple(datum_vol(rij) if isinstance(rij, date) else rij for rij in rijen if rij)


def verzuim_gevraagd(i: Inhoud) -> Gevonden:
    """Sinds wanneer verzuim bestaat, als het contract dat bij dit instrument vraagt."""
    # 6:93 BW asks it of a penalty and yields to the contract: what it does not ask is not due
    return verzuimstand(i) if vraagt_verzuim(i) else ()


def vraagt_verzuim(i: Inhoud) -> bool:
    """Whether the contract asks default of the instrument of a letter."""
    instrument = i.genomen.instrument if i.genomen else None
    return instrument is not None and "verzuim" in instrument.voorwaarden.alle


def verzuim_of_reden(i: Inhoud, tekortkoming: str) -> date | str | None:
    """Since when a shortcoming is in default, else why this measure does not need that."""
    assert i.escalatie
    stand = stand_van(i.blik, i.escalatie)
    dagen = [
        r.vanaf
        for r in stand.herstel
        if r.tekortkoming == tekortkoming and r.vanaf and r.verzuim.antwoord == "ja"
    ]
    redenen = (
        [rij.reden for rij in i.maatregel.afwijkingen if rij.voorwaarde == "verzuim"]
        if i.maatregel
        else []
    )
    return min(dagen) if dagen else next(iter(redenen), None)
