"""Floor 4, punten: what is due on letters, theirs and ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from clm_cli.advies import opdracht
from clm_cli.derivations.brieven.aankomst import niet_schriftelijk
from clm_cli.derivations.brieven.herinnering import met_herinnering
from clm_cli.derivations.brieven.meedelen import te_versturen
from clm_cli.derivations.brieven.nagekomen import cijfers_zijn_er
from clm_cli.derivations.brieven.onverwerkt import Post, open_post, vervolgopdracht
from clm_cli.derivations.brieven.post import (
    beantwoord,
    genoemd,
    gereageerd,
    loopt_er,
    ontvangst,
    vervangen,
    weg,
)
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie.bezwaren import blijft, loopt
from clm_cli.derivations.escalatie.zaken import alle_genomen
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.termijnen import (
    Anker,
    duur_van,
    kalender_op,
    regimetermijnen,
    reken,
)
from clm_cli.derivations.werkpunt import Werkpunt, met_beleid
from clm_cli.dossier import Brief
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Feit
from clm_cli.records.brief import Binnengekomen, Retour, Verzonden
from clm_cli.records.escalatie import Bezwaar, Geschil, Herstel, Reactie, Verbeterplan
from clm_cli.tijd.datum import datum_vol


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What is due on letters, theirs and ours."""
    oud = vervangen(blik.dossier)
    for brief in blik.dossier.brieven:
        if brief.pad in oud or stand(blik.dossier, brief.kaart.id).gesloten:
            continue
        if brief.kaart.record.richting == "inkomend":
            yield from _inkomend(blik, brief)
        else:
            yield from _uitgaand(blik, brief)


def _punt(blik: Dossierblik, brief: Brief, soort: str, wat: str) -> Werkpunt:
    kaart = brief.kaart
    return Werkpunt(
        soort=soort,
        dossier=blik.dossier.id,
        wat=wat,
        plek=kaart.plek(),
        wie=kaart.record.behandelaar or behandelaar(blik.dossier, blik.vandaag),
        contracten=kaart.record.contracten,
        kant="AOC",
        verwijzing=kaart.id,
    )


def _inkomend(blik: Dossierblik, brief: Brief) -> Iterator[Werkpunt]:
    kaart = brief.kaart
    yield from (_verwerken(blik, post) for post in open_post(blik) if post.brief.pad == brief.pad)
    if kaart.record.antwoord_uiterlijk and not beantwoord(blik.dossier, brief, "uitgaand"):
        binnen = [
            Reden(f"binnengekomen op {datum_vol(f.record.datum)}", f.plek("datum"))
            for f in brief.van(Binnengekomen)
        ]
        dag = kaart.record.antwoord_uiterlijk
        yield replace(
            _punt(blik, brief, "antwoord", f"Antwoord op hun brief: {kaart.record.onderwerp}"),
            uiterlijk=dag,
            grond="hun verzoek",
            gevolg="een brief zonder antwoord kan ons later worden tegengeworpen",
            nu=opdracht("brief", "maak", blik.dossier.id, "antwoord", bij=f"brieven/{brief.id}"),
            omdat=(
                *binnen,
                Reden(
                    f"zij vragen antwoord uiterlijk {datum_vol(dag)}",
                    kaart.plek("antwoord_uiterlijk"),
                ),
            ),
        )


_BELEID: Mapping[type[Feit], str] = {
    Bezwaar: "bevestiging_bezwaar",
    Reactie: "beoordeling",
    Verbeterplan: "beoordeling",
    Herstel: "beoordeling",
}
"""Our own term from the receipt of such a fact: to confirm an objection, to judge the rest."""


def _verwerken(blik: Dossierblik, post: Post) -> Werkpunt:
    """A letter that is a fact of a case and is not recorded: its term runs from its receipt."""
    punt = replace(
        _punt(blik, post.brief, "brief-verwerken", f"Verwerken: {post.zin}"),
        gevolg="zolang de brief niet is verwerkt, is onbekend wat er loopt en wat kan",
        nu=vervolgopdracht(
            blik.dossier.id, post.feit, post.brief.id, post.ontvangen, post.gaat_over
        ),
        omdat=(post.reden,),
        sinds=post.ontvangen,
    )
    if post.feit.model in _BELEID:
        return met_beleid(blik.register, punt, _BELEID[post.feit.model], post.ontvangen)
    contract = blik.dossier.contract(post.brief.kaart.record.contracten[0])
    regels = regimetermijnen(contract, "directiegesprek") if contract else ()
    regel = next(iter(regels), None)
    # J46, S18: the talk at directors' level has its term from the day on which they dispute.
    if post.feit.model is not Geschil or contract is None or regel is None:
        return punt
    duur, _ = duur_van(contract, regel, post.ontvangen)
    if duur is None:
        return punt
    kalender = kalender_op(blik.register, post.ontvangen, contract, regel.soort)
    uit = reken(Anker("ontvangst-bezwaar", post.ontvangen, post.reden), duur, kalender)
    return replace(punt.met(uit), grond=regel.grond.eis, grond_tekst=regel.grond.tekst)


def _uitgaand(blik: Dossierblik, brief: Brief) -> Iterator[Werkpunt]:
    soort, gegaan = briefsoort(brief.kaart.record.soort), weg(blik.dossier, brief)
    lezer = soort.lezer if soort else "aanbieder"
    if lezer == "intern" or (lezer == "gemeenten" and gegaan.onderweg):
        return  # nobody outside waits for it, and it starts no term
    if not gegaan.verzonden:
        yield _te_verzenden(blik, brief)
    elif gegaan.alles_retour:
        yield _retour(blik, brief)
    elif zin := niet_schriftelijk(blik.dossier, brief, [f.record.kanaal for f in gegaan.verzonden]):
        yield _geen_bericht(blik, brief, zin)
    elif anker := ontvangst(blik.register, blik.dossier, brief):
        if anker.voorlopig and anker.datum < blik.vandaag:
            yield _ontvangst(blik, brief, anker)
        if not _is_er_antwoord(blik, brief):
            yield from _gevraagd(blik, brief, anker)
        yield from _af_te_wikkelen(blik, brief, anker)


def _is_er_antwoord(blik: Dossierblik, brief: Brief) -> bool:
    """Whether what a letter asks came: with a letter, as a fact of a case, or as the figures."""
    return (
        beantwoord(blik.dossier, brief, "inkomend")
        or gereageerd(blik.dossier, brief)
        or cijfers_zijn_er(blik, brief)
    )


def _te_verzenden(blik: Dossierblik, brief: Brief) -> Werkpunt:
    kaart = brief.kaart
    concept = kaart.record.concept == "ja" or bool(kaart.record.ontbreekt)
    wat = f"{'Concept' if concept else 'Brief'} nog niet verzonden: {kaart.record.onderwerp}"
    return replace(
        _punt(blik, brief, "brief-verzenden", wat),
        gevolg="zolang de brief niet is verzonden, loopt er geen termijn",
        nu=te_versturen(blik.dossier, brief),
        omdat=(Reden("er is geen verzending vastgelegd", kaart.plek()),),
    )


def _retour(blik: Dossierblik, brief: Brief) -> Werkpunt:
    """A letter that came back: it starts nothing, unless that is their own doing (3:37 lid 3)."""
    wat = f"Brief kwam terug: {brief.kaart.record.onderwerp}; {loopt_er(brief)}"
    return replace(
        _punt(blik, brief, "brief-retour", wat),
        omdat=tuple(
            Reden(f"retour op {datum_vol(f.record.datum)}: {f.record.reden}", f.plek())
            for f in brief.van(Retour)
        ),
        gevolg="zonder nieuwe verzending is op deze brief niet te bouwen",
        nu=opdracht("brief", "verzonden", blik.dossier.id, brief.id),
    )


def _geen_bericht(blik: Dossierblik, brief: Brief, zin: str) -> Werkpunt:
    """A letter that went in no written way: under this contract it starts nothing."""
    wat = f"Brief is geen bericht, er loopt GEEN termijn: {brief.kaart.record.onderwerp}"
    return replace(
        _punt(blik, brief, "brief-vorm", wat),
        omdat=(Reden(zin, brief.van(Verzonden)[0].plek("kanaal")),),
        gevolg="zonder een verzending die telt, is op deze brief niet te bouwen",
        nu=opdracht("brief", "verzonden", blik.dossier.id, brief.id),
    )


def _ontvangst(blik: Dossierblik, brief: Brief, anker: Anker) -> Werkpunt:
    return replace(
        _punt(
            blik, brief, "brief-ontvangst", f"Ontvangst vastleggen: {brief.kaart.record.onderwerp}"
        ),
        uiterlijk=anker.datum,
        omdat=(anker.reden,),
        gevolg="zonder bewijs van ontvangst is elke termijn uit deze brief voorlopig",
        voorlopig=True,
        nu=opdracht("brief", "bezorgd", blik.dossier.id, brief.id),
    )


def _gevraagd(blik: Dossierblik, brief: Brief, anker: Anker) -> Iterator[Werkpunt]:
    """The answers that the letter itself asks for.

    The terms of a measure are worked out with that measure.
    """
    for nummer, rij in enumerate(brief.kaart.record.termijnen):
        if rij.soort != "antwoord":
            continue
        uit = reken(
            anker,
            rij.termijn,
            kalender_op(blik.register, anker.datum),
            genoemd=genoemd(brief, "antwoord"),
            recht_wederpartij=True,
        )
        wat = rij.wat or f"Antwoord op onze brief: {brief.kaart.record.onderwerp}"
        gevraagd = Reden(f"gevraagd binnen {rij.termijn}", brief.kaart.plek("termijnen", nummer))
        yield replace(
            _punt(blik, brief, "antwoord-gevraagd", wat).met(uit),
            bij="aanbieder",
            grond="onze brief",
            gevolg="blijft het antwoord uit, stuur dan een herinnering",
            nu=met_herinnering(
                blik,
                opdracht("brief", "binnengekomen", blik.dossier.id, bij=f"brieven/{brief.id}"),
                brief.kaart.record.contracten[0],
                uit.uiterlijk,
            ),
            omdat=(*uit.omdat, gevraagd),
        )


def _af_te_wikkelen(blik: Dossierblik, brief: Brief, anker: Anker) -> Iterator[Werkpunt]:
    """What has to be done after the end of a contract, by the day that the letter gave for it.

    Clients, files and a last account are nobody's when the contract is gone (7:403 BW).
    """
    genomen = next((g for g in alle_genomen(blik) if g.brief and g.brief.pad == brief.pad), None)
    soort = briefsoort(brief.kaart.record.soort)
    # J42: an order to hand clients over lasts no longer than its measure
    overdraagt = soort is not None and "overdrachtsdagen" in soort.elementen
    if genomen is not None and not (loopt if overdraagt else blijft)(genomen):
        return
    for nummer, rij in enumerate(brief.kaart.record.termijnen):
        ding = f"{brief.kaart.id}#{rij.id}" if rij.id else brief.kaart.id
        na = stand(blik.dossier, ding)
        if rij.soort != "afwikkeling" or na.gesloten:
            continue
        kalender = kalender_op(blik.register, anker.datum, genomen.contract if genomen else None)
        vast = brief.kaart.plek("termijnen", nummer)
        uit = reken(anker, rij.termijn, kalender, recht_wederpartij=True)
        yield replace(
            _punt(blik, brief, "afwikkeling", f"Afwikkeling: {rij.wat or 'zie onze brief'}").met(
                uit
            ),
            uiterlijk=na.uiterlijk or uit.uiterlijk,
            bij="aanbieder",
            grond="onze brief",
            gevolg="wat dan niet is overgedragen of afgerekend, raakt cliënten en geld",
            nu=opdracht("actie", "afgerond", blik.dossier.id, rij.id or f"brieven/{brief.id}"),
            omdat=(*uit.omdat, Reden(f"in onze brief staat {rij.termijn}", vast), *na.redenen),
            verwijzing=ding,
            geparkeerd_tot=na.geparkeerd_tot,
        )
