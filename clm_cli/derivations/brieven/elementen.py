"""Floor 4, elementen: the parts that a letter must hold, and whether a text holds them."""

from __future__ import annotations

from collections.abc import Callable

from clm_cli.derivations.brieven.delen import (
    besluit,
    bezwaar,
    classificatie,
    gezegd,
    onderzoek,
    partijen,
    stap,
    tekortkomingen,
    termijnen,
    verzuim,
)
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist, eigen_tekst
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.records.basis import Grond
from clm_cli.value import value


@value
class Element:
    """One part: the texts that show it or what it lacks, and the clause that wants it."""

    naam: str
    titel: str
    teksten: tuple[str, ...]
    mist: Mist | None
    grond: Grond | None


ELEMENTEN: dict[str, Callable[[Inhoud], Gevonden]] = {
    "contract": partijen.contract,
    "afbakening": partijen.afbakening,
    "gemeenten": partijen.namens,
    "ondertekening": partijen.ondertekening,
    "tekortkoming": tekortkomingen.tekortkoming,
    "feiten": tekortkomingen.feiten,
    "eis": tekortkomingen.eis,
    "vaststelling": tekortkomingen.vaststelling,
    "verplichting": tekortkomingen.verplichting_,
    "voorgeschiedenis": onderzoek.voorgeschiedenis,
    "onderzoek": onderzoek.onderzoek,
    "bevindingen": onderzoek.bevindingen,
    "ernst": gezegd.VAN_RIJEN["ernst"],
    "evenredigheid": gezegd.VAN_RIJEN["evenredigheid"],
    "overslaan": gezegd.VAN_RIJEN["overslaan"],
    "afwijkingen": gezegd.afwijkingen,
    "ingang": gezegd.ingang,
    "hersteltermijn": termijnen.hersteltermijn,
    "redelijk": termijnen.redelijk,
    "verzuim": termijnen.verzuim,
    "verzuimgrond": verzuim.verzuimgrond,
    "verzuim-vanaf": verzuim.verzuim_vanaf,
    "berekening": termijnen.berekening,
    "bezwaar": bezwaar.bezwaar,
    "directiegesprek": bezwaar.directiegesprek,
    "schorsing": bezwaar.schorsing,
    "antwoordtermijn": termijnen.antwoordtermijn,
    "antwoordadres": partijen.antwoordadres,
    "antwoordreden": termijnen.antwoordreden,
    "aanvultermijn": termijnen.aanvultermijn,
    "gevolgen": verzuim.gevolgen,
    "horen": onderzoek.horen,
    "verzuimstand": verzuim.verzuimstand,
    "verzuim-gevraagd": verzuim.verzuim_gevraagd,
    "eisenoordeel": stap.eisenoordeel,
    "planinhoud": stap.planinhoud,
    "vordering": gezegd.VAN_RIJEN["vordering"],
    "deel": gezegd.VAN_RIJEN["deel"],
    "bedrag": gezegd.VAN_RIJEN["bedrag"],
    "rechtvaardiging": gezegd.VAN_RIJEN["rechtvaardiging"],
    "maximum": stap.maximum,
    "bedragregel": stap.bedragregel,
    "facturen": stap.facturen,
    "betaaltermijn": termijnen.betaaltermijn,
    "rekening": termijnen.rekening,
    "rente-bij-bezwaar": termijnen.rente_bij_bezwaar,
    "uitbetaling": termijnen.uitbetaling,
    "betaling-na-bezwaar": termijnen.betaling_na_bezwaar,
    "afwikkeling": termijnen.afwikkeling,
    "overdrachtsdagen": termijnen.afwikkeling,
    "overname": besluit.overname,
    "risico": tekortkomingen.risico,
    "reikwijdte": gezegd.reikwijdte,
    "toegewezen": gezegd.VAN_RIJEN["toegewezen"],
    "ontvangers": gezegd.ontvangers,
    "zorglandschap": gezegd.VAN_RIJEN["zorglandschap"],
    "gronden": gezegd.gronden,
    "bewijs": onderzoek.bewijs,
    "uiterste": gezegd.uiterste,
    "deel-of-geheel": besluit.deel_of_geheel,
    "einddatum": besluit.einddatum,
    "optie": besluit.optie,
    "verlengd-tot": besluit.verlengd_tot,
    "aanzegging": besluit.aanzegging,
    "einde-aangezegd": besluit.einde_aangezegd,
    "strategisch-besluit": besluit.strategisch,
    "wijziging": besluit.wijziging,
    "wijziging-vanaf": besluit.wijziging_vanaf,
    "besluitreden": besluit.besluitreden,
    "uitkomst": besluit.uitkomst,
    "weging": besluit.weging,
    "categorie": classificatie.uitkomst,
    "geldig-vanaf": classificatie.ingang,
    "onderbouwing": classificatie.onderbouwing,
    "nieuwe-data": termijnen.nieuwe_data,
    "bij-brief": besluit.bij_brief,
    "andere-zaken": besluit.andere_zaken,
    "bezwaar-ontvangen": bezwaar.bezwaar_ontvangen,
    "uitnodiging": bezwaar.uitnodiging,
    "aangetekend": partijen.aangetekend,
    "oordelen": besluit.oordelen,
    "voorbehoud": partijen.voorbehoud,
    "voorwaarden": stap.voorwaarden,
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
