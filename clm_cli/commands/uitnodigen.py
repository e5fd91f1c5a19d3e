"""Floor 7, uitnodigen: invitations to talks as drafts in a mail program, each with its event."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.commands.dingen import gesprek_van
from clm_cli.commands.documenten import laatste_stuk, los_stuk, stel_op
from clm_cli.commands.planning import keur
from clm_cli.commands.werk import Werk
from clm_cli.derivations.aansluiting import gevraagd, onbelegd
from clm_cli.derivations.adressen import onze
from clm_cli.derivations.gesprekken import dag_van, tijd_en_plaats
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.zinnen import opsomming, telwoord
from clm_cli.documents.gesprekken.uitnodiging import (
    SOORTEN,
    afspraak,
    afzender,
    ontvangers,
    uitnodiging,
)
from clm_cli.documents.mail import Bijlage, Mail, als_eml, lijf
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.gesprek import GesprekVervallen, GesprekVerzet
from clm_cli.tijd.datum import datum_lang
from clm_cli.voorstel import NieuwStuk, Voorstel

_LEES_NA = "open de mail (.eml), lees haar na en verstuur haar zelf"


def een(werk: Werk, dossier: str, gesprek: str | None) -> Voorstel:
    """The invitation to one talk. Raises ClmFout for a talk that was held."""
    blik, gekozen = gesprek_van(werk, dossier, gesprek, "vooraf")
    if gekozen.kaart.record.gehouden:
        raise Geweigerd(
            f"Het gesprek {gekozen.id} is al gehouden",
            nu=opdracht("gesprek", "maak", "verslag", blik.dossier.id, gekozen.id),
        )
    wat = "Afzegging" if gekozen.van(GesprekVervallen) else "Uitnodiging"
    return _voorstel(werk, [(blik, gekozen)], f"{wat} gemaakt.")


def alle(werk: Werk, jaar: int, manager: str | None) -> Voorstel:
    """The invitations to all talks of a year that are still to come."""
    keur(werk.kijk, jaar, manager)
    rijen = [
        (blik, gesprek)
        for blik in werk.kijk.blikken
        if manager in (None, behandelaar(blik.dossier, werk.vandaag))
        for gesprek in blik.dossier.gesprekken
        if dag_van(gesprek).datum.year == jaar and _komt_nog(blik, gesprek)
    ]
    if not rijen:
        raise ClmFout(
            f"Er ligt in {jaar} geen gesprek vast dat nog moet komen.",
            nu=opdracht("planning", str(jaar), "--vastleggen"),
        )
    aantal = telwoord(len(rijen), "uitnodiging", "uitnodigingen")
    return _voorstel(werk, rijen, f"{aantal.capitalize()} gemaakt.")


def _komt_nog(blik: Dossierblik, gesprek: Gesprek) -> bool:
    weg = gesprek.kaart.record.gehouden or gesprek.van(GesprekVervallen)
    return not weg and dag_van(gesprek).datum >= blik.vandaag


def _voorstel(werk: Werk, rijen: list[tuple[Dossierblik, Gesprek]], zin: str) -> Voorstel:
    return Voorstel(
        zin,
        stukken=tuple(
            stuk
            for blik, gesprek in werk.volg("Uitnodigingen", rijen)
            for stuk in _stukken(werk, blik, gesprek)
        ),
        let_op=tuple(regel for blik, gesprek in rijen for regel in _gemist(blik, gesprek)),
        nu=_na(*rijen[0]) if len(rijen) == 1 else _LEES_NA,
        vraag=len(rijen) > 1,
    )


def _na(blik: Dossierblik, gesprek: Gesprek) -> str:
    """What comes next; that the agenda went out is recorded where it is still to go."""
    kaart = gesprek.kaart.record
    if not _komt_nog(blik, gesprek) or kaart.stukken_verstuurd:
        return _LEES_NA
    weg = opdracht("gesprek", "verstuurd", blik.dossier.id, gesprek.id)
    return advies("{lees}; zijn de stukken weg: {weg}", lees=Advies(_LEES_NA), weg=weg)


def _stukken(werk: Werk, blik: Dossierblik, gesprek: Gesprek) -> Iterator[NieuwStuk]:
    """The event and the draft; the agenda goes along where it was made, in Word if there is one."""
    hunne = ontvangers(blik, gesprek)
    vervallen = gesprek.van(GesprekVervallen)
    agenda = None if vervallen else laatste_stuk(werk, gesprek.pad, "agenda", "docx", "pdf")
    gegevens = uitnodiging(blik, gesprek, hunne, met_agenda=agenda is not None)
    event = afspraak(blik, gesprek, hunne, afzender(blik), werk.vandaag)
    mail = Mail(
        hunne.aan,
        _onderwerp(gesprek, blik.register.organisatie.naam),
        lijf(stel_op(werk, "uitnodiging", gegevens).document.blokken),
        (Bijlage("gesprek.ics", event), *([agenda] if agenda else ())),
        cc=onze(blik, gevraagd(blik, gesprek)).aan,
    )
    yield los_stuk(werk, gesprek.pad, "uitnodiging.ics", event)
    yield los_stuk(werk, gesprek.pad, "uitnodiging.eml", als_eml(mail))


def _onderwerp(gesprek: Gesprek, organisatie: str) -> str:
    dag, soort = datum_lang(dag_van(gesprek).datum), SOORTEN[gesprek.kaart.record.soort]
    begin = "Nieuwe dag" if gesprek.van(GesprekVerzet) else "Uitnodiging"
    begin = "Gaat niet door" if gesprek.van(GesprekVervallen) else begin
    return f"{begin}: {soort} {dag}, {organisatie}"


def _gemist(blik: Dossierblik, gesprek: Gesprek) -> Iterator[str]:
    """What the invitation lacks."""
    waar, (tijd, plaats) = f"{blik.dossier.id}, {gesprek.id}", tijd_en_plaats(gesprek)
    leeg = [naam for naam, waarde in (("tijd", tijd), ("plaats", plaats)) if not waarde]
    if leeg and not gesprek.van(GesprekVervallen):
        yield f"{waar}: van het gesprek is geen {' en geen '.join(leeg)} vastgelegd"
    hunne = ontvangers(blik, gesprek)
    zonder = (*hunne.zonder, *onze(blik, gevraagd(blik, gesprek)).zonder)
    if zonder:
        yield f"{waar}: er is geen e-mailadres vastgelegd van {opsomming(zonder)}"
    if not hunne.aan:
        yield f"{waar}: de mail heeft nog geen ontvanger; vul die in uw mailprogramma in"
    for een in () if gesprek.van(GesprekVervallen) else onbelegd(blik, gesprek):
        yield (
            f"{waar}: bij {een.klasse} sluit ook {een.rol.titel} aan, en het plan noemt daarvoor "
            "niemand"
        )
