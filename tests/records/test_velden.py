"""Every field type: what it accepts, what it refuses with which words, in every model's fields."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from clm_cli.files.modelfouten import meldingen_van
from clm_cli.files.posities import Posities
from clm_cli.records import velden
from clm_cli.records.basis import Deel
from clm_cli.records.schema import beschrijvingen, schema_van
from clm_cli.records.soorten import FEITEN, KAARTEN, Soort, correctiemodel, feitnaam, soort_van
from clm_cli.records.vorm import canoniek

# type · accepted · refused: code and a word of the message
TABEL: list[tuple[str, list[str], list[tuple[Any, str, str]]]] = [
    (
        "Datum",
        ["2026-05-04"],
        [
            ("29-03-2026", "REC112", "bedoelt u 2026-03-29"),
            ("2026-02-30", "REC112", "bestaat niet"),
            ("maandag 4 mei 2026", "REC112", "bedoelt u 2026-05-04?"),
            ("dinsdag 4 mei 2026", "REC112", "4 mei 2026 is een maandag"),
            ("30 februari 2026", "REC112", "februari 2026 heeft 28 dagen"),
            ("2026-13-01", "REC112", "bestaat niet"),
            ("4-5-26", "REC112", "zoals 4-5-2026"),
            ("٢٠٢٦-٠١-٠١", "REC112", "geen datum"),
            ("0", "REC112", "geen datum"),
            ("2206-01-01", "REC112", "1990 tot en met 2079"),
            ("", "REC110", "leeg"),
            ({}, "REC112", "blok met sleutels"),
        ],
    ),
    (
        "Tijd",
        ["14:00", "14.00"],
        [
            ("24:00", "REC113", "uur:minuut"),
            ("2pm", "REC113", "geen tijd"),
            ("9:05", "REC113", "bedoelt u 09:05?"),
        ],
    ),
    (
        "Moment",
        ["2026-05-04T15:20:00+02:00"],
        [
            ("2026-05-04T15:20:00", "REC114", "tijdzone"),
            ("2026-02-30T10:00Z", "REC114", "bestaat niet"),
        ],
    ),
    (
        "Bedrag",
        ["48250", "48250.00", "-0.5"],
        [
            ("1.250,00", "REC116", "bedoelt u 1250.00"),
            ("1.250", "REC116", "niet duidelijk"),
            ("684.905,25", "REC116", "bedoelt u 684905.25?"),
            ("1_000", "REC116", "geen bedrag"),
            ("€ 5", "REC116", "geen bedrag"),
            ("1e400", "REC116", "geen bedrag"),
            ("٣", "REC116", "geen bedrag"),
            ("12.345", "REC116", "duidelijk"),
        ],
    ),
    (
        "Som",
        ["48250", "0.01"],
        [
            ("0", "REC116", "niet meer dan nul"),
            ("0.00", "REC116", "niet meer dan nul"),
            ("-400.00", "REC116", "creditnota"),
            ("1.250", "REC116", "niet duidelijk"),
        ],
    ),
    (
        "Omzetbedrag",
        ["48250", "0", "0.00"],
        [("-0.01", "REC116", "nul of meer"), ("-48250.00", "REC116", "creditnota")],
    ),
    (
        "Getal",
        ["58.9", "-3", "0.125", "7.1250"],
        [
            ("1.250", "REC117", "als 1250 of als 1,25"),
            ("7,125", "REC117", "bedoelt u 7.1250?"),
            ("58,9", "REC117", "bedoelt u 58.9"),
            ("58.9 %", "REC117", "geen getal"),
            ("NaN", "REC117", "geen getal"),
        ],
    ),
    (
        "Geheel",
        ["14", "0", "-2"],
        [
            ("0014", "REC118", "heel getal"),
            ("1.0", "REC118", "heel getal"),
            ("1.250", "REC118", "bedoelt u 1250?"),
            (" 12 ", "REC118", "heel getal"),
        ],
    ),
    (
        "Termijn",
        ["10 werkdagen", "1 week", "1 jaar"],
        [
            ("10", "REC119", "eenheid"),
            ("10 werkdgen", "REC119", "misschien 10 werkdagen"),
            ("0 dagen", "REC119", "1 tot en met"),
            ("tien (10) werkdagen", "REC119", "bedoelt u 10 werkdagen?"),
            ("tien (20) werkdagen", "REC119", "twee manieren"),
            ("30 jaar", "REC119", "twintig jaar"),
        ],
    ),
    (
        "PeriodeVeld",
        ["2026", "2026-K1", "2026-03"],
        [
            ("2026-K5", "REC120", "geen periode"),
            ("K1 2026", "REC120", "geen periode; bedoelt u 2026-K1?"),
            ("2026-13", "REC120", "geen periode"),
        ],
    ),
    (
        "Regel",
        ["één regel"],
        [
            ("twee\nregels", "REC111", "één regel"),
            ("", "REC110", "leeg"),
            ([], "REC111", "geen lijst"),
        ],
    ),
    ("Tekst", ["twee\nregels"], [("  ", "REC110", "leeg")]),
    (
        "Slug",
        ["de-klaproos"],
        [
            ("De Klaproos", "REC121", "kleine letters"),
            ("-a", "REC121", "geen naam"),
            ("café", "REC121", "geen naam"),
        ],
    ),
    (
        "Id",
        ["A-28", "T1", "7.10"],
        [("A 28", "REC121", "zonder spaties"), ("#1", "REC121", "kenmerk")],
    ),
    (
        "Eis",
        ["J28", "7.2 onder a", "artikel 7, lid 2", "§ 4.1", "3", "bijlage 4 (2)"],
        [
            ("7.2  onder a", "REC132", "vindplaats"),
            ("7.2 ", "REC132", "vindplaats"),
            ('7.2 "a"', "REC132", "vindplaats"),
            ("x" * 41, "REC132", "40 tekens"),
        ],
    ),
    (
        "Verwijzing",
        ["A-28", "gesprekken/2026-04-16-voortgang/gesprek#A-28", "2026-05-04-verzonden"],
        [
            ("../weg", "REC122", "verwijzing"),
            ("a b", "REC122", "verwijzing"),
            ("/abs", "REC122", "verwijzing"),
        ],
    ),
    (
        "Pad",
        ["verslag.pdf", "sub/x.md"],
        [
            ("../geheim", "REC131", "geen pad"),
            ("C:\\x", "REC131", "geen pad"),
            ("/etc/passwd", "REC131", "geen pad"),
        ],
    ),
    (
        "Kvk",
        ["01234567"],
        [
            ("1234567", "REC123", "acht cijfers"),
            ("012345678", "REC123", "acht cijfers"),
            ("KvK 1234 5678", "REC123", "bedoelt u 12345678?"),
        ],
    ),
    ("Agb", ["00000123"], [("00-000123", "REC124", "zonder streepje")]),
    ("Postcode", ["8232 SS"], [("8232SS", "REC125", "8232 SS"), ("0232 SS", "REC125", "postcode")]),
    ("Email", ["a@b.example"], [("a@b", "REC126", "e-mail"), ("a b@c.nl", "REC126", "e-mail")]),
    ("Telefoon", ["0320-00 00 00"], [("bel mij", "REC127", "telefoon")]),
    ("Sha256", ["a" * 64], [("A" * 64, "REC128", "sha256"), ("abc", "REC128", "64")]),
]


@pytest.mark.parametrize(
    ("naam", "tekst"), [(naam, tekst) for naam, goed, _ in TABEL for tekst in goed]
)
def test_a_good_value_is_accepted(naam: str, tekst: str) -> None:
    assert TypeAdapter(getattr(velden, naam)).validate_python(tekst) is not None


@pytest.mark.parametrize(
    ("naam", "waarde", "code", "woord"),
    [(naam, *fout) for naam, _, fouten in TABEL for fout in fouten],
)
def test_a_trap_is_refused_with_its_code_in_dutch(
    naam: str, waarde: Any, code: str, woord: str
) -> None:
    with pytest.raises(ValidationError) as fout:
        TypeAdapter(getattr(velden, naam)).validate_python(waarde)
    rij = fout.value.errors()[0]
    assert rij["type"] == code
    assert woord in rij["msg"]


GETYPT = [
    ("Datum", "4 mei 2026", "2026-05-04"),
    ("Datum", "maandag 4 mei 2026", "2026-05-04"),
    ("Datum", "4-5-2026", "2026-05-04"),
    ("Datum", "04.05.2026", "2026-05-04"),
    ("Datum", " 4\u00a0mei 2026 ", "2026-05-04"),
    ("Tijd", "9:05", "09:05"),
    ("Tijd", "23.59 uur", "23:59"),
    ("Tijd", "10 uur", "10:00"),
    ("Bedrag", "€ 684.905,25", "684905.25"),
    ("Bedrag", "684.905", "684905"),
    ("Getal", "7,3", "7.3"),
    ("Getal", "7,125", "7.1250"),
    ("Getal", "1.250,5", "1250.5"),
    ("Geheel", "1.250", "1250"),
    ("Termijn", "tien (10) werkdagen", "10 werkdagen"),
    ("Termijn", "10 wd", "10 werkdagen"),
    ("Termijn", "14 kalenderdagen", "14 dagen"),
    ("PeriodeVeld", "Q1 2026", "2026-K1"),
    ("PeriodeVeld", "1e kwartaal 2026", "2026-K1"),
    ("Kvk", "KvK 1234 5678", "12345678"),
    ("Kvk", "KvK-nummer: 12345678", "12345678"),
    ("Agb", "AGB 12-345678", "12345678"),
    ("Agb", "12 345678", "12345678"),
    ("Postcode", "8232SS", "8232 SS"),
    ("Postcode", "1234ab", "1234 AB"),
]


def lezer(naam: str) -> velden.Lezer:
    return next(
        merk for merk in getattr(velden, naam).__metadata__ if isinstance(merk, velden.Lezer)
    )


@pytest.mark.parametrize(("naam", "getypt", "vorm"), GETYPT)
def test_what_people_type_is_kept_in_the_form_of_a_file(naam: str, getypt: str, vorm: str) -> None:
    assert lezer(naam).canoniek(getypt) == vorm
    TypeAdapter(getattr(velden, naam)).validate_python(vorm)


@pytest.mark.parametrize(
    ("naam", "tekst"), [(naam, tekst) for naam, goed, _ in TABEL for tekst in goed]
)
def test_what_is_in_the_form_of_a_file_stays_the_same_value(naam: str, tekst: str) -> None:
    soort = TypeAdapter(getattr(velden, naam))
    assert soort.validate_python(lezer(naam).canoniek(tekst)) == soort.validate_python(tekst)


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [(naam, waarde) for naam, _, fouten in TABEL for waarde, _, _ in fouten],
)
def test_what_cannot_be_read_keeps_its_words_or_becomes_right(naam: str, waarde: Any) -> None:
    """What is refused is refused with the words of who typed it."""
    if isinstance(waarde, str):
        vorm = lezer(naam).canoniek(waarde)
        if vorm != waarde:
            TypeAdapter(getattr(velden, naam)).validate_python(vorm)


def test_a_tree_that_was_filled_in_is_kept_in_the_forms_of_files() -> None:
    from clm_cli.records.cijfers import Meting

    boom = {
        "datum": "4 mei 2026",
        "periode": "Q1 2026",
        "waarden": [
            {"kpi": "uitval", "waarde": "7,3"},
            {"kpi": "wachttijd", "waarde": "1.250"},
        ],
        "zomaar": "4 mei 2026",
    }
    uit = canoniek(Meting, boom)
    assert (uit["datum"], uit["periode"]) == ("2026-05-04", "2026-K1")
    assert [rij["waarde"] for rij in uit["waarden"]] == ["7.3", "1.250"]
    assert uit["zomaar"] == "4 mei 2026"


def test_one_text_for_a_list_becomes_its_values_but_a_sentence_stays_whole() -> None:
    from clm_cli.records.aanbieder import Plan

    uit = canoniek(Plan, {"contracten": "ambulant, verblijf", "doelen": "minder uitval, sneller"})
    assert uit == {"contracten": ["ambulant", "verblijf"], "doelen": ["minder uitval, sneller"]}
    assert canoniek(Plan, {"bijgesteld": ["1 mei 2026, 2-5-2026"]})["bijgesteld"] == [
        "1 mei 2026, 2-5-2026"
    ]


def test_a_choice_may_be_typed_with_capitals() -> None:
    from clm_cli.records.contact import Contactmoment

    assert canoniek(Contactmoment, {"wijze": "Telefoon"}) == {"wijze": "telefoon"}
    assert canoniek(Contactmoment, {"wijze": "Rooksignaal"}) == {"wijze": "Rooksignaal"}


def alle_modellen() -> list[type[Deel]]:
    gevonden: list[type[Deel]] = []
    te_doen: list[type[Deel]] = [Deel]
    while te_doen:
        klasse = te_doen.pop()
        kinderen = [kind for kind in klasse.__subclasses__() if "[" not in kind.__name__]
        te_doen += kinderen
        gevonden += [
            kind for kind in kinderen if kind.__module__.startswith("clm_cli") and kind.model_fields
        ]
    return gevonden


VELDEN = [(model, naam) for model in alle_modellen() for naam in model.model_fields]


@pytest.mark.parametrize(
    ("model", "naam"), VELDEN, ids=lambda w: w if isinstance(w, str) else w.__name__
)
def test_every_field_is_explained_and_refuses_what_is_not_of_its_kind(
    model: type[Deel], naam: str
) -> None:
    """Text for a list or block, and a block for text, is refused at the field with a REC code."""
    assert beschrijvingen(model).get(naam), "a field has a Dutch description under it"
    model.model_rebuild()
    vorm = model.model_json_schema()["properties"][naam]
    keuzes = [deel for deel in vorm.get("anyOf", [vorm]) if deel.get("type") != "null"]
    waarde: Any = (
        {"zomaar": "iets"}
        if keuzes[0].get("type") == "string" or "enum" in keuzes[0] or "const" in keuzes[0]
        else "los woord"
    )
    with pytest.raises(ValidationError) as fout:
        model.model_validate({naam: waarde})
    van_het_veld = [
        m
        for m in meldingen_van(fout.value, "x.yaml", model, Posities())
        if m.plek and m.plek.sleutel[:1] == (naam,)
    ]
    assert van_het_veld or any(rij["type"].startswith("REC14") for rij in fout.value.errors())
    assert all(m.code.startswith("REC") and m.code != "REC199" for m in van_het_veld)


def test_no_field_is_a_free_form() -> None:
    for model, naam in VELDEN:
        tekst = str(model.model_fields[naam].annotation)
        assert "dict" not in tekst.lower(), (model, naam)
        assert "Any" not in tekst, (model, naam)


@pytest.mark.parametrize(
    ("naam", "soort"),
    [
        ("antwoord-2026-05-06-bereikbaarheid-uitvraag", "antwoord"),
        ("bereikbaarheid-uitvraag", "uitvraag"),
        ("zandlo-antwoord", "antwoord"),
        ("uitvraag-antwoord", "uitvraag"),
        ("bereikbaarheid", "signaal"),
    ],
)
def test_the_first_word_of_a_name_goes_before_the_last(naam: str, soort: str) -> None:
    """An answer may be named after the question that it answers."""
    gevonden = soort_van(f"bloem/signalen/2026-05-18-{naam}.yaml")
    assert gevonden is not None
    assert gevonden.naam == soort


@pytest.mark.parametrize("soort", [*KAARTEN, *FEITEN], ids=lambda s: f"{s.map}-{s.naam}")
def test_every_kind_is_known_by_its_path_alone(soort: Soort) -> None:
    map_ = soort.map.replace("*", "iets")
    if soort.bestand:
        pad = f"{map_}/{soort.bestand.replace('*', 'x')}".lstrip("/")
    elif soort.map.endswith(("signalen", "classificaties")):
        vrij = soort.naam in ("signaal", "classificatie")
        pad = f"{map_}/2026-01-05-{'zomaar' if vrij else soort.naam}.yaml"
    else:
        pad = f"{map_}/2026-01-05-{soort.naam}-slug.yaml"
    gevonden = soort_van(pad)
    assert gevonden is not None
    assert gevonden.model is soort.model


@pytest.mark.parametrize(
    "pad",
    [
        "x/zomaar.yaml",
        "x/opvolging/2026-01-01-feest.yaml",
        "overeenkomsten/aanbieder.yaml",
        "x/escalaties/2026-01-01-a/zaak.yaml",
    ],
)
def test_what_has_no_place_has_no_kind(pad: str) -> None:
    assert soort_van(pad) is None


def test_a_correction_holds_the_whole_content_of_what_it_mends() -> None:
    from clm_cli.records.opvolging import Afgerond

    kop = {"datum": "2026-05-01", "vastgelegd": "2026-05-01T10:00:00Z", "door": "mia"}
    goed = {
        **kop,
        "bij": "x",
        "reden": "tikfout",
        "wordt": {**kop, "bij": "A-1", "resultaat": "Klaar"},
    }
    assert correctiemodel(Afgerond).model_validate(goed).wordt is not None
    for fout in ({**goed, "vervalt": "ja"}, {k: v for k, v in goed.items() if k != "wordt"}):
        with pytest.raises(ValidationError, match="óf 'wordt:'"):
            correctiemodel(Afgerond).model_validate(fout)


@pytest.mark.parametrize(
    ("stam", "uit"),
    [
        ("2026-K1-zorgmonitor", ("2026-K1", False)),
        ("2026-05-04-correctie", ("2026-05-04", True)),
        ("2025-omzet-correctie", ("2025", True)),
    ],
)
def test_the_name_of_a_fact_says_when_and_whether_it_mends(
    stam: str, uit: tuple[str, bool]
) -> None:
    naam = feitnaam(stam)
    assert naam is not None
    assert (naam.voorop, naam.is_correctie) == uit


def test_schemas_carry_the_descriptions_an_editor_shows() -> None:
    from jsonschema import Draft7Validator

    for soort in (*KAARTEN, *FEITEN):
        schema = schema_van(soort.model)
        Draft7Validator.check_schema(schema)
        assert all(deel.get("description") for deel in schema["properties"].values()), soort.naam
