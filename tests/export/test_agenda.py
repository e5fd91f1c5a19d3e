"""The calendar: another program reads it, a term moves along, what lapses is cancelled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from clm_cli.cli.hoofd import draai
from clm_cli.documents.export.agenda import agenda
from tests import klein_register

KAART = (
    "contracten: [ambulant]\nsoort: regulier\ndatum: {dag}\ntijd: 10:00\nplaats: Zaal 1, boven\n"
)
PLICHT = """
verplichtingen:
  - {{id: V-01, soort: afspraak, wat: "Opgave; per week, met \\\\ en é", partij: aanbieder,
     kant: AOC, uiterlijk: {dag}}}
"""


def clm(map_: Path, *woorden: str, vandaag: str = "2026-05-18") -> int:
    return draai([*woorden, "--map", str(map_), "--vandaag", vandaag, "--door", "mia"])


def kalender(map_: Path, vandaag: str = "2026-05-18") -> dict[str, Event]:
    assert clm(map_, "exporteer", "ics", vandaag=vandaag) == 0
    inhoud = (map_ / "export/register.ics").read_bytes()
    assert all(len(regel) <= 75 for regel in inhoud.split(b"\r\n"))
    rijen: Iterable[Event] = Calendar.from_ical(inhoud).walk("VEVENT")
    alle = [(str(rij["UID"]), rij) for rij in rijen]
    assert len(dict(alle)) == len(alle)
    return dict(alle)


def over(rijen: dict[str, Event], woord: str) -> Event:
    [rij] = [rij for rij in rijen.values() if woord in str(rij["SUMMARY"])]
    return rij


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    klein_register.schrijf(
        tmp_path,
        klein_register.BASIS
        | {
            "bloem/gesprekken/2026-06-11-voortgang/gesprek.yaml": KAART.format(dag="2026-06-11"),
            "bloem/lijsten/verplichtingen.yaml": PLICHT.format(dag="2026-06-30"),
        },
    )
    return tmp_path


def test_another_program_reads_what_it_says(map_: Path) -> None:
    rijen = kalender(map_)
    plicht = over(rijen, "V-01")
    assert str(plicht["SUMMARY"]) == "Bloem: V-01 Opgave; per week, met \\ en é"
    assert plicht["DTSTART"].dt == date(2026, 6, 30)
    assert plicht["DTEND"].dt == date(2026, 7, 1)
    gesprek = over(rijen, "Gesprek Bloem")
    # ten o'clock in Amsterdam is eight in UTC while it is summer
    assert gesprek["DTSTART"].dt.isoformat() == "2026-06-11T08:00:00+00:00"
    assert isinstance(gesprek["DTSTART"].dt, datetime)
    assert str(gesprek["LOCATION"]) == "Zaal 1, boven"


def test_a_second_export_is_the_same_to_the_byte_also_on_another_day(map_: Path) -> None:
    kalender(map_)
    eerst = (map_ / "export/register.ics").read_bytes()
    kalender(map_, vandaag="2026-05-19")
    assert (map_ / "export/register.ics").read_bytes() == eerst


def test_a_talk_that_moves_is_the_same_event_on_another_day(map_: Path) -> None:
    eerst = over(kalender(map_), "Gesprek Bloem")
    verzet = ("--naar", "2026-06-18", "--tijd", "14:00", "--reden", "ziek", "--verzoek-van")
    assert clm(map_, "gesprek", "verzet", "bloem", *verzet, "aanbieder") == 0
    later = over(kalender(map_), "Gesprek Bloem")
    assert later["UID"] == eerst["UID"]
    assert later["DTSTART"].dt.isoformat() == "2026-06-18T12:00:00+00:00"
    assert (eerst["SEQUENCE"], later["SEQUENCE"]) == (0, 1)


def test_a_talk_that_falls_through_is_cancelled(map_: Path) -> None:
    eerst = over(kalender(map_), "Gesprek Bloem")
    assert clm(map_, "gesprek", "vervallen", "bloem", "--reden", "niet nodig") == 0
    later = kalender(map_)[str(eerst["UID"])]
    assert (str(later["STATUS"]), later["SEQUENCE"]) == ("CANCELLED", 1)


def test_what_is_no_longer_due_is_cancelled_and_stays_so(map_: Path) -> None:
    eerst = over(kalender(map_), "V-01")
    nagekomen = ("--nagekomen", "V-01", "--gedaan", "2026-05-15", "--bewijs", "mail")
    assert clm(map_, "lijst", "verplichtingen", "bloem", *nagekomen) == 0
    for _ in range(2):
        later = kalender(map_)[str(eerst["UID"])]
        assert (str(later["STATUS"]), later["SEQUENCE"]) == ("CANCELLED", 1)
        assert later["DTSTART"].dt == eerst["DTSTART"].dt


def test_a_calendar_of_one_dossier(map_: Path) -> None:
    assert clm(map_, "exporteer", "ics", "bloem") == 0
    rijen = Calendar.from_ical((map_ / "export/bloem.ics").read_bytes()).walk("VEVENT")
    assert len(rijen) == len(kalender(map_))


@pytest.mark.parametrize(
    "eerder",
    [
        b"BEGIN:VEVENT\nUID:a\nSEQUENCE:" + b"9" * 5000 + b"\nDTSTAMP:20260101T120000Z\nEND:VEVENT",
        b"BEGIN:VEVENT\nUID:a\nSEQUENCE:een\nDTSTAMP:20260101T120000Z\nEND:VEVENT",
        b"BEGIN:VEVENT\nUID:a\nSEQUENCE:1\nEND:VEVENT",
        b"BEGIN:VEVENT\nUID:a\nSEQUENCE:-1\nDTSTAMP:20260101T120000Z\nEND:VEVENT",
        b"BEGIN:VEVENT\nUID:\xff\xfe\nSEQUENCE:1\nDTSTAMP:gisteren\nEND:VEVENT",
        b"BEGIN:VEVENT\n" * 300_000,
        bytes(1000),
    ],
    ids=["a number", "a word", "no moment", "below nought", "no text", "open events", "nothing"],
)
def test_an_earlier_calendar_of_somebody_else_is_as_none(eerder: bytes) -> None:
    assert agenda([], date(2026, 5, 18), eerder) == agenda([], date(2026, 5, 18))
