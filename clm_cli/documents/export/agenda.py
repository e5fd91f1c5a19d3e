"""Floor 6, agenda: talks and terms as a calendar (RFC 5545) that a calendar program keeps up.

An event keeps its id, so a term that moved moves, and what is no longer due is cancelled: the
earlier calendar tells what was there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from clm_cli.derivations.gesprekken import dag_van, tijd_en_plaats
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.tijd.klok import HIER
from clm_cli.value import value

_KOP = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//clm//agenda//NL", "CALSCALE:GREGORIAN")
_GESPREK = "gesprek"
"""The kind of point that stands in the calendar as the talk itself."""
_REGEL = 75


@value
class Gebeurtenis:
    """One event: an id that stays, and its lines without what counts versions."""

    uid: str
    regels: tuple[str, ...]
    vervallen: bool = False


def agenda(blikken: Sequence[Dossierblik], vandaag: date, eerder: bytes = b"") -> bytes:
    """The calendar of some dossiers; `eerder` is the one that was made before."""
    vorige = _lees(eerder)
    nu = {g.uid: g for blik in blikken for g in _van(blik)}
    return kalender(
        [
            regel
            for uid in sorted({*nu, *vorige})
            for regel in _gebeurtenis(nu.get(uid), vorige.get(uid), vandaag)
        ]
    )


def kalender(regels: Sequence[str]) -> bytes:
    """The file around some lines: each folded, as a calendar program wants them."""
    alle = (*_KOP, *regels, "END:VCALENDAR")
    return "".join(f"{deel}\r\n" for regel in alle for deel in _vouw(regel)).encode()


def _van(blik: Dossierblik) -> Iterator[Gebeurtenis]:
    for gesprek in blik.dossier.gesprekken:
        if not gesprek.kaart.record.gehouden:
            yield gebeurtenis(blik, gesprek)
    for punt in alle_werkpunten(blik):
        if punt.uiterlijk and punt.soort != _GESPREK:
            yield _termijn(blik, punt)


def _uid(*delen: str) -> str:
    return f"{sha256('|'.join(delen).encode()).hexdigest()[:32]}@clm"


def gebeurtenis(blik: Dossierblik, gesprek: Gesprek) -> Gebeurtenis:
    """A talk as an event; it keeps its id when it moves."""
    kaart, dag = gesprek.kaart.record, dag_van(gesprek).datum
    tijd, plaats = tijd_en_plaats(gesprek)
    begin = f"DTSTART;VALUE=DATE:{dag:%Y%m%d}"
    if tijd:
        begin = f"DTSTART:{datetime.combine(dag, tijd, HIER).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    naam = blik.dossier.roepnaam(dag)
    regels = [begin, f"SUMMARY:{_tekst(f'Gesprek {naam} ({kaart.soort})')}"]
    regels += [f"LOCATION:{_tekst(plaats)}"] if plaats else []
    regels.append(f"DESCRIPTION:{_tekst('Contracten: ' + ', '.join(kaart.contracten))}")
    vervallen = bool(gesprek.van(GesprekVervallen))
    return Gebeurtenis(_uid(blik.dossier.id, gesprek.kaart.id), tuple(regels), vervallen)


def _termijn(blik: Dossierblik, punt: Werkpunt) -> Gebeurtenis:
    assert punt.uiterlijk is not None
    volgende = punt.uiterlijk + timedelta(days=1)
    naam, bij = blik.dossier.roepnaam(punt.uiterlijk), punt.bij
    uitleg = f"Bij: {bij}. Grond: {punt.grond}. {punt.gevolg}".strip()
    regels = (
        f"DTSTART;VALUE=DATE:{punt.uiterlijk:%Y%m%d}",
        f"DTEND;VALUE=DATE:{volgende:%Y%m%d}",
        f"SUMMARY:{_tekst(f'{naam}: {punt.wat}')}",
        f"DESCRIPTION:{_tekst(uitleg)}",
        "TRANSP:TRANSPARENT",
    )
    delen = (punt.dossier, punt.soort, punt.verwijzing or punt.plek.pad, *punt.contracten)
    return Gebeurtenis(_uid(*delen, _keer(punt)), regels)


def _keer(punt: Werkpunt) -> str:
    """Which of the times that one thing is due: what comes back has a point for each day."""
    return f"{punt.uiterlijk}" if punt.soort == "verplichting" else ""


def _gebeurtenis(
    nu: Gebeurtenis | None, vorige: tuple[str, ...] | None, vandaag: date
) -> Iterator[str]:
    """An event as it is now; with a higher number when it differs from before."""
    oud = {regel.partition(":")[0]: regel.partition(":")[2] for regel in vorige or ()}
    inhoud = nu.regels if nu else _zonder_versie(vorige or ())
    weg = nu is None or nu.vervallen
    status = "STATUS:CANCELLED" if weg else "STATUS:CONFIRMED"
    gelijk = vorige is not None and _zonder_versie(vorige) == inhoud and status in vorige
    nummer = int(oud.get("SEQUENCE", "-1")) + (0 if gelijk else 1)
    stempel = oud["DTSTAMP"] if gelijk else f"{vandaag:%Y%m%d}T120000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{nu.uid if nu else oud['UID']}"
    yield f"DTSTAMP:{stempel}"
    yield f"SEQUENCE:{nummer}"
    yield from inhoud
    yield status
    yield "END:VEVENT"


_GROOTST, _LANGST = 16 << 20, 20_000
"""The bytes of an earlier calendar that are read, and the signs of one event in it."""
_VERSIE = ("UID:", "DTSTAMP:", "SEQUENCE:", "STATUS:")


def _zonder_versie(regels: Sequence[str]) -> tuple[str, ...]:
    return tuple(r for r in regels if not r.startswith(_VERSIE))


def _lees(eerder: bytes) -> Mapping[str, tuple[str, ...]]:
    """The events of a calendar that clm made, by id, each as its lines.

    A file of that name may be anybody's: what clm does not write so is not read.
    """
    tekst = re.sub(r"\r?\n[ \t]", "", eerder[:_GROOTST].decode("utf-8", "replace"))
    gevonden: dict[str, tuple[str, ...]] = {}
    rij: list[str] = []
    for regel in re.split(r"\r?\n", tekst):
        if regel == "BEGIN:VEVENT":
            rij = []
        elif regel == "END:VEVENT":
            uid = next((r[4:] for r in rij if r.startswith("UID:")), "")
            if uid and _is_van_clm(rij):
                gevonden[uid] = tuple(rij)
            rij = []
        else:
            rij.append(regel)
    return gevonden


def _is_van_clm(rij: Sequence[str]) -> bool:
    """Whether an event has its number and its moment as clm gives them, and no endless line."""
    vorm = (r"SEQUENCE:[0-9]{1,6}", r"DTSTAMP:[0-9]{8}T[0-9]{6}Z")
    goed = all(any(re.fullmatch(een, regel) for regel in rij) for een in vorm)
    return goed and sum(map(len, rij)) < _LANGST


def _tekst(waarde: str) -> str:
    kaal = waarde.strip().replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub(r"\s*\r?\n\s*", r"\\n", kaal)


def _vouw(regel: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, never through the middle of a sign."""
    stuk = ""
    for teken in regel:
        if len((stuk + teken).encode()) > _REGEL:
            yield stuk
            stuk = " "
        stuk += teken
    yield stuk
