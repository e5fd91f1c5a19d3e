"""Sentences of rare cases: what is otherwise in the record, and what the letter then says.

Typed by hand; no approved letter shows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.brieven.brieftekst import brieftekst, gewijzigd
from tests.brieven.ontbrekende_delen import Wijziging
from tests.brieven.register_advies import S_ZAAK
from tests.brieven.register_jeugdhulp import J_DREIGING, J_ZAAK
from tests.brieven.test_eerlijk import GESPREK
from tests.brieven.test_goedgekeurd import _maak
from tests.brieven.test_kanalen import PORTAAL
from tests.vierde_regime.test_vierde_regime import doe, geschreven

REGIMES = Path(__file__).parents[2] / "clm_cli" / "regimes"
IBS = f"{J_ZAAK}/2026-05-04-maatregel-ingebrekestelling.yaml"
BESLISSING = f"{J_ZAAK}/2026-06-01-beslissing.yaml"
HERSTEL = f"{J_ZAAK}/2026-06-26-beoordeling-herstel.yaml"
PLAN = f"{J_ZAAK}/2026-03-19-beoordeling-verbeterplan.yaml"


@pytest.fixture(scope="module")
def verhalen(eenmaal) -> dict[str, Path]:
    """The registers in which all letters were made, and some sent."""
    return {c: eenmaal(f"teksten-{c}", partial(_maak, contract=c)) for c in "JS"}


def _lezing(w: Wijziging, vraag: str, keuze: str) -> None:
    w.bestanden[f"lezingen/2026-01-02-{vraag}.yaml"] = (
        f"regime: sdfl-jeugdhulp-2026\nvraag: {vraag}\nkeuze: {keuze}\nreden: Zo is besloten.\n"
    )


def _ervaringen(w: Wijziging) -> None:
    pad = f"{J_ZAAK}/2026-06-25-bewijs-onveiligheid.yaml"
    w.vervang(pad, r"^( *)tekortkomingen:", r"\1gemeenten: [Weesp, Muiden]\n\1tekortkomingen:")


def _ontvangst_vast(w: Wijziging) -> None:
    """A contract that says when a letter counts as received, whatever else may be shown."""
    bron = (REGIMES / "sdfl-jeugdhulp-2026.yaml").read_text(encoding="utf-8")
    w.bestanden["regimes/sdfl-jeugdhulp-2026.yaml"] = bron.replace(
        "\ntermijnen:\n", f"\n{PORTAAL}termijnen:\n"
    )


def _een_gemeente(w: Wijziging) -> None:
    pad = "overeenkomsten/raam/overeenkomst.yaml"
    w.vervang(pad, r"gemeenten: \[lindestad, oeverdam\]", "gemeenten: [lindestad]")
    w.vervang("organisatie.yaml", "stuk: zaaksysteem Z-2024-0101", rf"\g<0>, sha256: {'a' * 64}")


def _bij_ontvangst(w: Wijziging) -> None:
    w.vervang(w.maatregel, "6:83 onder c", "6:82 lid 2")
    w.vervang(w.maatregel, "noodzaak: ja\n", "noodzaak: nee\n")


def _nog_niets(w: Wijziging) -> None:
    w.opdracht = replace(w.opdracht, dag="2026-01-12")


def _een_tekortkoming(w: Wijziging) -> None:
    w.vervang(IBS, r"tekortkomingen: \[T1, T2\]", "tekortkomingen: [T1]")
    w.vervang(IBS, r" *- \{tekortkoming: T2, termijn.*?\}\n", "")
    w.vervang(IBS, r" *noodzaak_per:.*", "\n")


def _plan_voldoet(w: Wijziging) -> None:
    w.vervang(PLAN, "criterium: termijn, oordeel: nee", "criterium: termijn, oordeel: ja")
    w.zonder("--termijn")


def _plan_half(w: Wijziging) -> None:
    w.vervang(PLAN, "onderdeel: P1, oordeel: ja", "onderdeel: P1, oordeel: deels")
    w.vervang(PLAN, "termijn, oordeel: nee", "termijn, oordeel: onbekend")


def _herstel_half(w: Wijziging) -> None:
    w.vervang(HERSTEL, "T1, oordeel: nee", "T1, oordeel: deels")
    w.vervang(HERSTEL, "T2, oordeel: nee", "T2, oordeel: onbekend")


def _zonder_termijn(w: Wijziging) -> None:
    grond = 'verzuimgrond: {artikel: "6:83 onder c", dag: 2026-05-04, reden: Geweigerd.}'
    w.vervang(IBS, "( *)besloten_door: dir\n", rf"\g<0>\1{grond}\n")


def _ander_kenmerk(w: Wijziging) -> None:
    w.zonder("--bij")
    w.met("--uw-kenmerk", "DW/26/7")


def _ingetrokken(w: Wijziging) -> None:
    w.vervang(BESLISSING, "uitkomst: gehandhaafd", "uitkomst: ingetrokken")
    w.vervang(BESLISSING, r"weging: .*?\}\]\n", "")
    w.vervang(BESLISSING, r"nieuwe_data: .*?\]\n", "")


def _gewijzigd(w: Wijziging) -> None:
    w.vervang(BESLISSING, "uitkomst: gehandhaafd", "uitkomst: gewijzigd")
    w.vervang(BESLISSING, r"nieuwe_data: .*?\]\n", "")


def _twee_dagen(w: Wijziging) -> None:
    w.vervang(
        BESLISSING,
        r"uiterlijk: 2026-06-25\}",
        "uiterlijk: 2026-06-25}, {tekortkoming: T2, uiterlijk: 2026-06-26}",
    )


def _twee_verlengd(w: Wijziging) -> None:
    w.vervang(
        f"{S_ZAAK}/2026-06-02-aanpassing.yaml",
        r"uiterlijk: 2026-06-16\}",
        "uiterlijk: 2026-06-16}, {tekortkoming: T2, uiterlijk: 2026-06-30}",
    )


def _zonder_kenmerk(w: Wijziging) -> None:
    w.zonder("--bij")


def _teruggenomen(w: Wijziging) -> None:
    w.vervang(f"{J_ZAAK}/2026-07-27-opheffing.yaml", "wijze: opgeheven", "wijze: ingetrokken")


def _overdrachtsmemo(w: Wijziging) -> None:
    w.opdracht = replace(w.opdracht, dag="2026-07-06")
    w.met("--bij", "2026-07-06-maatregel-overdracht")


def _hersteld(w: Wijziging) -> None:
    w.vervang(f"{J_DREIGING}/2026-03-02-opening.yaml", "ernst: dreigend", "ernst: feitelijk")


def _uitkomst(w: Wijziging) -> None:
    pad = "wilgenroos/classificaties/2026-01-15-eerste.yaml"
    w.vervang(pad, "categorie: 1", "categorie: 2\n        reden: Een nieuw zorgaanbod.")


def _schorst_niet(w: Wijziging) -> None:
    _lezing(w, "schorsende-werking", "schorst-niet")


def _loopt_door(w: Wijziging) -> None:
    _lezing(w, "bezwaar-tegen-ingebrekestelling", "loopt-door")


def _binnen(w: Wijziging) -> None:
    _lezing(w, "bezwaar-op-tijd", "ontvangen")


def _laat_binnen(w: Wijziging) -> None:
    _binnen(w)
    pad = f"{J_ZAAK}/2026-05-13-bezwaar.yaml"
    w.vervang(pad, "verzonden: 2026-05-12\n", "")
    w.vervang(pad, "ontvangen: 2026-05-13", "ontvangen: 2026-05-19")
    w.bestanden |= {pad.replace("05-13", "05-19"): w.bestanden[pad], pad: None}
    w.weg("geschil")
    w.weg("beslissing")
    w.opdracht = replace(w.opdracht, dag="2026-05-20")


def _laat_naast_op_tijd(w: Wijziging) -> None:
    """A late objection beside one that came in time."""
    eerste = f"{J_ZAAK}/2026-05-13-bezwaar.yaml"
    inhoud = w.bestanden[eerste]
    _laat_binnen(w)
    w.bestanden[eerste] = inhoud


def _noodzaak_open(w: Wijziging) -> None:
    w.vervang(IBS, "noodzaak: nee\n", "noodzaak: onbekend\n")


def _concept_zonder_noodzaak(w: Wijziging) -> None:
    """Only a draft can be made before somebody said whether the measure is necessary."""
    _noodzaak_open(w)
    w.opdracht = replace(w.opdracht, rest=(*w.opdracht.rest, "--concept"))


def _gesloten(w: Wijziging) -> None:
    w.bestanden[f"{J_ZAAK}/2026-07-28-sluiting.yaml"] = (
        "reden: De afbouw is begonnen.\nhersteld: nee\nbesloten_door: dir\n"
    )
    w.opdracht = replace(w.opdracht, dag="2026-07-28", rest=("2026-01-12-wachttijd",))


def _met_einde(w: Wijziging, ingaat: str) -> None:
    w.bestanden["meetpunt/contracten/advies/2026-04-10-einde.yaml"] = (
        f"ingaat: {ingaat}\nwijze: opzegging\nreden: Er is geen spreekuur.\n"
    )


def _einde_vandaag(w: Wijziging) -> None:
    _met_einde(w, "2026-04-13")


def _einde_later(w: Wijziging) -> None:
    _met_einde(w, "2026-06-01")


def _na_ingang(w: Wijziging) -> None:
    w.opdracht = replace(w.opdracht, dag="2026-07-08")
    w.met("--bij", "2026-07-01-maatregel-clientenstop")


def _onderzoek_open(w: Wijziging) -> None:
    w.vervang(f"{S_ZAAK}/2026-02-09-onderzoek.yaml", "niet_nakoming: ja", "niet_nakoming: onbekend")
    w.vervang(
        w.maatregel,
        "besloten_door: mia",
        "besloten_door: mia\n        afwijkingen: [{voorwaarde: gebleken, reden: De cijfers over "
        "twee kwartalen staan vast., door: dir, datum: 2026-02-26}]",
    )


def _stop_niet_nodig(w: Wijziging) -> None:
    w.vervang(w.maatregel, "noodzaak: ja", "noodzaak: nee")


def _stop_staat_stil(w: Wijziging) -> None:
    """A timely objection against a stop that is not necessary (J47)."""
    _stop_niet_nodig(w)
    w.bestanden[f"{J_ZAAK}/2026-07-08-bezwaar.yaml"] = (
        "bij: 2026-07-01-maatregel-clientenstop\nverzonden: 2026-07-08\nontvangen: 2026-07-08\n"
        "schriftelijk: ja\ngronden: Te zwaar.\n"
    )
    w.opdracht = replace(w.opdracht, dag="2026-07-09")
    w.met("--bij", "2026-07-01-maatregel-clientenstop")


def _stop_zelf_geschorst(w: Wijziging) -> None:
    """A stop that is necessary, and that we suspended ourselves."""
    w.bestanden[f"{J_ZAAK}/2026-07-08-schorsing.yaml"] = (
        "bij: 2026-07-01-maatregel-clientenstop\nreden: Wij bekijken het.\n"
    )
    w.opdracht = replace(w.opdracht, dag="2026-07-09")
    w.met("--bij", "2026-07-01-maatregel-clientenstop")


def _andere_stop(w: Wijziging) -> None:
    """The stop of another case under the same contract is still in force."""
    ander = "meetpunt/escalaties/2026-01-12-onderbouwing"
    eigen = str(w.bestanden[f"{ander}/2026-07-01-maatregel-opdrachtenstop.yaml"])
    w.bestanden[f"{ander}/2026-04-07-maatregel-opdrachtenstop.yaml"] = eigen.replace(
        "2026-07-06", "2026-04-07"
    )


def _andere_stop_geschorst(w: Wijziging) -> None:
    """The stop of another case was suspended: nobody carries that one out either."""
    _andere_stop(w)
    w.bestanden["meetpunt/escalaties/2026-01-12-onderbouwing/2026-04-08-schorsing.yaml"] = (
        "bij: 2026-04-07-maatregel-opdrachtenstop\nreden: Wij bekijken het.\n"
    )


def _gesloten_op_de_laatste_dag(w: Wijziging) -> None:
    """On the day that a measure names as its last it still runs (J52)."""
    w.bestanden[f"{J_ZAAK}/2026-06-30-sluiting.yaml"] = (
        "reden: De afbouw is begonnen.\nhersteld: nee\nbesloten_door: dir\n"
    )
    w.opdracht = replace(w.opdracht, dag="2026-06-30", rest=("2026-01-12-wachttijd",))
    w.met("--termijn", "soort=betaling termijn='30 dagen'")


def _opening_bewezen(w: Wijziging) -> None:
    stuk = "titel='Uitdraai wachtlijst' vindplaats=Z-9 sha256=" + "c" * 64
    opening = "escalaties/2026-01-12-wachttijd/2026-01-12-opening"
    w.met("--bijlage", f"{stuk} bewijst={opening}#T1")


def _gesprek_bewezen(w: Wijziging) -> None:
    """A report shows what was said at a talk."""
    w.bestanden["wilgenroos/gesprekken/2026-03-02-voortgang/gesprek.yaml"] = GESPREK
    stuk = "titel='Verslag maart' vindplaats=Z-9 sha256=" + "c" * 64
    w.met("--bijlage", f"{stuk} bewijst=gesprekken/2026-03-02-voortgang")


def _open_vraag(w: Wijziging) -> None:
    """A regime of its own, in which nobody proposes how an objection works."""
    bron = (REGIMES / "sdfl-jeugdhulp-2026.yaml").read_text(encoding="utf-8")
    bron = bron.replace("id: sdfl-jeugdhulp-2026\n", "id: eigen-2026\n", 1)
    w.bestanden["regimes/eigen-2026.yaml"] = bron.replace("    voorstel: schorst\n", "", 1)
    for pad, inhoud in list(w.bestanden.items()):
        if inhoud and not pad.startswith("regimes/"):
            w.bestanden[pad] = inhoud.replace("sdfl-jeugdhulp-2026", "eigen-2026")


def _beoordeeld(w: Wijziging) -> None:
    _uitkomst(w)
    pad = "beleid/classificatie-2026.yaml"
    rij = (
        "\n          - {id: belang, titel: belang, groep: strategisch belang, wijze: oordeel,"
        "\n              gewicht: 1}"
    )
    w.vervang(pad, r"banden: \[\{tot: 100, punten: 2\}, \{punten: 8\}\]\}", rf"\g<0>{rij}")


def _korter(w: Wijziging) -> None:
    pad = "wilgenroos/contracten/dag/2026-02-02-verlenging.yaml"
    w.vervang(pad, "tot: 2028-12-31", "tot: 2028-06-30\nreden: De inkoop begint eerder.")


def _na_boete(w: Wijziging) -> None:
    """Liability for the shortcoming that was fined."""
    oud = str(w.bestanden[w.maatregel])
    w.bestanden[f"{J_ZAAK}/2026-07-14-maatregel-ingebrekestelling.yaml"] = oud.replace(
        "tekortkomingen: [T1]", "tekortkomingen: [T3]"
    ).replace("2026-03-23", "2026-07-14")
    rest = ("2026-01-12-wachttijd", "--bij", "2026-07-14-maatregel-ingebrekestelling")
    w.opdracht = replace(w.opdracht, dag="2026-07-14", rest=rest)


def _voorbij(w: Wijziging) -> None:
    """The case was closed, and everything ended with it."""
    _gesloten(w)
    w.weg("maatregel-niet-verlengen")
    w.opdracht = replace(gewijzigd(w.opdracht.soort).opdracht, dag="2026-07-30")


def _alles_hersteld(w: Wijziging) -> None:
    w.vervang(HERSTEL, "oordeel: nee", "oordeel: ja")


def _niets_beoordeeld(w: Wijziging) -> None:
    w.vervang(HERSTEL, "oordeel: nee", "oordeel: onbekend")


def _zonder_nieuwe_dag(w: Wijziging) -> None:
    """Nothing stood still, so that no day moved."""
    _schorst_niet(w)
    w.vervang(BESLISSING, r"nieuwe_data: .*?\]\n", "")


def _reeks(w: Wijziging) -> None:
    """Two quarters below what was agreed, instead of a judgement of our own."""
    w.regel("eisenoordeel")
    for kwartaal, dag in (("K3", "2025-10-20"), ("K4", "2026-01-08")):
        rijen = ", ".join(
            f"{{afspraak: {wat}, contract: advies, oordeel: niet, verplichting: {id_}, "
            "reden: uw opgave}"
            for id_, wat in (("V-1", "Onderbouwing"), ("V-2", "Termijnen"))
        )
        w.bestanden[f"meetpunt/metingen/{dag}-{kwartaal.lower()}.yaml"] = (
            f"periode: 2025-{kwartaal}\nbron: {{vindplaats: zaaksysteem Z-8}}\n"
            f"ontvangen: {dag}\noordelen: [{rijen}]\n"
        )


def _kort(w: Wijziging) -> None:
    signaal = "wilgenroos/signalen/2026-01-05-wachttijd.yaml"
    gevaar = "acuut: ja\n        acuut_feiten: Twee jeugdigen zijn thuis niet veilig.\n"
    w.vervang(signaal, "ernst: feitelijk\n", f"ernst: feitelijk\n        {gevaar}")
    w.vervang(
        w.maatregel,
        "besloten_door: mia",
        "besloten_door: mia\n        antwoordtermijn: 5 werkdagen\n        "
        "antwoord_reden: Er is acuut gevaar.",
    )


def _zonder_opzet(w: Wijziging) -> None:
    """Claims that are unlawful, of which intent was not shown."""
    pad = f"{J_ZAAK}/2026-06-25-bewijs-bedrog.yaml"
    w.vervang(pad, "element: opzet, aangetoond: ja", "element: opzet, aangetoond: nee")
    w.vervang(
        w.maatregel,
        "noodzaak: nee",
        "noodzaak: nee\n        afwijkingen: [{voorwaarde: bewijs, reden: De uren ontbreken., "
        "door: dir, datum: 2026-07-07}]",
    )


def _twee_dreigingen(w: Wijziging) -> None:
    _hersteld(w)
    pad, rij = f"{J_DREIGING}/2026-03-02-opening.yaml", "          - id: T"
    begin, een = str(w.bestanden[pad]).split(f"{rij}1")
    w.bestanden[pad] = f"{begin}{rij}1{een.rstrip()}\n{rij}2{een}"


def _een_stop(w: Wijziging) -> None:
    _gesloten(w)
    for naam in ("intensivering", "verbeterplan", "ingebrekestelling", "overdracht"):
        w.weg(f"maatregel-{naam}")


def _niet_over_het_oordeel(w: Wijziging) -> None:
    """Heard on the findings, and not on the judgement that came after them."""
    w.weg("2026-06-29-wederhoor-herstel")


GEVALLEN: tuple[tuple[str, str, Callable[[Wijziging], None], tuple[str, ...]], ...] = (
    (
        "J",
        "clientenstop",
        _ontvangst_vast,
        (
            (
                "24.00 uur, verzendt. Deze brief geldt als ontvangen op vrijdag 3 juli 2026. Stuur "
                "het aangetekend of via het portaal"
            ),
        ),
    ),
    (
        "J",
        "terugvordering",
        _zonder_opzet,
        (
            (
                "Een tijdig bezwaar schort uw plicht om te betalen op tot onze schriftelijke "
                "reactie. Zo lezen wij de overeenkomst. Zolang zij is opgeschort, komt er geen "
                "wettelijke rente bij. Handhaven wij de vordering, dan noemt onze reactie de "
                "nieuwe laatste dag."
            ),
        ),
    ),
    ("J", "clientenstop", _ervaringen, ("Het gaat om ervaringen van Weesp en Muiden.",)),
    ("J", "bevindingen", _een_gemeente, ("De volmacht is bijgevoegd (bijlage 1).",)),
    (
        "J",
        "aansprakelijkstelling",
        _bij_ontvangst,
        (
            "**Verzuim.** U bent in verzuim vanaf de ontvangst van deze brief.",
            "Een tijdig bezwaar schort de gevolgen van deze aansprakelijkstelling op tot onze",
        ),
    ),
    (
        "J",
        "adviesnota",
        _nog_niets,
        (
            "Er is nog geen trede gezet.",
            "Wederhoor ontbreekt nog voor: Verbeterplan opstellen en uitvoeren, Ingebrekestelling",
        ),
    ),
    ("J", "adviesnota", _niet_over_het_oordeel, ("Wederhoor ontbreekt nog voor: ",)),
    ("J", "gespreksnotitie", _nog_niets, ("Er is nog geen trede gezet.",)),
    (
        "J",
        "ingebrekestelling",
        _een_tekortkoming,
        (
            "deze alsnog volledig na te komen, uiterlijk op dinsdag 9 juni 2026.",
            "**Uiterlijk.** Dinsdag 9 juni 2026.",
        ),
    ),
    (
        "J",
        "ingebrekestelling",
        _concept_zonder_noodzaak,
        (
            (
                "weten of het de maatregel opschort; dat hangt af van de vraag of hij nodig is als "
                "bedoeld in de overeenkomst."
            ),
        ),
    ),
    (
        "J",
        "ingebrekestelling",
        _loopt_door,
        ("Zo lezen wij de overeenkomst. De termijn voor herstel loopt door.",),
    ),
    (
        "J",
        "ingebrekestelling",
        _schorst_niet,
        ("schort een bezwaar de maatregel niet op. Zo lezen wij de overeenkomst.",),
    ),
    (
        "J",
        "ingebrekestelling",
        _binnen,
        ("als wij uw bezwaar uiterlijk op maandag 18 mei 2026, 24.00 uur, hebben ontvangen.",),
    ),
    (
        "J",
        "bevestiging-bezwaar",
        _laat_binnen,
        (
            "U maakte bezwaar met een bericht dat wij op 19 mei 2026 ontvingen; de laatste",
            "zes weken) loopt de maatregel door, omdat u bezwaar maakte na de laatste dag.",
        ),
    ),
    (
        "J",
        "bevestiging-bezwaar",
        _laat_naast_op_tijd,
        ("zes weken) staat de maatregel al stil door uw bezwaar van 13 mei 2026.",),
    ),
    (
        "J",
        "bevestiging-bezwaar",
        _schorst_niet,
        (
            (
                "omdat de overeenkomst, zoals wij haar lezen, een bezwaar hier geen opschortende "
                "werking geeft."
            ),
        ),
    ),
    (
        "J",
        "bevestiging-bezwaar",
        _noodzaak_open,
        ("zes weken) laten wij u nog weten of de maatregel stilstaat.",),
    ),
    (
        "J",
        "oordeel-verbeterplan",
        _plan_voldoet,
        (
            (
                "Het plan voldoet. Wij vragen u het uit te voeren zoals het er ligt, en ons per "
                "punt over de voortgang te berichten."
            ),
            "**Wat u nu moet doen.** Het plan uitvoeren zoals het er ligt.",
        ),
    ),
    (
        "J",
        "oordeel-verbeterplan",
        _plan_half,
        (
            "| Extra intakes op zaterdag | voldoet deels |",
            "| Registratie aanvragen voor vijf medewerkers (termijn) | nog niet te beoordelen |",
        ),
    ),
    (
        "J",
        "oordeel-herstel",
        _herstel_half,
        (
            "Deze is deels hersteld. Van de 23 jeugdigen",
            "Dit is nog niet te beoordelen. In negen lopende trajecten",
        ),
    ),
    (
        "J",
        "oordeel-herstel",
        _zonder_termijn,
        (
            "**Gevolg.** Daarvoor gelden de gevolgen die in onze aansprakelijkstelling staan.",
            "is hersteld, gelden de gevolgen die in onze aansprakelijkstelling staan.",
        ),
    ),
    (
        "J",
        "reactie-bezwaar",
        _ingetrokken,
        (
            "Wij trekken de maatregel in: die geldt niet meer.",
            (
                "**Wat u nu moet doen.** Voor deze maatregel niets; wat de overeenkomst van u "
                "vraagt, blijft gelden."
            ),
            "zien wij daarom niet. Wat de overeenkomst van u vraagt, blijft gelden.",
        ),
    ),
    (
        "J",
        "reactie-bezwaar",
        _gewijzigd,
        (
            (
                "**Uitkomst.** Wij wijzigen de maatregel.\\ **Wat u nu moet doen.** Wat er "
                'verandert, staat onder "Onze reactie"; verder geldt de maatregel zoals wij die '
                "meedeelden."
            ),
        ),
    ),
    (
        "J",
        "reactie-bezwaar",
        _twee_dagen,
        ("Alsnog nakomen, uiterlijk op de dag die hieronder per tekortkoming staat.",),
    ),
    (
        "S",
        "verlenging-hersteltermijn",
        _twee_verlengd,
        (
            "**Uiterlijk.** De dag die hieronder per tekortkoming staat.",
            "Wij geven u meer tijd voor herstel van tekortkomingen in de nakoming",
        ),
    ),
    (
        "J",
        "antwoord",
        _zonder_kenmerk,
        ("U schreef ons over de overeenkomst JH25-P1-031",),
    ),
    (
        "J",
        "opheffing",
        _teruggenomen,
        (
            (
                "nemen wij de maatregel van trede 4 (Opschorting van betaling) terug die wij u met "
                "onze brief van 29 juni 2026 (wilgenroos/2026-06-29-opschorting) onder"
            ),
        ),
    ),
    (
        "J",
        "memo-uitvoering",
        _overdrachtsmemo,
        ("De cliënten gaan over naar Stichting De Iep en Jeugdhulp Oost B.V.",),
    ),
    (
        "J",
        "sluiting",
        _gesloten,
        (
            "- Jeugdhulp start niet binnen zes weken. Deze is niet hersteld.",
            (
                "- Hulp gedeclareerd die niet is geleverd. Wij hebben niet vastgesteld dat deze "
                "is hersteld."
            ),
            "Dat wij de escalatie sluiten, verandert niets aan wat de overeenkomst van u vraagt.",
            "Verzuim dat al is ingetreden, eindigt niet door deze brief. Vorderingen die",
            # trede 1 ended on the day that its letter named, 30 June 2026 (J52)
            "Deze maatregelen eindigen daarmee: verbeterplan opstellen en uitvoeren (trede 2), ",
        ),
    ),
    (
        "S",
        "memo-einde",
        _einde_vandaag,
        (
            (
                "De overeenkomst geldt niet meer vanaf 13 april 2026: geef geen nieuwe "
                "opdrachten, en verwijs niet meer naar deze aanbieder. Wilt u"
            ),
        ),
    ),
    (
        "S",
        "memo-einde",
        _einde_later,
        (
            (
                "en handel weer zoals daarvoor, zolang de overeenkomst loopt. Zij geldt niet meer "
                "vanaf 1 juni 2026: geef geen opdracht en verwijs niet voor daarna. Wilt u"
            ),
        ),
    ),
    (
        "J",
        "memo-uitvoering",
        _na_ingang,
        ("Wilt u direct per gemeente laten weten wat u heeft gedaan",),
    ),
    (
        "J",
        "memo-uitvoering",
        _stop_niet_nodig,
        (
            (
                "**Als de aanbieder bezwaar maakt.** Een tijdig bezwaar schort deze maatregel op. "
                "Twijfelt u of hij nog geldt, vraag het ons."
            ),
        ),
    ),
    (
        "J",
        "memo-uitvoering",
        _stop_staat_stil,
        (
            (
                "besloten wij tot deze maatregel, met ingang van maandag 6 juli 2026: Cliëntenstop "
                "(trede 5). De aanbieder maakte bezwaar, en daardoor staat de maatregel nu stil."
            ),
            (
                "Laat wie bij u verwijst of opdrachten geeft weten dat de maatregel nu niet geldt, "
                "en handel zoals daarvoor, tot wij u schrijven dat hij weer geldt."
            ),
        ),
    ),
    (
        "J",
        "memo-uitvoering",
        _stop_zelf_geschorst,
        (
            "Cliëntenstop (trede 5). Wij hebben de maatregel geschorst, en daardoor staat hij nu",
            "dat de maatregel nu niet geldt, en handel zoals daarvoor, tot wij u schrijven dat",
        ),
    ),
    (
        "S",
        "memo-einde",
        _andere_stop,
        (
            (
                "en handel vanaf deze dag weer zoals daarvoor, behalve waar een andere maatregel "
                "nog geldt. Wilt u per gemeente laten weten wanneer dat is gebeurd? **Nog van "
                "kracht.** Opdrachtenstop (nieuwe opdrachten van beide gemeenten)."
            ),
        ),
    ),
    (
        "S",
        "memo-einde",
        _andere_stop_geschorst,
        ("en handel vanaf deze dag weer zoals daarvoor. Wilt u per gemeente laten weten",),
    ),
    (
        "J",
        "sluiting",
        _gesloten_op_de_laatste_dag,
        ("Deze maatregelen eindigen daarmee: verhogen intensiteit contractmanagement (trede 1), ",),
    ),
    (
        "J",
        "ingebrekestelling",
        _opening_bewezen,
        (
            "wachtten 23 jeugdigen langer dan zes weken. Zie bijlage 3. **Stand",
            "geen SKJ- of BIG-registratie (uw kwartaalopgave). **Stand",
            "3. Uitdraai wachtlijst (bij de feiten van tekortkoming T1) 4. Berekening",
        ),
    ),
    (
        "J",
        "ingebrekestelling",
        _gesprek_bewezen,
        ("3. Verslag maart (bij ons gesprek van 2 maart 2026) 4. Berekening",),
    ),
    (
        "J",
        "ingebrekestelling",
        _open_vraag,
        (
            (
                "zes weken) laten wij u na ontvangst van uw bezwaar weten of het de maatregel "
                "opschort; de overeenkomst laat dat open."
            ),
        ),
    ),
    (
        "J",
        "opschorting",
        _open_vraag,
        ("Wij laten u na ontvangst van uw bezwaar weten of het de maatregel opschort;",),
    ),
    (
        "J",
        "adviesnota",
        _voorbij,
        (
            "Er loopt geen trede meer; hoogst bereikt:",
            "Geen van deze stappen vraagt wederhoor.",
        ),
    ),
    (
        "J",
        "gespreksnotitie",
        _voorbij,
        ("Er loopt geen trede meer; hoogst bereikt:",),
    ),
    (
        "J",
        "oordeel-herstel",
        _alles_hersteld,
        ("**Uitkomst.** Alle tekortkomingen zijn hersteld.",),
    ),
    (
        "J",
        "oordeel-herstel",
        _niets_beoordeeld,
        ("**Wat.** Ons oordeel over uw herstel, per tekortkoming.",),
    ),
    (
        "J",
        "oordeel-verbeterplan",
        lambda w: w.met("--tekst", "onderdeel=vervolg tekst='Wij spreken elkaar in mei.'"),
        ("Hoe het verdergaat Wij spreken elkaar in mei.",),
    ),
    (
        "J",
        "reactie-bezwaar",
        _zonder_nieuwe_dag,
        ("**Wat u nu moet doen.** De maatregel geldt zoals wij die meedeelden.",),
    ),
    (
        "S",
        "verzoek-verbeterplan",
        _onderzoek_open,
        (
            (
                "**Bijzonder.** Deze stap berust niet op de uitkomst van ons onderzoek. De cijfers "
                "over twee kwartalen staan vast."
            ),
        ),
    ),
    (
        "S",
        "verzoek-verbeterplan",
        _reeks,
        ("De perioden waarop dit verzoek berust",),
    ),
    (
        "J",
        "verzoek-verklaring",
        _kort,
        ("De reden voor deze termijn: er is acuut gevaar.",),
    ),
    (
        "J",
        "sluiting",
        _twee_dreigingen,
        ("Wij stellen vast dat de tekortkomingen zijn hersteld. Over andere",),
    ),
    (
        "J",
        "sluiting",
        _een_stop,
        ("Deze maatregel eindigt daarmee: cliëntenstop (trede 5).",),
    ),
    (
        "J",
        "aansprakelijkstelling",
        _na_boete,
        (
            (
                "(artikel 6:74 BW), voor zover de boete van € 30.000,00 daarvoor niet in de plaats "
                "komt (artikel 6:92, tweede lid, BW). De opdrachtgever kan"
            ),
        ),
    ),
    (
        "J",
        "sluiting",
        _hersteld,
        ("Wij stellen vast dat de tekortkoming is hersteld. Over andere",),
    ),
    (
        "J",
        "classificatie",
        _uitkomst,
        ("De besloten categorie is anders of nader onderbouwd: Een nieuw zorgaanbod.",),
    ),
    (
        "J",
        "classificatie",
        _beoordeeld,
        (
            "Wij hebben gekeken naar omvang en strategisch belang in relatie tot de overeenkomst",
            "De onderbouwing van de categorie: Een nieuw zorgaanbod.",
        ),
    ),
    (
        "J",
        "verlenging",
        _korter,
        (
            (
                "verlengen wij de overeenkomst JH25-P5-007, als u daarmee instemt. Zij loopt dan "
                "tot en met vrijdag 30"
            ),
            "**Wat.** De overeenkomst loopt langer, als u daarmee instemt.",
            "**Wat u moet doen.** Schriftelijk laten weten dat u instemt.",
            (
                "**De laatste dag.** De overeenkomst geeft ons de mogelijkheid om met 1 jaar te "
                "verlengen; deze laatste dag is een andere. De inkoop begint eerder. Wij vragen u "
                "daarom schriftelijk te laten weten dat u met deze dag instemt. Stuur uw antwoord"
            ),
        ),
    ),
    (
        "J",
        "verzoek-gegevens",
        lambda w: w.met("--tekst", "onderdeel=waarom tekst='De opgave ontbreekt.'"),
        ("Waarom wij dit vragen: De opgave ontbreekt.",),
    ),
    (
        "J",
        "antwoord",
        _ander_kenmerk,
        ("U schreef ons (DW/26/7) over de overeenkomst JH25-P1-031",),
    ),
)


@pytest.mark.parametrize(
    ("contract", "soort", "anders", "zinnen"),
    [pytest.param(*rij, id=f"{rij[1]}-{rij[2].__name__.strip('_')}") for rij in GEVALLEN],
)
def test_the_letter_says_what_is_so(verhalen, tmp_path, contract, soort, anders, zinnen):
    wijziging = gewijzigd(soort, contract=contract)
    anders(wijziging)
    tekst = brieftekst(verhalen[contract], tmp_path, wijziging)
    assert [zin for zin in zinnen if zin not in tekst] == []


def test_a_reminder_of_what_no_letter_asked_says_only_that(tmp_path):
    tekst = brieftekst(None, tmp_path, gewijzigd("herinnering"))
    assert (
        "Wij herinneren u aan wat wij onder de overeenkomst JH25-P1-031 (ambulant, perceel "
        "ambulante jeugdhulp) nog van u verwachten. Wij hebben nog niet ontvangen:"
    ) in tekst
    assert "met onze brief van" not in tekst


def test_the_only_escalation_that_was_told_is_closed_as_the_escalation(tmp_path):
    tekst = brieftekst(None, tmp_path, gewijzigd("sluiting"))
    assert "**Wat.** De escalatie is gesloten.\\ **Vanaf.**" in tekst
    assert "verandert deze brief niets" not in tekst


def test_a_lifting_of_what_no_letter_told_names_no_letter(tmp_path):
    wijziging = gewijzigd("opheffing")
    tekst = brieftekst(None, tmp_path, wijziging)
    assert (
        "heffen wij de maatregel van trede 4 (Opschorting van betaling) op die wij onder de "
        "overeenkomst JH25-P1-031 hebben genomen."
    ) in tekst


@pytest.mark.parametrize("soort", ["adviesnota", "gespreksnotitie"])
@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ("", "Er is nog geen maatregel genomen."),
        ("m:aanm@02-16:portaal", "Er loopt een maatregel."),
        ("m:aanm@02-16:portaal heft@02-19", "Er loopt geen maatregel meer."),
    ],
    ids=["niets", "loopt", "opgeheven"],
)
def test_a_note_under_a_contract_without_treden_says_what_runs(
    tmp_path, capsys, soort, feiten, zin
):
    """The contract is the made-up ICT annex, 8.1: Deze bijlage kent geen treden."""
    map_ = geschreven(tmp_path, f"$G {feiten}".strip())
    uit = doe(map_, capsys, "2026-02-20", "brief", "maak", "bloem", soort, "--concept")
    assert "geschreven" in uit, uit
    tekst = next(map_.glob(f"bloem/brieven/*{soort}*/*.md")).read_text(encoding="utf-8")
    assert zin in re.sub(r"\s+", " ", tekst)
