"""Floor 4, woorden: every word that clm knows in a regime, with where it may stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args, get_origin

from clm_cli.derivations.brieven.elementen import BEPALING, ELEMENTEN
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.derivations.regime.betekenis import GEZOCHTE_NAMEN, KEUZELIJSTEN
from clm_cli.derivations.zinnen import opsomming
from clm_cli.records.basis import Deel, Grond
from clm_cli.records.regime import Regime
from clm_cli.records.schema import beschrijvingen
from clm_cli.records.verwijzingen import verwijsvelden
from clm_cli.records.vorm import velden as invulvelden
from clm_cli.value import value


@value
class Woord:
    """A word with what it means, and the fields beside it that it reads."""

    woord: str
    betekenis: str
    leest: tuple[str, ...] = ()
    vorm: str = ""
    """Of a place: whether something has to stand there, and what can."""


@value
class Woordenlijst:
    """A list of words: what it is about, the fields it stands in, and whether it is closed."""

    naam: str
    over: str
    velden: tuple[str, ...]
    woorden: tuple[Woord, ...]
    gesloten: bool = True


VERWANT: dict[str, tuple[str, ...]] = {
    "bedrag": ("euro", "korting", "kosten", "malus", "sanctie", "vergoeding"),
    "boete": ("malus", "dwangsom"),
    "cijfer": ("prestatie",),
    "cijferregels": ("meting",),
    "duur": ("looptijd",),
    "dag": ("per dag", "dagboete", "vertraging"),
    "eenheid": ("uren", "uur", "minuten"),
    "gesprekken": ("gespreksritme", "overlegfrequentie", "voortgangsoverleg"),
    "instemming": ("college", "toestemming"),
    "klassen": ("herindeling", "indeling", "jaarlijks"),
    "maatstaf": ("omvang", "categorie"),
    "ondertekening": ("handtekening", "tekenbevoegd"),
    "ontvangst": ("aankomst", "plaatsing", "postdag"),
    "onderzoek": ("audit", "controle", "steekproef", "toets"),
    "opzegtermijn": ("kalendermaand",),
    "plicht": ("rapportage", "verslaglegging"),
    "telkens": ("frequentie", "tweemaandelijks", "periodiek"),
    "tekortkomingen": ("herhaling", "recidive"),
    "termijn": ("deadline", "fataal"),
    "teruggeteld": ("terugrekenen", "terugtellen"),
    "verbeterplan": ("actieplan", "herstelplan", "plan van aanpak"),
    "wederhoor": ("hoorplicht", "hoorzitting", "inspraak", "zienswijze"),
}
"""Words that jurists use, by the word under which clm has what they look for."""


_TREDEN = Woordenlijst(
    "treden.trede",
    "Het nummer van een trede.",
    ("treden.trede",),
    (
        Woord("0", "buiten de treden: wat hier staat, kan altijd, en telt niet in de volgorde"),
        Woord("1", "als enige: het contract kent geen treden, en er wordt er nergens een genoemd"),
    ),
    gesloten=False,
)


_EENHEDEN = {
    "werkdagen": "de dagen waarop wordt gewerkt, op de kalender van het contract",
    "dagen": "alle dagen",
    "weken": "zeven dagen; eindigt op dezelfde dag van de week",
    "maanden": "eindigt op de dag met hetzelfde nummer, of op de laatste dag van de maand",
    "jaar": "eindigt op dezelfde dag van het jaar",
}


_MET_VOORBEELD = (
    *("een termijn", "een vindplaats", "een bedrag boven nul", "een datum"),
    "een maand en dag zoals 07-01",
)
"""What is better shown than named."""


def verwant(woord: str) -> tuple[str, ...]:
    """The words of clm that mean what somebody looks for by another."""
    return tuple(eigen for eigen, rij in VERWANT.items() if woord in rij)


@cache
def woordenlijsten() -> tuple[Woordenlijst, ...]:
    """All lists: what an instrument requires, what a letter holds, the choices, the names."""
    return (
        Woordenlijst(
            "voorwaarde",
            "Wat een instrument vereist; achter 'leest' staat wat erbij moet staan.",
            _met_naam("voorwaarde"),
            tuple(Woord(naam, rij.titel, rij.leest) for naam, rij in VOORWAARDEN.items()),
        ),
        *(_keuzes(*rij) for rij in KEUZELIJSTEN),
        Woordenlijst(
            "brief",
            "De soorten brief die clm maakt; een andere naam kan, met een eigen sjabloon.",
            _met_naam("brief"),
            (
                *(Woord(rij.soort, rij.titel) for rij in BRIEFSOORTEN),
                Woord("geen", "er hoort geen brief bij dit instrument"),
            ),
            gesloten=False,
        ),
        Woordenlijst(
            "briefonderdeel",
            "Wat een brief volgens het contract moet zeggen, en clm zelf kan invullen; een andere "
            f"naam vraagt een eigen tekst bij de brief. Begint een naam met '{BEPALING}', dan "
            "staan de woorden van de bepaling zelf in de brief.",
            _met_naam("briefonderdeel"),
            tuple(Woord(naam, _titel(functie.__doc__)) for naam, functie in ELEMENTEN.items()),
            gesloten=False,
        ),
        _TREDEN,
        _eenheden(),
        *(
            Woordenlijst(rij.naam, rij.over, (rij.naam,), _woorden(rij.woorden), gesloten=False)
            for rij in GEZOCHTE_NAMEN
        ),
    )


def _eenheden() -> Woordenlijst:
    return Woordenlijst(
        "eenheid",
        "De eenheid van een termijn, achter een heel getal. Uren kan niet: van een feit ligt "
        "de dag vast en niet het uur; noem het stuk waar zij in staan bij niet_ingezien. Zo: "
        "10 werkdagen. Waar zij verplicht is, zegt de lijst 'veld'.",
        tuple(plaats for plaats, model, naam in velden() if _is_duur(model, naam)),
        _woorden(_EENHEDEN),
    )


@cache
def veldenlijst() -> Woordenlijst:
    """Every place of a regime that holds something, with what stands there."""
    rijen: dict[tuple[type[Deel], str], Woord] = {}
    for plaats, model, naam in velden():
        tekst = beschrijvingen(model).get(naam)
        if tekst and model is not Grond:
            woord = Woord(plaats, " ".join(tekst.split()), vorm=_vorm(model, naam))
            rijen.setdefault((model, naam), woord)
    over = (
        "De plaatsen in een regime, met wat er staat en tussen haakjes hoe; achter een punt een "
        "niveau dieper. Wat daar verplicht is, hoort bij het blok waar het in staat."
    )
    return Woordenlijst("veld", over, ("regimes/ID.yaml",), tuple(rijen.values()))


def _vorm(model: type[Deel], naam: str) -> str:
    """How a place is filled in: 'verplicht, een termijn zoals 10 werkdagen'."""
    veld = next(rij for rij in invulvelden(model) if rij.naam == naam)
    if veld.deel:
        wat = "blokken" if veld.veel else "een blok"
    elif veld.keuzes:
        wat = opsomming(veld.keuzes, "of")
    else:
        wat = veld.lezer.wat if veld.lezer else "tekst"
        if wat in _MET_VOORBEELD:
            wat = f"{wat.partition(' zoals ')[0]} zoals {veld.voorbeeld}"
        elif veld.naar:
            wat = f"{wat} uit de lijst {veld.naar}"
    lijst = "een lijst, elk " if veld.veel and not veld.deel else ""
    return f"{'verplicht, ' if veld.verplicht else ''}{lijst}{wat}"


def namen() -> dict[str, tuple[tuple[str, ...], bool]]:
    """The names of what a regime names, by kind, and whether there can be no other."""
    return {
        lijst.naam: (tuple(rij.woord for rij in lijst.woorden), lijst.gesloten)
        for lijst in woordenlijsten()
    }


def _keuzes(naam: str, over: str, woorden: dict[str, str]) -> Woordenlijst:
    velden = tuple(plaats for plaats, keuzes in _gesloten_velden() if set(keuzes) == set(woorden))
    return Woordenlijst(naam, over, velden, _woorden(woorden))


def _woorden(woorden: dict[str, str]) -> tuple[Woord, ...]:
    return tuple(Woord(*rij) for rij in woorden.items())


def _titel(uitleg: str | None) -> str:
    return " ".join((uitleg or "").partition("\n\n")[0].split())


@cache
def velden() -> tuple[tuple[str, type[Deel], str], ...]:
    """Every field of a regime: its place in the file, the part that has it, and its name."""
    return tuple(dict.fromkeys(_velden(Regime, "")))


def _velden(model: type[Deel], voor: str) -> Iterator[tuple[str, type[Deel], str]]:
    for naam, veld in model.model_fields.items():
        yield f"{voor}{naam}", model, naam
        for deel in _delen(veld.annotation):
            yield from _velden(deel, f"{voor}{naam}.")


def _delen(soort: object) -> Iterator[type[Deel]]:
    if isinstance(soort, type) and issubclass(soort, Deel):
        yield soort
    for deel in get_args(soort):
        yield from _delen(deel)


def _gesloten_velden() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields that take one of some words only."""
    for plaats, model, naam in velden():
        for keuzes in _keuzes_in(model.model_fields[naam].annotation):
            yield plaats, keuzes


def _keuzes_in(soort: object) -> Iterator[tuple[str, ...]]:
    if get_origin(soort) is Literal:
        yield get_args(soort)
    else:
        for deel in get_args(soort):
            yield from _keuzes_in(deel)


def _is_duur(model: type[Deel], naam: str) -> bool:
    return "Duur" in str(model.model_fields[naam].annotation)


def _met_naam(wat: str) -> tuple[str, ...]:
    """The fields that name something of a kind."""
    return tuple(
        plaats for plaats, model, naam in velden() if verwijsvelden(model).get(naam) == wat
    )
