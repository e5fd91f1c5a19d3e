"""Floor 6, opgave: what was said for one new fact, and what follows from the record for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol, TypeVar

from clm_cli.acts.feit import Kop
from clm_cli.bestand import Bestand, Map
from clm_cli.derivations.escalatie.kenmerken import kenmerken
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.basis import Deel
from clm_cli.records.soort import Feitsoort
from clm_cli.records.vorm import velden
from clm_cli.register import Register
from clm_cli.value import value
from clm_cli.voorstel import Navraag, Vermoeden

D = TypeVar("D", bound=Map)
DIT = "DIT"
"""In a next step: the fact itself, which has its name only when it is written."""


class Stukken(Protocol):
    """The documents in the folders of a register, and those at a path that was typed."""

    def sha256(self, map_: str, naam: str, *, getypt: bool = False) -> str | None:
        """The sha256 of a document in a folder; None when there is none."""

    def namen(self, map_: str) -> tuple[str, ...]:
        """The names of the files in a folder."""

    def tekst(self, map_: str, naam: str, *, getypt: bool = False) -> str:
        """The text of such a letter, empty when it is a picture."""


@value
class Opgave:
    """One fact that somebody wants to record: which kind, where, and what was said."""

    soort: Feitsoort
    blik: Dossierblik
    ding: Map | None
    """The talk, contract, letter or case it belongs to."""
    boom: Mapping[str, Any]
    """What was said, with the day of the fact in it."""
    kop: Kop
    stukken: Stukken

    @property
    def dossier(self) -> Dossier:
        """The dossier it is about."""
        return self.blik.dossier

    @property
    def register(self) -> Register:
        """The register it stands in."""
        return self.blik.register

    def als(self, soort: type[D]) -> D:
        """The thing it belongs to, as what it is."""
        assert isinstance(self.ding, soort)
        return self.ding


@value
class Aanvulling:
    """What follows from the record for one fact."""

    velden: Mapping[str, object] = field(default_factory=dict)
    """Values of fields; one that was said is only there when it became more complete."""
    aangenomen: tuple[str, ...] = ()
    """The fields whose value somebody could have wanted otherwise: the user is told."""
    nu: str | None = None
    """The next step."""
    keuzes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """For a field that stays open because more than one value fits: which."""
    vermoed: Mapping[str, Vermoeden] = field(default_factory=dict)
    """For a field that stays open because only a person can say it: what may well be so."""
    navraag: tuple[Navraag, ...] = ()
    """What nobody has to say, but a gate reads: who is at a terminal is asked for it."""
    vooraf: tuple[str, ...] = ()
    """What who is asked should know before: it stands in the way, whatever is answered."""


def aangenomen(opgave: Opgave, **velden: Any) -> Mapping[str, object]:
    """Of these values the ones that were not said and that are known."""
    return {
        naam: waarde
        for naam, waarde in velden.items()
        if naam not in opgave.boom and waarde not in (None, [], ())
    }


def genummerd(boom: Mapping[str, Any], veld: str, nummer: Any) -> dict[str, object]:
    """A list of parts in which each has an id; `nummer` gives one for the place in the list."""
    rijen = [
        {**rij, "id": nummer(plaats)} if isinstance(rij, dict) and "id" not in rij else rij
        for plaats, rij in enumerate(boom.get(veld, ()), 1)
    ]
    return {veld: rijen} if rijen else {}


def kies_bij(opgave: Opgave, feiten: Sequence[Bestand[Deel]], nu: str | None) -> Aanvulling:
    """What the fact answers when that was not said: the only one there is."""
    if "bij" in opgave.boom or not feiten:
        return Aanvulling(nu=nu)
    if len(feiten) > 1:
        return Aanvulling(nu=nu, keuzes={"bij": [feit.stam for feit in feiten]})
    return Aanvulling({"bij": feiten[0].stam}, ("bij",), nu)


def stuk(opgave: Opgave, map_: str, naam: str) -> Any:
    """A document that lies in a folder of the register, as a fact names it."""
    sha256 = opgave.stukken.sha256(map_, naam)
    return {"bestand": naam, "sha256": sha256} if sha256 else naam


def in_zaak(opgave: Opgave) -> dict[str, Sequence[str]]:
    """What a field, or one of its parts, can name in the case that the fact belongs to."""
    if not isinstance(opgave.ding, Escalatie):
        return {}
    per_soort, rijen = kenmerken(opgave.ding), velden(opgave.soort.model)
    namen = {veld.naam: veld.naar for veld in rijen}
    for groot in rijen:
        kleine = velden(groot.deel) if groot.deel and not groot.is_stuk else ()
        namen |= {f"{groot.naam}.{veld.naam}": veld.naar for veld in kleine}
    return {naam: per_soort[naar] for naam, naar in namen.items() if per_soort.get(naar)}
