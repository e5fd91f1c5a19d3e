"""Floor 2, soorten: which kind of file stands at which path, and the model that reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clm_cli.records import (
    aanbieder,
    brief,
    cijfers,
    contact,
    escalatie,
    gesprek,
    lijsten,
    maatregel,
    organisatie,
    overeenkomst,
)
from clm_cli.records.basis import Correctie, Deel, Feit
from clm_cli.records.regime import Lezing, Regime

REGISTERMAPPEN = (
    "overeenkomsten",
    "beleid",
    "regimes",
    "lezingen",
    "huisstijl",
    "sjablonen",
    "rapporten",
)
"""Folders of the register that are no dossier."""


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of file: its word, the folder it stands in (`*` is one name), and its model."""

    naam: str
    map: str
    model: type[Deel]
    bestand: str | None = None
    """The file name of a card (`*` allowed); a fact has none, its word stands in the name or in
    the folder."""

    @property
    def is_feit(self) -> bool:
        """Whether it is a fact: written once, its name starts with a digit."""
        return self.bestand is None


KAARTEN: tuple[Soort, ...] = (
    Soort("organisatie", "", organisatie.Organisatie, "organisatie.yaml"),
    Soort("kpis", "", cijfers.Kpis, "kpis.yaml"),
    Soort("huisstijl", "huisstijl", organisatie.Huisstijl, "huisstijl.yaml"),
    Soort("classificatiebeleid", "beleid", aanbieder.Classificatiebeleid, "classificatie-*.yaml"),
    Soort("regime", "regimes", Regime, "*.yaml"),
    Soort("rapport", "rapporten/*", lijsten.Rapporttekst, "teksten.yaml"),
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
    Soort("brief", "*/brieven/*", brief.Briefkaart, "brief.yaml"),
)

FEITEN: tuple[Soort, ...] = (
    Soort("lezing", "lezingen", Lezing),
    Soort("verlenging", "*/contracten/*", overeenkomst.Verlenging),
    Soort("niet-verlengd", "*/contracten/*", overeenkomst.NietVerlengd),
    Soort("wijziging", "*/contracten/*", overeenkomst.Wijziging),
    Soort("overname", "*/contracten/*", overeenkomst.Overname),
    Soort("einde", "*/contracten/*", overeenkomst.Einde),
    Soort("classificatie", "*/classificaties", aanbieder.Classificatie),
    Soort("geinformeerd", "*/classificaties", aanbieder.Geinformeerd),
    Soort("meting", "*/metingen", cijfers.Meting),
    Soort("signaal", "*/signalen", contact.Signaal),
    Soort("uitvraag", "*/signalen", contact.Uitvraag),
    Soort("antwoord", "*/signalen", contact.Antwoord),
    Soort("contact", "*/contacten", contact.Contactmoment),
    Soort("verzet", "*/gesprekken/*", gesprek.GesprekVerzet),
    Soort("vervallen", "*/gesprekken/*", gesprek.GesprekVervallen),
    Soort("gedeeld", "*/gesprekken/*", gesprek.Gedeeld),
    Soort("reactie", "*/gesprekken/*", gesprek.Gespreksreactie),
    Soort("vastgesteld", "*/gesprekken/*", gesprek.Vastgesteld),
    Soort("afgerond", "*/opvolging", contact.Afgerond),
    Soort("verzet", "*/opvolging", contact.Verzet),
    Soort("overgedragen", "*/opvolging", contact.Overgedragen),
    Soort("vervallen", "*/opvolging", contact.Vervallen),
    Soort("herroepen", "*/opvolging", contact.Herroepen),
    Soort("geparkeerd", "*/opvolging", contact.Geparkeerd),
    Soort("wacht", "*/opvolging", contact.Wacht),
    Soort("opening", "*/escalaties/*", escalatie.Opening),
    Soort("tekortkoming", "*/escalaties/*", escalatie.Tekortkomingfeit),
    Soort("onderzoek", "*/escalaties/*", escalatie.Onderzoek),
    Soort("wederhoor", "*/escalaties/*", escalatie.Wederhoor),
    Soort("bewijs", "*/escalaties/*", escalatie.Bewijs),
    Soort("maatregel", "*/escalaties/*", maatregel.Maatregel),
    Soort("reactie", "*/escalaties/*", escalatie.Reactie),
    Soort("verbeterplan", "*/escalaties/*", escalatie.Verbeterplan),
    Soort("beoordeling", "*/escalaties/*", escalatie.Beoordeling),
    Soort("herstel", "*/escalaties/*", escalatie.Herstel),
    Soort("bezwaar", "*/escalaties/*", escalatie.Bezwaar),
    Soort("beslissing", "*/escalaties/*", escalatie.Beslissing),
    Soort("geschil", "*/escalaties/*", escalatie.Geschil),
    Soort("schorsing", "*/escalaties/*", escalatie.Schorsing),
    Soort("hervatting", "*/escalaties/*", escalatie.Hervatting),
    Soort("aanpassing", "*/escalaties/*", escalatie.Aanpassing),
    Soort("uitvoering", "*/escalaties/*", escalatie.Uitvoering),
    Soort("opheffing", "*/escalaties/*", escalatie.Opheffing),
    Soort("betaling", "*/escalaties/*", escalatie.Betaling),
    Soort("facturen", "*/escalaties/*", escalatie.Facturen),
    Soort("afstemming", "*/escalaties/*", escalatie.Afstemming),
    Soort("sluiting", "*/escalaties/*", escalatie.Sluiting),
    Soort("heropening", "*/escalaties/*", escalatie.Heropening),
    Soort("akkoord", "*/brieven/*", brief.Akkoord),
    Soort("verzonden", "*/brieven/*", brief.Verzonden),
    Soort("bezorgd", "*/brieven/*", brief.Bezorgd),
    Soort("retour", "*/brieven/*", brief.Retour),
    Soort("binnengekomen", "*/brieven/*", brief.Binnengekomen),
    Soort("overgeslagen", "*/overgeslagen", contact.Overgeslagen),
)

GEWOON = {"signalen": "signaal", "classificaties": "classificatie"}
"""The kind a fact has in a folder that also holds other kinds, when its name does not say one."""
ACHTERAAN = ("uitvraag", "antwoord", "geinformeerd")
"""Kinds that may also be the last word of the name: `2026-02-03-wachttijd-uitvraag`."""
_FEITNAAM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}(?:-K[1-4]|-[0-9]{2})?)(?:-(.+))?")


@dataclass(frozen=True, slots=True)
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


def feitnaam(stam: str) -> Feitnaam | None:
    """Split a fact's stem; None when it does not start with a date or a period."""
    delen = _FEITNAAM.fullmatch(stam)
    return Feitnaam(delen[1], delen[2] or "") if delen else None


def _map_past(patroon: str, map_: str) -> bool:
    delen, namen = patroon.split("/"), map_.split("/")
    if len(delen) != len(namen) or (delen[0] == "*" and namen[0] in REGISTERMAPPEN):
        return False
    return all(deel in ("*", naam) for deel, naam in zip(delen, namen, strict=True))


@cache
def soorten_in(map_: str) -> tuple[Soort, ...]:
    """The kinds of fact that may stand in a folder, given relative to the register."""
    return tuple(soort for soort in FEITEN if _map_past(soort.map, map_))


def _kaartsoort(map_: str, bestand: str) -> Soort | None:
    for soort in KAARTEN:
        naam = soort.bestand or ""
        past = bestand == naam or (
            "*" in naam and re.fullmatch(re.escape(naam).replace(r"\*", "[a-z0-9-]+"), bestand)
        )
        if past and (_map_past(soort.map, map_) if soort.map else not map_):
            return soort
    return None


def _feitsoort(map_: str, woorden: str) -> Soort | None:
    mogelijk = soorten_in(map_)
    if len(mogelijk) == 1:
        return mogelijk[0]
    for soort in mogelijk:
        if woorden == soort.naam or woorden.startswith(soort.naam + "-"):
            return soort
        if soort.naam in ACHTERAAN and woorden.endswith("-" + soort.naam):
            return soort
    gewoon = GEWOON.get(map_.rsplit("/", 1)[-1])
    return next((soort for soort in mogelijk if soort.naam == gewoon), None)


def soort_van(pad: str) -> Soort | None:
    """The kind of the file at `pad` (relative to the register), None when no kind belongs there.

    A correctie has the kind of the folder it stands in when that holds one kind; else ask with the
    path it mends.
    """
    map_, _, bestand = pad.rpartition("/")
    if not bestand[:1].isdigit():
        return _kaartsoort(map_, bestand)
    naam = feitnaam(bestand.removesuffix(".yaml"))
    return _feitsoort(map_, naam.woorden) if naam else None


@cache
def correctiemodel(model: type[Feit]) -> type[Correctie[Feit]]:
    """The model of a correctie that mends a fact of this model."""
    return Correctie[model]  # type: ignore[valid-type]
