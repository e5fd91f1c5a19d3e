"""One source, all formats: each template says the same as Markdown, PDF, Word and HTML.

The names in it mean something to each of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.documents.brieven.velden import NAMEN as BRIEFNAMEN
from clm_cli.documents.opmaak import maak
from clm_cli.files.emitter import schrijf_yaml
from clm_cli.meldingen import ClmFout
from tests.brieven.gevulde_sjablonen import (
    ANDERE,
    DRUKBAAR,
    GEWEIGERD,
    NAMEN,
    SOORTEN,
    VORMEN,
    ZONDER_LETTER,
    Bronnen,
    alle_namen,
    gelezen,
    maak_document,
    met_namen,
    verwacht,
)
from tests.brieven.volle_registers import opdrachten
from tests.klein_register import BASIS, lees

TEMPLATES = [*SOORTEN, *ANDERE]


@pytest.fixture(scope="module")
def bronnen(tmp_path_factory: pytest.TempPathFactory) -> Bronnen:
    return Bronnen(tmp_path_factory.mktemp("vormen"))


def test_every_kind_of_letter_is_here() -> None:
    gemaakt = {o.soort for contract in "JS" for o in opdrachten(contract)}
    assert gemaakt == {rij.soort for rij in BRIEFSOORTEN}
    assert len(set(NAMEN)) >= 40


@pytest.mark.parametrize("template", TEMPLATES, ids="-".join)
def test_all_formats_say_the_same_and_names_stand_literally(
    bronnen: Bronnen, template: tuple[str, str]
) -> None:
    """Each template gets the names in turn, from another begin.

    All names in every template are in tests/programmas.
    """
    nummer = TEMPLATES.index(template)
    document, teksten, gedrukt = met_namen(bronnen.bron(*template), DRUKBAAR, nummer * 7)
    assert len(gedrukt) >= 5
    for vorm in VORMEN:
        inhoud = maak(document, vorm)
        assert gelezen(inhoud, vorm, document) == teksten[vorm], vorm
        if nummer % 4 == 0 or vorm in ("md", "html"):
            assert maak(document, vorm) == inhoud, "two runs give the same bytes"


def test_every_name_is_printed_by_some_template(bronnen: Bronnen) -> None:
    gedrukt = set().union(
        *(
            met_namen(bronnen.bron(*template), DRUKBAAR, TEMPLATES.index(template) * 7)[2]
            for template in TEMPLATES[::4]
        )
    )
    assert gedrukt == set(DRUKBAAR)


@pytest.mark.parametrize("naam", ZONDER_LETTER)
def test_a_sign_that_the_font_lacks_is_named_and_stands_in_the_other_formats(
    bronnen: Bronnen, naam: str
) -> None:
    document, teksten, _ = met_namen(bronnen.bron("J", "verzoek-gegevens"), [naam], 0)
    with pytest.raises(
        ClmFout,
        match=r"het lettertype heeft het teken '.' \(U\+[0-9A-F]{4,5}\) niet. Het staat in: '",
    ) as fout:
        maak(document, "pdf")
    assert naam in fout.value.tekst
    for vorm in ("md", "docx", "html"):
        assert gelezen(maak(document, vorm), vorm, document) == teksten[vorm]


@pytest.mark.parametrize("naam", NAMEN)
def test_a_name_passes_the_gate_as_it_was_written(tmp_path: Path, naam: str) -> None:
    geladen = lees(tmp_path, {"bloem/aanbieder.yaml": _kaart(naam)})
    assert geladen.meldingen == ()
    (eigen,) = geladen.register.dossiers["bloem"].aanbieder.record.namen
    assert eigen.statutair == naam


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_a_name_that_steers_is_refused_at_the_door(tmp_path: Path, naam: str) -> None:
    geladen = lees(
        tmp_path,
        {"bloem/aanbieder.yaml": BASIS["bloem/aanbieder.yaml"].replace("Stichting Bloem", naam)},
    )
    plekken = {(m.code, m.plek.pad) for m in geladen.meldingen if m.plek}
    assert ("YML004", "bloem/aanbieder.yaml") in plekken


def _kaart(naam: str) -> str:
    return schrijf_yaml(
        {
            "namen": [{"vanaf": "2020-01-01", "statutair": naam, "roepnaam": "Bloem"}],
            "kvk": "00000001",
            "postadres": {"straat": "Straat 2", "postcode": "9999 ZZ", "plaats": "Teststad"},
            "behandelaars": [{"vanaf": "2024-01-01", "contractmanager": "mia"}],
        }
    ).decode()


def test_a_letter_knows_the_names_that_its_page_lists(bronnen: Bronnen) -> None:
    """`clm sjabloon toon` lists what a template may use, and `controleer` refuses all else."""
    gegeven = {naam for template in SOORTEN for naam in bronnen.bron(*template).gegevens}
    assert gegeven - {"_nu"} == set(BRIEFNAMEN)


def test_in_the_whole_story_every_word_of_markdown_is_literal(bronnen: Bronnen) -> None:
    """All names in one template, in the formats that cost little.

    A name that is misread would be gone or doubled.
    """
    for document, teksten in alle_namen(bronnen.bron("J", "ingebrekestelling"), NAMEN):
        for vorm in ("md", "html"):
            assert gelezen(maak(document, vorm), vorm, document) == teksten[vorm]


def test_without_other_words_a_letter_says_what_its_blocks_say(bronnen: Bronnen) -> None:
    document = maak_document(bronnen.bron("S", "ontbinding"))
    for vorm in VORMEN:
        assert gelezen(maak(document, vorm), vorm, document) == verwacht(document, vorm)
