"""Floor 5, rules on letters of theirs: what came in is recorded as what it is."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.brieven.onverwerkt import open_post, vervolgopdracht
from clm_cli.kijk import Dossierblik
from clm_cli.rules.regel import WAARSCHUWING, Bevond, per_dossier, regel


@regel("BRF517", WAARSCHUWING, per_dossier)
def brief_van_hen_niet_verwerkt(blik: Dossierblik) -> Iterator[Bevond]:
    """Een brief van de aanbieder is binnengekomen en niet vastgelegd als wat zij is.

    Waarom: een bezwaar, reactie, plan of herstelmelding werkt zodra de brief er is; zolang niemand
    haar verwerkt, is onbekend welke termijnen lopen, of er verzuim is en welke stap kan.
    Fout: hun brief van 15 mei van de soort bezwaar, en in de escalatie geen bezwaar van die dag.
    Goed: een bezwaar met `brief`, of met 15 mei als dag van ontvangst.
    Wat nu: leg het feit vast met de opdracht die erbij staat. Is de brief iets anders, leg dan vast
    wat ermee is gedaan met clm actie afgerond.
    """
    for post in open_post(blik):
        yield Bevond(
            post.brief.kaart.plek("soort"),
            post.tekst,
            vervolgopdracht(
                blik.dossier.id, post.feit, post.brief.id, post.ontvangen, post.gaat_over
            ),
            (post.reden,),
        )
