"""Floor 2, soorten: which kind of file stands at which path, and the model that reads it."""

import re
from functools import cache, lru_cache
from itertools import chain

from clm_cli.records import (
    aanbieder,
    brief,
    cijfers,
    classificatie,
    gesprek,
    lijsten,
    organisatie,
    overeenkomst,
)
from clm_cli.records.basis import Correctie, Deel, Feit, Stuk
from clm_cli.records.feiten import FEITEN
from clm_cli.records.regime import Regime
from clm_cli.records.soort import Feitsoort, Soort
from clm_cli.value import value

Stuk.model_rebuild()  # once, not again inside each kind of fact
REGISTERMAPPEN = (
    "overeenkomsten",
    "beleid",
    "regimes",
    "lezingen",
    "huisstijl",
    "sjablonen",
    "rapporten",
    "koppelingen",
)
"""Folders of the register that are no dossier."""


KAARTEN: tuple[Soort, ...] = (
    Soort("organisatie", "", organisatie.Organisatie, "organisatie.yaml"),
    Soort("kpis", "", cijfers.Kpis, "kpis.yaml"),
    Soort("koppeling", "koppelingen", cijfers.Koppeling, "*.yaml"),
    Soort("huisstijl", "huisstijl", organisatie.Huisstijl, "huisstijl.yaml"),
    Soort(
        "classificatiebeleid", "beleid", classificatie.Classificatiebeleid, "classificatie-*.yaml"
    ),
    Soort("regime", "regimes", Regime, "*.yaml"),
    Soort("rapport", "rapporten/*", lijsten.Rapporttekst, "teksten.yaml"),
    Soort("rapport", "*/rapporten/*", lijsten.Rapporttekst, "teksten.yaml"),
    Soort("overeenkomst", "overeenkomsten/*", overeenkomst.Overeenkomst, "overeenkomst.yaml"),
    Soort("artikelen", "overeenkomsten/*", overeenkomst.Artikelen, "artikelen.yaml"),
    Soort("verplichtingen", "overeenkomsten/*", lijsten.Verplichtingen, "verplichtingen.yaml"),
    Soort("voorbereiding", "overeenkomsten/*", lijsten.Voorbereiding, "voorbereiding.yaml"),
    Soort("aanbieder", "*", aanbieder.Aanbieder, "aanbieder.yaml"),
    Soort("plan", "*", aanbieder.Plan, "plan.yaml"),
    Soort("verplichtingen", "*/lijsten", lijsten.Verplichtingen, "verplichtingen.yaml"),
    Soort("risicos", "*/lijsten", lijsten.Risicos, "risicos.yaml"),
    Soort("wijzigingen", "*/lijsten", lijsten.Wijzigingen, "wijzigingen.yaml"),
    Soort("onduidelijkheden", "*/lijsten", lijsten.Onduidelijkheden, "onduidelijkheden.yaml"),
    Soort("leerpunten", "*/lijsten", lijsten.Leerpunten, "leerpunten.yaml"),
    Soort("voorbereiding", "*/lijsten", lijsten.Voorbereiding, "voorbereiding.yaml"),
    Soort("contract", "*/contracten/*", overeenkomst.Contract, "contract.yaml"),
    Soort("gesprek", "*/gesprekken/*", gesprek.Gesprekskaart, "gesprek.yaml"),
    Soort(
        "brief",
        "*/brieven/*",
        brief.Briefkaart,
        "brief.yaml",
        onze=(
            *("onderwerp", "uw_kenmerk", "teksten.tekst", "termijnen.wat", "uitnodiging.plaats"),
            *("bijlagen.titel", "document.titel"),
        ),
    ),
)

GEDEELD = frozenset(s.model for s in (*KAARTEN, *FEITEN)) - {
    s.model for s in (*KAARTEN, *FEITEN) if s.map[:1] == "*"
}
"""The models of what stands in no dossier."""
_FEITNAAM = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}(?:-[HK][1-4]|-W?[0-9]{2})?)(?:-(.+))?"
)


@value
class Feitnaam:
    """The parts of a fact's file name: the date or period in front, and the words after it."""

    voorop: str
    woorden: str

    @property
    def is_correctie(self) -> bool:
        """Whether the fact mends another one."""
        return (
            self.woorden == "correctie"
            or self.woorden.endswith("-correctie")
            or self.woorden.startswith("correctie-")
        )


@lru_cache(64)
def feitnaam(stam: str) -> Feitnaam | None:
    """Split a fact's stem; None when it does not start with a date or a period."""
    delen = _FEITNAAM.fullmatch(stam)
    return Feitnaam(delen[1], delen[2] or "") if delen else None


def _map_past(patroon: str, map_: str) -> bool:
    delen, namen = patroon.split("/"), map_.split("/")
    if len(delen) != len(namen) or (delen[0] == "*" and namen[0] in REGISTERMAPPEN):
        return False
    return all(deel in ("*", naam) for deel, naam in zip(delen, namen, strict=True))


_VASTE_NAMEN = frozenset(naam for s in (*KAARTEN, *FEITEN) for naam in s.map.split("/")).union(
    REGISTERMAPPEN
)


def soorten_in(map_: str) -> tuple[Feitsoort, ...]:
    """The kinds of fact that may stand in a folder, given relative to the register."""
    return _feiten_in(_vorm(map_))


def _vorm(map_: str) -> str:
    """A folder as the rows see it: names that none of them holds are all the same."""
    return "/".join(naam if naam in _VASTE_NAMEN else "*" for naam in map_.split("/"))


@cache
def _feiten_in(map_: str) -> tuple[Feitsoort, ...]:
    return tuple(soort for soort in FEITEN if _map_past(soort.map, map_))


@cache
def _kaartsoort(map_: str, bestand: str) -> Soort | None:
    for soort in KAARTEN:
        naam = soort.bestand or ""
        past = bestand == naam or (
            "*" in naam and re.fullmatch(re.escape(naam).replace(r"\*", "[a-z0-9-]+"), bestand)
        )
        if past and (_map_past(soort.map, map_) if soort.map else not map_):
            return soort
    return None


def _feitsoort(map_: str, woorden: str) -> Feitsoort | None:
    mogelijk = soorten_in(map_)
    if len(mogelijk) == 1:
        return mogelijk[0]
    voorop = (s for s in mogelijk if f"{woorden}-".startswith(f"{s.naam}-"))
    achteraan = (s for s in mogelijk if s.achteraan and woorden.endswith(f"-{s.naam}"))
    # the first word goes before the last: an answer may be named after what it answers
    return next(chain(voorop, achteraan, (s for s in mogelijk if s.vrij)), None)


@lru_cache(1 << 12)
def soort_van(pad: str) -> Soort | None:
    """The kind of the file at `pad` (relative to the register), None when no kind belongs there.

    A correctie has the kind of the folder it stands in when that holds one kind; else ask with the
    path it mends.
    """
    map_, _, bestand = pad.rpartition("/")
    if not bestand[:1].isdigit():
        return _kaartsoort(_vorm(map_), bestand)
    naam = feitnaam(bestand.removesuffix(".yaml"))
    return _feitsoort(map_, naam.woorden) if naam else None


@cache
def _per_model() -> dict[type[Deel], Soort]:
    return {soort.model: soort for soort in (*KAARTEN, *FEITEN)}


def soort_bij(record: Deel) -> Soort | None:
    """The kind of a record that was read; None for a correction, which has every kind."""
    return _per_model().get(type(record))


def feitsoort(model: type[Feit]) -> Feitsoort:
    """The row of a model of a fact."""
    return next(soort for soort in FEITEN if soort.model is model)


@cache
def correctiemodel(model: type[Feit]) -> "type[Correctie[Feit]]":
    """The model of a correctie that mends a fact of this model."""
    return Correctie[model]  # type: ignore[valid-type]
