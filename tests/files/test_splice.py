"""Splice: of 2,500 generated cards with odd indents and comments only the intended lines change."""

from __future__ import annotations

import copy
import random

import pytest

from clm_cli.files.gate import lees
from clm_cli.files.splice import voeg_toe, zet
from clm_cli.meldingen import ClmFout

VORMEN = ("[]", "[a, b]", "{a: b}", "{a: [1, 2], b: c}", "[{id: A, b: c}, {id: B}]")
WOORDEN = [
    "ja",
    "nee",
    "2026-05-04",
    "A-28",
    "Jan de Wit",
    '"a: b # c"',
    "'het ''huis'",
    "Zorg & Co",
    "7.10",
    "10 werkdagen",
]
WAARDEN = [
    "nieuw",
    "2026-06-01",
    "tekst: met # hekje",
    "'s-Hertogenbosch",
    {"a": "b", "c": ["d", "e f"]},
    ["x", "y"],
    "twee\nregels",
    "- streep",
]


OPMERKINGEN = [b"# let op", b"# wie", b"#----------", b"# geen opmerking"]


class Maker:
    """Makes a card as people write them."""

    def __init__(self, seed: int) -> None:
        self.r = random.Random(seed)
        self.regels: list[str] = []

    def opmerking(self, diep: int) -> None:
        for _ in range(self.r.choice([0, 0, 0, 1, 2])):
            self.regels.append(
                self.r.choice(
                    [
                        " " * diep + f"# let op {self.r.randint(1, 99)}",
                        "",
                        " " * diep + "#" + "-" * 10,
                    ]
                )
            )

    def staart(self) -> str:
        return self.r.choice(["", "", "", f"   # wie {self.r.randint(1, 99)}", "  "])

    def mapping(self, diep: int, niveau: int, eerste: str | None = None) -> None:
        for nummer in range(self.r.randint(1, 5)):
            begin = eerste if eerste is not None and nummer == 0 else " " * diep
            if begin != eerste:
                self.opmerking(diep)
            self.veld(begin, f"veld_{niveau}_{nummer}", diep, niveau)

    def veld(self, begin: str, naam: str, diep: int, niveau: int) -> None:
        r, soort = self.r, self.r.random()
        stap = r.choice([1, 2, 2, 4])
        if soort < 0.45 or niveau > 3:
            self.regels.append(
                f"{begin}{naam}:{' ' * r.choice([1, 1, 4])}{r.choice(WOORDEN)}{self.staart()}"
            )
        elif soort < 0.55:
            vorm = r.choice(VORMEN)
            self.regels.append(f"{begin}{naam}: {vorm}{self.staart()}")
        elif soort < 0.63:
            self.regels += [
                f"{begin}{naam}: {r.choice(['|', '|-', '>'])}",
                *(
                    " " * (diep + stap) + f"regel {n} # geen opmerking"
                    for n in range(r.randint(1, 3))
                ),
            ]
        elif soort < 0.82:
            self.regels.append(f"{begin}{naam}:{self.staart()}")
            self.mapping(diep + stap, niveau + 1)
        else:
            self.regels.append(f"{begin}{naam}:{self.staart()}")
            kolom = diep + r.choice([0, 2, 4])
            for _ in range(r.randint(1, 4)):
                self.opmerking(kolom)
                if r.random() < 0.5:
                    self.regels.append(" " * kolom + f"- {r.choice(WOORDEN)}{self.staart()}")
                else:
                    self.mapping(kolom + 2, niveau + 1, " " * kolom + "- ")

    def tekst(self) -> bytes:
        if self.r.random() < 0.2:
            self.regels.append("---")
        self.opmerking(0)
        self.mapping(0, 0)
        self.opmerking(0)
        tekst = "\n".join(self.regels) + self.r.choice(["\n", "\n", "", "\n\n"])
        return (tekst.replace("\n", "\r\n") if self.r.random() < 0.2 else tekst).encode()


def paden(boom: object, pad: tuple = ()) -> list[tuple]:
    uit = [pad] if pad else []
    if isinstance(boom, dict):
        uit += [p for naam, deel in boom.items() for p in paden(deel, (*pad, naam))]
    elif isinstance(boom, list):
        uit += [p for nummer, deel in enumerate(boom) for p in paden(deel, (*pad, nummer))]
    return uit


def op(boom: object, pad: tuple) -> object:
    for stap in pad:
        boom = boom[stap]
    return boom


def test_only_the_intended_lines_change() -> None:
    gelukt = geweigerd = 0
    for seed in range(2600):
        r, inhoud = random.Random(seed), Maker(seed).tekst()
        gelezen = lees(inhoud, "kaart")
        assert gelezen.boom is not None, inhoud.decode()
        alle = paden(gelezen.boom)
        lijsten = [p for p in alle if isinstance(op(gelezen.boom, p), list)]
        mappen = [(), *(p for p in alle if isinstance(op(gelezen.boom, p), dict))]
        bedoeld, waarde = copy.deepcopy(gelezen.boom), copy.deepcopy(r.choice(WAARDEN))
        keuze = (
            r.choice(["nieuw", "nieuw", "vervang", "lijst"])
            if lijsten
            else r.choice(["nieuw", "vervang"])
        )
        if keuze == "lijst":
            pad = r.choice(lijsten)
            op(bedoeld, pad).append(waarde)
        else:
            pad = (
                (*r.choice(mappen), "toegevoegd")
                if keuze == "nieuw"
                else r.choice(
                    [p for p in alle if isinstance(op(gelezen.boom, p), str)] or [("toegevoegd",)]
                )
            )
            op(bedoeld, pad[:-1])[pad[-1]] = waarde
        try:
            uit = voeg_toe(inhoud, pad, waarde) if keuze == "lijst" else zet(inhoud, pad, waarde)
        except ClmFout:
            geweigerd += 1
            continue
        gelukt += 1
        assert lees(uit, "kaart").boom == bedoeld
        oud, nieuw = inhoud.splitlines(keepends=True), uit.splitlines(keepends=True)
        voor = next(
            (n for n, (a, b) in enumerate(zip(oud, nieuw, strict=False)) if a != b),
            min(len(oud), len(nieuw)),
        )
        achter = 0
        while achter < min(len(oud), len(nieuw)) - voor and oud[-1 - achter] == nieuw[-1 - achter]:
            achter += 1
        weg, erbij = len(oud) - voor - achter, len(nieuw) - voor - achter
        assert weg <= (4 if keuze == "vervang" else 1), (
            "a replaced block has three lines and its head; an addition touches one"
        )
        assert erbij <= weg + 5
        assert all(
            uit.count(regel) == inhoud.count(regel) for regel in OPMERKINGEN if keuze != "vervang"
        )
    assert gelukt >= 2500, (gelukt, geweigerd)


@pytest.mark.parametrize(
    ("oud", "doe", "nieuw"),
    [
        ("a: 1 # één\nb: 2\n", lambda i: zet(i, ("a",), "3"), "a: 3 # één\nb: 2\n"),
        ("a:    1\n# einde\n", lambda i: zet(i, ("b",), "2"), "a:    1\nb: 2\n# einde\n"),
        ("a: 1", lambda i: zet(i, ("b",), "2"), "a: 1\nb: 2"),
        ("a: # leeg\nb: 2\n", lambda i: zet(i, ("a",), {"x": "1"}), "a: # leeg\n  x: 1\nb: 2\n"),
        (
            "l:\n- id: A # eerste\n  w: x\n# na\nm: 1\n",
            lambda i: voeg_toe(i, ("l",), {"id": "B"}),
            "l:\n- id: A # eerste\n  w: x\n- id: B\n# na\nm: 1\n",
        ),
        ("l: [a, b] # rij\n", lambda i: voeg_toe(i, ("l",), "c"), "l: [a, b, c] # rij\n"),
        ("l: []\nm: 1\n", lambda i: voeg_toe(i, ("l",), "c"), "l:\n  - c\nm: 1\n"),
        ("l:\n  - a\nm: 1\n", lambda i: zet(i, ("l",), []), "l: []\nm: 1\n"),
        ("l:\n  a: b\nm: 1\n", lambda i: zet(i, ("l",), {}), "l: {}\nm: 1\n"),
        ("p: {a: 1}\r\nq: 2\r\n", lambda i: zet(i, ("p", "b"), "3"), "p: {a: 1, b: 3}\r\nq: 2\r\n"),
        (
            "l:\n  - {id: P-1, wat: x}\n",
            lambda i: zet(i, ("l", 0, "klaar"), "2026-01-02"),
            "l:\n  - {id: P-1, wat: x, klaar: 2026-01-02}\n",
        ),
    ],
)
def test_cases(oud: str, doe: object, nieuw: str) -> None:
    assert doe(oud.encode()).decode() == nieuw


@pytest.mark.parametrize("inhoud", [b"a: 1\r\nb: 2\n", b"a: [1\n", b"a: 1\na: 2\n"])
def test_what_is_not_safe_is_refused(inhoud: bytes) -> None:
    with pytest.raises(ClmFout, match="niet veilig"):
        zet(inhoud, ("c",), "3")
