"""Floor 5, soorten: the one table of kinds of difference: what a change does, and how it is told.

An id is permanent. `NAKIJKEN` means that a second pair of eyes has to see it, since a right or a
duty of one of the parties changes with it, or since what was fixed was not left alone.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from clm_cli.meldingen import Plek
from clm_cli.value import value


class Niveau(StrEnum):
    """How serious a difference is, the most serious first."""

    NAKIJKEN = "nakijken"
    WIJZIGING = "wijziging"
    GELIJK = "zelfde betekenis"


@value
class Verschilsoort:
    """One kind of difference."""

    id: str
    niveau: Niveau
    teken: str
    zin: str
    """The sentence: `{wat}`, and where there are two values `{was}` and `{wordt}`."""
    gevolg: str
    """What such a change does to rights and duties."""


_N, _W, _G = Niveau.NAKIJKEN, Niveau.WIJZIGING, Niveau.GELIJK
_TABEL: tuple[tuple[str, Niveau, str, str, str], ...] = (
    # what was fixed
    ("onleesbaar", _N, "?", "{wat} is niet te lezen: wat er verandert, is onbekend", "onbekend"),
    ("weer-leesbaar", _N, "?", "{wat} was niet te lezen en nu wel: nieuw is {wordt}", "onbekend"),
    ("feit-gewijzigd", _N, "~", "een vastgelegd feit is gewijzigd: {wat}", "bewijs is veranderd"),
    ("feit-verwijderd", _N, "-", "een vastgelegd feit is weg: {wat}", "bewijs is weg"),
    ("vast-stuk", _N, "~", "een stuk dat vastlag is {wordt}: {wat}", "bewijs is veranderd"),
    ("correctie", _N, "+", "correctie: {wat}", "wat was vastgelegd, geldt anders of niet meer"),
    # the ladder
    ("trede", _N, "~", "trede {was} → trede {wordt}", "wat de partijen mogen, verandert"),
    ("maatregel", _N, "+", "maatregel: {wat}", "een recht of plicht van de aanbieder verandert"),
    ("maatregel-toestand", _N, "~", "{wat}: {was} → {wordt}", "de maatregel werkt anders"),
    ("maatregel-loopt", _W, "~", "{wat}: {was} → {wordt}", "de aanbieder weet nu van de maatregel"),
    ("zaakbesluit", _N, "+", "{wat}", "een maatregel stopt, stil, loopt weer of verandert"),
    ("zaak-dicht", _N, "~", "de escalatie is {wordt} (was {was})", "alle maatregelen eindigen"),
    ("verzuim", _N, "~", "verzuim {wat}: {was} → {wordt}", "verzuim opent andere maatregelen"),
    ("herstel", _W, "~", "herstel {wat}: {was} → {wordt}", "het oordeel over herstel is anders"),
    # what happened, and the terms and work that follow
    ("feit", _W, "+", "{wat}", "er is iets gebeurd of vastgelegd"),
    (
        "recht-vervalt",
        _N,
        "~",
        "{wat}: van {was} naar {wordt}",
        "een recht vervalt op een andere dag",
    ),
    ("termijn-anders", _W, "~", "{wat}: van {was} naar {wordt}", "een dag verschuift"),
    ("termijn-nieuw", _W, "+", "{wat}: {wordt}", "een nieuwe dag om op te letten"),
    ("termijn-weg", _W, "-", "{wat}: niet meer (was {was})", "niets meer te doen op die dag"),
    ("taak-nieuw", _W, "+", "te doen: {wat}", "iets zonder vaste dag moet gebeuren"),
    ("taak-weg", _W, "-", "niet meer te doen: {wat}", "gedaan, of niet meer nodig"),
    # how the contract is read, and what was agreed
    ("lezing", _N, "+", "lezing: {wat}", "een bepaling wordt anders gelezen, in elke lopende zaak"),
    ("regime", _N, "~", "{wat}", "de regels van het contract zelf zijn anders"),
    ("contractbesluit", _N, "+", "{wat}", "de duur, omvang of inhoud van een contract verandert"),
    ("contract", _N, "~", "{wat}", "wat is afgesproken, staat er anders"),
    ("norm", _N, "~", "{wat}", "een cijfer wordt anders beoordeeld"),
    ("beleid", _N, "~", "{wat}", "termijnen, kalender of categorieën worden anders bepaald"),
    ("volmacht", _N, "~", "{wat}", "wie namens wie mag besluiten of tekenen, is anders"),
    ("sjabloon", _N, "~", "{wat}", "elke brief die hierna wordt gemaakt, krijgt andere woorden"),
    # letters
    ("brief-gereed", _N, "+", "brief klaar om te versturen: {wat}", "de brief maakt iets bekend"),
    ("brief-anders", _N, "~", "{wat}", "de brief die nog moet gaan, zegt iets anders"),
    # the rest of the record
    ("persoon", _W, "~", "{wat}", "iemand anders is aan zet of aanspreekpunt"),
    (
        "categorie",
        _W,
        "~",
        "categorie {wat}: {was} → {wordt}",
        "het ritme van gesprekken verandert",
    ),
    ("cijfer", _W, "~", "{wat}: {was} → {wordt}", "een cijfer of het oordeel erover is anders"),
    ("besluit", _W, "+", "besluit {wat}", "er is iets afgesproken"),
    ("actie", _W, "+", "actie {wat}", "iemand heeft iets te doen"),
    ("lijst", _W, "~", "{wat}", "een verplichting, risico, wens of vraag staat er anders"),
    ("kaart", _W, "~", "{wat}", "gegevens zijn aangevuld of bijgewerkt"),
    ("kaart-nieuw", _W, "+", "{wat}", "er is iets bij gekomen"),
    ("kaart-weg", _N, "-", "{wat} is weg", "wat daarop stond, geldt niet meer"),
    ("stuk", _W, "~", "stukken {wordt}: {wat}", "een document is er bij, anders of weg"),
    ("melding-fout", _N, "!", "nieuwe fout {wat}", "het dossier klopt niet meer"),
    ("melding", _W, "!", "nieuwe waarschuwing {wat}", "er is iets om naar te kijken"),
    ("melding-weg", _W, "-", "opgelost: {wat}", "een melding is er niet meer"),
    ("opmaak", _G, "=", "{wat}", "niets: alleen de opmaak is anders"),
)
SOORTEN = {rij[0]: Verschilsoort(*rij) for rij in _TABEL}
"""Every kind of difference by its id."""


@value
class Verschil:
    """One difference, in words."""

    soort: Verschilsoort
    dossier: str
    """The dossier's id; empty for what the register shares."""
    onderwerp: str
    """What it is about: a case, a letter, a talk, a list, a card."""
    tekst: str
    details: tuple[str, ...] = ()
    plek: Plek | None = None
    dag: date | None = None
    """The day of what happened, or of what is due."""

    @property
    def volgorde(self) -> tuple[int, int, date, str]:
        """The most serious first, then by kind, day and words."""
        niveau = list(Niveau).index(self.soort.niveau)
        return niveau, list(SOORTEN).index(self.soort.id), self.dag or date.min, self.tekst


def verschil(
    soort: str,
    waar: tuple[str, str],
    plek: Plek | None = None,
    details: tuple[str, ...] = (),
    dag: date | None = None,
    **woorden: object,
) -> Verschil:
    """A difference of a kind: `waar` is the dossier and what it is about in it."""
    rij = SOORTEN[soort]
    return Verschil(rij, *waar, rij.zin.format(**woorden), details, plek, dag)
