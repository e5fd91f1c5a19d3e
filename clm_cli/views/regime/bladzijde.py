"""Floor 6, bladzijde: one contract as clm reads it: its clauses, questions and their reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import partial
from itertools import chain
from typing import Any, Literal

from clm_cli.derivations.opzegging import tegen
from clm_cli.meldingen import Melding
from clm_cli.records.regime import Lezing, Regime, Regimetermijn, Vraag
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.views.meldingen import als_json as als_gegevens
from clm_cli.views.opmaak import Gegevens, Papier, nergens
from clm_cli.views.regime import berichten
from clm_cli.views.regime import delen as vorm
from clm_cli.views.regime import regels as regelvorm
from clm_cli.views.regime.delen import Regels, alinea, citaat
from clm_cli.woorden import zichtbaar

Stand = Literal["lezing", "voorlopige lezing", "onbekend", "geen keuze", "opgemerkt"]
"""How a question stands: decided here, on the proposal, open, never decided once and for all, or
only noticed."""
_SMALST = 40
"""Clauses are never quoted in fewer columns than this."""
_UITLEG = (
    "Tussen aanhalingstekens staan de woorden van het contract, met het kenmerk van de eis; '…' "
    "is weggelaten tekst. Al het andere zijn woorden van clm. 'kan' staat het contract toe, "
    "'streven' streeft het na, de rest moet. Een voorlopige lezing is een voorstel: leg uw eigen "
    "lezing vast met clm lezing."
)


_HOOFDSTUKKEN: tuple[tuple[str, str, Callable[[Any, int], Regels]], ...] = (
    ("PARTIJEN", "partijen", vorm.partij),
    ("HOE DE LADDER HEET", "ladder", vorm.ladder),
    ("HOE DE MENSEN HETEN VOOR WIE WORDT GEWERKT", "doelgroep", vorm.doelgroep),
    ("GEDEELDE AMBITIE", "ambitie", vorm.onderdeel),
    ("LEIDRAAD", "leidraad", vorm.onderdeel),
    ("NIVEAUS", "niveaus", vorm.niveau),
    ("HOE VAAK PARTIJEN ELKAAR SPREKEN", "gesprekken", berichten.gesprekken),
    ("WIE BIJ EEN GESPREK ZIJN", "rollen", vorm.rol),
    ("THEMA'S VAN DE AGENDA", "themas", vorm.thema),
    ("VRAGEN BIJ EEN BEVINDING", "bevindingsvragen", vorm.onderdeel),
    ("HET VERSLAG VERMELDT", "verslageisen", vorm.onderdeel),
    ("UITGANGSPUNTEN", "uitgangspunten", vorm.onderdeel),
    ("DOORLOPENDE PLICHTEN", "verplichtingen", vorm.plicht),
    ("WERKDAGEN EN DE LAATSTE DAG", "kalender", berichten.kalender),
    ("WAT SCHRIFTELIJK IS", "schriftelijk", berichten.schriftelijk),
    ("WIE ONZE BRIEVEN ONDERTEKENT", "ondertekening", berichten.ondertekening),
    ("WANNEER EEN BERICHT IS ONTVANGEN", "ontvangst", berichten.ontvangst),
    ("TERMIJNEN", "termijnen", vorm.onderdeel),
    ("CIJFERS", "cijferregels", regelvorm.cijferregel),
    ("SIGNALEN", "signaalsoorten", vorm.onderdeel),
    ("TEKORTKOMINGEN", "tekortkomingen", vorm.onderdeel),
    ("PREVENTIEVE MAATREGELEN", "maatregelen", vorm.onderdeel),
    ("AANLEIDINGEN", "aanleidingen", vorm.aanleiding),
    ("TREDEN", "treden", vorm.trede),
    ("OVERSLAAN VAN TREDEN", "overslaan", regelvorm.overslaan),
    ("WAT BEDRAGEN SAMEN TEN HOOGSTE ZIJN", "plafonds", regelvorm.plafond),
    ("KLASSEN", "klassen", regelvorm.klassen),
    ("EEN MAATREGEL KAN NODIG ZIJN VOOR", "noodzaak", vorm.onderdeel),
    ("WAT EEN BEZWAAR DOET", "bezwaar", vorm.bezwaar),
    ("BEWIJS", "bewijsvormen", vorm.bewijsvorm),
    ("BRIEVEN", "brieven", vorm.brief),
    ("WAT ONZE BRIEVEN ZEGGEN", "briefzinnen", vorm.briefzin),
    ("OPEN VRAGEN EN HOE ZE HIER WORDEN GELEZEN", "vragen", vorm.onderdeel),
    ("NIET GEREGELD IN DEZE OVEREENKOMST", "zwijgt_over", vorm.stilte),
    ("NIET INGEZIEN", "niet_ingezien", vorm.niet_ingezien),
)


@value
class Gevolgd:
    """The answer that is followed on a question, and the organisation's lezing behind it if any."""

    stand: Stand
    keuze: str | None = None
    tekst: str | None = None
    lezing: Lezing | None = None


def gevolgd(regime: Regime, vraag: Vraag, lezingen: Iterable[Lezing]) -> Gevolgd:
    """What is followed on a question: the newest lezing, else the proposal, else nothing."""
    eigen = [rij for rij in lezingen if rij.regime == regime.id and rij.vraag == vraag.id]
    teksten = {keuze.keuze: keuze.tekst for keuze in vraag.keuzes}
    if eigen:
        lezing = max(eigen, key=lambda rij: (rij.datum, rij.vastgelegd))
        return Gevolgd("lezing", lezing.keuze, teksten.get(lezing.keuze), lezing)
    if vraag.voorstel:
        return Gevolgd("voorlopige lezing", vraag.voorstel, teksten.get(vraag.voorstel))
    if vraag.keuzes:
        return Gevolgd("onbekend")
    return Gevolgd("opgemerkt" if vraag.soort in ("verschrijving", "verwijzing") else "geen keuze")


@value
class Regimeblad:
    """One regime, with how the organisation reads its questions."""

    regime: Regime
    lezingen: tuple[Lezing, ...] = ()
    """They may hold those of other regimes."""
    namen: Mapping[str, str] = field(default_factory=dict)
    """The names of the people who recorded them, by id."""
    fouten: tuple[Melding, ...] = ()
    """What is wrong in its file; then it is not used, and only what can be read is shown."""

    def gevolgd(self, vraag: Vraag) -> Gevolgd:
        """What is followed on a question."""
        return gevolgd(self.regime, vraag, self.lezingen)


def toon(blad: Regimeblad, papier: Papier) -> str:
    """One regime whole: its clauses quoted, its questions with what is followed, its silences."""
    regime, breed = blad.regime, max(papier.breedte, _SMALST)
    if not regime:
        return zichtbaar("\n".join(_fouten(blad, breed)))
    kop = [
        regime.id,
        *alinea(regime.titel, breed, 0),
        f"Geldig vanaf {datum_vol(regime.geldig_vanaf)}",
    ]
    if regime.vervangt:
        kop.append(f"Vervangt {regime.vervangt}")
    bron = " · ".join(filter(None, (regime.bron.titel, regime.bron.versie, regime.bron.bestand)))
    kop += _fouten(blad, breed)
    delen = [*kop, *alinea(f"Bron: {bron}", breed, 0), *alinea(_UITLEG, breed, 0)]
    for titel, regels in _hoofdstukken(blad, breed):
        inhoud = list(regels)
        if inhoud:
            delen += ["", titel, *inhoud]
    return zichtbaar("\n".join(delen))


def _fouten(blad: Regimeblad, breedte: int) -> Regels:
    """What is wrong in the file, in front: who reads on knows that the regime is not used."""
    if blad.fouten:
        yield "WORDT NIET GEBRUIKT, want in het bestand staat iets fout:"
    for melding in blad.fouten:
        plek = melding.plek
        waar = f"{plek.pad}:{plek.regel or 1}: " if plek else ""
        yield from alinea(f"{waar}{melding.tekst}", breedte, 2, f"{melding.code}  ")
        yield from alinea(str(melding.nu), breedte, 4, "nu: ") if melding.nu else ()
    if blad.fouten and blad.regime:
        yield "Hieronder staat wat wel te lezen is."


def als_json(blad: Regimeblad) -> Gegevens:
    """The regime as plain data, each question with what is followed."""
    boom = blad.regime.model_dump(mode="json")
    for rij, vraag in zip(boom["vragen"], blad.regime.vragen, strict=True):
        antwoord = blad.gevolgd(vraag)
        lezing = antwoord.lezing.model_dump(mode="json") if antwoord.lezing else None
        rij["gevolgd"] = {"stand": antwoord.stand, "keuze": antwoord.keuze, "lezing": lezing}
    if blad.fouten:
        boom["fouten"] = als_gegevens(blad.fouten, nergens)
    return boom


def _hoofdstukken(blad: Regimeblad, breedte: int) -> Iterable[tuple[str, Regels]]:
    """The chapters in reading order; only two need to know how the questions are read."""
    eigen: dict[str, Callable[[Any, int], Regels]] = {
        "termijnen": partial(_termijn, blad),
        "vragen": partial(_vraag, blad),
    }
    for titel, veld, als in _HOOFDSTUKKEN:
        waarde = getattr(blad.regime, veld)
        delen = waarde if isinstance(waarde, tuple) else [waarde] if waarde else []
        ook = (
            " (ook andere zijn toegestaan)"
            if veld == "signaalsoorten" and blad.regime.eigen_signalen == "ja"
            else ""
        )
        yield (
            titel + ook,
            chain.from_iterable(eigen.get(veld, als)(deel, breedte) for deel in delen),
        )


def _termijn(blad: Regimeblad, deel: Regimetermijn, breedte: int) -> Regels:
    duur = str(deel.termijn) if deel.termijn else "geen duur in het contract"
    recht = " · een recht dat vervalt" if deel.recht == "ja" else ""
    wie = "beide partijen" if deel.partij == "beide" else deel.partij
    yield from alinea(f"{deel.titel}: {duur} · {wie}{recht}", breedte, 2)
    yield from alinea(_begin(blad, deel), breedte, 4, "begin   ")
    yield from alinea(deel.gevolg, breedte, 4, "gevolg  ")
    if deel.daarna:
        stappen = f": {', '.join(deel.stappen)}" if deel.stappen else ""
        yield from alinea(f"{deel.daarna}{stappen}", breedte, 4, "daarna  ")
    yield from citaat(deel.grond, breedte)


def _begin(blad: Regimeblad, deel: Regimetermijn) -> str:
    vraag = next((rij for rij in blad.regime.vragen if rij.id == deel.vraag), None)
    if vraag is None:
        dagen = f", tegen {tegen(deel)}" if tegen(deel) else ""
        return f"{deel.begin or 'onbekend'}{', teruggeteld' * (deel.terug == 'ja')}{dagen}"
    antwoord = blad.gevolgd(vraag)
    keuze = f": {antwoord.keuze}" if antwoord.keuze else ""
    return f"{antwoord.stand}{keuze} (vraag {vraag.id})"


def _vraag(blad: Regimeblad, deel: Vraag, breedte: int) -> Regels:
    antwoord = blad.gevolgd(deel)
    rest = "ook mogelijk: " if antwoord.keuze else "mogelijk: "
    yield from alinea(f"{deel.id} · {deel.soort}", breedte, 2)
    yield from alinea(deel.tekst, breedte, 4)
    yield from citaat(deel.grond, breedte)
    yield from alinea(_antwoord(antwoord, blad.namen), breedte, 4, "-> ")
    for keuze in deel.keuzes:
        if keuze.keuze != antwoord.keuze:
            yield from alinea(f"{keuze.tekst} ({keuze.keuze})", breedte, 7, rest)
    yield from alinea(deel.gevolg, breedte, 4, "gevolg: ")


def _antwoord(antwoord: Gevolgd, namen: Mapping[str, str]) -> str:
    """What is followed, in one sentence."""
    keuze = f"{antwoord.tekst or 'deze keuze kent het regime niet'} ({antwoord.keuze})"
    if antwoord.lezing:
        voorbeeld = (
            ", voorbeeld, nog vast te stellen" if antwoord.lezing.status == "voorbeeld" else ""
        )
        wie = namen.get(antwoord.lezing.door, antwoord.lezing.door)
        return (
            f"lezing ({wie}, {datum_vol(antwoord.lezing.datum)}{voorbeeld}): {keuze}. "
            f"{antwoord.lezing.reden}"
        )
    if antwoord.stand == "voorlopige lezing":
        return f"voorlopige lezing: {keuze}"
    if antwoord.stand == "onbekend":
        return "onbekend: eerst vragen"
    return "alleen opgemerkt" if antwoord.stand == "opgemerkt" else "geen vaste keuze, zie gevolg"
