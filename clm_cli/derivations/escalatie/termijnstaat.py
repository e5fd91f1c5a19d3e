"""Floor 4, termijnstaat: how the terms of a measure that no longer wait were met or missed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.aankomst import binnengekomen
from clm_cli.derivations.brieven.post import verzending
from clm_cli.derivations.escalatie.bezwaren import geschil_sinds, geschillen, op_tijd
from clm_cli.derivations.escalatie.hersteltermijn import met_stilstand
from clm_cli.derivations.escalatie.maatregeltermijnen import ANTWOORDEN, termijn, termijnduur
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.escalatie.verzuim import herstelstanden
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.termijnen import (
    Anker,
    Termijn,
    duur_van,
    regel_van,
    regimetermijnen,
    termijnbeleid,
)
from clm_cli.derivations.zinnen import HERSTELD
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Beoordeling, Bezwaar, Reactie, Verbeterplan
from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value


@value(kw_only=True)
class Termijnrij(Termijn):
    """A term that no longer waits, with what happened."""

    wat: str
    bij: str
    uitkomst: str
    grond: str


def bevestigd(m: Maatregelstand, regel: Regimetermijn) -> Iterator[Termijnrij]:
    """That a measure was confirmed in writing."""
    genomen = m.genomen
    if genomen.brief and (anker := verzending(genomen.dossier, genomen.brief)):
        yield _rij(genomen, regel, _eigen(genomen, anker), f"verzonden op {datum_vol(anker.datum)}")


def _rij(genomen: Genomen, regel: Regimetermijn, uit: Termijn, uitkomst: str) -> Termijnrij:
    instrument = genomen.naam
    return Termijnrij(
        wat=regel.titel if regel.titel.lower() == instrument else f"{regel.titel} ({instrument})",
        bij=regel.wie,
        uitkomst=uitkomst,
        grond=regel.grond.eis,
    ).met(uit)


def _eigen(genomen: Genomen, anker: Anker) -> Termijn:
    """A confirmation has no term in the contract: our own policy, when there is one."""
    beleid = termijnbeleid(genomen.register, anker.datum)
    regel = regimetermijnen(genomen.contract, "bevestiging")[0]
    begin = Anker(
        "ingang",
        genomen.record.ingaat,
        Reden(f"gaat in op {datum_vol(genomen.record.ingaat)}", genomen.maatregel.plek("ingaat")),
    )
    return termijn(genomen, regel, beleid.bevestiging_stop, begin)


def beantwoord(m: Maatregelstand, regel: Regimetermijn) -> Iterator[Termijnrij]:
    """The answer or plan that came, or that did not come while the measure lasted."""
    genomen = m.genomen
    # A first answer meets the term, however many follow: whether it is enough is judged apart.
    antwoorden = genomen.bij(ANTWOORDEN[regel.soort])
    uit: Termijn = termijn(genomen, regel, termijnduur(genomen, regel)[0])
    uit = met_stilstand(genomen, uit)
    if antwoorden:
        eerste = min(antwoorden, key=lambda f: (f.record.ontvangen, f.pad))
        yield _rij(
            genomen,
            regel,
            uit,
            f"ontvangen {datum_vol(eerste.record.ontvangen)}: "
            f"{_tijdig(genomen, regel, uit, eerste)}{mist_in(eerste.record)}",
        )
    elif not m.loopt:
        uitkomst = _zonder(genomen, ANTWOORDEN[regel.soort], "niet gekomen")
        yield _rij(genomen, regel, uit, f"{uitkomst}; {m.omdat[0].tekst}")


def _zonder(genomen: Genomen, model: type[Any], anders: str) -> str:
    """What is said where no such fact is recorded: nothing certain beside an unprocessed letter."""
    post = next(iter(genomen.onverwerkt(model)), None)
    return f"onbekend: {post.tekst}" if post else anders


def mist_in(antwoord: Reactie | Verbeterplan) -> str:
    """What an answer leaves out: on time and incomplete is not answered (J38)."""
    if isinstance(antwoord, Verbeterplan):
        return ""
    delen = (
        ("verklaring", antwoord.verklaring),
        ("herstelmaatregelen", antwoord.herstelmaatregelen),
    )
    zonder = [naam for naam, stand in delen if stand == "nee"]
    vraag = [naam for naam, stand in delen if stand == "onbekend"]
    uit = f"; onvolledig: zonder {' en '.join(zonder)}" if zonder else ""
    return uit + (f"; onbekend of er {' en '.join(vraag)} in staat" if vraag else "")


def _tijdig(
    genomen: Genomen,
    regel: Regimetermijn,
    uit: Termijn,
    antwoord: Bestand[Reactie | Verbeterplan],
) -> str:
    """Whether an answer was in time: by receipt, else by sending where the reading allows."""
    if uit.uiterlijk is None:
        return "of het op tijd was, is onbekend"
    if antwoord.record.ontvangen <= uit.uiterlijk:
        return "op tijd"
    maat = regel_van(
        genomen.register, genomen.contract.regime, regel.op_tijd, antwoord.record.ontvangen
    )
    # Neither contract says whether an answer has to be sent or received in time: a reading does.
    verzonden = _verzonden(genomen, antwoord)
    if uit.voorlopig:
        return "onbekend of het op tijd was: de ontvangst van onze brief is niet vastgelegd"
    if (verzonden and verzonden > uit.uiterlijk) or maat == "ontvangen":
        return "te laat"
    if verzonden and maat == "verzonden":
        return f"op tijd, verzonden {datum_vol(verzonden)}"
    return "na de laatste dag; of verzenden op tijd volstaat, is niet vastgelegd"


def _verzonden(genomen: Genomen, antwoord: Bestand[Reactie | Verbeterplan]) -> date | None:
    """When the other party sent its answer, by the letter that came in."""
    naam = getattr(antwoord.record, "brief", None)
    post = binnengekomen(genomen.dossier, naam, antwoord.pad)
    return post.verzonden if post else None


def hersteld(m: Maatregelstand, regel: Regimetermijn) -> Iterator[Termijnrij]:
    """What was judged of each shortcoming when its term to cure was over."""
    for rij in herstelstanden(m.genomen):
        # A term that still runs, or that nobody judged, is on the list and not in the past.
        if rij.termijn is None or (m.loopt and rij.herstel == "onbekend"):
            continue
        oordelen = sorted(
            (f.record.datum, o.oordeel)
            for f in m.genomen.bij(Beoordeling)
            if f.record.over == "herstel"
            for o in f.record.oordelen
            if o.onderdeel == rij.tekortkoming
        )
        wat = (
            "; ".join(
                f"{HERSTELD.get(oordeel, 'onbekend of hersteld')}, beoordeeld {datum_vol(datum)}"
                for datum, oordeel in oordelen
            )
            or f"niet beoordeeld; {m.omdat[0].tekst}"
        )
        yield Termijnrij(
            wat=f"{regel.titel}: {rij.tekortkoming}",
            bij=regel.partij,
            uitkomst=wat,
            grond=regel.grond.eis,
        ).met(rij)


def bezwaar_gemaakt(m: Maatregelstand, regel: Regimetermijn) -> Iterator[Termijnrij]:
    """Each objection, or that the term for it passed without one."""
    genomen = m.genomen
    uit = termijn(genomen, regel, termijnduur(genomen, regel)[0])
    gemaakt = genomen.bij(Bezwaar)
    for bezwaar in gemaakt:
        tijdig = op_tijd(genomen, bezwaar)
        woord = {"ja": "op tijd", "onbekend": "onbekend of het op tijd was"}.get(
            tijdig.antwoord, tijdig.tekst
        )
        yield _rij(genomen, regel, uit, f"ontvangen {datum_vol(bezwaar.record.ontvangen)}: {woord}")
    # Silence says something only once the day is over and our letter is known to have come.
    if not gemaakt and uit.uiterlijk and uit.uiterlijk < genomen.vandaag and not uit.voorlopig:
        yield _rij(genomen, regel, uit, _zonder(genomen, Bezwaar, "geen bezwaar ontvangen"))


def gesproken(m: Maatregelstand, regel: Regimetermijn) -> Iterator[Termijnrij]:
    """The talk between directors about the measure, when it was held."""
    genomen = m.genomen
    gehouden = min(
        (f.record.gehouden for f in geschillen(genomen) if f.record.gehouden), default=None
    )
    bron = geschil_sinds(genomen, regel)
    if gehouden is None or bron is None:
        return
    anker = Anker(
        "ontvangst-bezwaar",
        bron[0],
        Reden(f"het geschil bestaat sinds {datum_vol(bron[0])}", bron[1].plek()),
    )
    uit = termijn(genomen, regel, duur_van(genomen.contract, regel, bron[0])[0], anker)
    laat = uit.uiterlijk is not None and gehouden > uit.uiterlijk
    yield _rij(
        genomen, regel, uit, f"gehouden {datum_vol(gehouden)}: {'te laat' if laat else 'op tijd'}"
    )
