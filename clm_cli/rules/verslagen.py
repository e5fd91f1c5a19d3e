"""Floor 5, rules on the report of a talk: shared in time, and what came back on it."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.gesprekken import eerste_gedeeld
from clm_cli.derivations.termijnen import regimetermijnen
from clm_cli.derivations.verslagen import deeltermijn, reactietermijn, te_laat
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.gesprek import Gespreksreactie, GesprekVervallen
from clm_cli.rules.grond import eis_van
from clm_cli.rules.regel import INFO, WAARSCHUWING, Bevond, per_dossier, regel
from clm_cli.tijd.datum import datum_lang


@regel("DOS244", WAARSCHUWING, per_dossier)
def verslag_niet_op_tijd_gedeeld(blik: Dossierblik) -> Iterator[Bevond]:
    """Het verslag van een gesprek is niet, of te laat gedeeld.

    Waarom: het contract noemt een termijn voor het delen; een verslag dat niet is gedeeld, hoort
    nog niet bij het contractdossier.
    Fout: een gesprek van 2 april, en op 18 mei geen feit `gedeeld`.
    Goed: gedeeld op of voor de laatste dag.
    Wat nu: maak en deel het verslag, en leg dat vast met clm gesprek gedeeld; kwam het te laat, leg
    dan met clm overgeslagen vast waarom.
    """
    sinds = blik.register.organisatie.sinds
    for gesprek in blik.dossier.gesprekken:
        termijn = deeltermijn(blik.register, blik.dossier, gesprek)
        tot = termijn.uiterlijk if termijn else None
        if not gesprek.kaart.record.gehouden or gesprek.van(GesprekVervallen):
            continue
        if termijn is None or tot is None or tot >= blik.vandaag or tot < (sinds or tot):
            continue
        gedeeld, laatste = eerste_gedeeld(gesprek), f"de laatste dag was {datum_lang(tot)}"
        if gedeeld is None:
            plek, tekst = gesprek.kaart.plek("gehouden"), f"dit verslag is niet gedeeld; {laatste}"
            nu = opdracht("gesprek", "gedeeld", blik.dossier.id, gesprek.id)
        elif te_laat(blik.register, blik.dossier, gedeeld):
            plek = gedeeld.plek("datum")
            tekst = f"dit verslag is op {datum_lang(gedeeld.record.datum)} gedeeld; {laatste}"
            opzij = opdracht("overgeslagen", blik.dossier.id, gedeeld.id, code="DOS244", reden="…")
            nu = advies("leg vast waarom: {opzij}", opzij=opzij)
        else:
            continue
        yield Bevond(plek, tekst, nu, termijn.omdat, _eis(blik, gesprek, "verslag-delen"))


@regel("DOS240", INFO, per_dossier)
def reactie_op_verslag_te_laat(blik: Dossierblik) -> Iterator[Bevond]:
    """Een reactie op het verslag kwam na de termijn.

    Waarom: het contract noemt een termijn voor reacties, maar geen gevolg; een late reactie blijft
    daarom zichtbaar.
    Fout: gedeeld op 28 april, een reactie ontvangen op 8 mei.
    Goed: een reactie die uiterlijk op de laatste dag binnenkwam.
    Wat nu: verwerk haar zoals u met de aanbieder afspreekt, en leg met clm overgeslagen vast wat
    dat is.
    """
    for gesprek in blik.dossier.gesprekken:
        termijn = reactietermijn(blik.register, blik.dossier, gesprek)
        for feit in gesprek.van(Gespreksreactie):
            tot = te_laat(blik.register, blik.dossier, feit)
            if termijn and tot:
                laatste, dag = datum_lang(tot), datum_lang(feit.record.ontvangen)
                opzij = opdracht("overgeslagen", blik.dossier.id, feit.id, code="DOS240", reden="…")
                yield Bevond(
                    feit.plek("ontvangen"),
                    f"de reactie van {feit.record.van} kwam op {dag}; de laatste dag was {laatste}",
                    advies(
                        "verwerk haar zoals u met de aanbieder afspreekt, en leg vast wat dat is: "
                        "{opzij}",
                        opzij=opzij,
                    ),
                    termijn.omdat,
                    _eis(blik, gesprek, "verslag-reactie"),
                )


def _eis(blik: Dossierblik, gesprek: Gesprek, soort: str) -> str | None:
    """The clause that gives the term for the report, or for a reaction to it."""
    contracten = (blik.dossier.contract(id_) for id_ in gesprek.kaart.record.contracten)
    termijnen = (t for c in contracten if c for t in regimetermijnen(c, soort))
    return eis_van(*(termijn.grond for termijn in termijnen))
