"""Floor 4, lijsten: what is due from the lists that we keep of a contract.

They hold obligations, risks, changes, unclear points, lessons and the preparation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.contracten import duurstand, loopt
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.termijnen import bepaling, kalender_op
from clm_cli.derivations.werkpunt import Aanzet, Werkpunt
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.aanbieder import Plan
from clm_cli.records.lijsten import (
    Herhaling,
    Leerpunten,
    Nakoming,
    Onduidelijkheden,
    Risicos,
    Verplichting,
    Verplichtingen,
    Voorbereiding,
    Wijzigingen,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, Eenheid, Rol, bereken

_MAANDEN = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}


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
    for verplichtingen in (
        *blik.dossier.van(Verplichtingen),
        *(b for bundel in bundels.values() for b in bundel.van(Verplichtingen)),
    ):
        yield from _verplichtingen(blik.dossier, lopend, verplichtingen, blik.vandaag)
    for voorbereiding in (
        *blik.dossier.van(Voorbereiding),
        *(b for bundel in bundels.values() for b in bundel.van(Voorbereiding)),
    ):
        yield from _voorbereiding(blik, lopend, voorbereiding)
    yield from _risicos(blik.dossier, blik.vandaag)
    yield from _vragen(blik.dossier, blik.vandaag)
    yield from _leren(blik.dossier, blik.vandaag)


def _punt(
    dossier: Dossier,
    bestand: Bestand[Any],
    sleutel: tuple[str | int, ...],
    vandaag: date,
    *,
    soort: str,
    kenmerk: str,
    wat: str,
) -> Werkpunt:
    return Werkpunt(
        soort=soort,
        dossier=dossier.id,
        wat=wat,
        grond="afspraak",
        plek=bestand.plek(*sleutel),
        wie=behandelaar(dossier, vandaag),
        kant="AOC",
        verwijzing=f"{bestand.id}#{kenmerk}",
        kenmerk=kenmerk,
    )


def dagen(herhaling: Herhaling, tot: date) -> Iterator[date]:
    """The due days of something recurring, from the first up to and including a day."""
    stap, nummer = _MAANDEN[herhaling.elke], 0
    while True:
        teller = herhaling.eerste.year * 12 + herhaling.eerste.month - 1 + stap * nummer
        dag = _dag_in_maand(teller // 12, teller % 12 + 1, herhaling.eerste.day)
        if dag > tot or (herhaling.tot is not None and dag > herhaling.tot):
            return
        yield dag
        nummer += 1


def _dag_in_maand(jaar: int, maand: int, dag: int) -> date:
    from calendar import monthrange

    return date(jaar, maand, min(dag, monthrange(jaar, maand)[1]))


def open_dagen(rij: Verplichting, vandaag: date) -> list[date]:
    """The missed due days and the next one, without those for which a nakoming is recorded."""
    gedaan = {nakoming.uiterlijk for nakoming in rij.nakomingen}
    if rij.uiterlijk is not None:
        return [rij.uiterlijk] if rij.uiterlijk not in gedaan else []
    if rij.herhaling is None:
        return []
    horizon = _dag_in_maand(vandaag.year + 2, vandaag.month, vandaag.day)
    alle = [dag for dag in dagen(rij.herhaling, horizon) if dag not in gedaan]
    return [dag for dag in alle if dag < vandaag] + [dag for dag in alle if dag >= vandaag][:1]


def _verplichtingen(
    dossier: Dossier, lopend: list[Contract], lijst: Bestand[Verplichtingen], vandaag: date
) -> Iterator[Werkpunt]:
    for nummer, rij in enumerate(lijst.record.verplichtingen):
        contracten = tuple(c.id for c in lopend if c.id in rij.contracten or not rij.contracten)
        if not contracten or (rij.vervallen is not None and rij.vervallen <= vandaag):
            continue
        eigen = {nakoming.uiterlijk for nakoming in _nakomingen(dossier, lijst, nummer)}
        einden = [d for c in lopend if c.id in contracten and (d := duurstand(c, vandaag).tot)]
        for dag in open_dagen(rij, vandaag):
            if dag in eigen or (einden and dag > max(einden)):
                continue
            bij: Aanzet = "wij" if rij.partij == "opdrachtgever" else "aanbieder"
            clausule = rij.clausule
            grond = (
                f"{clausule.document} {clausule.nummer or ''}".strip() if clausule else "contract"
            )
            yield replace(
                _punt(
                    dossier,
                    lijst,
                    ("verplichtingen", nummer),
                    vandaag,
                    soort="verplichting",
                    kenmerk=rij.id,
                    wat=f"{rij.id} {rij.wat}",
                ),
                uiterlijk=dag,
                bij=bij,
                grond=grond,
                grond_tekst=clausule.tekst if clausule else None,
                gevolg=rij.gevolg
                or "een verplichting die uitblijft, is een signaal voor het volgende gesprek",
                nu=f"clm lijst verplichtingen {dossier.id}",
                kant=rij.kant,
                contracten=contracten,
                gemeenten=(rij.gemeente,) if rij.gemeente else (),
                wie=rij.eigenaar or behandelaar(dossier, vandaag),
                omdat=(
                    Reden(
                        f"uiterlijk {datum_vol(dag)}, en er is geen nakoming vastgelegd",
                        lijst.plek("verplichtingen", nummer),
                    ),
                ),
            )


def _nakomingen(
    dossier: Dossier, lijst: Bestand[Verplichtingen], nummer: int
) -> Iterator[Nakoming]:
    """Compliance recorded in the dossier for an obligation that many providers share."""
    for eigen in dossier.van(Verplichtingen):
        for rij in eigen.record.nakomingen:
            doel = dossier.vind(rij.verplichting, eigen.pad)
            if doel and doel.plek == lijst.plek("verplichtingen", nummer):
                yield rij


def _voorbereiding(
    blik: Dossierblik, lopend: list[Contract], lijst: Bestand[Voorbereiding]
) -> Iterator[Werkpunt]:
    """Preparation counted back from the start of the uitvoeringsfase, without rolling (J05).

    A list of an overeenkomst is about its contracts, one of a dossier about all; the first to start
    counts.
    """
    bundel = lijst.map.rpartition("/")[2]
    eigen = [c for c in lopend if c.overeenkomst and c.overeenkomst.id == bundel] or lopend
    starts = [(c.looptijd.uitvoering_van if c.looptijd else None, c) for c in eigen]
    if not starts:
        return
    start, contract = min(starts, key=lambda paar: paar[0] or date.min)
    grond = next((g for _, c in starts if (g := bepaling(c.regime, "voorbereiden"))), None)
    reden = (
        f"de uitvoeringsfase begint op {datum_vol(start)}"
        if start
        else "het begin van de uitvoeringsfase is niet vastgelegd"
    )
    for nummer, rij in enumerate(lijst.record.voorbereiding):
        if rij.klaar is not None:
            continue
        rekening = None
        if start is not None:
            duur = rij.vooraf or Duur(1, Eenheid.DAGEN)
            rekening = bereken(
                start, duur, kalender_op(blik.register, start, contract), terug=True, rol=Rol.NIET
            )
        yield replace(
            _punt(
                blik.dossier,
                lijst,
                ("voorbereiding", nummer),
                blik.vandaag,
                soort="voorbereiding",
                kenmerk=rij.id,
                wat=f"Voorbereiding {rij.id}: {rij.wat}",
            ),
            uiterlijk=rekening.uiterlijk if rekening else None,
            berekening=rekening,
            grond=grond.eis if grond else "contract",
            grond_tekst=grond.tekst if grond else None,
            gevolg="na het begin van de uitvoeringsfase is voorbereiden te laat",
            contracten=tuple(c.id for c in eigen),
            nu=f"clm lijst voorbereiding {blik.dossier.id}",
            wie=rij.eigenaar,
            omdat=(Reden(reden, contract.kaart.plek("looptijd")),),
        )


def _risicos(dossier: Dossier, vandaag: date) -> Iterator[Werkpunt]:
    for lijst in dossier.van(Risicos):
        for nummer, rij in enumerate(lijst.record.risicos):
            if rij.gesloten is None:
                reden = (
                    f"herzien uiterlijk {datum_vol(rij.herzien)}"
                    if rij.herzien
                    else "er is geen dag om het te herzien"
                )
                yield replace(
                    _punt(
                        dossier,
                        lijst,
                        ("risicos", nummer),
                        vandaag,
                        soort="risico",
                        kenmerk=rij.id,
                        wat=f"Risico {rij.id} herzien: {rij.wat}",
                    ),
                    uiterlijk=rij.herzien,
                    wie=rij.eigenaar,
                    gevolg="een risico dat niemand bekijkt, wordt niet beheerst",
                    nu=f"clm lijst risicos {dossier.id}",
                    contracten=rij.contracten,
                    omdat=(Reden(reden, lijst.plek("risicos", nummer, "herzien")),),
                )


def _vragen(dossier: Dossier, vandaag: date) -> Iterator[Werkpunt]:
    """Open changes and unclear points, with the agreed day or the remark that there is none."""
    for wijzigingen in dossier.van(Wijzigingen):
        for nummer, wens in enumerate(wijzigingen.record.wijzigingen):
            if wens.besloten is None:
                yield replace(
                    _punt(
                        dossier,
                        wijzigingen,
                        ("wijzigingen", nummer),
                        vandaag,
                        soort="wijziging",
                        kenmerk=wens.id,
                        wat=f"Gewenste wijziging {wens.id}: {wens.wat}",
                    ),
                    uiterlijk=wens.uiterlijk,
                    wie=wens.eigenaar,
                    sinds=wens.sinds,
                    gevolg="de wens blijft liggen",
                    nu=f"clm lijst wijzigingen {dossier.id}",
                    omdat=(
                        _sinds(wens.sinds, wens.uiterlijk, wijzigingen.plek("wijzigingen", nummer)),
                    ),
                )
    for vragen in dossier.van(Onduidelijkheden):
        for nummer, vraag in enumerate(vragen.record.onduidelijkheden):
            if vraag.antwoord is None:
                yield replace(
                    _punt(
                        dossier,
                        vragen,
                        ("onduidelijkheden", nummer),
                        vandaag,
                        soort="onduidelijkheid",
                        kenmerk=vraag.id,
                        wat=f"Antwoord op {vraag.id}: {vraag.vraag}",
                    ),
                    uiterlijk=vraag.uiterlijk,
                    wie=vraag.eigenaar,
                    sinds=vraag.sinds,
                    gevolg=(
                        "zolang het antwoord er niet is, lezen partijen het contract verschillend"
                    ),
                    nu=f"clm lijst onduidelijkheden {dossier.id}",
                    omdat=(
                        _sinds(
                            vraag.sinds, vraag.uiterlijk, vragen.plek("onduidelijkheden", nummer)
                        ),
                    ),
                )


def _sinds(sinds: date, uiterlijk: date | None, plek: Any) -> Reden:
    dag = f"uiterlijk {datum_vol(uiterlijk)}" if uiterlijk else "er is geen datum afgesproken"
    return Reden(f"open sinds {datum_vol(sinds)}; {dag}", plek)


def _leren(dossier: Dossier, vandaag: date) -> Iterator[Werkpunt]:
    for lijst in dossier.van(Leerpunten):
        for nummer, rij in enumerate(lijst.record.leerpunten):
            if rij.klaar is None and rij.herzien is not None:
                yield replace(
                    _punt(
                        dossier,
                        lijst,
                        ("leerpunten", nummer),
                        vandaag,
                        soort="leerpunt",
                        kenmerk=rij.id,
                        wat=f"Leerpunt {rij.id} ({rij.bestemming}, {rij.fase}): {rij.wat}",
                    ),
                    uiterlijk=rij.herzien,
                    wie=rij.eigenaar,
                    gevolg="wat is geleerd, wordt niet gebruikt",
                    nu=f"clm lijst leerpunten {dossier.id}",
                    omdat=(
                        Reden(
                            f"opnieuw bekijken uiterlijk {datum_vol(rij.herzien)}",
                            lijst.plek("leerpunten", nummer),
                        ),
                    ),
                )
    for plan in dossier.van(Plan):
        for nummer, moment in enumerate(plan.record.sturingsmomenten):
            if moment.klaar is None:
                yield replace(
                    _punt(
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
                    nu=f"clm plan {dossier.id}",
                    contracten=plan.record.contracten,
                    omdat=(
                        Reden(
                            f"in het plan staat {datum_vol(moment.wanneer)}",
                            plan.plek("sturingsmomenten", nummer),
                        ),
                    ),
                )
