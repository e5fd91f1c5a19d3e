"""Floor 4, lijsten: what is due from the lists of a dossier and of its overeenkomsten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations import herzieningen
from clm_cli.derivations.contracten import loopt
from clm_cli.derivations.herzieningen import lijstpunt
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.termijnen import bepaling, kalender_op
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.aanbieder import Plan
from clm_cli.records.lijsten import (
    Contractwijziging,
    Onduidelijkheden,
    Onduidelijkheid,
    Voorbereiding,
    Wijzigingen,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, Eenheid, Rol, bereken


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """All that is due from the lists of a dossier and of its overeenkomsten."""
    for punt in _alle(blik):
        na = stand(blik.dossier, punt.verwijzing or "")
        if na.gesloten is None:
            yield replace(
                punt,
                uiterlijk=na.uiterlijk or punt.uiterlijk,
                geparkeerd_tot=na.geparkeerd_tot,
                omdat=(*punt.omdat, *na.redenen),
            )


def _alle(blik: Dossierblik) -> Iterator[Werkpunt]:
    lopend = [contract for contract in blik.dossier.contracten if loopt(contract, blik.vandaag)]
    bundels = {c.overeenkomst.id: c.overeenkomst for c in lopend if c.overeenkomst}
    for voorbereiding in (
        *blik.dossier.van(Voorbereiding),
        *(b for bundel in bundels.values() for b in bundel.van(Voorbereiding)),
    ):
        yield from _voorbereiding(blik, lopend, voorbereiding)
    yield from herzieningen.werkpunten(blik)
    for bron in (_wensen, _vragen, _plannen):
        yield from bron(blik.dossier, blik.vandaag)


def _voorbereiding(
    blik: Dossierblik, lopend: list[Contract], lijst: Bestand[Voorbereiding]
) -> Iterator[Werkpunt]:
    """Preparation counted back from the start of the uitvoeringsfase, without rolling (J05).

    A list of an overeenkomst is about its contracts, a row of a dossier about those that it names,
    or about all; the first to start counts. Each provider is prepared for: what was ready for those
    who started together is not ready for who starts later.
    """
    bundel = lijst.map.rpartition("/")[2]
    gedeeld = [c for c in lopend if c.overeenkomst and c.overeenkomst.id == bundel]
    for nummer, rij in enumerate(lijst.record.voorbereiding):
        eigen = gedeeld or [c for c in lopend if c.id in (rij.contracten or (c.id,))]
        starts = [(c.looptijd.uitvoering_van if c.looptijd else None, c) for c in eigen]
        if not starts:
            continue
        start, contract = min(starts, key=lambda paar: paar[0] or date.min)
        grond = next((g for _, c in starts if (g := bepaling(c.regime, "voorbereiden"))), None)
        if rij.klaar is None or (gedeeld and _begint_later(contract)):
            yield replace(
                _voorbereidingspunt(blik, lijst, nummer, start, contract),
                grond=grond.eis if grond else "contract",
                grond_tekst=grond.tekst if grond else None,
                contracten=tuple(c.id for c in eigen),
                nu=opdracht("actie", "afgerond", blik.dossier.id, rij.id, resultaat="…")
                if gedeeld
                else opdracht("lijst", "voorbereiding", blik.dossier.id, klaar=rij.id),
            )


def _voorbereidingspunt(
    blik: Dossierblik,
    lijst: Bestand[Voorbereiding],
    nummer: int,
    start: date | None,
    contract: Contract,
) -> Werkpunt:
    rij, rekening = lijst.record.voorbereiding[nummer], None
    if start is not None:
        kalender = kalender_op(blik.register, start, contract)
        duur = rij.vooraf or Duur(1, Eenheid.DAGEN)
        rekening = bereken(start, duur, kalender, terug=True, rol=Rol.NIET)
    punt = lijstpunt(
        blik.dossier,
        lijst,
        ("voorbereiding", nummer),
        blik.vandaag,
        soort="voorbereiding",
        kenmerk=rij.id,
        wat=f"Voorbereiding {rij.id}: {rij.wat}",
    )
    reden = (
        f"de uitvoeringsfase begint op {datum_vol(start)}"
        if start
        else "het begin van de uitvoeringsfase is niet vastgelegd"
    )
    return replace(
        punt,
        uiterlijk=rekening.uiterlijk if rekening else None,
        berekening=rekening,
        gevolg="na het begin van de uitvoeringsfase is voorbereiden te laat",
        wie=rij.eigenaar,
        omdat=(Reden(reden, contract.kaart.plek("looptijd")),),
    )


def _begint_later(contract: Contract) -> bool:
    """Whether a provider starts after those for whom the overeenkomst was prepared."""
    eigen, bundel = contract.looptijd, contract.overeenkomst
    start = eigen.uitvoering_van if eigen else None
    gedeeld = bundel.kaart.record.looptijd.uitvoering_van if bundel else None
    return start is not None and gedeeld is not None and start > gedeeld


def _wensen(dossier: Dossier, vandaag: date) -> Iterator[Werkpunt]:
    """Open changes."""
    for lijst in dossier.van(Wijzigingen):
        for nummer, wens in enumerate(lijst.record.wijzigingen):
            if wens.besloten is None:
                wat = f"Gewenste wijziging {wens.id}: {wens.wat}"
                punt = ("wijziging", wat, "de wens blijft liggen")
                yield _open(dossier, lijst, ("wijzigingen", nummer), wens, punt, vandaag)


def _vragen(dossier: Dossier, vandaag: date) -> Iterator[Werkpunt]:
    """Open unclear points."""
    gevolg = "zolang het antwoord er niet is, lezen partijen het contract verschillend"
    for lijst in dossier.van(Onduidelijkheden):
        for nummer, vraag in enumerate(lijst.record.onduidelijkheden):
            if vraag.antwoord is None:
                punt = ("onduidelijkheid", f"Antwoord op {vraag.id}: {vraag.vraag}", gevolg)
                yield _open(dossier, lijst, ("onduidelijkheden", nummer), vraag, punt, vandaag)


def _open(
    dossier: Dossier,
    lijst: Bestand[Wijzigingen] | Bestand[Onduidelijkheden],
    sleutel: tuple[str, int],
    rij: Contractwijziging | Onduidelijkheid,
    punt: tuple[str, str, str],
    vandaag: date,
) -> Werkpunt:
    """A row that is open, with the agreed day or the remark that there is none."""
    soort, wat, gevolg = punt
    dag = (
        f"uiterlijk {datum_vol(rij.uiterlijk)}" if rij.uiterlijk else "er is geen datum afgesproken"
    )
    reden = Reden(f"open sinds {datum_vol(rij.sinds)}; {dag}", lijst.plek(*sleutel))
    return replace(
        lijstpunt(dossier, lijst, sleutel, vandaag, soort=soort, kenmerk=rij.id, wat=wat),
        uiterlijk=rij.uiterlijk,
        wie=rij.eigenaar,
        sinds=rij.sinds,
        gevolg=gevolg,
        nu=opdracht("lijst", sleutel[0], dossier.id, klaar=rij.id),
        omdat=(reden,),
    )


def _plannen(dossier: Dossier, vandaag: date) -> Iterator[Werkpunt]:
    for plan in dossier.van(Plan):
        for nummer, moment in enumerate(plan.record.sturingsmomenten):
            if moment.klaar is None:
                yield replace(
                    lijstpunt(
                        dossier,
                        plan,
                        ("sturingsmomenten", nummer),
                        vandaag,
                        soort="sturingsmoment",
                        kenmerk=moment.id,
                        wat=f"Sturingsmoment {moment.id}: {moment.wat}",
                    ),
                    uiterlijk=moment.wanneer,
                    grond="plan",
                    wie=moment.eigenaar or behandelaar(dossier, vandaag),
                    gevolg="het plan loopt achter",
                    nu=opdracht("actie", "afgerond", dossier.id, moment.id, resultaat="…"),
                    contracten=plan.record.contracten,
                    omdat=(
                        Reden(
                            f"in het plan staat {datum_vol(moment.wanneer)}",
                            plan.plek("sturingsmomenten", nummer),
                        ),
                    ),
                )
