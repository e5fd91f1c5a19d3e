"""Floor 6, maatregelvragen: what a terminal asks with a measure, because its conditions read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from clm_cli.acts.opgave import Opgave
from clm_cli.derivations.escalatie.navraag import bevoegden, in_de_weg, te_zeggen, wegen
from clm_cli.derivations.escalatie.zaken import tekortkomingen
from clm_cli.dossier import Escalatie
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.voorstel import Navraag, Vermoeden


@value
class Maatregelvragen:
    """The questions of one measure, with the choices that the record leaves."""

    navraag: tuple[Navraag, ...] = ()
    keuzes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    vooraf: tuple[str, ...] = ()

    @property
    def kiest_ingang(self) -> bool:
        """Whether the day of effect is a choice that a term of the contract bounds."""
        return any(vraag.veld == "ingaat" for vraag in self.navraag)


def maatregelvragen(opgave: Opgave, escalatie: Escalatie, welk: tuple[str, int]) -> Maatregelvragen:
    """What the conditions of an instrument ask, on the day and for the shortcomings that are said.

    Only what the model does not ask by itself stays a question of its own.
    """
    ids = opgave.boom.get("tekortkomingen") or [t.id for t in tekortkomingen(escalatie)]
    dag = date.fromisoformat(str(opgave.boom["datum"]))
    voor = opgave.boom.get("gemeenten")
    namen = [een for een in voor if isinstance(een, str)] if isinstance(voor, list) else []
    stap = wegen(opgave.blik, escalatie, welk, ids, dag, namen)
    if stap is None:
        return Maatregelvragen()
    rijen = tuple(_met_vermoed(opgave, vraag) for vraag in te_zeggen(stap))
    mag = bevoegden(stap.stap)
    gronden = [rij.id for rij in stap.stap.instrument.gronden]
    keuzes = {"besloten_door": mag} if mag else {}
    if gronden and stap.stap.instrument.eigen_gronden != "ja":
        keuzes["gronden"] = tuple(gronden)
    return Maatregelvragen(rijen, keuzes, in_de_weg(stap, spoed="spoed" in opgave.boom))


def _met_vermoed(opgave: Opgave, vraag: Navraag) -> Navraag:
    """Who decided the measure on a day may well have decided then that it deviates."""
    wie, dag = opgave.boom.get("besloten_door"), str(opgave.boom["datum"])
    if vraag.veld != "afwijkingen" or not isinstance(wie, str):
        return vraag
    door = Vermoeden(wie, f"{opgave.register.naam_van(wie)} besloot dit ook")
    toen = Vermoeden(dag, f"{datum_vol(date.fromisoformat(dag))}, de dag van de maatregel")
    return replace(vraag, vermoed={"door": door, "datum": toen})
