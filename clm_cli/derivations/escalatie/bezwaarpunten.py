"""Floor 4, bezwaarpunten: what is due on objections: the right, the answer, the talk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.onverwerkt import zaak_van
from clm_cli.derivations.escalatie.bezwaren import (
    beslistermijn,
    bevoegd_beslist,
    geschil_van,
    ingetrokken,
    onbevoegd_beslist,
    op_tijd,
    regeltermijn,
)
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt, uitgerekend
from clm_cli.derivations.escalatie.maatregeltermijnen import termijnduur
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.termijnen import Anker, duur_van
from clm_cli.derivations.werkpunt import Werkpunt, met_beleid
from clm_cli.dossier import Brief
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Bezwaar, Geschil
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.datum import datum_vol


def bezwaar_maken(genomen: Genomen, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The right to object, until its last day; then the objection itself: acknowledge, decide."""
    gemaakt = genomen.bij(Bezwaar)
    duur, afwijking = termijnduur(genomen, regel)
    punt = replace(
        maatregelpunt(genomen, "bezwaar", f"{regel.titel} ({genomen.naam})"),
        omdat=(afwijking,) if afwijking else (),
        nu=advies(
            "kijk in de post en de mail; is er een bezwaar: {leg_vast}",
            leg_vast=zaakopdracht(genomen.dossier, genomen.escalatie, "bezwaar", genomen.maatregel),
        ),
    )
    punt = uitgerekend(genomen, punt, regel, duur)
    if not gemaakt:
        # The letter that lies there is a line of its own, with the day on which it came in.
        if genomen.onverwerkt(Bezwaar):
            return
        if punt.uiterlijk is None or punt.uiterlijk >= genomen.vandaag:
            yield punt
        return
    for bezwaar in gemaakt:
        if not ingetrokken(genomen, bezwaar) and not bevoegd_beslist(genomen, bezwaar):
            yield from _op_bezwaar(genomen, bezwaar)


def vervallen_maatregel(genomen: Genomen, reden: Reden) -> Werkpunt:
    """A measure that lapsed by our silence: that is to be recorded and told."""
    return replace(
        maatregelpunt(genomen, "vervallen", f"De maatregel is vervallen ({genomen.naam})"),
        nu=zaakopdracht(genomen.dossier, genomen.escalatie, "opheffing", genomen.maatregel),
        gevolg="wie een vervallen maatregel uitvoert, handelt zonder grond",
        omdat=(reden,),
    )


def _bevestigt(brief: Brief, bezwaar: Bestand[Bezwaar], genomen: Genomen) -> bool:
    """Whether a letter acknowledges this objection; one that names none may be about any of it.

    Which objection is meant by a letter about another measure, or in another case, nobody asks.
    """
    kaart = brief.kaart.record
    if kaart.soort != "bevestiging-bezwaar" or kaart.datum < bezwaar.record.ontvangen:
        return False
    if zaak_van(genomen.dossier, brief.kaart) not in (None, genomen.escalatie.pad):
        return False
    doel = genomen.dossier.vind(kaart.bij, brief.kaart.pad)
    over = {Bezwaar: bezwaar.pad, Maatregel: genomen.maatregel.pad}
    return doel is None or over.get(type(doel.deel), doel.bestand.pad) == doel.bestand.pad


def _op_bezwaar(genomen: Genomen, bezwaar: Bestand[Bezwaar]) -> Iterator[Werkpunt]:
    ontvangen = bezwaar.record.ontvangen
    reden = Reden(
        f"bezwaar ontvangen op {datum_vol(ontvangen)}: {op_tijd(genomen, bezwaar).tekst}",
        bezwaar.plek("ontvangen"),
    )
    if not any(_bevestigt(brief, bezwaar, genomen) for brief in genomen.dossier.brieven):
        yield _bevestigen(genomen, bezwaar, reden)
    beslis = replace(
        maatregelpunt(genomen, "beslissing", "Reactie op het bezwaar"),
        plek=bezwaar.plek(),
        nu=zaakopdracht(genomen.dossier, genomen.escalatie, "beslissing", bezwaar),
        gevolg="tot de reactie blijft onzeker welke termijnen lopen",
        omdat=(reden, mis) if (mis := onbevoegd_beslist(genomen, bezwaar)) else (reden,),
    )
    if (regel := regeltermijn(genomen, "beslissing")) and (tot := beslistermijn(genomen, bezwaar)):
        yield replace(
            beslis.met(tot),
            wat=regel.titel,
            grond=regel.grond.eis,
            grond_tekst=regel.grond.tekst,
            gevolg=regel.gevolg,
            vervalt=tot.uiterlijk is not None,
        )
        return
    geschillen = (*genomen.bij(Geschil), *genomen.bij(Geschil, bezwaar))
    # Only the talk (J46) starts a term of our own for the answer; the contract itself names none.
    gehouden = next((f.record.gehouden for f in geschillen if f.record.gehouden), None)
    if gehouden:
        beslis = met_beleid(genomen.register, beslis, "reactie_na_gesprek", gehouden)
    yield beslis


def _bevestigen(genomen: Genomen, bezwaar: Bestand[Bezwaar], reden: Reden) -> Werkpunt:
    punt = replace(
        maatregelpunt(genomen, "bezwaar-bevestigen", "Ontvangst van het bezwaar bevestigen"),
        plek=bezwaar.plek(),
        omdat=(reden,),
        gevolg="de aanbieder weet niet of het bezwaar is ontvangen",
        nu=opdracht(
            "brief",
            "maak",
            genomen.dossier.id,
            "bevestiging-bezwaar",
            genomen.escalatie.id,
            bij=bezwaar.stam,
            uitnodiging="datum=… tijd=… plaats=…",
        ),
    )
    return met_beleid(genomen.register, punt, "bevestiging_bezwaar", bezwaar.record.ontvangen)


def directiegesprek(genomen: Genomen, regel: Regimetermijn) -> Iterator[Werkpunt]:
    """The talk at directors' level after an objection or a recorded dispute."""
    bron = geschil_van(genomen, regel)
    if bron is None:
        return
    dag, feit = bron
    anker = Anker(
        "ontvangst-bezwaar", dag, Reden(f"het geschil bestaat sinds {datum_vol(dag)}", feit.plek())
    )
    duur, _ = duur_van(genomen.contract, regel, dag)
    punt = replace(
        maatregelpunt(genomen, "directiegesprek", regel.titel),
        nu=zaakopdracht(
            *(genomen.dossier, genomen.escalatie, "geschil", feit),
            gehouden="…",
            directie_opdrachtgever="…",
            directie_aanbieder="…",
        ),
        bij="beide",
    )
    yield uitgerekend(genomen, punt, regel, duur, anker=anker)
