"""Floor 4, opschorting: what an objection holds up, for which shortcoming, and until when.

The suspension by our own decision is in `schorsingsbesluit`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.bevoegdheid import niemand_weet_wie
from clm_cli.derivations.brieven.onverwerkt import Post
from clm_cli.derivations.brieven.post import meegedeeld
from clm_cli.derivations.escalatie.bezwaren import (
    beslissingen,
    bevoegd_beslist,
    geldende_regel,
    ingetrokken,
    onbevoegd_beslist,
    op_directieniveau,
    op_tijd,
    regeling,
    regeltermijn,
    verzwegen,
)
from clm_cli.derivations.escalatie.maatregeltermijnen import zoals_verteld
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaken import Genomen, tekortkomingen
from clm_cli.derivations.termijnen import geldt
from clm_cli.records.escalatie import (
    Bezwaar,
    Geschil,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Schorsingsregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value


@value
class Bezwaarschorsing:
    """From when until when an objection held a measure up; `tot` is None while it still does."""

    bezwaar: Bestand[Bezwaar]
    van: date
    tot: date | None


def einde(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> date | None:
    """When a suspension by an objection ended: by a decision that was told, talk or withdrawal."""
    beslist = bevoegd_beslist(genomen, bezwaar)
    ankers = [meegedeeld(genomen.register, genomen.dossier, f) for f in beslist]
    # 3:37 lid 3 BW: our letters hold the measure up until our reaction, and it works on receipt.
    dagen = [anker.datum for anker in ankers if anker and anker.datum <= genomen.vandaag]
    weg = ingetrokken(genomen, bezwaar)
    regels = regeling(genomen)
    # J47 names no end of the suspension; by the usual reading an outcome of the talk is one too,
    # as long as no reaction was promised by a decision of later.
    telt = geldende_regel(genomen, regels.einde if regels else None) != "alleen-beslissing"
    if telt and not beslissingen(genomen, bezwaar):
        rijen = [*genomen.bij(Geschil, bezwaar), *genomen.bij(Geschil)]
        dagen += [
            f.record.gehouden
            for f in rijen
            if f.record.gehouden
            and op_directieniveau(genomen, f.record)
            and f.record.uitkomst
            and f.record.gehouden >= bezwaar.record.ontvangen
        ]
    zwijgen = verzwegen(genomen, bezwaar) if regels and regels.zwijgen else None
    return min([*dagen, *(dag for dag in (weg, zwijgen) if dag)], default=None)


def noodzaak(maatregel: Bestand[Maatregel], tekortkoming: str | None) -> str:
    """Whether a measure is necessary (J47), for one shortcoming or (None) as a whole."""
    return _noodzaak(maatregel.record, tekortkoming)


def noodzaak_zoals_verteld(genomen: Genomen, tekortkoming: str | None) -> str:
    """The same; unknown where our letter still said that it is not necessary (J47, 3:35 BW)."""
    nu = noodzaak(genomen.maatregel, tekortkoming)
    toen = _noodzaak(zoals_verteld(genomen), tekortkoming)
    return "onbekend" if nu == "ja" and toen == "nee" else nu


def _noodzaak(record: Maatregel, tekortkoming: str | None) -> str:
    per = {rij.tekortkoming: rij.noodzaak for rij in record.noodzaak_per}
    # J47 takes the effect of an objection away: without a reason nobody can say that it does.
    zonder = record.noodzaak == "ja" and not record.noodzaak_reden
    geheel = "onbekend" if zonder else record.noodzaak
    if tekortkoming is not None:
        return per.get(tekortkoming, geheel)
    # J47 speaks of the measure: one shortcoming that makes it necessary is enough.
    alle = {per.get(id_, geheel) for id_ in record.tekortkomingen}
    return "ja" if "ja" in alle else "onbekend" if "onbekend" in alle else "nee"


def noodzaak_telt(genomen: Genomen) -> bool:
    """Whether under this contract necessity takes the effect of an objection away."""
    return genomen.contract.regime.noodzaak is not None


def _eigen_regel(genomen: Genomen) -> Schorsingsregel | None:
    """The instrument's own rule on objections, where it holds for these shortcomings."""
    regel = genomen.instrument.schorsing if genomen.instrument else None
    if regel is None or (
        regel.lezing
        and not geldt(genomen.register, genomen.contract.regime, regel.lezing, genomen.record.datum)
    ):
        return None
    eigen = [t for t in tekortkomingen(genomen.escalatie) if t.id in genomen.record.tekortkomingen]
    # A rule for one kind of shortcoming only holds when the measure is about nothing else.
    soorten = {
        s
        for t in eigen
        for s in (*t.soort, *(("veiligheid",) if t.raakt_veiligheid == "ja" else ()))
    }
    return regel if not regel.alleen or soorten <= set(regel.alleen) else None


def bezwaarschorsingen(genomen: Genomen, tekortkoming: str | None) -> list[Bezwaarschorsing]:
    """When an objection holds or held the measure up, as far as a shortcoming goes."""
    rijen = [b for b in genomen.bij(Bezwaar) if werkt(genomen, b, tekortkoming).antwoord == "ja"]
    return [Bezwaarschorsing(b, b.record.ontvangen, einde(genomen, b)) for b in rijen]


def ander_bezwaar(genomen: Genomen, bezwaar: Bestand[Bezwaar], tekortkoming: str) -> date | None:
    """When another objection came that holds the measure up, where this one does not."""
    if werkt(genomen, bezwaar, tekortkoming).antwoord == "ja":
        return None
    return next(
        (rij.van for rij in bezwaarschorsingen(genomen, tekortkoming) if rij.tot is None), None
    )


def schorst(genomen: Genomen, tekortkoming: str | None = None) -> Uitspraak:
    """Whether an objection holds the measure up now (J47 and its readings)."""
    open_ = [
        _met_onbevoegd(genomen, b, werkt(genomen, b, tekortkoming))
        for b in genomen.bij(Bezwaar)
        if einde(genomen, b) is None
    ]
    open_ += [_mogelijk(genomen, post, tekortkoming) for post in genomen.onverwerkt(Bezwaar)]
    # One objection that suspends is enough; one of which that is unknown makes all unknown.
    for antwoord in ("ja", "onbekend"):
        for uitspraak in open_:
            if uitspraak.antwoord == antwoord:
                return uitspraak
    return open_[0] if open_ else nee("er loopt geen bezwaar", genomen.maatregel.plek())


def _met_onbevoegd(genomen: Genomen, bezwaar: Bestand[Bezwaar], uit: Uitspraak) -> Uitspraak:
    """What an objection holds up, with why our decision on it did not end that."""
    mis = onbevoegd_beslist(genomen, bezwaar)
    if mis is None or uit.antwoord == "nee":
        return uit
    wie = beslissingen(genomen, bezwaar)[-1].record.besloten_door
    antwoord = "onbekend" if niemand_weet_wie(genomen.register, wie) else uit.antwoord
    return replace(uit, antwoord=antwoord, omdat=(*uit.omdat, mis))


def _mogelijk(genomen: Genomen, post: Post, tekortkoming: str | None) -> Uitspraak:
    """Whether an objection that nobody processed may hold the measure up."""
    # J47: against what it is and whether it was in time, only the letter itself can say.
    if regeltermijn(genomen, "bezwaar") is None:
        return nee("deze overeenkomst kent hier geen bezwaar", post.reden.plek)
    zou = zou_schorsen(genomen, tekortkoming)
    return zou if zou.antwoord == "nee" else onbekend(post.tekst, post.reden.plek)


def werkt(genomen: Genomen, bezwaar: Bestand[Bezwaar], tekortkoming: str | None) -> Uitspraak:
    """Whether one objection has suspensive effect, apart from its end."""
    if regeltermijn(genomen, "bezwaar") is None:
        return nee("deze overeenkomst kent hier geen bezwaar", bezwaar.plek())
    if (
        tekortkoming is not None
        and bezwaar.record.tegen
        and tekortkoming not in bezwaar.record.tegen
    ):
        return nee(f"het bezwaar gaat niet over {tekortkoming}", bezwaar.plek("tegen"))
    if bezwaar.record.indiener == "ander":
        tijdig = op_tijd(genomen, bezwaar)
        return nee(tijdig.tekst, bezwaar.plek("indiener"))
    nodig = noodzaak_zoals_verteld(genomen, tekortkoming) if noodzaak_telt(genomen) else "nee"
    if nodig == "ja":
        return nee(
            f"de maatregel is nodig voor {waarvoor(genomen)}", genomen.maatregel.plek("noodzaak")
        )
    tijdig = op_tijd(genomen, bezwaar)
    uit = _volgens_regel(genomen, bezwaar, tijdig)
    if uit.antwoord == "ja" and nodig == "onbekend":
        return onbekend(
            f"{_niet_bekend_nodig(genomen, tekortkoming)}; daarvan hangt schorsing af",
            genomen.maatregel.plek("noodzaak"),
        )
    return uit


def _niet_bekend_nodig(genomen: Genomen, tekortkoming: str | None) -> str:
    """Why it is not known whether a measure is necessary."""
    if noodzaak(genomen.maatregel, tekortkoming) != "ja":
        return f"onbekend of de maatregel nodig is voor {waarvoor(genomen)}"
    return (
        f"dat de maatregel nodig is voor {waarvoor(genomen)}, is pas na de verzending van de brief "
        "vastgelegd"
    )


def zou_schorsen(genomen: Genomen, tekortkoming: str | None) -> Uitspraak:
    """Whether a timely objection would hold the measure up: the letter says so beforehand."""
    if noodzaak_telt(genomen) and noodzaak(genomen.maatregel, tekortkoming) != "nee":
        nodig = noodzaak(genomen.maatregel, tekortkoming) == "ja"
        return (
            nee(f"de maatregel is nodig voor {waarvoor(genomen)}")
            if nodig
            else onbekend(f"onbekend of de maatregel nodig is voor {waarvoor(genomen)}")
        )
    regels, eigen = regeling(genomen), _eigen_regel(genomen)
    regel = eigen.regel if eigen else geldende_regel(genomen, regels.tijdig if regels else None)
    if regel is None:
        return onbekend("het contract laat open of een bezwaar opschort, en er is geen lezing")
    return (
        ja("een tijdig bezwaar schort de maatregel op")
        if regel == "schorst"
        else nee("een bezwaar schort deze maatregel niet op")
    )


def staat_stil(genomen: Genomen) -> bool:
    """Whether a cure term stands still while an objection holds the measure up."""
    regels = regeling(genomen)
    return geldende_regel(genomen, regels.hersteltermijn if regels else None) == "staat-stil"


def waarvoor(genomen: Genomen) -> str:
    """What a measure may be necessary for under this contract, in its words (J47)."""
    return genomen.contract.regime.noodzaak.titel if genomen.contract.regime.noodzaak else ""


def _volgens_regel(genomen: Genomen, bezwaar: Bestand[Bezwaar], tijdig: Uitspraak) -> Uitspraak:
    """What the instrument's own rule says, else that for an objection in time, late, or unknown."""
    regels, eigen = regeling(genomen), _eigen_regel(genomen)
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
        regel = tuple(geldende_regel(genomen, deel) for deel in per[tijdig.antwoord])
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


def kan_veiligheid(z: Genomen, id_: str) -> bool:
    """Whether nothing in the case says that safety is not touched."""
    t = next((t for t in tekortkomingen(z.escalatie) if t.id == id_), None)
    return t is None or t.raakt_veiligheid != "nee" or "veiligheid" in t.soort
