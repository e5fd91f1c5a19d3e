"""Invitations as drafts: the right people, the talk for their calendar, nothing sent or lost."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from textwrap import dedent

import pytest
from icalendar import Calendar, Event

from clm_cli.cli.hoofd import draai
from tests import klein_register

GESPREK = """
contracten: [ambulant]
soort: regulier
datum: {dag}
tijd: 10:00
plaats: Zaal 1
{meer}
"""
GENODIGD = """genodigden:
  - {persoon: an, partij: aanbieder}
  - {naam: Wim zonder Adres, partij: gemeente}
  - {persoon: mia, partij: opdrachtgever}
"""
CONTACTEN = """
contactpersonen:
  - {id: an, naam: An Bos, functie: bestuurder, email: an@bloem.example}
  - {id: bo, naam: Bo Kuil, functie: manager, email: bo@bloem.example, contracten: [ambulant]}
  - {id: oud, naam: Oud Collega, functie: manager, email: oud@bloem.example, tot: 2026-01-01}
  - {id: dag, naam: Dag Man, functie: manager, email: dag@bloem.example, contracten: [dag]}
"""
MAP = "bloem/gesprekken/2026-06-11-voortgang"


def register(map_: Path, meer: str = "", contacten: str = CONTACTEN) -> Path:
    basis = klein_register.BASIS
    wie = "id: mia, naam: Mia Manager, functie: contractmanager, rol: contractmanager"
    organisatie = basis["organisatie.yaml"].replace(wie, f"{wie}, email: [mia@streek.example]")
    assert organisatie != basis["organisatie.yaml"]
    klein_register.schrijf(
        map_,
        basis
        | {
            "organisatie.yaml": organisatie,
            "bloem/aanbieder.yaml": dedent(basis["bloem/aanbieder.yaml"])
            + "email: post@bloem.example"
            + contacten,
            "bloem/contracten/dag/contract.yaml": (
                "overeenkomst: raam\nnummer: A-2\nzorgvormen: [dag]"
            ),
            f"{MAP}/gesprek.yaml": GESPREK.format(dag="2026-06-11", meer=meer),
        },
    )
    return map_


def clm(map_: Path, *woorden: str, vandaag: str = "2026-05-18") -> int:
    gemeen = ("--map", str(map_), "--vandaag", vandaag, "--door", "mia", "--ja")
    return draai([*woorden, *gemeen])


def mail(pad: Path) -> EmailMessage:
    bericht = BytesParser(policy=policy.default).parsebytes(pad.read_bytes())
    assert isinstance(bericht, EmailMessage)
    return bericht


def tekst(bericht: EmailMessage) -> str:
    lijf = bericht.get_body(("plain",))
    assert lijf is not None
    return " ".join(str(lijf.get_content()).split())


def adressen(bericht: EmailMessage, kop: str) -> list[str]:
    return [a.addr_spec for a in bericht[kop].addresses] if bericht[kop] else []


def event(bericht: EmailMessage) -> tuple[str, Event]:
    [ics] = [d for d in bericht.iter_attachments() if d.get_content_type() == "text/calendar"]
    kalender = Calendar.from_ical(ics.get_payload(decode=True))
    [gebeurtenis] = kalender.walk("VEVENT")
    return str(kalender["METHOD"]), gebeurtenis


def uitgenodigd(map_: Path, *woorden: str) -> EmailMessage:
    assert clm(map_, "gesprek", "maak", "uitnodiging", "bloem", *woorden) == 0
    return mail(map_ / MAP / "uitnodiging.eml")


def test_who_was_invited_gets_the_talk_for_the_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bericht = uitgenodigd(register(tmp_path, GENODIGD))
    assert (adressen(bericht, "To"), adressen(bericht, "Cc")) == (
        ["an@bloem.example"],
        ["mia@streek.example"],
    )
    assert "geen e-mailadres vastgelegd van Wim zonder Adres" in capsys.readouterr().out
    assert "Beste An Bos en Wim zonder Adres," in tekst(bericht)
    wanneer = "voortgangsgesprek op donderdag 11 juni 2026, 10.00 uur, Zaal 1."
    assert f"Graag nodigen wij u uit voor het {wanneer}" in tekst(bericht)
    soort, gebeurtenis = event(bericht)
    assert soort == "REQUEST"
    assert gebeurtenis["DTSTART"].dt.isoformat() == "2026-06-11T08:00:00+00:00"
    assert str(gebeurtenis["ORGANIZER"]) == "mailto:mia@streek.example"
    assert str(gebeurtenis["ATTENDEE"]) == "mailto:an@bloem.example"
    los = Calendar.from_ical((tmp_path / MAP / "uitnodiging.ics").read_bytes())
    assert los.walk("VEVENT")[0]["UID"] == gebeurtenis["UID"]


def test_without_names_it_goes_to_the_people_for_the_contract(tmp_path: Path) -> None:
    bericht = uitgenodigd(register(tmp_path))
    assert adressen(bericht, "To") == ["an@bloem.example", "bo@bloem.example"]


def test_without_addresses_it_goes_to_the_provider_and_names_its_people(tmp_path: Path) -> None:
    zonder = "\ncontactpersonen: [{id: an, naam: An Bos, functie: bestuurder}]"
    bericht = uitgenodigd(register(tmp_path, contacten=zonder))
    assert adressen(bericht, "To") == ["post@bloem.example"]
    assert "Beste An Bos," in tekst(bericht)


def test_the_agenda_goes_along_as_it_was_last_made(tmp_path: Path) -> None:
    map_ = register(tmp_path)
    assert "De agenda volgt." in tekst(uitgenodigd(map_))
    assert clm(map_, "gesprek", "maak", "agenda", "bloem", "--vorm", "docx") == 0
    bewerkt = map_ / MAP / "agenda.docx"
    bewerkt.write_bytes(bewerkt.read_bytes() + b" ")
    bericht = uitgenodigd(map_)
    namen = {d.get_filename(): d.get_payload(decode=True) for d in bericht.iter_attachments()}
    assert namen["agenda.docx"] == bewerkt.read_bytes()
    assert "De agenda gaat hierbij." in tekst(bericht)


def test_a_talk_that_moves_is_the_same_event_and_one_that_lapses_is_cancelled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = register(tmp_path)
    _, eerst = event(uitgenodigd(map_))
    verzet = ("--naar", "2026-06-18", "--tijd", "14:00", "--plaats", "Zaal 2", "--reden", "intern")
    wie = ("--verzoek-van", "aanbieder")
    assert clm(map_, "gesprek", "verzet", "bloem", *verzet, *wie) == 0
    bericht = uitgenodigd(map_)
    soort, later = event(bericht)
    assert (soort, later["UID"], later["SEQUENCE"]) == ("REQUEST", eerst["UID"], 1)
    assert later["DTSTART"].dt.isoformat() == "2026-06-18T12:00:00+00:00"
    zin = "Het voortgangsgesprek is verzet naar donderdag 18 juni 2026, 14.00 uur, Zaal 2."
    assert zin in tekst(bericht)
    assert "intern" not in tekst(bericht)
    assert bericht["Subject"].startswith("Nieuwe dag: voortgangsgesprek donderdag 18 juni 2026")
    assert clm(map_, "gesprek", "vervallen", "bloem", "--reden", "intern") == 0
    capsys.readouterr()
    bericht = uitgenodigd(map_)
    assert capsys.readouterr().out.startswith("Afzegging gemaakt.")
    soort, weg = event(bericht)
    assert (soort, weg["UID"], weg["SEQUENCE"], str(weg["STATUS"])) == (
        *("CANCEL", eerst["UID"], 2),
        "CANCELLED",
    )
    assert "gaat niet door" in tekst(bericht)
    assert "laat het dan" not in tekst(bericht)


def test_a_draft_that_somebody_edited_stays_beside_the_new_one(tmp_path: Path) -> None:
    map_ = register(tmp_path)
    uitgenodigd(map_)
    pad = map_ / MAP / "uitnodiging.eml"
    pad.write_bytes(pad.read_bytes() + b"PS\r\n")
    bewaard = pad.read_bytes()
    uitgenodigd(map_)
    assert pad.read_bytes() == bewaard
    assert adressen(mail(map_ / MAP / "uitnodiging-2.eml"), "To")


def test_what_the_invitation_lacks_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = register(tmp_path, contacten="")
    kaart, aanbieder = map_ / MAP / "gesprek.yaml", map_ / "bloem/aanbieder.yaml"
    kaart.write_text(kaart.read_text().replace("tijd: 10:00\nplaats: Zaal 1\n", ""))
    aanbieder.write_text(aanbieder.read_text().replace("email: post@bloem.example", ""))
    bericht = uitgenodigd(map_)
    gezegd = capsys.readouterr().out
    assert "is geen tijd en geen plaats vastgelegd" in gezegd
    assert "de mail heeft nog geen ontvanger" in gezegd
    soort, gebeurtenis = event(bericht)
    assert (soort, gebeurtenis["DTSTART"].dt.isoformat()) == ("PUBLISH", "2026-06-11")
    assert "ATTENDEE" not in gebeurtenis


def test_a_talk_that_was_held_is_not_invited_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gehouden = "gehouden: {datum: 2026-05-12, aanwezig: [{naam: An, partij: aanbieder}]}"
    map_ = register(tmp_path, gehouden)
    assert clm(map_, "gesprek", "maak", "uitnodiging", "bloem") == 2
    assert "is al gehouden; er is niets geschreven" in capsys.readouterr().err


def test_all_talks_of_the_year_that_are_still_to_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = register(tmp_path)
    gehouden = "gehouden: {datum: 2026-05-11, aanwezig: [{naam: An, partij: aanbieder}]}"
    klein_register.schrijf(
        map_,
        {
            "bloem/gesprekken/2026-05-11-voortgang/gesprek.yaml": GESPREK.format(
                dag="2026-05-11", meer=gehouden
            ),
            "bloem/gesprekken/2026-04-01-voorbij/gesprek.yaml": GESPREK.format(
                dag="2026-04-01", meer=""
            ),
            "bloem/gesprekken/2027-01-11-later/gesprek.yaml": GESPREK.format(
                dag="2027-01-11", meer=""
            ),
        },
    )
    assert clm(map_, "planning", "2026", "--uitnodigingen") == 0
    gemaakt = sorted(p.parent.name for p in map_.glob("bloem/gesprekken/*/uitnodiging.eml"))
    assert gemaakt == ["2026-06-11-voortgang"]
    assert clm(map_, "planning", "2028", "--uitnodigingen") == 2
    assert "Er ligt in 2028 geen gesprek vast dat nog moet komen" in capsys.readouterr().err
    assert clm(map_, "planning", "2026", "--uitnodigingen", "--vastleggen") == 2
    assert "zijn twee stappen" in capsys.readouterr().err


PLAN = "opgesteld: 2026-01-05\ncontracten: [ambulant]\nrollen: [{{rol: {}, persoon: mia}}]\n"


def zwaar(map_: Path, meer: str = "", rol: str | None = None) -> Path:
    """The same register, of which the class asks that policy joins the talks."""
    register(map_, meer)
    beleid, was = map_ / "beleid/classificatie-2026.yaml", "intensiteit: gewoon"
    tekst_ = beleid.read_text("utf-8")
    assert was in tekst_
    beleid.write_text(tekst_.replace(was, f"{was}, aansluiten: [beleid]"), "utf-8")
    if rol:
        (map_ / "bloem/plan.yaml").write_text(PLAN.format(rol), "utf-8")
    return map_


@pytest.mark.parametrize("rol", ["beleid", "beleidsmedewerker"])
def test_who_has_the_role_that_the_class_asks_is_invited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rol: str
) -> None:
    """J08, J12: the category decides who joins, and the plan who that is."""
    assert adressen(uitgenodigd(zwaar(tmp_path, rol=rol)), "Cc") == ["mia@streek.example"]
    assert "het plan noemt" not in capsys.readouterr().out
    assert clm(tmp_path, "gesprek", "maak", "agenda", "bloem", "--vorm", "md") == 0
    assert "Mia Manager" in (tmp_path / MAP / "agenda.md").read_text("utf-8")


def test_a_role_that_the_class_asks_and_nobody_has_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert adressen(uitgenodigd(zwaar(tmp_path, rol="kok")), "Cc") == []
    zin = " ".join(capsys.readouterr().out.split())
    assert "bij categorie 1 (licht) sluit ook Beleidsmedewerker aan, en het plan noemt" in zin


def test_who_is_invited_in_the_role_already_is_not_replaced(tmp_path: Path) -> None:
    genodigd = "genodigden: [{naam: Ina, partij: opdrachtgever, rol: beleid}]"
    assert adressen(uitgenodigd(zwaar(tmp_path, genodigd, "beleid")), "Cc") == []


def test_without_a_class_that_asks_it_nobody_is_added(tmp_path: Path) -> None:
    map_ = register(tmp_path)
    (map_ / "bloem/plan.yaml").write_text(PLAN.format("beleid"), "utf-8")
    assert adressen(uitgenodigd(map_), "Cc") == []
