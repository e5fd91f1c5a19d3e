"""Floor 6, verzending: whether a letter may be recorded as sent or approved, and what then."""

from __future__ import annotations

from typing import Any

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import is_een
from clm_cli.derivations.brieven.post import loopt_er, weg
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.dossier import Brief, Dossier
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.basis import Stuk
from clm_cli.records.brief import Binnengekomen, Genoemd, Verzonden
from clm_cli.records.maatregel import Maatregel

_POST = ("aangetekend", "gewone post", "koerier", "uitgereikt")


def van_ons(dossier: Dossier, brief: Brief) -> None:
    """Refuse a letter of theirs: it is not ours to send; its own way is that it came in."""
    if brief.kaart.record.richting == "inkomend":
        komt = opdracht("brief", "binnengekomen", dossier.id)
        is_er = brief.van(Binnengekomen)
        raise ClmFout(
            f"{brief.id} is een brief van de aanbieder; die verzendt u niet.",
            nu=opdracht("brief", "lijst", dossier.id)
            if is_er
            else advies("leg de ontvangst van hun brief vast met {komt}", komt=komt),
        )


def geen_concept(dossier: Dossier, brief: Brief) -> None:
    """Refuse a letter that lacks parts or whose pages say CONCEPT: it can never go out."""
    kaart = brief.kaart.record
    if kaart.ontbreekt or kaart.concept == "ja":
        mist = f": er ontbreekt nog {', '.join(kaart.ontbreekt)}" if kaart.ontbreekt else ""
        raise Geweigerd(
            (
                f"{brief.id} is een concept{mist}. Een concept kan niet worden goedgekeurd of "
                "verzonden"
            ),
            nu=advies("maak de brief af: {maak}", maak=_maak(dossier, brief)),
        )


def verzegeld(brief: Brief, kaart_sha256: str | None) -> None:
    """Refuse another dispatch of a letter whose card was changed after the first."""
    eerder = [f for f in brief.van(Verzonden) if f.record.kaart_sha256 != kaart_sha256]
    if eerder:
        raise Geweigerd(
            (
                f"brief.yaml is gewijzigd nadat {brief.id} is verzonden ({eerder[0].stam}); een "
                "tweede verzending is van precies dezelfde brief."
            ),
            nu=(
                "zet de kaart terug met git, of maak een nieuwe brief met --vervangt "
                f"brieven/{brief.id}"
            ),
        )


def stuk_van(dossier: Dossier, brief: Brief, *, laatst_verzonden: bool = True) -> Stuk:
    """The document that goes out: what went out before, else the card's; ClmFout without one."""
    eerder = (
        [f.record.document for f in brief.van(Verzonden) if f.record.document.bestand]
        if laatst_verzonden
        else []
    )
    stuk = eerder[-1] if eerder else brief.kaart.record.document
    if stuk is None or stuk.bestand is None:
        raise Geweigerd(
            f"Bij {brief.id} ligt nog geen stuk",
            nu=advies(
                "{maak} maakt het; of noem met --document het bestand dat echt is verzonden",
                maak=_maak(dossier, brief),
            ),
        )
    return stuk


def onveranderd(dossier: Dossier, brief: Brief, stuk: Stuk, gevonden: str | None) -> None:
    """Refuse a document whose bytes are no longer what was recorded."""
    terug = (
        advies("zet het terug met git")
        if brief.van(Verzonden)
        else advies("zet het terug met git, maak het opnieuw ({maak})", maak=_maak(dossier, brief))
    )
    if gevonden is None:
        raise Geweigerd(
            f"{stuk.bestand} ligt niet meer in {brief.pad}",
            nu=terug,
        )
    if stuk.sha256 is not None and gevonden != stuk.sha256:
        raise Geweigerd(
            (
                f"{stuk.bestand} is veranderd sinds het is gemaakt: de sha256 is een andere dan "
                "op de kaart."
            ),
            nu=advies(
                "{terug}, of noem met --document het bestand dat echt is verzonden", terug=terug
            ),
        )


def _maak(dossier: Dossier, brief: Brief) -> Advies:
    return opdracht("brief", "maak", dossier.id, brief.id)


def genoemd(brief: Brief) -> list[dict[str, object]]:
    """The days that the card says are printed, as a dispatch keeps them."""
    return [rij.model_dump(mode="json", exclude_none=True) for rij in brief.kaart.record.genoemd]


def niet_in(brief: Brief, dagen: frozenset[Any]) -> tuple[Genoemd, ...]:
    """The printed days of the card that do not stand in the document that was really sent."""
    return tuple(rij for rij in brief.kaart.record.genoemd if rij.uiterlijk not in dagen)


def geadresseerde(dossier: Dossier, brief: Brief, kanaal: str) -> str | None:
    """Where a letter to the provider goes by that channel, as far as the provider's card says."""
    soort = briefsoort(brief.kaart.record.soort)
    if dossier.aanbieder is None or (soort and soort.lezer != "aanbieder"):
        return None
    kaart = dossier.aanbieder.record
    if kanaal in _POST:
        adres = kaart.postadres
        land = f", {adres.land}" if adres.is_buitenland else ""
        return f"{adres.straat}, {adres.postcode} {adres.plaats}{land}"
    return str(kaart.email) if kanaal == "e-mail" and kaart.email else None


def open_verzending(dossier: Dossier, brief: Brief) -> str:
    """The dispatch that a delivery or return is about: the only one of which nothing came yet."""
    verzonden = brief.van(Verzonden)
    if not verzonden:
        raise ClmFout(
            f"Van {brief.id} is nog geen verzending vastgelegd.",
            nu=opdracht("brief", "verzonden", dossier.id, brief.id),
        )
    gehad = {
        doel.pad
        for b in brief.feiten
        if b.soort in ("bezorgd", "retour") and (doel := dossier.waarbij(b))
    }
    open_ = [f for f in verzonden if f.pad not in gehad]
    if len(open_) == 1 or len(verzonden) == 1:
        return (open_ or verzonden)[0].stam
    rijen = ", ".join(f"{f.stam} ({f.record.kanaal})" for f in open_ or verzonden)
    raise ClmFout(
        f"{brief.id} is vaker verzonden; noem de verzending waar dit over gaat.",
        nu=f"geef --bij: {rijen}",
    )


def na_retour(dossier: Dossier, brief: Brief, terug: str) -> Advies:
    """What to do after a return, as far as nothing else is under way."""
    anders = [f for f in weg(dossier, brief).onderweg if f.stam != terug]
    if anders or weg(dossier, brief).bezorgd:
        kanaal = anders[0].record.kanaal if anders else "ander kanaal"
        return advies(
            f"de verzending per {kanaal} telt nog: {{lijst}}",
            lijst=opdracht("brief", "lijst", dossier.id),
        )
    soort = brief.kaart.record.soort
    return advies(
        f"{loopt_er(brief)}; stuur dezelfde brief opnieuw ({{opnieuw}}), of een nieuwe met "
        "nieuwe dagen ({nieuw})",
        opnieuw=opdracht("brief", "verzonden", dossier.id, brief.id),
        nieuw=opdracht("brief", "maak", dossier.id, soort, vervangt=f"brieven/{brief.id}"),
    )


def na_verzending(dossier: Dossier, brief: Brief) -> Advies:
    """The next step after a dispatch."""
    stap = advies(
        "{bezorgd}, zodra de ontvangst blijkt; komt hij terug: {retour}",
        bezorgd=opdracht("brief", "bezorgd", dossier.id, brief.id),
        retour=opdracht("brief", "retour", dossier.id, brief.id),
    )
    soort = briefsoort(brief.kaart.record.soort)
    if soort and soort.lezer == "gemeenten" and (gedaan := _uitvoering(dossier, brief)):
        return gedaan
    if not (soort and soort.daarna):
        return stap
    kaart = f"brieven/{brief.id}/brief"
    gezegd = opdracht(soort.daarna, dossier.id, wijze="brief", brief=kaart)
    return advies("{gezegd}, en dan {stap}", gezegd=gezegd, stap=stap)


def _uitvoering(dossier: Dossier, brief: Brief) -> Advies | None:
    """After a memo about a measure nobody waits for its receipt, but for who carries it out."""
    over = dossier.waarbij(brief.kaart)
    zaak = next((e for e in dossier.escalaties if over and over.map == e.pad), None)
    if zaak is None or over is None or not is_een(over, Maatregel):
        return None
    uitvoering = zaakopdracht(dossier, zaak, "uitvoering", over)
    return advies("{uitvoering}, per gemeente die het uitvoert", uitvoering=uitvoering)
