"""Floor 4, briefelementen: all parts that a letter must hold, what it still lacks.

And whether they stand in a finished text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clm_cli.derivations.brieven import delen as d
from clm_cli.derivations.brieven import delen_maatregel as s
from clm_cli.derivations.brieven.delen import Gevonden, Mist, eigen_tekst
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.records.basis import Grond


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a letter: the texts that show it, or what it lacks.

    And the clause that wants it, if one does.
    """

    naam: str
    titel: str
    teksten: tuple[str, ...]
    mist: Mist | None
    grond: Grond | None


ELEMENTEN: dict[str, Callable[[Inhoud], Gevonden]] = {
    "contract": d.contract,
    "afbakening": d.afbakening,
    "gemeenten": d.namens,
    "ondertekening": d.ondertekening,
    "tekortkoming": d.tekortkoming,
    "feiten": d.feiten,
    "eis": d.eis,
    "vaststelling": d.vaststelling,
    "verplichting": d.verplichting_,
    "voorgeschiedenis": d.voorgeschiedenis,
    "onderzoek": d.onderzoek,
    "bevindingen": d.bevindingen,
    "ernst": s.ernst,
    "evenredigheid": s.evenredigheid,
    "overslaan": s.overslaan,
    "afwijkingen": s.afwijkingen,
    "ingang": s.ingang,
    "hersteltermijn": s.hersteltermijn,
    "redelijk": s.redelijk,
    "verzuim": s.verzuim,
    "verzuimgrond": s.verzuimgrond,
    "verzuim-vanaf": s.verzuim_vanaf,
    "berekening": d.berekening,
    "bezwaar": d.bezwaar,
    "directiegesprek": d.directiegesprek,
    "schorsing": d.schorsing,
    "antwoordtermijn": d.antwoordtermijn,
    "antwoordreden": d.antwoordreden,
    "gevolgen": s.gevolgen,
    "verzuimstand": s.verzuimstand,
    "eisenoordeel": s.eisenoordeel,
    "vordering": s.vordering,
    "deel": s.deel,
    "bedrag": s.bedrag,
    "rechtvaardiging": s.rechtvaardiging,
    "maximum": s.maximum,
    "facturen": s.facturen,
    "betaaltermijn": s.betaaltermijn,
    "risico": s.risico,
    "reikwijdte": s.reikwijdte,
    "ontvangers": s.ontvangers,
    "zorglandschap": s.zorglandschap,
    "gronden": s.gronden,
    "bewijs": s.bewijs,
    "uiterste": s.uiterste,
    "deel-of-geheel": d.deel_of_geheel,
    "einddatum": d.einddatum,
    "optie": d.optie,
    "besluitreden": d.besluitreden,
    "uitkomst": d.uitkomst,
    "nieuwe-data": d.nieuwe_data,
    "bezwaar-ontvangen": d.bezwaar_ontvangen,
    "uitnodiging": d.uitnodiging,
    "aangetekend": d.aangetekend,
    "oordelen": d.oordelen,
    "voorbehoud": d.voorbehoud,
    "voorwaarden": s.voorwaarden,
}
"""The parts that clm can work out, each with the function that finds its words; any other part
is a passage on the letter's card."""


BEPALING = "bepaling-"
"""How a part is called that is the clause itself: its literal words have to stand in the letter."""


def elementen(inhoud: Inhoud) -> tuple[Element, ...]:
    """Every part that this letter must hold, in the order of its kind."""
    uit = []
    for naam in inhoud.soort.alle_elementen():
        functie, eis = ELEMENTEN.get(naam), inhoud.soort.eis(naam)
        if eis and naam.startswith(BEPALING):
            gevonden: Gevonden = (eis.grond.tekst,)
        else:
            gevonden = functie(inhoud) if functie else eigen_tekst(inhoud, naam)
        titel = (
            ((functie.__doc__ or "").strip().rstrip(".") if functie else None)
            or (eis.titel if eis else None)
            or naam
        )
        mist = gevonden if isinstance(gevonden, Mist) else None
        uit.append(
            Element(
                naam,
                titel,
                () if isinstance(gevonden, Mist) else gevonden,
                mist,
                eis.grond if eis else None,
            )
        )
    return tuple(uit)


def ontbrekend(inhoud: Inhoud) -> tuple[Element, ...]:
    """The parts that cannot be given yet."""
    return tuple(element for element in elementen(inhoud) if element.mist)


IN_HOOFD = ("aangetekend",)
"""Parts that stand in the head of the letter; all others have to stand in what is said, and not
by chance in a reference line."""


def niet_gevonden(
    rijen: tuple[Element, ...], woorden: tuple[str, ...], tekst: str, hoofd: str = ""
) -> tuple[str, ...]:
    """Which parts and words do not stand in a text.

    White space and line breaks make no difference.
    """
    kaal = plat(tekst)
    samen = kaal + plat(hoofd)
    weg = [
        element.titel
        for element in rijen
        if any(
            plat(deel) not in (samen if element.naam in IN_HOOFD else kaal)
            for deel in element.teksten
        )
    ]
    return (*weg, *(f"het woord '{woord}'" for woord in woorden if plat(woord) not in kaal))


def plat(tekst: str) -> str:
    """Text without white space, in lower case: how lines were broken does not matter."""
    return "".join(tekst.split()).replace("\u00a0", "").replace("\u00ad", "").casefold()
