"""Floor 7, optiewaarden: what is typed as an option becomes a value as it stands in a file."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from pydantic import ValidationError

from clm_cli.derivations.namen import Waar
from clm_cli.derivations.namen_als_ids import met_ids
from clm_cli.files.modelfouten import meldingen_van
from clm_cli.files.posities import Posities
from clm_cli.meldingen import ClmFout, Melding, een_waarde
from clm_cli.records.basis import Deel
from clm_cli.records.gesprek import Genodigde
from clm_cli.records.soorten import soort_van
from clm_cli.records.velden import VOORBEELD_ID, Partij
from clm_cli.records.vorm import Veld, velden
from clm_cli.woorden import kort

_ENKELVOUD = {
    "bijlagen": "bijlage",
    "acties": "actie",
    "besluiten": "besluit",
    "bevindingen": "bevinding",
    "toezeggingen": "toezegging",
    "contactpersonen": "contactpersoon",
    "contracten": "contract",
    "gemeenten": "gemeente",
    "genodigden": "genodigde",
    "punten": "punt",
    "themas": "thema",
    "waarden": "waarde",
    "zorgvormen": "zorgvorm",
    "percelen": "perceel",
    "opties": "optie",
    "normen": "norm",
    "tekortkomingen": "tekortkoming",
    "signalen": "signaal",
    "hersteltermijnen": "hersteltermijn",
    "afwijkingen": "afwijking",
    "gronden": "grond",
    "elementen": "element",
    "oordelen": "oordeel",
    "regels": "regel",
    "teksten": "tekst",
}
"""Lists whose option, which may be given more than once, names one of them."""


_OMHULSELS = ("gehouden",)
"""Keys of a card around what is typed; around the rows of a list it is the name of the list."""
_ANDERS = {"op": "wacht-op"}
"""The option of a field whose own name every command has for something else."""


_NAMEN = (
    *("aan", "gemeenten", "met", "naam", "roepnaam", "van", "wie"),
    *("directie_aanbieder", "directie_naam", "directie_opdrachtgever"),
)
_LETTERS = 2
_REDENEN = ("reden", "antwoord_reden", "noodzaak_reden")
_UITLEG = ("ernst", "feiten", "bevindingen")
_ZINNEN = dict.fromkeys(_REDENEN, "reden") | dict.fromkeys(_UITLEG, "uitleg")
"""Prose that is never a mere number, yes or no: that was the answer to another question."""
_GEEN_ZIN = ("ja", "nee", "onbekend")
_KENMERK = re.compile(r"[a-z]{1,3}-?[0-9]+")
"""The number of a thing (T3, A-31): that answers which one, and never why."""
_MET_EN = re.compile(
    "Berg en Dal|Dijk en Waard|Gilze en Rijen|Mook en Middelaar|Nuenen, Gerwen en Nederwetten|"
    "Peel en Maas",
    re.IGNORECASE,
)
"""The municipalities of the Netherlands whose own name is a row of names."""
_VAST = str.maketrans(" ,", "\0\1")
_LOS = {nieuw: oud for oud, nieuw in _VAST.items()}
IN_WOORDEN = dict.fromkeys(_NAMEN, "naam") | {"titel": "titel"}
"""What a field holds that is a name in words: of a person, or the title of a thing."""


def gemeenten_in(tekst: str) -> list[str]:
    """The municipalities in 'A, B en C', where a comma or 'en' may be part of a name."""
    heel = _MET_EN.sub(lambda een: een[0].translate(_VAST), tekst)
    delen = (deel.strip().translate(_LOS) for deel in re.split(r",|\sen\s", heel))
    return [deel for deel in delen if deel]


def geen_naam(veld: Veld, waarde: object, letters: int = _LETTERS) -> str:
    """What a number, a sign or one letter is not, where a person or a title is to be named.

    At a question one letter is a day (v), or the choice of another one. From when a talk lasted
    has a name that others have for a person: only a line of text is one.
    """
    wat = IN_WOORDEN.get(veld.naam, "")
    regel = veld.lezer is None or veld.lezer.code == "REC111"
    zin = not regel and veld.naam in _ZINNEN
    if zin:
        wat, regel, letters = _ZINNEN[veld.naam], True, 1
    vrij = wat and regel and not (veld.keuzes or veld.naar) and isinstance(waarde, str)
    woord = str(waarde).strip(" .").lower()
    geen = sum(teken.isalpha() for teken in woord) < letters or (zin and woord in _GEEN_ZIN)
    return wat if vrij and (geen or (zin and _KENMERK.fullmatch(woord))) else ""


def optienaam(veld: Veld) -> str:
    """The option for a field; of a list it names one item."""
    naam = _ANDERS.get(veld.naam, veld.naam)
    return "--" + (_ENKELVOUD.get(naam, naam) if veld.veel else naam).replace("_", "-")


Daglezer = Callable[[str, str], str]
"""From a day as somebody says it, by the name of its field, to that of a file."""


def als_boom(
    veld: Veld, waarde: Any, extra: Collection[str] = (), dag: Daglezer | None = None
) -> Any:
    """A value from the command line as it stands in a file; it may be typed in any usual form.

    With `dag` a day may also be typed as it is said on the day itself.
    """
    is_deel = veld.deel is not None and not veld.is_stuk
    if isinstance(waarde, (list, tuple)):
        splits = gemeenten_in if veld.naam == "gemeenten" else veld.gesplitst
        los = waarde if is_deel else [deel for een in waarde for deel in splits(een)]
        return [als_boom(veld, een, extra, dag) for een in los]
    if is_deel:
        return _deel(veld, waarde, extra, dag)
    gelezen = veld.canoniek(dag(veld.naam, waarde) if dag and veld.is_dag else waarde)
    if waarde.strip() and not gelezen:
        # a dash or some dots: who leaves a thing open says nothing of it
        raise ClmFout(f"{optienaam(veld)[2:]}: '{kort(waarde)}' zegt niets; typ het in woorden.")
    return gelezen


def _deel(
    veld: Veld, tekst: str, extra: Collection[str], dag: Daglezer | None
) -> dict[str, object]:
    """`soort=gemeente naam="Team Noord"`: the keys and values of one part, with `extra` keys."""
    assert veld.deel is not None
    bekend = {rij.naam: rij for rij in velden(veld.deel)}
    if "=" not in tekst and veld.deel is Genodigde and tekst not in get_args(Partij):
        return {"persoon": tekst}  # on whose side follows from who it is
    if "=" not in tekst and (enig := enig_nodig(veld.deel)):
        return {enig.naam: als_boom(enig, [tekst] if enig.veel else tekst, dag=dag)}
    try:
        woorden = shlex.split(tekst)
    except ValueError:
        raise ClmFout(
            f"{optienaam(veld)}: een aanhalingsteken sluit niet.",
            nu=f'schrijf {_vorm(veld)}; een waarde met een \' erin hoort tussen \\"…\\"',
        ) from None
    boom: dict[str, object] = {}
    eerder: dict[str, str] = {}
    for woord in _met_lijsten(woorden, bekend):
        sleutel, is_, waarde = woord.partition("=")
        een_waarde(f"{optienaam(veld)}: {sleutel}", eerder.setdefault(sleutel, waarde), waarde)
        if is_ and sleutel in extra:
            boom[sleutel] = waarde
            continue
        if not is_ or sleutel not in bekend:
            raise ClmFout(
                f"{optienaam(veld)}: '{kort(woord)}' is niet te plaatsen.",
                nu=f"schrijf {_vorm(veld)}; meer woorden horen tussen aanhalingstekens: '…'",
            )
        boom[sleutel] = als_boom(
            bekend[sleutel],
            [deel.strip() for deel in waarde.split(",")] if bekend[sleutel].veel else waarde,
            dag=dag,
        )
        if wat := geen_naam(bekend[sleutel], boom[sleutel], letters=1):
            raise ClmFout(f"{optienaam(veld)}: '{kort(waarde)}' is geen {wat}; typ die in woorden.")
    return boom


def _met_lijsten(woorden: Sequence[str], bekend: Mapping[str, Veld]) -> list[str]:
    """The words of a part, where a list goes on behind its comma: `treden=1, 2, 3`."""
    heel: list[str] = []
    for woord in woorden:
        sleutel = heel[-1].partition("=")[0] if heel else ""
        gaat_door = heel and heel[-1].endswith(",") and "=" not in woord
        if gaat_door and sleutel in bekend and bekend[sleutel].veel:
            heel[-1] += woord
        else:
            heel.append(woord)
    return heel


def enig_nodig(deel: type[Deel]) -> Veld | None:
    """The one field that a part cannot do without, where one word or sentence says enough."""
    nodig = [rij for rij in velden(deel) if rij.verplicht and not rij.is_nummer]
    return nodig[0] if len(nodig) == 1 and nodig[0].deel is None else None


def _vorm(veld: Veld) -> str:
    return f'{optienaam(veld)} "{deelvorm(veld)}"'


def nodig_in_deel(veld: Veld, zeg: Collection[str] = ()) -> list[Veld]:
    """What a part cannot do without, and what of it a person has to say; of a file, nothing."""
    rijen = velden(veld.deel) if veld.deel and not veld.is_stuk else ()
    return [rij for rij in rijen if (rij.verplicht and not rij.is_nummer) or rij.naam in zeg]


def deelvorm(veld: Veld) -> str:
    """How a part is typed in one line: its fields that have to be there, or all when none has."""
    rijen = [rij for rij in velden(veld.deel) if not rij.is_nummer] if veld.deel else []
    return " ".join(f"{rij.naam}=…" for rij in [r for r in rijen if r.verplicht] or rijen)


def als_woord(veld: Veld, los: str | None = None, zeg: Collection[str] = ()) -> str:
    """How a field is given and what it is; `los` is typed as a word, without an option.

    Of a part with what it needs, `zeg` among it: who reads it need not try again for each.
    """
    if veld.naam == los:
        return f"{los.upper()} ({uitleg(veld)})"
    delen = " ".join(f"{rij.naam}=…" for rij in nodig_in_deel(veld, zeg))
    vorm = f'{optienaam(veld)} "{delen}"' if delen else optienaam(veld)
    return f"{vorm} ({uitleg(veld)})"


def mis_in_deel(veld: Veld, deel: Mapping[str, object], waar: Waar | None = None) -> str:
    """Why one part cannot stand in a file; empty when it can, but for numbers that clm gives."""
    assert veld.deel is not None
    try:
        veld.deel.model_validate(met_ids(waar, veld.deel, deel) if waar else deel)
    except ValidationError as fout:
        gevonden = meldingen_van(fout, "", veld.deel, Posities())
        return "\n".join(
            f"{een.tekst}."
            for een in gevonden
            if not (een.code == "REC101" and een.plek and een.plek.sleutel[-1:] == ("id",))
        )
    return ""


def uitleg(veld: Veld, *, met_voorbeeld: bool = True) -> str:
    """What a field is, with its choices, or with an example where that helps."""
    erbij = (
        f" Kies uit: {', '.join(veld.keuzes)}."
        if veld.keuzes
        else f" Zoals {veld.voorbeeld}."
        if met_voorbeeld
        and veld.voorbeeld
        and "tekst" not in veld.voorbeeld
        and "zoals " not in veld.uitleg.lower()
        and veld.voorbeeld != VOORBEELD_ID
        # what one fact is about is nothing like what another is about
        and veld.naar != "verwijzing"
        else ""
    )
    einde = "" if veld.uitleg.endswith("?") else "."
    return " ".join((veld.uitleg.rstrip(".") + einde + erbij).rstrip(".").split())


def met_opties(fout: ClmFout) -> ClmFout:
    """The same refusal of what was typed: what lacks is named by the option that it belongs in."""
    fout.meldingen = tuple(map(_met_optie, fout.meldingen))
    return fout


def _met_optie(melding: Melding) -> Melding:
    """A line of a file helps nobody who typed an option."""
    plek = melding.plek
    soort = soort_van(plek.pad) if plek is not None else None
    if melding.code != "REC101" or plek is None or not plek.nieuw or soort is None:
        return melding
    namen, rijen = [deel for deel in plek.sleutel if isinstance(deel, str)], velden(soort.model)
    lijst = plek.pad.removesuffix(".yaml").rpartition("/")[2]
    if len(namen) > 1 and namen[0] in (*_OMHULSELS, lijst):
        deel = next(rij.deel for rij in rijen if rij.naam == namen[0])
        namen, rijen = namen[1:], velden(deel) if deel else rijen
    veld = next((rij for rij in rijen if namen and rij.naam == namen[0]), None)
    if veld is None:
        return melding
    return replace(melding, nu=f"geef {optienaam(veld)}{f' met {namen[-1]}=…' * (len(namen) > 1)}")
