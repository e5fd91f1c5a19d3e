"""Floor 4, contractwensen: what the contract wants of talks, norms and requests, and is not so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from clm_cli.advies import Advies, opdracht
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.herzieningen import te_laat_herzien
from clm_cli.derivations.normen import geldende, niet_te_toetsen
from clm_cli.derivations.ontbrekend import grond_in
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import bepaling
from clm_cli.derivations.uitvraag import dubbele_cijfers, dubbele_stukken
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.derivations.zinnen import aantal
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Grond
from clm_cli.records.cijfers import Kpi
from clm_cli.records.gesprek import Gedeeld, GesprekVervallen, Themabespreking
from clm_cli.records.overeenkomst import Norm
from clm_cli.records.regime import Thema
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

DICHTBIJ = 14
"""Separate talks with one provider within so many days could have been one (policy)."""


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """A line for each of it, until it is so."""
    for bron in (_samen, _themas, _vormen, _normen, _ritme, _dubbel):
        yield from bron(blik)


@value
class Paar:
    """Two talks that could be one."""

    eerste: Gesprek
    tweede: Gesprek

    @property
    def dagen(self) -> int:
        """How far they are apart."""
        return (dag_van(self.tweede).datum - dag_van(self.eerste).datum).days


def dicht_bij_elkaar(blik: Dossierblik) -> Iterator[Paar]:
    """The regular talks to come that lie near each other (J16)."""
    komend = sorted(
        (gesprek for gesprek in blik.dossier.gesprekken if _telt(blik, gesprek)),
        key=lambda gesprek: dag_van(gesprek).datum,
    )
    for eerste, tweede in pairwise(komend):
        paar = Paar(eerste, tweede)
        if paar.dagen <= DICHTBIJ:
            yield paar


def _telt(blik: Dossierblik, gesprek: Gesprek) -> bool:
    """A regular talk that is still to come and goes on."""
    komt = dag_van(gesprek).datum >= blik.vandaag and not gesprek.van(GesprekVervallen)
    return komt and gesprek.kaart.record.soort == "regulier"


def _punt(blik: Dossierblik, plek: Plek, wat: str, grond: Grond, **rest: Any) -> Werkpunt:
    return Werkpunt(
        soort="aanvullen",
        dossier=blik.dossier.id,
        wat=wat,
        plek=plek,
        grond=grond.eis,
        grond_tekst=grond.tekst,
        wie=behandelaar(blik.dossier, blik.vandaag),
        kant="AOC",
        **rest,
    )


def _samen(blik: Dossierblik) -> Iterator[Werkpunt]:
    grond = grond_in(blik, "gesprekken-combineren")
    for paar in dicht_bij_elkaar(blik) if grond else ():
        een, twee = (datum_vol(dag_van(g).datum) for g in (paar.eerste, paar.tweede))
        assert grond is not None
        er_zit = f"er {'zit' if paar.dagen == 1 else 'zitten'} {aantal(paar.dagen, 'dag', 'dagen')}"
        yield _punt(
            blik,
            paar.tweede.kaart.plek("datum"),
            f"Gesprekken van {een} en {twee} samenvoegen",
            grond,
            gevolg="twee gesprekken kort na elkaar vragen de aanbieder twee keer om hetzelfde",
            nu=opdracht("gesprek", "vervallen", blik.dossier.id, paar.tweede.id.split("/")[-1]),
            contracten=paar.tweede.kaart.record.contracten,
            code="DOS211",
            omdat=(Reden(f"{er_zit} tussen", paar.eerste.kaart.plek()),),
        )


def _themas(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The themes that the last talk on a contract left untreated, or said nothing of (J24)."""
    for gesprek in _laatste(blik):
        gehouden, dag = gesprek.kaart.record.gehouden, datum_vol(dag_van(gesprek).datum)
        gezegd = gehouden.themas if gehouden else ()
        open_ = [t for t in _vaste(blik, gesprek) if niet_behandeld(t, gezegd)]
        stil = not gezegd and not gesprek.van(Gedeeld)  # a card that was shared stays as it is
        if open_:
            namen = ", ".join(thema.titel for thema in open_)
            yield _punt(
                blik,
                gesprek.kaart.plek("gehouden", "themas"),
                f"Thema's van het gesprek van {dag} vastleggen"
                if stil
                else f"Op de volgende agenda: {namen}",
                open_[0].grond,
                gevolg="het contract wil dat dit thema ten minste aan bod komt",
                nu=_vul_kaart(gesprek)
                if stil
                else opdracht("gesprek", "maak", "agenda", blik.dossier.id),
                contracten=gesprek.kaart.record.contracten,
                code="DOS204",
                omdat=(
                    Reden(f"niet als behandeld vastgelegd op {dag}: {namen}", gesprek.kaart.plek()),
                ),
                bundel="Thema's van een gesprek vastleggen" if stil else "",
            )


def _vul_kaart(gesprek: Gesprek) -> Advies:
    """The command that opens what was recorded of a talk."""
    return opdracht("gesprek", "gehouden", gesprek.dossier, gesprek.id, editor=True)


def anders_dan_fysiek(gesprek: Gesprek) -> bool:
    """Whether a talk was held otherwise than by meeting, and nobody said why (J19)."""
    gehouden = gesprek.kaart.record.gehouden
    anders = gehouden is not None and gehouden.vorm not in (None, "fysiek")
    return anders and gehouden is not None and gehouden.vorm_reden is None


def _vormen(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The talks since the register was used that were not physical, without a reason."""
    grond, sinds = grond_in(blik, "bij-voorkeur-fysiek"), blik.register.organisatie.sinds
    for gesprek in filter(anders_dan_fysiek, blik.dossier.gesprekken):
        kaart, dag = gesprek.kaart, dag_van(gesprek).datum
        if grond is None or kaart.record.gehouden is None or (sinds is not None and dag < sinds):
            continue
        opzij = opdracht("overgeslagen", gesprek.dossier, kaart.id, code="DOS210", reden="…")
        yield _punt(
            blik,
            kaart.plek("gehouden", "vorm"),
            f"Reden vastleggen: het gesprek van {datum_vol(dag)} was {kaart.record.gehouden.vorm}",
            grond,
            gevolg="het contract wil dat gesprekken bij voorkeur fysiek zijn",
            nu=opzij if gesprek.van(Gedeeld) else _vul_kaart(gesprek),
            contracten=kaart.record.contracten,
            code="DOS210",
            sinds=dag,
            omdat=(Reden("er staat geen reden bij", kaart.plek()),),
            bundel="Reden vastleggen van een gesprek dat niet fysiek was",
        )


def niet_behandeld(thema: Thema, gezegd: Sequence[Themabespreking]) -> bool:
    """Whether nobody said that a theme was dealt with, or why not."""
    rij = next((rij for rij in reversed(gezegd) if rij.thema == thema.id), None)
    return rij is None or (rij.behandeld != "ja" and rij.reden is None)


def _laatste(blik: Dossierblik) -> list[Gesprek]:
    """The last regular talk that was held on each running contract, each once."""
    per: dict[str, Gesprek] = {}
    for gesprek in sorted(blik.dossier.gesprekken, key=lambda g: dag_van(g).datum):
        kaart = gesprek.kaart.record
        if kaart.gehouden and kaart.soort == "regulier":
            per |= dict.fromkeys(kaart.contracten, gesprek)
    lopend = {c.id for c in blik.dossier.contracten if loopt(c, blik.vandaag)}
    return list({g.kaart.pad: g for id_, g in per.items() if id_ in lopend}.values())


def _vaste(blik: Dossierblik, gesprek: Gesprek) -> list[Thema]:
    kaart = gesprek.kaart.record
    eigen = [c.regime for c in blik.dossier.contracten if c.id in kaart.contracten and c.regime]
    alle = {thema.id: thema for regime in eigen for thema in regime.themas}
    return [thema for thema in alle.values() if thema.niveau in (None, kaart.niveau)]


def _normen(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The norms in force that nobody can test, or of which nobody said where they stand (J25)."""
    gehad = set[Plek]()
    for contract in blik.dossier.contracten:
        grond = bepaling(contract.regime, "normen-en-beweging")
        if grond is None or not loopt(contract, blik.vandaag):
            continue
        for norm, plek in geldende(contract, blik.vandaag):
            kpi = blik.register.kpis.get(norm.kpi)
            if kpi and plek not in gehad:
                gehad.add(plek)
                yield from _norm(blik, norm, kpi, plek, (grond, contract.id))


def _norm(
    blik: Dossierblik, norm: Norm, kpi: Kpi, plek: Plek, van: tuple[Grond, str]
) -> Iterator[Werkpunt]:
    grond, contract = van
    if norm.bron is None:
        yield _punt(
            blik,
            plek,
            f"Norm voor {kpi.titel}: vastleggen waar zij is afgesproken",
            grond,
            gevolg="wie de bron niet kent, kan niet laten zien dat de norm geldt",
            nu=f"vul 'bron' in in {plek.pad}",
            contracten=(contract,),
            code="DOS280",
            omdat=(Reden("de norm staat er zonder bron", plek),),
        )
    for fout in niet_te_toetsen(norm, kpi):
        yield _punt(
            blik,
            plek,
            f"Norm nakijken: {fout.wat}",
            grond,
            gevolg="of het cijfer de norm haalt, is niet te zeggen",
            nu=f"{fout.advies} ({plek.pad})",
            contracten=(contract,),
            code="DOS281",
            omdat=(Reden("hier staat de norm", plek),),
        )


def _ritme(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The risks that are looked at less often than belongs to the class (J12)."""
    grond = grond_in(blik, "ritme-volgt-classificatie")
    for rij in te_laat_herzien(blik) if grond else ():
        assert grond is not None
        yield _punt(
            blik,
            rij.plek,
            f"Risico {rij.risico.id} eerder bekijken: uiterlijk {datum_vol(rij.dag)}",
            grond,
            gevolg="de categorie bepaalt hoe vaak risico's worden bekeken",
            nu=rij.nu,
            contracten=rij.risico.contracten,
            code="DOS287",
            omdat=(rij.reden,),
            bundel="Risico eerder bekijken",
        )


def _dubbel(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What the provider is asked for twice (J54)."""
    grond = grond_in(blik, "belasting-beperken")
    if grond is None:
        return
    for code, gevonden in (("DOS284", dubbele_cijfers), ("DOS285", dubbele_stukken)):
        for een in gevonden(blik):
            yield _punt(
                blik,
                een.plek,
                f"Eén keer vragen: {een.wat}",
                grond,
                gevolg="de aanbieder levert twee keer hetzelfde aan",
                nu=een.nu,
                contracten=een.contracten,
                code=code,
                omdat=(een.omdat,),
            )
