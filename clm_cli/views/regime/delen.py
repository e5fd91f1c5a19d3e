"""Floor 6, delen: the parts of a regime as text, each with its clause and literal words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import chain

from clm_cli.records.basis import Grond
from clm_cli.records.regime import (
    Aanleiding,
    Bewijsvorm,
    Bezwaarregeling,
    Briefzin,
    Contractpartij,
    Doelgroep,
    Gespreksrol,
    Laddernaam,
    NietIngezien,
    Niveaudeel,
    Onderdeel,
    Plicht,
    Regimebrief,
    Regimeinstrument,
    Schorsingsregel,
    Stilte,
    Thema,
    Trede,
    Verslageis,
    Vraagregel,
)
from clm_cli.tijd.datum import getal
from clm_cli.views.regime.zinnen import (
    bedragregel,
    bewijsregel,
    duurregel,
    gronden,
    maximumregel,
    planregel,
)
from clm_cli.woorden import elke

_AARD = {"moet": "", "kan": " · kan", "streven": " · streven"}
Regels = Iterable[str]


def alinea(tekst: str, breedte: int, inspringen: int, label: str = "") -> list[str]:
    """The text wrapped; a label stands in front and the next lines hang under the text."""
    begin = " " * inspringen + label
    return textwrap.wrap(
        tekst,
        breedte,
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_long_words=False,
        break_on_hyphens=False,
    )


def citaat(grond: Grond, breedte: int, inspringen: int = 4) -> list[str]:
    """The literal words of a clause, with its id."""
    return alinea(f'"{grond.tekst}"', breedte, inspringen, f"{grond.eis}  ")


def onderdeel(
    deel: Onderdeel | Verslageis, breedte: int, bij: str = "", extra: Regels = ()
) -> Regels:
    """A named element: its title with what the clause does, what it holds, and its words."""
    aard = _AARD[deel.aard] if isinstance(deel, Onderdeel) else ""
    yield from alinea(deel.titel + aard + bij, breedte, 2)
    yield from extra
    yield from citaat(deel.grond, breedte)
    if isinstance(deel, Onderdeel) and deel.toelichting:
        yield from alinea(deel.toelichting, breedte, 4)


def partij(deel: Contractpartij, breedte: int) -> Regels:
    """A party, with the other words the contract uses for it."""
    ook = f" (ook: {', '.join(deel.ook)})" if deel.ook else ""
    yield from alinea(f"{deel.partij}: {deel.benaming}{ook}", breedte, 2)
    if deel.in_brieven:
        yield from alinea(f"in brieven: {deel.in_brieven}", breedte, 4)
    yield from citaat(deel.grond, breedte)


def doelgroep(deel: Doelgroep, breedte: int) -> Regels:
    """What the people are called for whom the work is done."""
    yield from alinea(deel.benaming, breedte, 2)
    yield from citaat(deel.grond, breedte)


def briefzin(deel: Briefzin, breedte: int) -> Regels:
    """A sentence of our letters, with the clause that it rests on or that there is none."""
    yield from alinea(f"{deel.plaats}: {deel.tekst}", breedte, 2)
    if deel.grond:
        yield from citaat(deel.grond, breedte)
    else:
        yield from alinea("het contract zegt dit niet; het zijn onze eigen woorden", breedte, 4)


def ladder(deel: Laddernaam, breedte: int) -> Regels:
    """What the contract calls its treden together."""
    ook = f" (ook: {', '.join(deel.ook)})" if deel.ook else ""
    yield from alinea(f"{deel.benaming}{ook}", breedte, 2)
    yield from citaat(deel.grond, breedte)


def niveau(deel: Niveaudeel, breedte: int) -> Regels:
    """A level: its subjects, and what is decided on it alone."""
    over = [f"over: {', '.join(deel.onderwerpen)}"] if deel.onderwerpen else []
    besluit = [f"alleen hier besloten: {', '.join(deel.besluit_over)}"] if deel.besluit_over else []
    extra = chain.from_iterable(alinea(regel, breedte, 4) for regel in (*over, *besluit))
    return onderdeel(deel, breedte, extra=extra)


def rol(deel: Gespreksrol, breedte: int) -> Regels:
    """A role at the talks."""
    bij = f" · namens {deel.partij}" + (" · altijd aanwezig" if deel.verplicht == "ja" else "")
    return onderdeel(deel, breedte, bij + (" · voorzitter" if deel.voorzitter == "ja" else ""))


def thema(deel: Thema, breedte: int) -> Regels:
    """A theme of the agenda with its subjects."""
    bij = f" · {deel.niveau}" if deel.niveau else ""
    onderwerpen = chain.from_iterable(alinea(regel, breedte, 4, "- ") for regel in deel.onderwerpen)
    return onderdeel(deel, breedte, bij, onderwerpen)


def plicht(deel: Plicht, breedte: int) -> Regels:
    """A standing obligation and who it binds."""
    bij = " · beide partijen" if deel.partij == "beide" else f" · {deel.partij}"
    na = f", binnen {deel.binnen} na afloop" if deel.binnen else ""
    return onderdeel(deel, breedte, f"{bij} · {elke(deel.ritme)}{na}" if deel.ritme else bij)


def aanleiding(deel: Aanleiding, breedte: int) -> Regels:
    """What starts the escalation."""
    extra: Regels = ()
    if deel.soort == "reeks":
        grens = f", met {getal(deel.drempel)} als grens" if deel.drempel is not None else ""
        extra = alinea(_reeks(deel) + grens, breedte, 4)
    elif deel.soort in ("gebeurtenissen", "tekortkomingen"):
        binnen = f" binnen {deel.binnen}" if deel.binnen else ""
        binnen += " in een kalenderjaar" if deel.kalenderjaar == "ja" else ""
        wat = ", ".join(deel.soorten) or "tekortkomingen in dezelfde verplichting"
        extra = alinea(f"{deel.nodig}{binnen}: {wat}", breedte, 4)
    elif deel.soorten:
        ook = ", en elk ander signaal" if deel.andere == "ja" else ""
        extra = alinea(f"signalen: {', '.join(deel.soorten)}{ook}", breedte, 4)
    return onderdeel(deel, breedte, extra=extra)


_MEER = {"maand": "maanden", "kwartaal": "kwartalen", "halfjaar": "halve jaren", "jaar": "jaren"}


def _reeks(deel: Aanleiding) -> str:
    perioden = _MEER.get(deel.periode or "", "perioden")
    if deel.terug == 1:
        return f"1 {deel.periode or 'periode'}"
    if deel.terug == deel.nodig:
        return f"{deel.nodig} {perioden} achter elkaar"
    return f"{deel.nodig} van de laatste {deel.terug} {perioden}"


def trede(deel: Trede, breedte: int) -> Regels:
    """A step of the ladder with its instruments."""
    formeel = " · formele maatregel" if deel.formeel == "ja" else ""
    yield from alinea(f"{deel.titel}{formeel}", breedte, 2, f"{deel.trede}  ")
    yield from citaat(deel.grond, breedte, 5)
    if deel.aankondiging:
        yield from alinea(f"aankondigen: {deel.aankondiging.termijn} vooraf", breedte, 5)
        yield from citaat(deel.aankondiging.grond, breedte, 7)
    if deel.horen:
        opnieuw = ", opnieuw voor deze trede" if deel.horen.opnieuw == "ja" else ""
        yield from alinea(f"horen: {deel.horen.termijn or 'ons beleid'}{opnieuw}", breedte, 5)
        yield from citaat(deel.horen.grond, breedte, 7)
    if deel.ondertekening:
        wie = " of ".join(deel.ondertekening.functies)
        yield from alinea(f"brieven ondertekend door: {wie}", breedte, 5)
        yield from citaat(deel.ondertekening.grond, breedte, 7)
    for instrument in deel.instrumenten:
        yield from _instrument(instrument, breedte)


def bezwaar(deel: Bezwaarregeling, breedte: int) -> Regels:
    """What an objection does, point by point."""
    rijen = (
        ("vorm", "schriftelijk" if deel.schriftelijk == "ja" else "vrij"),
        ("op tijd is", _geregeld(deel.op_tijd)),
        ("op tijd", _geregeld(deel.tijdig)),
        ("te laat", _geregeld(deel.te_laat)),
        ("einde van de opschorting", _geregeld(deel.einde)),
        ("hersteltermijn", _geregeld(deel.hersteltermijn)),
        *(
            [("andere termijnen", _geregeld(deel.andere_termijnen))]
            if deel.andere_termijnen
            else []
        ),
        *([("zonder beslissing", deel.zwijgen.gevolg)] if deel.zwijgen else []),
    )
    for label, tekst in rijen:
        yield from alinea(tekst, breedte, 2, f"{label}: ")
    yield from citaat(deel.grond, breedte)


def _geregeld(regel: Vraagregel) -> str:
    return f"zie vraag {regel.vraag}" if regel.vraag else str(regel.regel or "onbekend")


def _schorsing(deel: Schorsingsregel) -> str:
    alleen = f", als het alleen gaat over {' en '.join(deel.alleen)}" if deel.alleen else ""
    lezing = f", bij lezing {deel.lezing.vraag} = {deel.lezing.keuze}" if deel.lezing else ""
    return deel.regel + alleen + lezing


def _instrument(deel: Regimeinstrument, breedte: int) -> Regels:
    """An instrument: what it asks, its clauses, and whether it may be taken at once."""
    brief = " · geen brief" if deel.brief == "geen" else f" · brief {deel.brief}"
    yield from alinea(f"{deel.titel}{_AARD[deel.aard]}{brief}", breedte, 5, "- ")
    for label, tekst in _eisen(deel):
        if tekst:
            yield from alinea(tekst, breedte, 7, f"{label}: ")
    for lezing in deel.voorwaarden.lezingen:
        wordt = f"{lezing.wordt} bij lezing {lezing.vraag} = {lezing.keuze}"
        yield from alinea(f"{lezing.voorwaarde}: {wordt}", breedte, 7)
    for grond in (*([deel.grond] if deel.grond else ()), *gronden(deel)):
        yield from citaat(grond, breedte, 7)
    if deel.schorsing and deel.schorsing.grond:
        yield from citaat(deel.schorsing.grond, breedte, 7)
    if deel.spoed:
        bij = deel.spoed.lezing
        wanneer = f"alleen bij lezing {bij.vraag} = {bij.keuze}" if bij else "ja"
        wanneer += f", alsnog horen binnen {deel.spoed.alsnog}" if deel.spoed.alsnog else ""
        yield from alinea(wanneer, breedte, 7, "kan per direct: ")
        yield from citaat(deel.spoed.grond, breedte, 9)
    for grond in deel.gronden:
        tot = " (niet meer na herstel)" if grond.vervalt_na_herstel == "ja" else ""
        yield from alinea(f"{grond.titel}{tot}", breedte, 7, "grond: ")
        yield from citaat(grond.grond, breedte, 9)


def _eisen(deel: Regimeinstrument) -> Iterable[tuple[str, str]]:
    """What an instrument asks, each under its label; empty where it asks nothing."""
    yield "na", deel.na.instrument if deel.na else ""
    yield "bij aanleiding", ", ".join(deel.aanleidingen)
    yield "hard", ", ".join(deel.voorwaarden.hard)
    yield "met reden af te wijken van", ", ".join(deel.voorwaarden.gemotiveerd)
    yield "bewijs", ", ".join(deel.bewijs)
    yield "bij risico voor", ", ".join(deel.risico)
    yield "ten hoogste", maximumregel(deel.maximum) if deel.maximum else ""
    yield "het plan", planregel(deel.plan) if deel.plan else ""
    yield "bedrag", bedragregel(deel.bedrag) if deel.bedrag else ""
    yield "duur", duurregel(deel.duur) if deel.duur else ""
    yield "bij bezwaar", _schorsing(deel.schorsing) if deel.schorsing else ""
    yield "vast te stellen door", ", ".join(deel.vaststellers)
    eens = (
        f"{rij.wie} van elke gemeente" if rij.per_gemeente == "ja" else rij.wie
        for rij in deel.instemming
    )
    yield "met instemming van", ", ".join(eens)


def bewijsvorm(deel: Bewijsvorm, breedte: int) -> Regels:
    """A form of evidence with its elements."""
    vaststellers = (
        [f"vast te stellen door: {', '.join(deel.vaststellers)}"] if deel.vaststellers else []
    )
    regels = [alinea(element, breedte, 4, "- ") for element in deel.elementen]
    regels += [alinea(regel, breedte, 4) for regel in vaststellers]
    regels += [alinea(telt, breedte, 4)] if (telt := bewijsregel(deel)) else []
    return onderdeel(deel, breedte, f" · {deel.hoort_bij}", chain.from_iterable(regels))


def stilte(deel: Stilte, breedte: int) -> Regels:
    """A subject on which the contract says nothing."""
    return alinea(deel.tekst, breedte, 2, "- ")


def niet_ingezien(deel: NietIngezien, breedte: int) -> Regels:
    """A document that was not seen."""
    yield from alinea(deel.stuk, breedte, 2)
    yield from citaat(deel.grond, breedte)


def brief(deel: Regimebrief, breedte: int) -> Regels:
    """A kind of letter, with what the contract wants in it."""
    yield from alinea(deel.titel or deel.brief, breedte, 2)
    for eis in deel.elementen:
        yield from alinea(eis.titel or eis.element, breedte, 4)
        yield from citaat(eis.grond, breedte, 6)
