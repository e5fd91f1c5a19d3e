"""Floor 4, stand: where a letter stands in plain words, and what to know before it goes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.brieven.aankomst import (
    geen_schrift,
    regime_van,
    telt,
    vermoede_ontvangst,
)
from clm_cli.derivations.brieven.inhoud import Inhoud, stel_samen
from clm_cli.derivations.brieven.post import (
    Weg,
    beantwoord,
    loopt_er,
    ontvangst,
    vervangen_door,
    weg,
)
from clm_cli.derivations.brieven.punten import werkpunten as briefpunten
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.dossier import Brief, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.records.basis import Stuk
from clm_cli.records.brief import Akkoord, Binnengekomen, Briefkaart, Retour, Verzonden
from clm_cli.records.regime import Regime
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

Toestand = Literal[
    "concept", "klaar", "onderweg", "bezorgd", "retour", "vervangen", "binnengekomen", "beantwoord"
]


@value
class Briefstand:
    """One letter of the list."""

    brief: Brief
    toestand: Toestand
    zin: str
    akkoord: str | None
    """Who approved exactly this document, or that nobody did; None where it no longer matters."""
    genoemd: tuple[str, ...]
    """The days that stand in it."""
    wacht: str | None
    nu: str | None


def brieven(blik: Dossierblik) -> tuple[Briefstand, ...]:
    """Every letter of a dossier, ours and theirs, the newest last."""
    punten = {punt.verwijzing: punt for punt in reversed(tuple(briefpunten(blik)))}
    rijen = sorted(blik.dossier.brieven, key=lambda brief: (brief.kaart.record.datum, brief.pad))
    return tuple(
        _stand(blik.register, blik.dossier, brief, punten.get(brief.kaart.id)) for brief in rijen
    )


def _stand(register: Register, dossier: Dossier, brief: Brief, punt: Any) -> Briefstand:
    kaart = brief.kaart.record
    toestand, zin = (
        _inkomend(dossier, brief)
        if kaart.richting == "inkomend"
        else _uitgaand(register, dossier, brief)
    )
    wacht = (
        f"{punt.wat}{f', uiterlijk {datum_vol(punt.uiterlijk)}' if punt.uiterlijk else ''}"
        if punt
        else None
    )
    akkoord = (
        akkoordzin(register, brief)
        if kaart.document
        and (toestand == "klaar" or (toestand in ("onderweg", "bezorgd") and brief.van(Akkoord)))
        else None
    )
    nu = (
        opdracht("brief", "maak", dossier.id, brief.id)
        if toestand == "concept"
        else punt.nu
        if punt
        else None
    )
    return Briefstand(brief, toestand, zin, akkoord, tuple(_dagen(brief)), wacht, nu)


def _inkomend(dossier: Dossier, brief: Brief) -> tuple[Toestand, str]:
    feiten = brief.van(Binnengekomen)
    if not feiten:
        return "binnengekomen", "van hen; de ontvangst is niet vastgelegd"
    record = feiten[0].record
    verzonden = f", verzonden op {datum_vol(record.verzonden)}" if record.verzonden else ""
    zin = f"binnengekomen op {datum_vol(record.datum)} ({record.kanaal}{verzonden})"
    return (
        ("beantwoord", f"{zin}; beantwoord")
        if beantwoord(dossier, brief, "uitgaand")
        else ("binnengekomen", zin)
    )


def _uitgaand(register: Register, dossier: Dossier, brief: Brief) -> tuple[Toestand, str]:
    gegaan, kaart = weg(dossier, brief), brief.kaart.record
    soort = briefsoort(kaart.soort)
    if soort and soort.lezer == "intern" and not gegaan.verzonden:
        return "klaar", "voor ons zelf; gaat niet naar de aanbieder"
    if nieuwer := vervangen_door(dossier, brief):
        post = _verzendingen(gegaan) if gegaan.verzonden else "zelf nooit verzonden"
        return "vervangen", f"vervangen door {nieuwer.id}; {post}"
    if not gegaan.verzonden:
        if kaart.ontbreekt or kaart.concept == "ja":
            mist = f": er ontbreekt nog {', '.join(kaart.ontbreekt)}" if kaart.ontbreekt else ""
            return "concept", f"concept{mist}; kan niet worden verzonden"
        return (
            ("klaar", "klaar om te verzenden")
            if kaart.document
            else ("concept", "er is nog geen stuk bij deze brief")
        )
    if gegaan.alles_retour:
        terug = "; ".join(
            f"retour op {datum_vol(f.record.datum)} ({f.record.reden})" for f in brief.van(Retour)
        )
        return "retour", f"{_verzendingen(gegaan)}; {terug}: {loopt_er(brief)}"
    if gegaan.bezorgd is not None and any(
        telt(regime_van(dossier, brief), f.record.kanaal) for f in gegaan.verzonden
    ):
        return (
            "bezorgd",
            (
                f"bezorgd op {datum_vol(gegaan.bezorgd.record.datum)} "
                f"({gegaan.bezorgd.record.bewijs}); {_verzendingen(gegaan)}"
            ),
        )
    return "onderweg", f"{_verzendingen(gegaan)}; {_onderweg(register, dossier, brief)}"


def _onderweg(register: Register, dossier: Dossier, brief: Brief) -> str:
    """When a letter that was sent counts as received, or that it starts nothing."""
    anker = ontvangst(register, dossier, brief)
    if anker is None:
        kanalen = [f.record.kanaal for f in brief.van(Verzonden)]
        return f"er loopt GEEN termijn: {geen_schrift(regime_van(dossier, brief), kanalen)}"
    if not anker.voorlopig:
        return anker.reden.tekst
    return f"vermoede ontvangst {datum_vol(anker.datum)}, nog niet vastgelegd"


def _verzendingen(gegaan: Weg) -> str:
    """'verzonden op 4 mei 2026 (aangetekend) en op 6 mei 2026 (e-mail)'."""
    per: dict[date, list[str]] = {}
    for feit in sorted(gegaan.verzonden, key=naar_dag):
        per.setdefault(feit.record.datum, []).append(feit.record.kanaal)
    return "verzonden " + " en ".join(
        f"op {datum_vol(dag)} ({', '.join(dict.fromkeys(kanalen))})" for dag, kanalen in per.items()
    )


def _dagen(brief: Brief) -> Iterator[str]:
    """The printed days: of the dispatches, else of the card."""
    rijen = [rij for feit in brief.van(Verzonden) for rij in feit.record.genoemd] or list(
        brief.kaart.record.genoemd
    )
    for rij in dict.fromkeys(rijen):
        yield (
            f"{rij.termijn}{f' {rij.tekortkoming}' if rij.tekortkoming else ''} "
            f"{datum_vol(rij.uiterlijk)}"
        )


def akkoorden(brief: Brief, stuk: Stuk | None) -> tuple[Bestand[Akkoord], ...]:
    """The approvals of exactly this document."""
    return tuple(
        f
        for f in brief.van(Akkoord)
        if stuk and stuk.sha256 and f.record.document.sha256 == stuk.sha256
    )


def akkoordzin(register: Register, brief: Brief) -> str:
    """Who approved the document of the card.

    An approval of an earlier version is said to be that.
    """
    rijen = akkoorden(brief, brief.kaart.record.document)
    if rijen:
        return "akkoord van " + ", ".join(
            f"{register.naam_van(f.record.van)} ({f.record.rol}) op {datum_vol(f.record.datum)}"
            for f in rijen
        )
    eerder = brief.van(Akkoord)
    if eerder:
        laatste = max(eerder, key=lambda f: (f.record.datum, f.record.vastgelegd))
        return (
            f"geen akkoord op dit stuk: {register.naam_van(laatste.record.van)} gaf op "
            f"{datum_vol(laatste.record.datum)} akkoord op een eerdere versie "
            f"({laatste.record.document.bestand or laatste.record.document.vindplaats})"
        )
    return "nog geen akkoord op dit stuk"


def inhoud_van(
    register: Register, dossier: Dossier, brief: Brief, kaart: Briefkaart | None = None
) -> Inhoud | None:
    """A letter that is there, joined with its case; None for an unknown kind or contract."""
    record = kaart or brief.kaart.record
    contract = next((c for c in dossier.contracten if c.id in record.contracten), None)
    soort = briefsoort(record.soort, contract.regime) if contract else None
    return (
        stel_samen(register, dossier, soort, record, contract, brief.kaart.pad)
        if soort and contract
        else None
    )


def _komt_later(register: Register, regime: Regime, kaart: Briefkaart, dag: date) -> bool:
    """Whether a letter sent on a day arrives after the day from which its own were counted."""
    verwacht = vermoede_ontvangst(register, regime, kaart.datum, kaart.kanalen)
    return vermoede_ontvangst(register, regime, dag, kaart.kanalen) > verwacht


def bij_verzending(
    register: Register, dossier: Dossier, brief: Brief, dag: date, kanaal: str, sha256: str | None
) -> Iterator[str]:
    """What to know before a dispatch is written down, beside what the rules say of it."""
    kaart, regime = brief.kaart.record, regime_van(dossier, brief)
    if not telt(regime, kanaal):
        yield f"er begint geen termijn: {geen_schrift(regime, (kanaal,))}"
    later = bool(kaart.genoemd) and _komt_later(register, regime, kaart, dag)
    if later and not brief.van(Verzonden):
        opnieuw = opdracht("brief", "maak", dossier.id, brief.id, datum=dag.isoformat())
        yield advies(
            f"de dagen in de brief ({', '.join(_dagen(brief))}) zijn geteld vanaf "
            f"{datum_vol(kaart.datum)}; is hij nog niet weg, maak hem dan opnieuw: {{opnieuw}}",
            opnieuw=opnieuw,
        )
    elif later:
        nieuw = opdracht("brief", "maak", dossier.id, kaart.soort, vervangt=f"brieven/{brief.id}")
        yield advies(
            f"de dagen in de brief blijven die van {datum_vol(kaart.datum)}; andere dagen vragen "
            "een nieuwe brief: {nieuw}",
            nieuw=nieuw,
        )
    if kaart.kanalen and kanaal not in kaart.kanalen:
        yield (
            f"in de brief staat dat hij gaat per {', '.join(kaart.kanalen)}; {kanaal} staat daar "
            "niet bij"
        )
    if kaart.document and kaart.document.sha256 != sha256 and akkoorden(brief, kaart.document):
        yield (
            f"het akkoord ziet op {kaart.document.bestand}, en u verzond een ander bestand: "
            "vergelijk ze met clm brief controleer"
        )
    if any(f.record.kanaal == kanaal and f.record.datum == dag for f in brief.van(Verzonden)):
        yield (
            f"er is al een verzending van {datum_vol(dag)} per {kanaal} vastgelegd; was dit een "
            "tweede?"
        )
    if nieuwer := vervangen_door(dossier, brief):
        yield f"deze brief is vervangen door {nieuwer.id}: bedoelt u die?"
