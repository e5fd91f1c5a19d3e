"""Floor 5, rules on what goes with a letter: its exhibits and its reference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import Plek
from clm_cli.rules.brieven.vormen import Briefblik, per_brief
from clm_cli.rules.regel import WAARSCHUWING, Bevond, regel, van_alle


@regel("BRF540", WAARSCHUWING, per_brief)
def bijlage_is_niet_vastgelegd(b: Briefblik) -> Iterator[Bevond]:
    """Van een bijlage bij een brief ligt niet vast welk stuk het is.

    Waarom: bij een geschil moet blijken wat er precies bij de brief zat; een titel alleen bewijst
    dat niet.
    Fout: `bijlagen: [{titel: Kwartaalopgaven, vindplaats: bij de brief gevoegd}]`.
    Goed: een bestand in de map van de brief, of de plaats in het zaaksysteem met de sha256.
    Wat nu: zet het stuk in de map van de brief en maak hem opnieuw met --bijlage "bestand=…
    titel=… bewijst=…"; clm legt de sha256 vast.
    """
    for nummer, stuk in enumerate(b.kaart.record.bijlagen):
        if stuk.sha256 is None:
            yield Bevond(
                b.kaart.plek("bijlagen", nummer),
                f"van bijlage {nummer + 1} ({stuk.titel or stuk.bestand or stuk.vindplaats}) ligt "
                "geen sha256 vast",
                "noem het bestand, of de vindplaats met de sha256",
            )


def _kenmerken(blik: Dossierblik) -> Iterator[tuple[str, str, Plek]]:
    """The mark of each of our letters, its folder, and where that stands."""
    for brief in blik.dossier.brieven:
        kaart = brief.kaart.record
        if kaart.kenmerk and kaart.richting == "uitgaand":
            yield kaart.kenmerk, brief.kaart.map, brief.kaart.plek("kenmerk")


@regel("BRF541", WAARSCHUWING, van_alle(_kenmerken))
def kenmerk_staat_op_twee_brieven(
    _: Kijk, rijen: Sequence[tuple[str, str, Plek]]
) -> Iterator[Bevond]:
    """Twee van onze brieven hebben hetzelfde kenmerk.

    Waarom: een kenmerk wijst één brief aan; een antwoord of een betaling met dat kenmerk hoort dan
    bij geen van beide zeker.
    Fout: twee collega's maken op een dag elk een brief, en beide krijgen nummer 0412.
    Goed: elk kenmerk één keer; een nieuwe brief in plaats van een oude (`vervangt`) heeft een eigen
    kenmerk.
    Wat nu: geef een brief die nog niet weg is een ander kenmerk op zijn kaart, en maak hem
    opnieuw.
    """
    gezien: dict[str, str] = {}
    for kenmerk, map_, plek in rijen:
        eerder = gezien.setdefault(kenmerk, map_)
        if eerder != map_:
            yield Bevond(
                plek,
                f"het kenmerk {kenmerk} staat ook op {eerder}",
                "geef de brief die nog niet weg is een ander kenmerk",
            )
