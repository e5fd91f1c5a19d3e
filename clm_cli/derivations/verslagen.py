"""Floor 4, verslagen: the report of a talk: until when it is shared, answered and settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.onverwerkt import onverwerkt_verslag
from clm_cli.derivations.gesprekken import dag_van, eerste_gedeeld, gesprekspunt
from clm_cli.derivations.termijnen import (
    Anker,
    Termijn,
    begin_van,
    duur_van,
    kalender_op,
    regimetermijnen,
    reken,
)
from clm_cli.derivations.vrijedag import eigen_rol, vrije_dag
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Dossier, Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel
from clm_cli.records.gesprek import (
    Gedeeld,
    Gespreksreactie,
    GesprekVervallen,
    Vastgesteld,
)
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.value import value


@value
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
    uit = reken(
        anker,
        duur,
        kalender,
        lezing=lezing,
        recht_wederpartij=regel.recht == "ja",
        rol=eigen_rol(contract, regel),
    )
    waarom = (afwijking, vrije_dag(register, contract, uit))
    uit = replace(uit, omdat=(*uit.omdat, *(reden for reden in waarom if reden)))
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

    It is None when no contract of the talk says so, or the day is unknown.
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


def te_laat(register: Register, dossier: Dossier, feit: Bestand[Deel]) -> date | None:
    """The last day of a reaction, or of the first sharing of a report, that came after it."""
    gesprek = next((rij for rij in dossier.gesprekken if rij.pad == feit.map), None)
    if gesprek is None:
        return None
    if is_een(feit, Gespreksreactie):
        termijn, dag = reactietermijn(register, dossier, gesprek), feit.record.ontvangen
    elif is_een(feit, Gedeeld) and feit is eerste_gedeeld(gesprek):
        termijn, dag = deeltermijn(register, dossier, gesprek), feit.record.datum
    else:
        return None
    tot = termijn.uiterlijk if termijn else None
    return tot if tot and dag > tot else None


def open_punten(gesprek: Gesprek) -> dict[str, str]:
    """The remarks on the report of which nobody said what was done with them, by their reference.

    What was said when the report was settled counts; a reaction that came later is open again.
    """
    gedaan = {rij.punt for feit in gesprek.van(Vastgesteld) for rij in feit.record.verwerkt}
    return {
        ref: punt.id
        for feit in gesprek.van(Gespreksreactie)
        for punt in feit.record.punten
        if punt.verwerking == "open" and (ref := f"{feit.stam}#{punt.id}") not in gedaan
    }


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What is due on the report of every talk that was held."""
    for gesprek in blik.dossier.gesprekken:
        if gesprek.van(GesprekVervallen) or not gesprek.kaart.record.gehouden:
            continue
        gedeeld = eerste_gedeeld(gesprek)
        if gedeeld is None:
            yield from _te_delen(blik, gesprek)
        elif not gesprek.van(Vastgesteld) or open_punten(gesprek):
            yield _na_delen(blik, gesprek, gedeeld)


def _te_delen(blik: Dossierblik, gesprek: Gesprek) -> Iterator[Werkpunt]:
    dag = dag_van(gesprek)
    anker = {"gesprek": Anker("gesprek", dag.datum, dag.reden)}
    termijn = _kortste(blik.register, blik.dossier, gesprek, "verslag-delen", anker)
    if termijn:
        wat = f"Verslag van het gesprek van {datum_vol(dag.datum)} delen"
        nu = advies(
            "{verslag}  en daarna {gedeeld}",
            verslag=opdracht("verslag", blik.dossier.id, gesprek.id),
            gedeeld=opdracht("gesprek", "gedeeld", blik.dossier.id, gesprek.id),
        )
        punt = gesprekspunt(blik, gesprek, "verslag-delen", wat, nu=nu)
        yield _met_termijn(punt, termijn)


def _na_delen(blik: Dossierblik, gesprek: Gesprek, gedeeld: Bestand[Gedeeld]) -> Werkpunt:
    """The reaction while it may still come; then the settling of the report."""
    dag = gedeeld.record.datum
    reden = Reden(f"het verslag is gedeeld op {datum_vol(dag)}", gedeeld.plek("datum"))
    anker = {"gedeeld": Anker("gedeeld", dag, reden)}
    termijn = _kortste(blik.register, blik.dossier, gesprek, "verslag-reactie", anker)
    tot = termijn.termijn.uiterlijk if termijn else None
    reacties, post = gesprek.van(Gespreksreactie), onverwerkt_verslag(blik, gesprek)
    van = datum_vol(dag_van(gesprek).datum)
    if termijn and not (reacties or post) and (tot is None or tot >= blik.vandaag):
        nu = opdracht("gesprek", "reactie", blik.dossier.id, gesprek.id)
        wat = f"Reactie op het verslag van {van}"
        punt = gesprekspunt(blik, gesprek, "verslag-reactie", wat, bij="aanbieder", nu=nu)
        return _met_termijn(punt, termijn)
    open_, redenen = open_punten(gesprek).values(), [reden]
    for vast in gesprek.van(Vastgesteld):
        wanneer = datum_vol(vast.record.datum)
        redenen.append(Reden(f"het verslag is vastgesteld op {wanneer}", vast.plek("datum")))
    for feit in reacties:
        laatste = te_laat(blik.register, blik.dossier, feit)
        laat = f", te laat: de laatste dag was {datum_lang(laatste)}" if laatste else ""
        redenen.append(Reden(f"reactie van {feit.record.van}{laat}", feit.plek()))
    redenen += [brief.reden for brief in post]
    if tot and not (reacties or post):
        redenen.append(Reden(f"tot en met {datum_lang(tot)} is geen reactie vastgelegd"))
    verwerken = f"Reacties op het verslag van {van} verwerken ({', '.join(open_)})"
    return gesprekspunt(
        blik,
        gesprek,
        "verslag-vaststellen",
        verwerken if open_ else f"Verslag van {van} vaststellen",
        omdat=tuple(redenen),
        grond="beleid",
        gevolg="het gedeelde verslag staat in het dossier; dat niemand reageerde is geen akkoord",
        nu=opdracht("gesprek", "vastgesteld", blik.dossier.id, gesprek.id),
    )
