"""Floor 6, vervolg: the command that comes after a fact: its letter, or the row of its kind."""

from __future__ import annotations

from clm_cli.acts.opgave import Opgave
from clm_cli.advies import Advies, advies, opdracht
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.derivations.escalatie.stand import verteld
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen, contract_van, einde_van, genomen_in
from clm_cli.derivations.termijnen import regimetermijnen
from clm_cli.dossier import Escalatie
from clm_cli.records.soort import Feitsoort
from clm_cli.tijd.datum import datum_vol


def volgende(soort: Feitsoort, dossier: str, ding: str = "") -> Advies | None:
    """The next command; None when the kind does not say."""
    woorden = [woord.format(d=dossier, id=ding) for woord in soort.volgende.split()]
    return opdracht(*woorden) if woorden else None


def eerst(opgave: Opgave, soort: str) -> Advies:
    """The command for a fact in this case."""
    return zaakopdracht(opgave.dossier, opgave.als(Escalatie), soort)


def zaakwoord(opgave: Opgave) -> tuple[str, ...]:
    """The case, as a word of a command where its kind of thing does not say which."""
    return eerst(opgave, "toon").opdrachten[0][3:]


def daarna(opgave: Opgave) -> Advies | None:
    """The command that comes next in this case: the letter that tells it, or that of its kind."""
    nu, zaak = volgende(opgave.soort, opgave.dossier.id), zaakwoord(opgave)
    if brief := _brief_erover(opgave):
        return opdracht("brief", "maak", opgave.dossier.id, brief, *zaak)
    if nu is None or not zaak or nu.opdrachten[0][0] != "escalatie":
        return nu
    woorden = nu.opdrachten[0]
    return opdracht(*woorden[:3], *zaak, *woorden[3:])


def _brief_erover(opgave: Opgave) -> str | None:
    """The letter to the provider about a fact of this kind; None where none has to follow.

    What was judged or decided works for him when he was told (3:37 lid 3 BW).
    """
    naam, boom = opgave.soort.naam, opgave.boom
    brieven = [rij.soort for rij in BRIEFSOORTEN if naam in rij.over and rij.lezer == "aanbieder"]
    if naam == "beoordeling":  # a letter for each thing that is judged, named after it
        eigen = f"oordeel-{boom.get('over', 'herstel')}"
        return eigen if eigen in brieven else None
    # a change or resumption has a letter where it gives another day, and an end where what ends
    # was told; under a contract without objection there is nothing to decide on
    escalatie = opgave.als(Escalatie)
    contract = contract_van(opgave.dossier, escalatie)
    nodig = {
        "aanpassing": bool(boom.get("nieuwe_data")),
        "hervatting": bool(boom.get("nieuwe_data")),
        "opheffing": any(map(verteld, genomen_in(opgave.blik, escalatie))),
        "sluiting": any(map(verteld, genomen_in(opgave.blik, escalatie))),
        "beslissing": contract is not None and bool(regimetermijnen(contract, "bezwaar")),
    }
    return brieven[0] if len(brieven) == 1 and nodig.get(naam, True) else None


def onverteld(opgave: Opgave) -> tuple[Advies, ...]:
    """The other measures that were decided and not told, which a lifting leaves as they are.

    A decision works for the provider when he was told (3:37 lid 3 BW): the letter of the lifting
    names what goes on, and so is silent on these.
    """
    gelicht = str(opgave.boom.get("bij", "")).rsplit("/", 1)[-1]
    escalatie = opgave.als(Escalatie)
    return tuple(
        _leg_uit(opgave, genomen)
        for genomen in genomen_in(opgave.blik, escalatie)
        if genomen.maatregel.stam != gelicht and genomen.instrument and not verteld(genomen)
        if einde_van(opgave.dossier, escalatie, genomen.maatregel) is None
    )


def _leg_uit(opgave: Opgave, genomen: Genomen) -> Advies:
    assert genomen.instrument
    dossier, zaak, stam = opgave.dossier.id, genomen.escalatie.id, genomen.maatregel.stam
    return advies(
        f"{genomen.instrument.titel} is besloten op {datum_vol(genomen.record.datum)} en niet "
        "meegedeeld; deze opheffing verandert dat niet. Geldt het nog: {brief}; zo niet: {trek_in}",
        brief=opdracht("brief", "maak", dossier, genomen.instrument.brief or "", zaak, bij=stam),
        trek_in=opdracht("escalatie", "opheffing", dossier, zaak, bij=stam, wijze="ingetrokken"),
    )
