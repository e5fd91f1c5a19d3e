"""Whether what was sent is still what it was: seals, text, and bytes where they can be compared."""

from __future__ import annotations

from pathlib import Path

from tests.brieven.levende_brief import BRIEF, DOSSIER, NAAM, Bureau
from tests.klein_register import schrijf

DAG = "2026-05-18"
ZAAK = f"{DOSSIER}/escalaties/2026-01-12-wachttijd"


def uitkomsten(bureau: Bureau, *woorden: str, uit: int = 0) -> list[tuple[str, str]]:
    (rij,) = bureau.json(DAG, "verifieer", *woorden, uit=uit)
    return [(punt["wat"], punt["uitkomst"]) for punt in rij["punten"]]


GOED = [("stuk", "gelijk"), ("kaart", "gelijk"), ("tekst", "gelijk"), ("bestand", "gelijk")]


def test_a_letter_that_was_sent_can_be_made_again_word_for_word_and_byte_for_byte(
    bureau: Bureau,
) -> None:
    """Design §7: same facts, templates, date, clm and Typst give the same bytes."""
    bureau.verzonden("2026-05-04")
    assert uitkomsten(bureau, DOSSIER, NAAM) == GOED
    assert uitkomsten(bureau, DOSSIER) == GOED
    assert uitkomsten(bureau) == GOED
    bladzijde = bureau.doe(DAG, "brief", "verifieer", DOSSIER, "2026-05-04")
    assert "brief.pdf is byte voor byte opnieuw te maken" in bladzijde
    assert "1 brief nagekeken; wat is verzonden en ontvangen, is onveranderd." in bladzijde


def test_what_happened_after_the_dispatch_changes_nothing(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    bureau.bezorgd("2026-05-06")
    schrijf(
        bureau.map,
        {
            f"{DOSSIER}/contacten/2026-05-07-telefoon-iets.yaml": (
                "richting: inkomend\nmet: [bestuur]\nwijze: telefoon\nkern: Zij belden.\n"
            )
        },
    )
    assert uitkomsten(bureau, DOSSIER) == GOED


def test_a_document_that_was_changed_after_dispatch_is_found(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    pdf = bureau.map / BRIEF / "brief.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"x")
    assert uitkomsten(bureau, DOSSIER, NAAM, uit=1) == [("stuk", "veranderd"), *GOED[1:]]
    bladzijde = " ".join(bureau.doe(DAG, "verifieer", uit=1).split())
    assert (
        "VERANDERD brief.pdf (verzonden op 4 mei 2026, aangetekend) is een ander bestand dan toen"
        in bladzijde
    )
    pdf.unlink()
    assert "brief.pdf (verzonden op 4 mei 2026, aangetekend) ligt er niet meer" in " ".join(
        bureau.doe(DAG, "verifieer", uit=1).split()
    )


def test_a_card_that_was_edited_after_dispatch_is_found_for_each_dispatch(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    bureau.verzonden("2026-05-04", "e-mail")
    kaart = bureau.map / BRIEF / "brief.yaml"
    kaart.write_text(kaart.read_text(encoding="utf-8") + "# achteraf\n", encoding="utf-8")
    assert uitkomsten(bureau, DOSSIER, uit=1)[2:4] == [("kaart", "veranderd")] * 2
    assert (
        "brief.yaml is gewijzigd nadat de brief is verzonden (2026-05-04-verzonden-e-mail)"
        in " ".join(bureau.doe(DAG, "verifieer", uit=1).split())
    )


def test_a_fact_recorded_later_gives_another_text_and_that_is_no_fault(bureau: Bureau) -> None:
    """What changed is said in words; the letter itself is what was known when it was sent."""
    bureau.verzonden("2026-05-04")
    laat = f"{ZAAK}/2026-05-04-maatregel-ingebrekestelling-correctie.yaml"
    feit = (bureau.map / f"{ZAAK}/2026-05-04-maatregel-ingebrekestelling.yaml").read_text(
        encoding="utf-8"
    )
    wordt = "".join(f"  {regel}\n" for regel in feit.splitlines())
    assert "20 werkdagen" in wordt
    (bureau.map / laat).write_text(
        (
            f"datum: {DAG}\nvastgelegd: 2099-05-18T12:00:00+02:00\ndoor: mia\nbij: "
            "2026-05-04-maatregel-ingebrekestelling\nreden: Verkeerde "
            f"termijn.\nwordt:\n{wordt.replace('20 werkdagen', '25 werkdagen')}"
        ),
        encoding="utf-8",
    )
    (rij,) = bureau.json(DAG, "verifieer", DOSSIER)
    tekst = next(punt for punt in rij["punten"] if punt["wat"] == "tekst")
    assert tekst["uitkomst"] == "anders"
    assert tekst["zin"] == (
        "de tekst klopt met wat bij verzending was vastgelegd; met wat er sindsdien is "
        "vastgelegd, zou zij nu anders luiden"
    )
    gewijzigd = [(g["oud"], g["nieuw"]) for v in tekst["verschillen"] for g in v["gegevens"]]
    assert ("20 werkdagen", "25 werkdagen") in gewijzigd
    assert ("dinsdag 9 juni 2026", "dinsdag 16 juni 2026") in gewijzigd
    assert next(p for p in rij["punten"] if p["wat"] == "bestand")["zin"].endswith(
        "niet vergelijkbaar, omdat de tekst nu anders luidt"
    )


def test_a_card_that_moved_on_is_named_as_the_reason(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    organisatie = bureau.map / "organisatie.yaml"
    organisatie.write_text(
        organisatie.read_text(encoding="utf-8").replace("Mia Visser", "Mia de Visser"),
        encoding="utf-8",
    )
    (rij,) = bureau.json(DAG, "verifieer", DOSSIER)
    tekst = next(punt for punt in rij["punten"] if punt["wat"] == "tekst")
    assert (
        "een kaart of lijst in het dossier, of de organisatie, is sinds het maken gewijzigd"
        in tekst["zin"]
    )
    assert any("Mia de Visser" in v["nieuw"] for v in tekst["verschillen"])


def test_bytes_are_compared_only_on_equal_versions(bureau: Bureau) -> None:
    kaart = bureau.map / BRIEF / "brief.yaml"
    kaart.write_text(
        kaart.read_text(encoding="utf-8").replace("  clm: 0.1.0\n", "  clm: 0.0.9\n"),
        encoding="utf-8",
    )
    bureau.verzonden("2026-05-04")
    (rij,) = bureau.json(DAG, "verifieer", DOSSIER)
    assert [(p["wat"], p["uitkomst"]) for p in rij["punten"]] == [
        *GOED[:3],
        ("bestand", "niet vergelijkbaar"),
    ]
    assert (
        rij["punten"][-1]["zin"]
        == "brief.pdf byte voor byte: niet vergelijkbaar, omdat clm toen 0.0.9 was en nu 0.1.0"
    )


def test_another_template_and_another_house_style_are_told_apart(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    schrijf(bureau.map, {"huisstijl/huisstijl.yaml": 'kleur: "#aa0000"\n'})
    (rij,) = bureau.json(DAG, "verifieer", DOSSIER)
    assert [(p["wat"], p["uitkomst"]) for p in rij["punten"]] == [*GOED[:3], ("bestand", "anders")]
    from clm_cli import resources

    bron = (resources.sjablonen() / "brieven/ingebrekestelling.md").read_text(encoding="utf-8")
    (bureau.map / "sjablonen/brieven").mkdir(parents=True)
    (bureau.map / "sjablonen/brieven/ingebrekestelling.md").write_text(
        bron + "\nTot slot wensen wij u een goede dag.\n", encoding="utf-8"
    )
    (rij,) = bureau.json(DAG, "verifieer", DOSSIER)
    tekst = next(p for p in rij["punten"] if p["wat"] == "tekst")
    assert "het sjabloon is gewijzigd" in tekst["zin"]
    assert [v["nieuw"] for v in tekst["verschillen"] if v["soort"] == "erbij"][-1].startswith(
        "Tot slot wensen wij u een goede dag"
    )


def test_theirs_and_letters_from_elsewhere_are_checked_as_far_as_they_go(
    bureau: Bureau, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF hun brief")
    bureau.doe(
        DAG,
        "brief",
        "binnengekomen",
        DOSSIER,
        "--document",
        str(scan),
        "--onderwerp",
        "vraag",
        "--contract",
        "ambulant",
        *("--datum", DAG, "--kanaal", "e-mail"),
    )
    los = {
        f"{DOSSIER}/brieven/2026-05-02-los/brief.yaml": (
            "richting: uitgaand\nsoort: bevestiging-afspraak\nonderwerp: afspraak\ndatum: "
            "2026-05-02\ncontracten: [ambulant]\n"
        ),
        f"{DOSSIER}/brieven/2026-05-02-los/2026-05-02-verzonden.yaml": (
            "kanaal: e-mail\naan: bestuur\ndocument: {vindplaats: zaaksysteem Z-9}\nkaart_sha256: "
            f'"{"a" * 64}"\n'
        ),
    }
    schrijf(bureau.map, los)
    rijen = {
        rij["brief"]: [(p["wat"], p["uitkomst"]) for p in rij["punten"]]
        for rij in bureau.json(DAG, "verifieer", DOSSIER, uit=1)
    }
    assert rijen[f"{DOSSIER}/2026-05-18-brief"] == [("stuk", "gelijk")]
    assert rijen[f"{DOSSIER}/2026-05-02-los"] == [
        ("stuk", "niet vergelijkbaar"),
        ("kaart", "veranderd"),
        ("tekst", "niet vergelijkbaar"),
    ]


def test_what_is_not_there_is_answered(bureau: Bureau) -> None:
    assert "nog niet verzonden of ontvangen" in bureau.doe(DAG, "verifieer", DOSSIER, NAAM, uit=2)
    assert "Er is geen brief of dossier 'boete'." in bureau.doe(
        DAG, "verifieer", DOSSIER, "boete", uit=2
    )
    assert "Er is geen dossier 'tulp'." in bureau.doe(DAG, "verifieer", "tulp", uit=2)
    assert "Er is nog geen brief verzonden of ontvangen." in bureau.doe(DAG, "verifieer")


def test_the_check_writes_nothing(bureau: Bureau) -> None:
    bureau.verzonden("2026-05-04")
    voor = {pad: pad.read_bytes() for pad in bureau.map.rglob("*") if pad.is_file()}
    bureau.doe(DAG, "verifieer")
    assert {pad: pad.read_bytes() for pad in bureau.map.rglob("*") if pad.is_file()} == voor
