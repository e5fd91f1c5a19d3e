"""Floor 4, gesprekken: the life of a talk: planned, held, shared, answered.

And what is due in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import (
    Anker,
    Termijn,
    begin_van,
    duur_van,
    kalender_op,
    plek_van_beleid,
    regimetermijnen,
    reken,
    termijnbeleid,
)
from clm_cli.derivations.werkpunt import Aanzet, Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.gesprek import (
    Gedeeld,
    Gespreksreactie,
    GesprekVervallen,
    GesprekVerzet,
    Vastgesteld,
)
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Contract, Dossier, Gesprek, Register
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.tijd.termijn import Rol, bereken


@dataclass(frozen=True, slots=True)
class Dagvan:
    """The day of a talk, with the fact that sets it."""

    datum: date
    reden: Reden


def dag_van(gesprek: Gesprek) -> Dagvan:
    """The day on which the talk was held, or is planned after it was moved."""
    kaart = gesprek.kaart
    if kaart.record.gehouden:
        dag = kaart.record.gehouden.datum
        return Dagvan(
            dag,
            Reden(f"het gesprek is gehouden op {datum_vol(dag)}", kaart.plek("gehouden", "datum")),
        )
    verzet = gesprek.van(GesprekVerzet)
    if verzet:
        feit = max(verzet, key=lambda rij: (rij.record.datum, rij.record.vastgelegd))
        tekst = f"verzet naar {datum_vol(feit.record.naar)}: {feit.record.reden}"
        return Dagvan(feit.record.naar, Reden(tekst, feit.plek("naar")))
    dag = kaart.record.datum
    return Dagvan(dag, Reden(f"gepland op {datum_vol(dag)}", kaart.plek("datum")))


def eerste_gedeeld(gesprek: Gesprek) -> Bestand[Gedeeld] | None:
    """The first sharing of the report."""
    return next(iter(gesprek.van(Gedeeld)), None)


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What is due in every talk that was not cancelled."""
    for gesprek in blik.dossier.gesprekken:
        if gesprek.van(GesprekVervallen):
            continue
        if gesprek.kaart.record.gehouden is None:
            yield from _gepland(blik, gesprek)
        elif (gedeeld := eerste_gedeeld(gesprek)) is None:
            yield from _te_delen(blik, gesprek)
        else:
            yield from _na_delen(blik, gesprek, gedeeld)


def _naam(gesprek: Gesprek) -> str:
    soort = {
        "regulier": "Voortgangsgesprek",
        "extra": "Extra gesprek",
        "directie": "Gesprek op directieniveau",
    }
    return soort[gesprek.kaart.record.soort]


def _punt(
    dossier: Dossier, gesprek: Gesprek, vandaag: date, soort: str, wat: str, bij: Aanzet
) -> Werkpunt:
    kaart = gesprek.kaart
    return Werkpunt(
        soort=soort,
        dossier=dossier.id,
        wat=wat,
        bij=bij,
        grond="afspraak",
        plek=kaart.plek("datum"),
        wie=behandelaar(dossier, vandaag),
        contracten=kaart.record.contracten,
        niveau=kaart.record.niveau,
        kant="AOC",
        verwijzing=kaart.id,
    )


def _gepland(blik: Dossierblik, gesprek: Gesprek) -> Iterator[Werkpunt]:
    kaart, dag = gesprek.kaart, dag_van(gesprek)
    tijd = f", {kaart.record.tijd:%H.%M} uur" if kaart.record.tijd else ""
    plaats = f", {kaart.record.plaats}" if kaart.record.plaats else ""
    if dag.datum < blik.vandaag:
        yield replace(
            _punt(
                blik.dossier,
                gesprek,
                blik.vandaag,
                "gesprek-vastleggen",
                f"{_naam(gesprek)} van {datum_vol(dag.datum)} vastleggen",
                "wij",
            ),
            uiterlijk=dag.datum,
            omdat=(
                dag.reden,
                Reden("er is niet vastgelegd dat het is gehouden of vervallen", kaart.plek()),
            ),
            gevolg="zonder vastlegging is er geen verslag en geen bewijs van wat is afgesproken",
            nu=(
                f"clm gesprek gehouden {blik.dossier.id} {gesprek.id}  of  clm gesprek vervallen "
                f"{blik.dossier.id} {gesprek.id}"
            ),
        )
        return
    yield replace(
        _punt(
            blik.dossier,
            gesprek,
            blik.vandaag,
            "gesprek",
            f"{_naam(gesprek)}{tijd}{plaats}",
            "beide",
        ),
        uiterlijk=dag.datum,
        omdat=(dag.reden,),
        gevolg="gaat het niet door, leg dan vast waarom en wanneer wel",
        nu=f"clm gesprek gehouden {blik.dossier.id} {gesprek.id}",
    )
    beleid = termijnbeleid(blik.register, blik.vandaag)
    if beleid and beleid.stukken_vooraf and kaart.record.stukken_verstuurd is None:
        kalender = kalender_op(blik.register, dag.datum)
        rekening = bereken(dag.datum, beleid.stukken_vooraf, kalender, terug=True, rol=Rol.VORIGE)
        yield replace(
            _punt(
                blik.dossier,
                gesprek,
                blik.vandaag,
                "stukken",
                f"Agenda en stukken voor het gesprek van {datum_vol(dag.datum)}",
                "wij",
            ),
            uiterlijk=rekening.uiterlijk,
            berekening=rekening,
            grond="beleid",
            omdat=(
                dag.reden,
                Reden(
                    f"eigen beleid: {beleid.stukken_vooraf} vooraf",
                    plek_van_beleid(blik.register, "stukken_vooraf", blik.vandaag),
                ),
            ),
            gevolg="zonder agenda en stukken kan de aanbieder zich niet voorbereiden",
            nu=f"clm gesprek maak agenda {blik.dossier.id} {gesprek.id}",
        )


@dataclass(frozen=True, slots=True)
class _Termijn:
    contract: Contract
    regel: Regimetermijn
    termijn: Termijn


def _kortste(
    register: Register, dossier: Dossier, gesprek: Gesprek, soort: str, ankers: dict[str, Anker]
) -> _Termijn | None:
    """Of the terms of all contracts in the talk the one that ends first.

    One that cannot be worked out goes first.
    """
    termijnen = []
    for id_ in gesprek.kaart.record.contracten:
        contract = dossier.contract(id_)
        for regel in regimetermijnen(contract, soort) if contract else ():
            assert contract is not None
            termijnen.append(_een(register, contract, regel, ankers))
    return min(termijnen, key=lambda t: t.termijn.uiterlijk or date.min, default=None)


def _een(
    register: Register, contract: Contract, regel: Regimetermijn, ankers: dict[str, Anker]
) -> _Termijn:
    op = next(iter(ankers.values())).datum
    begin, lezing = begin_van(register, contract, regel, op)
    duur, afwijking = duur_van(contract, regel, op)
    anker = ankers.get(begin or "")
    if anker is None or duur is None:
        tekst = (
            lezing.tekst
            if lezing and begin is None
            else "het begin of de duur van de termijn is niet bekend"
        )
        return _Termijn(contract, regel, Termijn(lezing=tekst, omdat=(Reden(tekst),)))
    kalender = kalender_op(register, anker.datum, contract, regel.soort)
    uit = reken(anker, duur, kalender, lezing=lezing, recht_wederpartij=regel.recht == "ja")
    if afwijking:
        uit = replace(uit, omdat=(*uit.omdat, afwijking))
    return _Termijn(contract, regel, uit)


def _met_termijn(punt: Werkpunt, termijn: _Termijn) -> Werkpunt:
    """The line with its term: day, counting, clause, reading; without a day it says why."""
    uit, regel = punt.met(termijn.termijn), termijn.regel
    over = (
        Reden(
            f"de kortste termijn van de contracten in dit gesprek is die van {termijn.contract.id}",
            termijn.contract.kaart.plek(),
        ),
    )
    return replace(
        uit,
        grond=regel.grond.eis,
        grond_tekst=regel.grond.tekst,
        gevolg=regel.gevolg,
        omdat=(*uit.omdat, *(over if len(punt.contracten) > 1 else ())),
    )


def deeltermijn(register: Register, dossier: Dossier, gesprek: Gesprek) -> Termijn | None:
    """Until when the report has to be shared.

    None when no contract of the talk says so, or the day is unknown.
    """
    dag = dag_van(gesprek)
    termijn = _kortste(
        register,
        dossier,
        gesprek,
        "verslag-delen",
        {"gesprek": Anker("gesprek", dag.datum, dag.reden)},
    )
    return termijn.termijn if termijn and termijn.termijn.uiterlijk else None


def reactietermijn(register: Register, dossier: Dossier, gesprek: Gesprek) -> Termijn | None:
    """Until when the provider may react to the report as it was shared; None before that."""
    gedeeld = eerste_gedeeld(gesprek)
    if gedeeld is None:
        return None
    reden = Reden(
        f"het verslag is gedeeld op {datum_vol(gedeeld.record.datum)}", gedeeld.plek("datum")
    )
    termijn = _kortste(
        register,
        dossier,
        gesprek,
        "verslag-reactie",
        {"gedeeld": Anker("gedeeld", gedeeld.record.datum, reden)},
    )
    return termijn.termijn if termijn and termijn.termijn.uiterlijk else None


def _te_delen(blik: Dossierblik, gesprek: Gesprek) -> Iterator[Werkpunt]:
    dag = dag_van(gesprek)
    termijn = _kortste(
        blik.register,
        blik.dossier,
        gesprek,
        "verslag-delen",
        {"gesprek": Anker("gesprek", dag.datum, dag.reden)},
    )
    if termijn is None:
        return
    wat = f"Verslag van het gesprek van {datum_vol(dag.datum)} delen"
    nu = f"clm gesprek gedeeld {blik.dossier.id} {gesprek.id}"
    yield _met_termijn(
        replace(_punt(blik.dossier, gesprek, blik.vandaag, "verslag-delen", wat, "wij"), nu=nu),
        termijn,
    )


def _na_delen(blik: Dossierblik, gesprek: Gesprek, gedeeld: Bestand[Gedeeld]) -> Iterator[Werkpunt]:
    if gesprek.van(Vastgesteld):
        return
    dag = gedeeld.record.datum
    reden = Reden(f"het verslag is gedeeld op {datum_vol(dag)}", gedeeld.plek("datum"))
    anker = {"gedeeld": Anker("gedeeld", dag, reden)}
    termijn = _kortste(blik.register, blik.dossier, gesprek, "verslag-reactie", anker)
    tot = termijn.termijn.uiterlijk if termijn else None
    reacties = gesprek.van(Gespreksreactie)
    van = datum_vol(dag_van(gesprek).datum)
    if termijn and not reacties and (tot is None or tot >= blik.vandaag):
        wat, nu = (
            f"Reactie op het verslag van {van}",
            f"clm gesprek reactie {blik.dossier.id} {gesprek.id}",
        )
        yield _met_termijn(
            replace(
                _punt(blik.dossier, gesprek, blik.vandaag, "verslag-reactie", wat, "aanbieder"),
                nu=nu,
            ),
            termijn,
        )
        return
    open_ = [
        punt.id for feit in reacties for punt in feit.record.punten if punt.verwerking == "open"
    ]
    redenen = [reden, *(Reden(f"reactie van {feit.record.van}", feit.plek()) for feit in reacties)]
    if tot and not reacties:
        redenen.append(Reden(f"tot en met {datum_lang(tot)} is geen reactie vastgelegd"))
    wat = (
        f"Reacties op het verslag van {van} verwerken ({', '.join(open_)})"
        if open_
        else f"Verslag van {van} vaststellen"
    )
    yield replace(
        _punt(blik.dossier, gesprek, blik.vandaag, "verslag-vaststellen", wat, "wij"),
        omdat=tuple(redenen),
        grond="beleid",
        gevolg="het gedeelde verslag staat in het dossier; dat niemand reageerde is geen akkoord",
        nu=f"clm gesprek vastgesteld {blik.dossier.id} {gesprek.id}",
    )
