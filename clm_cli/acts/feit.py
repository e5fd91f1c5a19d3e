"""Floor 6, feit: one new fact of any kind: its head, its file name, and its folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from clm_cli.advies import opdracht
from clm_cli.deur import past_overal
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.soort import Feitsoort
from clm_cli.records.soorten import soort_van, soorten_in
from clm_cli.tijd.datum import datum_vol, lees_gesproken
from clm_cli.tijd.periode import lees_periode
from clm_cli.value import value
from clm_cli.voorstel import NieuwBestand
from clm_cli.woorden import met_punt

_LANGST = 60


@value
class Kop:
    """What clm itself puts at the head of a fact."""

    vandaag: date
    vastgelegd: datetime
    door: str


def eis_contract(dossier: Dossier, waarom: str) -> None:
    """Refuse what is about a contract where there is none; `waarom` ends the sentence."""
    if not dossier.contracten:
        raise Geweigerd(
            f"{dossier.id} heeft nog geen contract{waarom}.",
            nu=opdracht("contract", "nieuw", dossier.id, "CONTRACT"),
        )


def slug(tekst: str, woorden: int = 5) -> str:
    """A name in lower case ASCII from any text; empty when nothing of it is left."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    naam = "-".join(re.findall(r"[a-z0-9]+", kaal)[:woorden])[:40].strip("-")
    return naam if past_overal(naam) else f"{naam}-1"


def eigen_naam(basis: str, bezet: Collection[str]) -> str:
    """A name that nothing else has: this one, with a number behind it where it is taken."""
    return next(
        naam for naam in (basis, *(f"{basis}-{nr}" for nr in range(2, 1000))) if naam not in bezet
    )


def gezegde_dag(waarde: object, vandaag: date, naam: str = "datum") -> date:
    """A day in any Dutch form, also 'gisteren'; what it is not is refused by its name."""
    try:
        return lees_gesproken(str(waarde), vandaag)
    except ValueError as fout:
        raise ClmFout(
            f"{naam}: {fout}.", nu="schrijf de dag als 2026-05-04 of 4 mei 2026"
        ) from None


def gezegde_periode(waarde: object) -> str:
    """A period as a file keeps it, in any usual form."""
    try:
        return str(lees_periode(str(waarde)))
    except ValueError as fout:
        raise ClmFout(met_punt(f"periode: {fout}"), nu="schrijf de periode als 2026-K1") from None


def lees_dag(tekst: str | None, kop: Kop) -> date:
    """The day of a fact: as given in any Dutch form, else today; never after today."""
    if tekst is None:
        return kop.vandaag
    dag = gezegde_dag(tekst, kop.vandaag)
    if dag > kop.vandaag:
        raise ClmFout(
            (
                f"{datum_vol(dag)} ligt na vandaag ({datum_vol(kop.vandaag)}); een feit dat nog "
                "niet is gebeurd, kan niet worden vastgelegd."
            ),
            nu="noem de dag waarop het gebeurde; een plan of afspraak hoort op een kaart",
        )
    return dag


def map_van(soort: Feitsoort, dossier: str, ding: str = "") -> str:
    """The folder, from the register, where a fact of this kind is written."""
    namen = iter((dossier, ding))
    return "/".join(next(namen) if deel == "*" else deel for deel in soort.map.split("/"))


def feit(
    soort: Feitsoort, map_: str, inhoud: Mapping[str, object], kop: Kop, dag: date
) -> NieuwBestand:
    """A new fact: head first, then what was said, in a file named as its kind is."""
    hoofd = {
        "datum": dag.isoformat(),
        "vastgelegd": kop.vastgelegd.isoformat(timespec="seconds"),
        "door": kop.door,
    }
    boom = hoofd | {naam: waarde for naam, waarde in inhoud.items() if naam not in hoofd}
    if soort.voorop == "periode":  # it becomes the name of the file: refused by its own name first
        boom["periode"] = gezegde_periode(boom["periode"])
    naam = _naam(map_, soort, str(boom[soort.voorop]), slug(staart(soort.staart, inhoud)))
    return NieuwBestand(f"{map_}/{naam}.yaml", boom)


def staart(vorm: str, boom: Mapping[str, object]) -> str:
    """The words at the end of a file's name, from the form in the row of its kind."""
    for keuze in vorm.split("|"):
        delen = [deel for woord in keuze.split() if (deel := _stukje(woord, boom))]
        if delen:
            return " ".join(delen)
    return ""


def _stukje(woord: str, boom: Mapping[str, object]) -> str:
    """One field of the form: `bij` only its last part, behind a word for `bij>verzonden`."""
    naam, _, achter = woord.partition(">")
    waarde: Any = boom
    for stap in naam.split("."):
        waarde = waarde.get(stap) if isinstance(waarde, Mapping) else None
    if isinstance(waarde, Mapping):
        return ""
    tekst = " ".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde or "")
    if achter:
        return tekst.partition(f"-{achter}-")[2]
    if naam == "bij":
        return tekst.rsplit("#", 1)[-1].rsplit("/", 1)[-1].removeprefix("#")
    return tekst


def _naam(map_: str, soort: Feitsoort, voorop: str, staart: str) -> str:
    """The file name without extension; it must lead back to the kind that is written."""
    vol = f"{voorop}-{soort.naam}-{staart}".rstrip("-")
    naam = f"{voorop}-{staart or soort.naam}"
    gevonden = soort_van(f"{map_}/{naam}.yaml")
    vrij = soort.vrij or len(soorten_in(map_)) == 1
    past = gevonden is soort and not naam.endswith("-correctie")
    return (naam if vrij and past else vol)[:_LANGST].rstrip("-")
