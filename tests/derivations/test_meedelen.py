"""What is advised to tell a provider a fact: its letter is made, is sent, or has arrived."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.klein_register import punten, soort

B = "bloem/brieven/2026-03-05-classificatie"
KLASSE = (
    "contracten: [ambulant]\nsoort: eerste\nbeleid: classificatie-2026\ncategorie: 1\n"
    "geldig_vanaf: 2026-03-02\ninvoer: [{criterium: omzet, waarde: 50}]\n"
)
KAART = (
    "richting: uitgaand\nsoort: classificatie\nonderwerp: classificatie\ndatum: 2026-03-05\n"
    "contracten: [ambulant]\nbij: classificaties/2026-03-02-toets\n{}"
)
VERZONDEN = (
    "kanaal: gewone post\naan: Bloem\ndocument: {vindplaats: archief}\nkaart_sha256: '"
    + "0" * 64
    + "'\n"
)


@pytest.mark.parametrize(
    ("brief", "nu"),
    [
        ({}, "clm brief maak bloem classificatie"),
        ({f"{B}/brief.yaml": KAART.format("")}, "clm brief verzonden bloem {}"),
        ({f"{B}/brief.yaml": KAART.format("concept: ja\n")}, "clm brief maak bloem {}"),
        (
            {
                f"{B}/brief.yaml": KAART.format(""),
                f"{B}/2026-03-05-verzonden.yaml": VERZONDEN,
                f"{B}/2026-03-09-retour.yaml": "bij: 2026-03-05-verzonden\nreden: verhuisd\n",
            },
            "clm brief verzonden bloem {}",
        ),
    ],
)
def test_a_letter_that_lies_there_is_sent_and_not_made_once_more(
    tmp_path: Path, brief: dict[str, str], nu: str
) -> None:
    """J14: to make it again would be refused; of a concept it is what helps."""
    feit = {"bloem/classificaties/2026-03-02-toets.yaml": KLASSE}
    (punt,) = soort(punten(tmp_path, {**feit, **brief}), "classificatie-informeren")
    assert punt.nu == nu.format("2026-03-05-classificatie")


@pytest.mark.parametrize(
    "feiten",
    [
        # a letter of before the classification that holds now
        {
            "bloem/classificaties/2026-03-02-toets.yaml": KLASSE,
            "bloem/classificaties/2026-03-10-toets.yaml": KLASSE,
            f"{B}/brief.yaml": KAART.format(""),
        },
        # one that another letter took the place of
        {
            "bloem/classificaties/2026-03-02-toets.yaml": KLASSE,
            f"{B}/brief.yaml": KAART.format(""),
            "bloem/brieven/2026-03-06-antwoord/brief.yaml": "richting: uitgaand\nsoort: antwoord\n"
            "onderwerp: anders\ndatum: 2026-03-06\ncontracten: [ambulant]\n"
            "vervangt: brieven/2026-03-05-classificatie\n",
        },
        # one that names another contract alone
        {
            "bloem/classificaties/2026-03-02-toets.yaml": KLASSE,
            f"{B}/brief.yaml": KAART.format("").replace("[ambulant]", "[advies]"),
        },
    ],
)
def test_a_letter_that_does_not_tell_it_is_none(tmp_path: Path, feiten: dict[str, str]) -> None:
    rijen = soort(punten(tmp_path, feiten), "classificatie-informeren")
    assert [str(punt.nu) for punt in rijen] == ["clm brief maak bloem classificatie"]
