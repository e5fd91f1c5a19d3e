"""Floor 7, dingen: which talk, contract, letter, case or fact of a dossier is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from clm_cli.acts.escalatie import is_gesloten
from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand, Map
from clm_cli.commands.werk import Werk
from clm_cli.derivations.escalatie.zaken import gesloten, instrumenten
from clm_cli.derivations.gesprekken import aan_de_beurt
from clm_cli.derivations.namen import Gevonden, Meerdere, zoek
from clm_cli.dossier import Brief, Contract, Dossier, Escalatie, Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Akkoord, Bezorgd, Retour, Verzonden
from clm_cli.woorden import bedoelt

DingT = TypeVar("DingT", bound=Map)

_DAG = r"([0-9]{1,2})[-./]([0-9]{1,2})(?:[-./]([0-9]{4}))?"
"""A day as people type it, with or without its year: what has a folder is called by it."""
_VERDER = ("bewijs", "onderzoek", "tekortkoming", "wederhoor")
"""What happens on the way to a measure."""
_MEERVOUD = {
    "gesprek": "gesprekken",
    "contract": "contracten",
    "brief": "brieven",
    "escalatie": "escalaties",
}
_BEGIN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "gesprek": (("gesprek", "gepland"), ()),
    "contract": (("contract", "nieuw"), ("CONTRACT",)),
    "brief": (("brief", "lijst"), ()),
    "escalatie": (("escalatie", "opening"), ()),
}
"""The command that begins the first of a kind, before and after the dossier; of letters the page
that says which can be made."""


def welk(soort: str) -> str:
    """The question for one of this kind of thing, in good Dutch: which talk, which letter."""
    return f"{'welk' if soort in ('gesprek', 'contract') else 'welke'} {soort}"


def kies_ding(
    dossier: Dossier, soort: str, naam: str | None, beurt: Callable[[Map], int] | None = None
) -> Map:
    """The thing that is meant: by its folder or a part of the name; without a name the only one.

    `beurt` says how well this can be done to each: of more, only the best are meant.
    """
    dingen: tuple[Map, ...] = getattr(dossier, _MEERVOUD[soort])
    passend = _passend(dingen, naam)
    if beurt is not None and len(passend) > 1:
        hoogst = max(map(beurt, passend))
        passend = [ding for ding in passend if beurt(ding) == hoogst]
    if len(passend) == 1:
        return passend[0]
    if not dingen and dossier.kapot:
        raise ClmFout(
            f"In {dossier.id} is geen {soort} gelezen, en niet te lezen is "
            f"{', '.join(dossier.kapot)}.",
            nu=opdracht("controleer", dossier.id),
        )
    if not dingen:
        eerst, erna = _BEGIN[soort]
        nu = opdracht(*eerst, dossier.id, *erna)
        raise ClmFout(f"In {dossier.id} staat nog geen {soort}.", nu=nu)
    zin = (
        f"'{naam}' past op {len(passend) or 'geen'} van de {_MEERVOUD[soort]} van {dossier.id}."
        if naam
        else f"Noem {welk(soort)} u bedoelt."
    )
    raise ClmFout(zin, nu=f"kies uit {', '.join(ding.id for ding in passend or dingen)}")


def eis_open(dossier: Dossier, ding: Map, wat: str) -> None:
    """Refuse what moves a case on where the only case is closed, and nobody named it.

    Who names it, or a fact in it, records later what happened before it was closed.
    """
    if isinstance(ding, Escalatie) and wat in _VERDER and gesloten(ding):
        raise is_gesloten(dossier, ding)


def kies_een(
    dossier: Dossier,
    model: type[DingT],
    naam: str | None,
    beurt: Callable[[Map], int] | None = None,
) -> DingT:
    """The talk, letter or case that is meant, by its class."""
    ding = kies_ding(dossier, model.__name__.lower(), naam, beurt)
    assert isinstance(ding, model)
    return ding


def _passend(dingen: tuple[Map, ...], naam: str | None) -> list[Map]:
    if naam is None:
        lopend: list[Map] = [d for d in dingen if isinstance(d, Escalatie) and not gesloten(d)]
        return lopend if len(dingen) > 1 and lopend else list(dingen)
    deel = naam.removesuffix("/").rsplit("/", 1)[-1].casefold()
    if exact := [ding for ding in dingen if naam in (ding.id, _nummer(ding))]:
        return exact
    delen = [deel]
    if dag := re.fullmatch(_DAG, naam):
        # 5-11 is 5 November; 05-11 may be the end of 2026-05-11 as well
        delen = [f"{dag[3] or ''}-{int(dag[2]):02}-{int(dag[1]):02}", f"-{dag[1]}-{dag[2]}"]
    return [ding for ding in dingen if any(een in ding.id for een in delen)]


def _nummer(ding: Map) -> str | None:
    """The number of a contract, by which people know it."""
    return ding.kaart.record.nummer if isinstance(ding, Contract) else None


def omgewisseld(dossier: Dossier, escalatie: str | None, instrument: str | None) -> Advies | None:
    """The measure as it was meant, where the case was named before the instrument."""
    bekend = {i.instrument for c in dossier.contracten for _, i in instrumenten(c)}
    zaken = _passend(dossier.escalaties, instrument) if instrument else []
    if escalatie not in bekend or instrument in bekend or len(zaken) != 1:
        return None
    assert escalatie
    return opdracht("escalatie", "maatregel", dossier.id, escalatie, zaken[0].id)


def bedoeld(blik: Dossierblik, soort: str, tekst: str) -> str:
    """The id of a contract or an indicator that is meant, by its id, name or number.

    A name that nothing has is refused: what is asked of nothing would look as if all were well.
    """
    gevonden = zoek(blik, soort, tekst)
    if isinstance(gevonden, Gevonden):
        return gevonden.id
    namen = {
        "contract": [contract.id for contract in blik.dossier.contracten],
        "kpi": list(blik.register.kpis),
    }[soort]
    zin = (
        f"'{tekst}' past op meer dan één {soort}."
        if isinstance(gevonden, Meerdere)
        else f"'{tekst}' is geen contract van {blik.dossier.id}."
        if soort == "contract"
        else f"Er is geen {soort} '{tekst}'."
    )
    raise ClmFout(zin, nu=f"kies uit {', '.join(namen) or '(geen)'}")


def gesprek_van(
    werk: Werk, dossier: str, naam: str | None, wat: str
) -> tuple[Dossierblik, Gesprek]:
    """A dossier, and the talk of it that is meant."""
    blik = werk.kijk.blik(werk.dossier(dossier))
    return blik, kies_gesprek(blik.dossier, naam, wat, werk.vandaag)


def kies_gesprek(dossier: Dossier, naam: str | None, wat: str, vandaag: date) -> Gesprek:
    """The talk that is meant; without a name the only one of which this is still to be done."""
    return kies_een(dossier, Gesprek, naam, beurt_van(wat, vandaag))


def beurt_van(wat: str, vandaag: date) -> Callable[[Map], int]:
    """How well this can be done to a thing: of which talk or letter it is still to be done."""

    def beurt(ding: Map) -> int:
        if isinstance(ding, Gesprek):
            return aan_de_beurt(ding, wat, vandaag)
        return _briefbeurt(ding, wat) if isinstance(ding, Brief) else 0

    return beurt


def _briefbeurt(brief: Brief, wat: str) -> int:
    """0 of a letter of theirs, 1 of ours, and 2 of one of which this is still to be done."""
    if brief.kaart.record.richting == "inkomend":
        return 0
    verzonden, terug = len(brief.van(Verzonden)), len(brief.van(Retour))
    onderweg = verzonden > terug + len(brief.van(Bezorgd))
    open_ = {
        "akkoord": not verzonden and not brief.van(Akkoord),
        "verzonden": not verzonden or verzonden == terug,
        "bezorgd": onderweg,
        "retour": onderweg,
    }
    return 1 + open_.get(wat, True)


def kies_feit(dossier: Dossier, naam: str) -> Bestand[Deel]:
    """The fact that is meant: by its path, or by its file name where only one fact has it."""
    gezocht = naam.removesuffix(".yaml")
    feiten = dossier.feiten
    passend = [b for b in feiten if b.id == gezocht] or [b for b in feiten if b.stam == gezocht]
    if len(passend) == 1:
        return passend[0]
    if passend:
        raise ClmFout(
            f"'{naam}' is de naam van {len(passend)} feiten van {dossier.id}.",
            nu=f"noem het pad: {' of '.join(b.id for b in passend)}",
        )
    anders = f"clm tijdlijn {dossier.id} toont de feiten"
    raise ClmFout(
        f"'{naam}' is geen feit van {dossier.id}.",
        nu=bedoelt(gezocht.rsplit("/", 1)[-1], [b.stam for b in feiten], anders),
    )
