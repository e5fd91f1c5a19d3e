"""Floor 4, bezwaren: whether an objection is in time, what it suspends, until when.

And the talk it leads to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.maatregeltermijnen import Maatregeltermijn, termijn
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaken import Zaak
from clm_cli.derivations.opvolging import stand
from clm_cli.derivations.termijnen import begin_van, duur_van, geldt, regel_van
from clm_cli.records.escalatie import (
    Beslissing,
    Bezwaar,
    Geschil,
    Opening,
    Tekortkoming,
    Tekortkomingfeit,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Bezwaarregeling, Regimetermijn, Schorsingsregel, Vraagregel
from clm_cli.register import Escalatie
from clm_cli.tijd.datum import datum_vol


@dataclass(frozen=True, slots=True)
class Stilstand:
    """From when until when an objection held a measure up; `tot` is None while it still does."""

    bezwaar: Bestand[Bezwaar]
    van: date
    tot: date | None


def regeltermijn(zaak: Zaak, soort: str) -> Regimetermijn | None:
    """The term of one kind that the contract attaches to this instrument."""
    regels = zaak.contract.regime.termijnen if zaak.contract.regime else ()
    return next(
        (
            r
            for r in regels
            if r.soort == soort and zaak.maatregel.record.instrument in r.instrumenten
        ),
        None,
    )


def bezwaartermijn(zaak: Zaak) -> Maatregeltermijn | None:
    """Until when the provider may object; None where the contract gives no such right."""
    regel = regeltermijn(zaak, "bezwaar")
    return (
        termijn(zaak, regel, duur_van(zaak.contract, regel, zaak.maatregel.record.datum)[0])
        if regel
        else None
    )


def regeling(zaak: Zaak) -> Bezwaarregeling | None:
    """What the contract says on objections; None when it says nothing."""
    return zaak.contract.regime.bezwaar if zaak.contract.regime else None


def _regel(zaak: Zaak, regel: Vraagregel[Any] | None) -> str | None:
    """What holds on a point of the objection; None when it is open, or the contract is silent."""
    return regel_van(zaak.register, zaak.contract.regime, regel, zaak.maatregel.record.datum)


def op_tijd(zaak: Zaak, bezwaar: Bestand[Bezwaar]) -> Uitspraak:
    """Whether an objection came in the right form and by the last day.

    Late is only said when the receipt of our letter is recorded.
    """
    record, regel, regels = bezwaar.record, bezwaartermijn(zaak), regeling(zaak)
    if regel is None:
        return nee("deze overeenkomst kent hier geen bezwaar; het telt als reactie", bezwaar.plek())
    if record.schriftelijk != "ja" and (regels is None or regels.schriftelijk == "ja"):
        zin = (
            "het bezwaar is niet schriftelijk"
            if record.schriftelijk == "nee"
            else "onbekend of het bezwaar schriftelijk is"
        )
        return Uitspraak(record.schriftelijk, nee(zin, bezwaar.plek("schriftelijk")).omdat)
    if regel.uiterlijk is None:
        return onbekend(f"de laatste dag is niet bekend: {regel.omdat[0].tekst}", bezwaar.plek())
    maat = _regel(zaak, regels.op_tijd if regels else None)
    dag = record.ontvangen if maat == "ontvangen" else record.verzonden or record.ontvangen
    if dag <= regel.uiterlijk and (maat is not None or record.ontvangen <= regel.uiterlijk):
        return ja(
            f"op tijd: {datum_vol(dag)}, de laatste dag is {datum_vol(regel.uiterlijk)}",
            bezwaar.plek(),
        )
    zin = f"na de laatste dag, {datum_vol(regel.uiterlijk)}"
    if regel.voorlopig:
        return onbekend(
            f"{zin}; maar de ontvangst van onze brief is niet vastgelegd", bezwaar.plek()
        )
    if dag <= regel.uiterlijk:
        return onbekend(
            f"verzonden op tijd en ontvangen {zin}; het contract zegt niet wat telt", bezwaar.plek()
        )
    if record.verzonden is None and maat != "ontvangen":
        return onbekend(f"ontvangen {zin}; vraag wanneer het is verzonden", bezwaar.plek())
    return nee(f"te laat: {datum_vol(dag)}, {zin}", bezwaar.plek())


def ingetrokken(zaak: Zaak, bezwaar: Bestand[Bezwaar]) -> date | None:
    """The day on which an objection was withdrawn.

    Said in the objection itself, or followed up as lapsed.
    """
    later = stand(zaak.dossier, bezwaar.id).gesloten
    return bezwaar.record.ingetrokken or (later.record.datum if later else None)


def geschillen(zaak: Zaak) -> list[Bestand[Geschil]]:
    """The disputes about a measure, also those that follow an objection."""
    return [*zaak.bij(Geschil), *(f for b in zaak.bij(Bezwaar) for f in zaak.bij(Geschil, b))]


def geschil_van(zaak: Zaak, regel: Regimetermijn) -> tuple[date, Bestand[Any]] | None:
    """Since when there is a dispute that asks for a talk.

    None when there is none or the talk was held.
    """
    return None if any(f.record.gehouden for f in geschillen(zaak)) else geschil_sinds(zaak, regel)


def geschil_sinds(zaak: Zaak, regel: Regimetermijn) -> tuple[date, Bestand[Any]] | None:
    """Since when there is a dispute, whether the talk was held or not."""
    rijen = geschillen(zaak)
    begin, _ = begin_van(zaak.register, zaak.contract, regel, zaak.maatregel.record.datum)
    bronnen: list[tuple[date, Bestand[Any]]] = [(f.record.datum, f) for f in rijen]
    if begin == "ontvangst-bezwaar":
        telt = [
            b
            for b in zaak.bij(Bezwaar)
            if not ingetrokken(zaak, b) and op_tijd(zaak, b).antwoord != "nee"
        ]
        bronnen += [(b.record.ontvangen, b) for b in telt]
    return min(bronnen, key=lambda rij: (rij[0], rij[1].pad), default=None)


def einde(zaak: Zaak, bezwaar: Bestand[Bezwaar]) -> date | None:
    """When the suspension by an objection ended.

    A decision, the outcome of the talk, or withdrawal.
    """
    dagen = [f.record.datum for f in zaak.bij(Beslissing, bezwaar)]
    weg = ingetrokken(zaak, bezwaar)
    regels = regeling(zaak)
    if _regel(zaak, regels.einde if regels else None) != "alleen-beslissing":
        rijen = [*zaak.bij(Geschil, bezwaar), *zaak.bij(Geschil)]
        dagen += [
            f.record.gehouden
            for f in rijen
            if f.record.gehouden
            and f.record.uitkomst
            and f.record.gehouden >= bezwaar.record.ontvangen
        ]
    return min([*dagen, *([weg] if weg else [])], default=None)


def tekortkomingen(escalatie: Escalatie) -> tuple[Tekortkoming, ...]:
    """All shortcomings of a case, those found later included."""
    uit = [t for f in escalatie.van(Opening) for t in f.record.tekortkomingen]
    return (*uit, *(f.record.tekortkoming for f in escalatie.van(Tekortkomingfeit)))


def noodzaak(maatregel: Bestand[Maatregel], tekortkoming: str | None) -> str:
    """Whether a measure is necessary for safety or against further fraud.

    For one shortcoming or (None) as a whole.
    """
    record = maatregel.record
    per = {rij.tekortkoming: rij.noodzaak for rij in record.noodzaak_per}
    if tekortkoming is not None:
        return per.get(tekortkoming, record.noodzaak)
    alle = {per.get(id_, record.noodzaak) for id_ in record.tekortkomingen}
    return "ja" if "ja" in alle else "onbekend" if "onbekend" in alle else "nee"


def noodzaak_telt(zaak: Zaak) -> bool:
    """Whether under this contract necessity takes the effect of an objection away."""
    return zaak.contract.regime.noodzaak is not None


def _eigen_regel(zaak: Zaak) -> Schorsingsregel | None:
    """The rule of the instrument itself on objections.

    When it holds for these shortcomings and as the contract is read.
    """
    regel = zaak.instrument.schorsing if zaak.instrument else None
    if regel is None or (
        regel.lezing
        and not geldt(
            zaak.register, zaak.contract.regime, regel.lezing, zaak.maatregel.record.datum
        )
    ):
        return None
    eigen = [
        t for t in tekortkomingen(zaak.escalatie) if t.id in zaak.maatregel.record.tekortkomingen
    ]
    soorten = {
        s
        for t in eigen
        for s in (*t.soort, *(("veiligheid",) if t.raakt_veiligheid == "ja" else ()))
    }
    return regel if not regel.alleen or soorten <= set(regel.alleen) else None


def stilstanden(zaak: Zaak, tekortkoming: str | None) -> list[Stilstand]:
    """The stretches of time in which an objection holds (or held) the measure up.

    As far as a shortcoming goes.
    """
    rijen = [b for b in zaak.bij(Bezwaar) if werkt(zaak, b, tekortkoming).antwoord == "ja"]
    return [Stilstand(b, b.record.ontvangen, einde(zaak, b)) for b in rijen]


def schorst(zaak: Zaak, tekortkoming: str | None = None) -> Uitspraak:
    """Whether an objection holds the measure up now (J47 and its readings)."""
    open_ = [werkt(zaak, b, tekortkoming) for b in zaak.bij(Bezwaar) if einde(zaak, b) is None]
    for antwoord in ("ja", "onbekend"):
        for uitspraak in open_:
            if uitspraak.antwoord == antwoord:
                return uitspraak
    return open_[0] if open_ else nee("er loopt geen bezwaar", zaak.maatregel.plek())


def werkt(zaak: Zaak, bezwaar: Bestand[Bezwaar], tekortkoming: str | None) -> Uitspraak:
    """Whether one objection has suspensive effect, apart from its end."""
    if regeltermijn(zaak, "bezwaar") is None:
        return nee("deze overeenkomst kent hier geen bezwaar", bezwaar.plek())
    if (
        tekortkoming is not None
        and bezwaar.record.tegen
        and tekortkoming not in bezwaar.record.tegen
    ):
        return nee(f"het bezwaar gaat niet over {tekortkoming}", bezwaar.plek("tegen"))
    nodig = noodzaak(zaak.maatregel, tekortkoming) if noodzaak_telt(zaak) else "nee"
    if nodig == "ja":
        return nee(f"de maatregel is nodig voor {_waarvoor(zaak)}", zaak.maatregel.plek("noodzaak"))
    tijdig = op_tijd(zaak, bezwaar)
    uit = _volgens_regel(zaak, bezwaar, tijdig)
    if uit.antwoord == "ja" and nodig == "onbekend":
        return onbekend(
            f"onbekend of de maatregel nodig is voor {_waarvoor(zaak)}; daarvan hangt schorsing af",
            zaak.maatregel.plek("noodzaak"),
        )
    return uit


def zou_schorsen(zaak: Zaak, tekortkoming: str) -> Uitspraak:
    """Whether an objection that is in time would hold the measure up.

    What the letter tells the provider beforehand.
    """
    if noodzaak_telt(zaak) and noodzaak(zaak.maatregel, tekortkoming) != "nee":
        nodig = noodzaak(zaak.maatregel, tekortkoming) == "ja"
        return (
            nee(f"de maatregel is nodig voor {_waarvoor(zaak)}")
            if nodig
            else onbekend(f"onbekend of de maatregel nodig is voor {_waarvoor(zaak)}")
        )
    regels, eigen = regeling(zaak), _eigen_regel(zaak)
    regel = eigen.regel if eigen else _regel(zaak, regels.tijdig if regels else None)
    if regel is None:
        return onbekend("het contract laat open of een bezwaar opschort, en er is geen lezing")
    return (
        ja("een tijdig bezwaar schort de maatregel op")
        if regel == "schorst"
        else nee("een bezwaar schort deze maatregel niet op")
    )


def staat_stil(zaak: Zaak) -> bool:
    """Whether a cure term stands still while an objection holds the measure up."""
    regels = regeling(zaak)
    return _regel(zaak, regels.hersteltermijn if regels else None) == "staat-stil"


def verzenden_volstaat(zaak: Zaak) -> bool:
    """Whether an objection is in time when it was sent on the last day."""
    regels = regeling(zaak)
    return _regel(zaak, regels.op_tijd if regels else None) == "verzonden"


def _waarvoor(zaak: Zaak) -> str:
    return (
        zaak.contract.regime.noodzaak.titel
        if zaak.contract.regime and zaak.contract.regime.noodzaak
        else ""
    )


def _volgens_regel(zaak: Zaak, bezwaar: Bestand[Bezwaar], tijdig: Uitspraak) -> Uitspraak:
    """What the instrument's own rule says, else the rule for an objection in time or late.

    Both where that is unknown.
    """
    regels, eigen = regeling(zaak), _eigen_regel(zaak)
    vorm = bezwaar.record.schriftelijk if regels is None or regels.schriftelijk == "ja" else "ja"
    if vorm == "nee":
        return nee(
            f"{tijdig.tekst}; een bezwaar dat niet schriftelijk is, schort niet op",
            bezwaar.plek("schriftelijk"),
        )
    if eigen:
        regel: tuple[str | None, ...] = (eigen.regel,)
    elif regels is None:
        return onbekend("het regime zegt niet of een bezwaar de maatregel opschort", bezwaar.plek())
    else:
        per = {
            "ja": (regels.tijdig,),
            "nee": (regels.te_laat,),
            "onbekend": (regels.tijdig, regels.te_laat),
        }
        regel = tuple(_regel(zaak, deel) for deel in per[tijdig.antwoord])
    if set(regel) == {"schorst"} and vorm == "ja":
        return ja(
            f"een bezwaar van {datum_vol(bezwaar.record.ontvangen)} schort de maatregel op",
            bezwaar.plek(),
        )
    if set(regel) == {"schorst-niet"}:
        laat = f"{tijdig.tekst}; een te laat " if tijdig.antwoord == "nee" and not eigen else "een "
        return nee(f"{laat}bezwaar schort deze maatregel niet op", bezwaar.plek())
    return (
        tijdig
        if tijdig.antwoord == "onbekend"
        else onbekend(
            "het contract laat open of een bezwaar opschort, en er is geen lezing", bezwaar.plek()
        )
    )
