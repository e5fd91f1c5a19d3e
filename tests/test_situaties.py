"""The situations that break a naive record, each as files that load silently and read right."""

from __future__ import annotations

import re
import shlex
import subprocess
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from clm_cli.derivations.brieven.post import ontvangst, weg
from clm_cli.derivations.cijfers import reeks
from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.escalatie.zaken import gesloten, lopend
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.opvolging import stand
from clm_cli.kijk import blik_op
from clm_cli.records.cijfers import Meting
from clm_cli.records.escalatie import Aanpassing, Beslissing, Bezwaar, Hervatting, Schorsing
from clm_cli.records.gesprek import Gespreksreactie, Vastgesteld
from clm_cli.records.maatregel import Maatregel
from clm_cli.rules.toets import controleer
from tests.klein_register import VANDAAG, lees, punten, register, schrijf, soort

CI = Path(__file__).resolve().parents[1] / ".ci/run"

HASH = "0" * 64
E = "bloem/escalaties/2026-02-10-zaak"
PLICHT = {
    "bloem/lijsten/verplichtingen.yaml": (
        "verplichtingen: [{id: V-1, soort: verplichting, wat: x, partij: aanbieder, kant: AOC, "
        "doorlopend: ja}]"
    )
}
OPENING = (
    "contracten: [ambulant]\ntekortkomingen:\n  - {id: T1, verplichting: V-1, wat: x, soort: "
    "[kwaliteit], feiten: x}\n  - {id: T2, verplichting: V-1, wat: y, soort: [kwaliteit], feiten: "
    "y}\nafweging: {reden: x}\ncoordinatie: mia\nbesloten_door: mia"
)
ZAAK = {**PLICHT, f"{E}/2026-02-10-opening.yaml": OPENING}
M = (
    "instrument: {}\ntrede: {}\ntekortkomingen: [T1]\ningaat: 2026-05-04\nreden: "
    "x\nbesloten_door: mia\n"
)
GESPREK = (
    "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04\ngehouden:\n  datum: 2026-05-04\n "
    " aanwezig: [{persoon: mia, partij: opdrachtgever}]\n  besluiten: [{id: B-1, besluit: x, "
    "gemandateerd: mia}]\n  acties: [{id: A-1, partij: aanbieder, wie: An, wat: x, uiterlijk: "
    "2026-05-08}]"
)
G = "bloem/gesprekken/2026-05-04-voortgang"
BRIEF = "richting: uitgaand\nsoort: x\nonderwerp: x\ndatum: 2026-05-04\ncontracten: [ambulant]"
B = "bloem/brieven/2026-05-04-x"
WEG = f'kanaal: aangetekend\naan: x\ndocument: {{vindplaats: x}}\nkaart_sha256: "{HASH}"'
METING = (
    "datum: {}\nvastgelegd: {}T10:00:00Z\ndoor: mia\nperiode: 2026-K1\nbron: {{vindplaats: "
    "x}}\nontvangen: 2026-04-10\nwaarden: [{{kpi: start, contract: ambulant, waarde: {}}}]"
)
NORMEN = {
    "bloem/contracten/ambulant/contract.yaml": (
        "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\nnormen: [{kpi: start, norm: 90, "
        "vanaf: 2026-01-01}]"
    )
}


def test_contracts_of_two_regimes_in_one_dossier_each_keep_their_own(tmp_path: Path) -> None:
    dossier = register(tmp_path).dossiers["bloem"]
    assert {c.id: c.regime.id for c in dossier.contracten if c.regime} == {
        "ambulant": "sdfl-jeugdhulp-2026",
        "advies": "sma-2026",
    }


def test_two_talks_on_one_day_and_one_talk_over_two_contracts(tmp_path: Path) -> None:
    ander = (
        GESPREK.replace("[ambulant]", "[ambulant, advies]")
        .replace("B-1", "B-2")
        .replace("A-1", "A-2")
    )
    dossier = register(
        tmp_path,
        {f"{G}/gesprek.yaml": GESPREK, "bloem/gesprekken/2026-05-04-samen/gesprek.yaml": ander},
    ).dossiers["bloem"]
    assert [(g.id, g.kaart.record.contracten) for g in dossier.gesprekken] == [
        ("2026-05-04-samen", ("ambulant", "advies")),
        ("2026-05-04-voortgang", ("ambulant",)),
    ]


def test_a_talk_that_moved_keeps_its_name(tmp_path: Path) -> None:
    verzet = {
        f"{G}/gesprek.yaml": "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-06-01",
        f"{G}/2026-05-08-verzet.yaml": "naar: 2026-06-08\nreden: x\nverzoek_van: aanbieder",
    }
    gesprek = register(tmp_path, verzet).dossiers["bloem"].gesprekken[0]
    assert (gesprek.id, dag_van(gesprek).datum) == ("2026-05-04-voortgang", date(2026, 6, 8))


def test_the_life_of_a_talk_is_told_by_facts_after_its_card(tmp_path: Path) -> None:
    feiten = {
        f"{G}/gesprek.yaml": GESPREK,
        f"{G}/2026-05-06-gedeeld.yaml": (
            f'aan: [x]\nwijze: e-mail\nverslag: {{vindplaats: x}}\nkaart_sha256: "{HASH}"'
        ),
        f"{G}/2026-05-08-reactie.yaml": (
            "bij: 2026-05-06-gedeeld\nvan: An\nontvangen: 2026-05-08\npunten: [{id: '1', "
            "onderdeel: x, opmerking: y}]"
        ),
        f"{G}/2026-05-12-vastgesteld.yaml": (
            "wijze: schriftelijk\nverslag: {vindplaats: x}\nverwerkt: [{punt: "
            "'2026-05-08-reactie#1', verwerking: overgenomen}]"
        ),
    }
    gesprek = register(tmp_path, feiten).dossiers["bloem"].gesprekken[0]
    assert (len(gesprek.van(Gespreksreactie)), len(gesprek.van(Vastgesteld))) == (1, 1)


def test_a_skipped_step_is_named_with_its_reason(tmp_path: Path) -> None:
    m = {
        **ZAAK,
        f"{E}/2026-05-04-maatregel-ingebrekestelling.yaml": M.format("ingebrekestelling", 3)
        + "overslaan: {treden: [2], ernst: x, reden: y}",
    }
    over = register(tmp_path, m).dossiers["bloem"].escalaties[0].van(Maatregel)[0].record.overslaan
    assert over is not None
    assert over.treden == (2,)


def test_two_instruments_of_one_step_on_one_day(tmp_path: Path) -> None:
    m = {
        **ZAAK,
        f"{E}/2026-05-04-maatregel-boete.yaml": M.format("boete", 6),
        f"{E}/2026-05-04-maatregel-terugvordering.yaml": M.format("terugvordering", 6),
    }
    assert [
        f.record.instrument
        for f in register(tmp_path, m).dossiers["bloem"].escalaties[0].van(Maatregel)
    ] == ["boete", "terugvordering"]


MAATREGEL = {
    **ZAAK,
    f"{E}/2026-05-04-maatregel-opschorting.yaml": M.format("opschorting", 4)
    + "geldelijk: {bedrag: 100.00, reden: x}",
}


def test_an_objection_and_its_decision_answer_each_other(tmp_path: Path) -> None:
    feiten = {
        **MAATREGEL,
        f"{E}/2026-05-08-bezwaar.yaml": (
            "bij: 2026-05-04-maatregel-opschorting\nontvangen: 2026-05-08\nschriftelijk: "
            "ja\ngronden: x"
        ),
        f"{E}/2026-05-15-beslissing.yaml": (
            "bij: 2026-05-08-bezwaar\nuitkomst: gehandhaafd\nreden: x\nbesloten_door: mia"
        ),
    }
    dossier = register(tmp_path, feiten).dossiers["bloem"]
    zaak = dossier.escalaties[0]
    doel = dossier.vind(zaak.van(Beslissing)[0].record.bij, zaak.van(Beslissing)[0].pad)
    assert doel is not None
    assert doel.bestand is zaak.van(Bezwaar)[0]


def test_suspension_resumption_and_a_lower_share_hang_on_the_measure(tmp_path: Path) -> None:
    bij = "bij: 2026-05-04-maatregel-opschorting\nreden: x\n"
    feiten = {
        **MAATREGEL,
        f"{E}/2026-05-06-schorsing.yaml": bij,
        f"{E}/2026-05-08-hervatting.yaml": bij,
        f"{E}/2026-05-11-aanpassing.yaml": bij + "geldelijk: {bedrag: 50.00, reden: minder}",
    }
    zaak = register(tmp_path, feiten).dossiers["bloem"].escalaties[0]
    assert [len(zaak.van(Schorsing)), len(zaak.van(Hervatting))] == [1, 1]
    geld = zaak.van(Aanpassing)[0].record.geldelijk
    assert geld is not None
    assert geld.bedrag == Decimal("50.00")


def test_receipt_recorded_later_does_not_rewrite_what_was_known(tmp_path: Path) -> None:
    bezorgd = (
        "datum: 2026-05-06\nvastgelegd: 2026-05-13T10:00:00Z\ndoor: mia\nbij: "
        "2026-05-04-verzonden\nbewijs: x"
    )
    geladen = lees(
        tmp_path,
        {
            f"{B}/brief.yaml": BRIEF,
            f"{B}/2026-05-04-verzonden.yaml": WEG,
            f"{B}/2026-05-06-bezorgd.yaml": bezorgd,
        },
    )
    for moment, voorlopig in ((datetime(2026, 5, 12, tzinfo=UTC), True), (None, False)):
        toen = geladen.register.zoals(VANDAAG, moment)
        anker = ontvangst(toen, toen.dossiers["bloem"], toen.dossiers["bloem"].brieven[0])
        assert anker is not None
        assert anker.voorlopig is voorlopig


def test_two_cases_run_beside_each_other(tmp_path: Path) -> None:
    tweede = {"bloem/escalaties/2026-03-01-ander/2026-03-01-opening.yaml": OPENING}
    assert [e.id for e in register(tmp_path, {**ZAAK, **tweede}).dossiers["bloem"].escalaties] == [
        "2026-02-10-zaak",
        "2026-03-01-ander",
    ]


def test_lifting_closing_and_reopening_revive_nothing(tmp_path: Path) -> None:
    feiten = {
        **MAATREGEL,
        f"{E}/2026-05-08-sluiting.yaml": "reden: x\nhersteld: ja\nbesloten_door: mia",
        f"{E}/2026-05-12-heropening.yaml": "bij: 2026-05-08-sluiting\nreden: x\nbesloten_door: mia",
    }
    dossier = register(tmp_path, feiten).dossiers["bloem"]
    assert gesloten(dossier.escalaties[0]) is False
    assert lopend(dossier, dossier.escalaties[0]) == ()


def test_a_revised_figure_takes_the_place_of_the_old_and_the_old_stays_known(
    tmp_path: Path,
) -> None:
    m = "bloem/metingen/2026-K1-opgave.yaml"
    nieuw = METING.format("2026-05-06", "2026-05-06", 95) + "\nbij: 2026-K1-opgave"
    geladen = lees(
        tmp_path,
        {
            **NORMEN,
            m: METING.format("2026-04-10", "2026-04-10", 80),
            "bloem/metingen/2026-K1-herzien.yaml": nieuw,
        },
    )
    waarden = []
    for moment in (datetime(2026, 5, 1, tzinfo=UTC), None):
        toen = geladen.register.zoals(VANDAAG, moment)
        blik = blik_op(toen, "bloem", VANDAAG)
        contract = blik.dossier.contract("ambulant")
        assert contract is not None
        waarden.append(reeks(blik, contract, toen.kpis["start"])[-1].waarde)
    assert waarden == [Decimal(80), Decimal(95)]


def test_our_typing_error_is_mended_by_a_correction(tmp_path: Path) -> None:
    m = "bloem/metingen/2026-K1-opgave.yaml"
    wordt = "\n".join(
        "  " + regel for regel in METING.format("2026-04-10", "2026-04-11", 81).splitlines()
    )
    correctie = (
        "datum: 2026-04-11\nvastgelegd: 2026-04-11T10:00:00Z\ndoor: mia\nbij: "
        f"2026-K1-opgave\nreden: tikfout\nwordt:\n{wordt}"
    )
    geheel = register(
        tmp_path,
        {
            **NORMEN,
            m: METING.format("2026-04-10", "2026-04-10", 18),
            "bloem/metingen/2026-K1-opgave-correctie.yaml": correctie,
        },
    )
    meting = geheel.van(Meting)[0]
    assert meting.record.waarden[0].waarde == Decimal(81)
    assert meting.plek("periode").pad.endswith("correctie.yaml")


def test_of_two_corrections_the_last_recorded_decides_and_one_can_take_a_fact_back(
    tmp_path: Path,
) -> None:
    s = "soort: [kwaliteit]\nernst: feitelijk\nkant: AOC\nbron: {soort: monitoring}\nwat: Iets."
    c1 = (
        "bij: 2026-05-01-iets\nreden: x\nwordt:\n  datum: 2026-05-01\n  vastgelegd: "
        "2026-05-02T10:00:00Z\n  door: mia\n  "
    ) + s.replace("\n", "\n  ").replace("Iets", "Anders")
    feiten = {
        "bloem/signalen/2026-05-01-iets.yaml": s,
        "bloem/signalen/2026-05-02-correctie.yaml": c1,
    }
    assert [p.wat for p in soort(punten(tmp_path / "a", feiten), "signaal")] == [
        "Signaal beoordelen: Anders."
    ]
    weg_ = {
        "bloem/signalen/2026-05-03-correctie.yaml": "bij: 2026-05-01-iets\nreden: x\nvervalt: ja"
    }
    assert soort(punten(tmp_path / "b", {**feiten, **weg_}), "signaal") == []


def test_a_classification_halfway_the_year_counts_from_its_day(tmp_path: Path) -> None:
    nieuw = {
        "bloem/classificaties/2026-04-01-toets.yaml": (
            "contracten: [ambulant]\nsoort: toets\nbeleid: classificatie-2026\ninvoer: "
            "[{criterium: omzet, waarde: 500}]\ncategorie: 2\ngeldig_vanaf: 2026-05-01"
        )
    }
    dossier = register(tmp_path, nieuw).dossiers["bloem"]
    assert [
        f.record.categorie
        for dag in (date(2026, 4, 30), date(2026, 5, 1))
        if (f := huidige(dossier, "ambulant", dag))
    ] == [1, 2]


def test_a_renamed_provider_keeps_its_folder(tmp_path: Path) -> None:
    namen = (
        "namen: [{vanaf: 2020-01-01, statutair: A, roepnaam: Oud}, {vanaf: 2026-05-01, statutair: "
        "B, roepnaam: Nieuw}]\nkvk: '00000001'\npostadres: {straat: S, postcode: 9999 ZZ, plaats: "
        "T}\nbehandelaars: [{vanaf: 2024-01-01, contractmanager: mia}]"
    )
    dossier = register(tmp_path, {"bloem/aanbieder.yaml": namen}).dossiers["bloem"]
    assert [dossier.roepnaam(date(2026, 4, 30)), dossier.roepnaam(date(2026, 5, 1))] == [
        "Oud",
        "Nieuw",
    ]


def test_a_contract_taken_over_by_another_provider(tmp_path: Path) -> None:
    over = {
        "boom/aanbieder.yaml": (
            "namen: [{vanaf: 2020-01-01, statutair: A, roepnaam: Boom}]\nkvk: "
            "'00000002'\npostadres: {straat: S, postcode: 9999 ZZ, plaats: T}\nbehandelaars: "
            "[{vanaf: 2024-01-01, contractmanager: mia}]"
        ),
        "bloem/contracten/ambulant/2026-01-05-overname.yaml": (
            "naar: boom\ningaat: 2026-02-01\ngrond: fusie"
        ),
        "boom/contracten/ambulant/contract.yaml": (
            "overeenkomst: raam\nnummer: A-9\nzorgvormen: [ambulant]\nvoortzetting_van: "
            "bloem/contracten/ambulant/contract"
        ),
    }
    geheel = register(tmp_path, over)
    assert duurstand(geheel.dossiers["bloem"].contracten[1], VANDAAG).gestopt
    assert "REC150" not in {m.code for m in controleer(geheel, VANDAAG)}


def test_an_option_year_moves_the_end_and_leaves_the_card(tmp_path: Path) -> None:
    contract = {
        "bloem/contracten/ambulant/contract.yaml": (
            "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\nopties: [{id: o1, duur: 1 "
            "jaar, aanzeggen: 3 maanden}]"
        ),
        "bloem/contracten/ambulant/2026-05-04-verlenging.yaml": (
            "optie: o1\ntot: 2028-12-31\nbesloten_door: mia"
        ),
    }
    assert duurstand(
        register(tmp_path, contract).dossiers["bloem"].contracten[1], VANDAAG
    ).tot == date(2028, 12, 31)


def test_an_end_for_a_part_leaves_the_contract_running(tmp_path: Path) -> None:
    """6:270 BW: what is dissolved in part runs on for the rest, to its own last day."""
    einde = "bloem/contracten/ambulant/2026-05-04-einde.yaml"
    tekst = "ingaat: 2026-05-04\nwijze: ontbinding\nreden: Fraude.\n"
    heel = register(tmp_path / "heel", {einde: tekst}).dossiers["bloem"].contracten
    deel = register(tmp_path / "deel", {einde: f"{tekst}deel: locatie Oost\n"}).dossiers["bloem"]
    assert duurstand(heel[1], VANDAAG).gestopt
    assert not duurstand(deel.contracten[1], VANDAAG).gestopt
    assert duurstand(deel.contracten[1], VANDAAG).tot != date(2026, 5, 4)


def test_an_action_gets_another_owner_and_day_without_touching_the_report(tmp_path: Path) -> None:
    na = {
        f"{G}/gesprek.yaml": GESPREK,
        "bloem/opvolging/2026-05-08-overgedragen.yaml": (
            "bij: A-1\npartij: gemeente\nwie: Noord\nuiterlijk: 2026-05-22\nreden: x"
        ),
        "bloem/opvolging/2026-05-11-verzet.yaml": (
            "bij: 2026-05-08-overgedragen\nuiterlijk: 2026-05-29\nreden: y"
        ),
    }
    uit = stand(
        register(tmp_path, na).dossiers["bloem"], "gesprekken/2026-05-04-voortgang/gesprek#A-1"
    )
    assert (uit.wie, uit.uiterlijk) == ("Noord", date(2026, 5, 29))


def test_a_decision_is_reversed_outside_a_talk(tmp_path: Path) -> None:
    na = {
        f"{G}/gesprek.yaml": GESPREK,
        "bloem/opvolging/2026-05-11-herroepen.yaml": "bij: B-1\nreden: x\nbesloten_door: mia",
    }
    assert (
        stand(
            register(tmp_path, na).dossiers["bloem"], "gesprekken/2026-05-04-voortgang/gesprek#B-1"
        ).gesloten
        is not None
    )


def test_sent_returned_and_sent_again(tmp_path: Path) -> None:
    feiten = {
        f"{B}/brief.yaml": BRIEF,
        f"{B}/2026-05-04-verzonden.yaml": WEG,
        f"{B}/2026-05-08-retour.yaml": "bij: 2026-05-04-verzonden\nreden: x",
        f"{B}/2026-05-11-verzonden.yaml": WEG,
    }
    dossier = register(tmp_path, feiten).dossiers["bloem"]
    assert [f.record.datum.day for f in weg(dossier, dossier.brieven[0]).onderweg] == [11]


def test_calls_parking_waiting_and_setting_aside_each_have_a_file(tmp_path: Path) -> None:
    feiten = {
        f"{G}/gesprek.yaml": GESPREK,
        "bloem/contacten/2026-05-05-telefoon.yaml": (
            "wijze: telefoon\nrichting: uitgaand\nmet: [An]\nkern: x"
        ),
        "bloem/opvolging/2026-05-06-geparkeerd.yaml": "bij: A-1\ntot: 2026-06-01\nreden: x",
        "bloem/opvolging/2026-05-07-wacht.yaml": "bij: B-1\nop: jurist\nvraag: x",
        "bloem/overgeslagen/2026-05-08-dos206.yaml": "code: DOS206\nbij: A-1\nreden: x",
    }
    rij = punten(tmp_path, feiten)
    assert soort(rij, "actie")[0].geparkeerd_tot == date(2026, 6, 1)
    assert [p.wacht_op for p in soort(rij, "wacht")] == ["jurist"]


def test_a_merge_that_gave_one_id_twice_names_both_files(tmp_path: Path) -> None:
    geheel = register(
        tmp_path,
        {
            f"{G}/gesprek.yaml": GESPREK,
            "bloem/gesprekken/2026-05-06-b/gesprek.yaml": GESPREK.replace("B-1", "B-2"),
        },
    )
    melding = next(m for m in controleer(geheel, VANDAAG) if m.code == "REC151")
    assert melding.plek is not None
    assert melding.omdat[0].plek is not None
    assert {melding.plek.pad, melding.omdat[0].plek.pad} == {
        f"{G}/gesprek.yaml",
        "bloem/gesprekken/2026-05-06-b/gesprek.yaml",
    }


def test_one_broken_file_never_hides_the_rest_and_all_its_faults_show(tmp_path: Path) -> None:
    kapot = {
        f"{G}/gesprek.yaml": (
            "contracten: [ambulant]\nsoort: regulair\ndatum: 29-03-2026\nplaatss: x"
        ),
        "bloem/plan.yaml": "opgesteld: 's ochtends\n",
        "bloem/zomaar.yaml": "a: b",
        "bloem/opvolging/2026-05-02-afgerond.yaml": (
            "datum: 2026-05-03\nvastgelegd: 2026-05-03T10:00:00Z\ndoor: mia\nbij: x\nresultaat: y"
        ),
    }
    geladen = lees(tmp_path, kapot)
    gevonden = {
        (m.plek.pad.rsplit("/", 1)[-1], m.plek.regel, m.code) for m in geladen.meldingen if m.plek
    }
    assert {
        ("gesprek.yaml", 2, "REC107"),
        ("gesprek.yaml", 3, "REC112"),
        ("gesprek.yaml", 4, "REC102"),
        ("plan.yaml", 1, "YML017"),
        ("zomaar.yaml", None, "REC100"),
        ("2026-05-02-afgerond.yaml", None, "REC106"),
    } == gevonden
    assert {m.nu for m in geladen.meldingen if m.code == "REC102"} == {"bedoelt u 'plaats'?"}
    assert geladen.register.dossiers["bloem"].contract("ambulant") is not None
    assert len(geladen.register.kapot) == 3


def test_over_a_scripted_history_facts_are_only_added(tmp_path: Path) -> None:
    """The command of `.ci/run` itself, over a history of our own."""

    def git(*woorden: str) -> str:
        naam = ["-c", "user.name=x", "-c", "user.email=x@x.example"]
        return subprocess.run(
            ["git", *naam, *woorden], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    def leg_vast(bestanden: dict[str, str | None]) -> None:
        schrijf(tmp_path, bestanden)
        git("add", "-A")
        git("commit", "-qm", "stap")

    (opdracht,) = re.findall(
        r"(?m)^gewijzigd=\$\(git (log .*?) \| sort", CI.read_text(encoding="utf-8")
    )
    bewijs = [woord for woord in shlex.split(opdracht) if "HEAD" not in woord]
    assert ":(glob)**/[0-9]*.yaml" in bewijs
    git("init", "-q")
    leg_vast({f"{G}/gesprek.yaml": "contracten: [ambulant]\nsoort: regulier\ndatum: 2026-05-04"})
    leg_vast({f"{G}/gesprek.yaml": GESPREK})
    leg_vast({"bloem/opvolging/2026-05-08-afgerond.yaml": "bij: A-1\nresultaat: x"})
    leg_vast(
        {
            "bloem/opvolging/2026-05-11-correctie.yaml": (
                "bij: 2026-05-08-afgerond\nreden: x\nvervalt: ja"
            )
        }
    )
    assert git(*bewijs) == ""
    leg_vast({"bloem/opvolging/2026-05-08-afgerond.yaml": "bij: A-1\nresultaat: anders"})
    assert git(*bewijs) != ""
