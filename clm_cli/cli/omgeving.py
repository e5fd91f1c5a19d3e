"""Floor 8, omgeving: the options that every command shares, wherever they stand, and the clock."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path

from clm_cli.meldingen import ClmFout, een_waarde
from clm_cli.tijd.datum import datum_vol, is_dagwoord, lees_datum, lees_gesproken
from clm_cli.value import value
from clm_cli.woorden import met_punt

ALGEMEEN: tuple[tuple[str, str, str], ...] = (
    ("--map", "MAP", "het register: de map met organisatie.yaml, of een map daarboven"),
    ("--vandaag", "DATUM", "reken alsof het deze dag is (of CLM_VANDAAG)"),
    ("--op", "DATUM", "alleen wat op deze dag was gebeurd"),
    ("--bekend", "DATUM|REV", "wat toen was vastgelegd: een dag, een moment, of een commit in git"),
    ("--door", "WIE", "wie u bent: id of e-mailadres (of CLM_DOOR)"),
    ("--json", "", "geef JSON in plaats van tekst"),
    ("--proef", "", "bij schrijven: toon wat er zou veranderen, en schrijf niets"),
    ("--ja", "", "bij schrijven: vraag niets na"),
    ("--commit", "", "bij schrijven: leg de bestanden meteen vast in git"),
    ("--help", "", "toon deze hulp (ook --hulp of -h)"),
)
"""The shared options: name, what it takes, and what it does."""
EERSTE_JAAR, LAATSTE_JAAR = 1990, 2090
"""The years that clm can be asked to look at; terms from there stay within the years whose
calendar is known."""
_MET_WAARDE = frozenset(naam for naam, waarde, _ in ALGEMEEN if waarde)
_DAGVORM = re.compile(r"\d{1,4}-\d{1,2}-\d{1,4}|\d{1,2} .*")
"""How a day is written, also one that cannot be; a branch may begin with one."""
HULP = "--help"
"""The option that `splits` leaves among the words, at the end."""
_VLAGGEN = ("--json", "--proef", "--ja", "--commit")
_ZONDER_WAARDE = frozenset({*_VLAGGEN, HULP, "--hulp", "-h"})
_NU = "clm --help toont de opties"


@value
class Omgeving:
    """What the shared options and the surroundings say."""

    gezet: date | None = None
    map: Path | None = None
    op: date | None = None
    bekend: datetime | None = None
    revisie: str | None = None
    """The commit that `--bekend` names, when it names no day."""
    door: str | None = None
    json: bool = False
    proef: bool = False
    ja: bool = False
    commit: bool = False
    onthoud: bool | None = None
    """Whether what is worked out is kept for another time; None leaves it to clm."""
    voorbeeld: bool = False
    """Whether the day is that of an invented register, which nobody set."""
    gekeken: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The days that are looked at as they were typed: what they mean goes by today."""
    geschreven: list[str] = field(default_factory=list, compare=False, repr=False)
    """What this command has put on the disk: who says that it failed later, says that too."""
    ingevuld: list[str] = field(default_factory=list, compare=False, repr=False)
    """The files with its input: a draft of clm goes once it is recorded."""

    @property
    def vandaag(self) -> date:
        """The day asked for with `--vandaag` or CLM_VANDAAG, else the clock's."""
        return self.gezet or _klok()

    @property
    def vandaag_gezet(self) -> bool:
        """Whether today is another day than the clock says."""
        return self.gezet is not None

    @property
    def peildatum(self) -> date:
        """The day on which is looked: `--op`, else today."""
        return self.op or self.vandaag


def splits(woorden: list[str]) -> tuple[dict[str, str], list[str]]:
    """Take the shared options out of the words before `--`, of which `--help` alone stays, last.

    Raises ClmFout for one that is given twice with another value.
    """
    gegeven: dict[str, str] = {}
    rest: list[str] = []
    rij = iter(woorden)
    for woord in rij:
        naam, is_, waarde = woord.partition("=")
        if woord == "--":
            rest += [woord, *rij]
        elif naam in _MET_WAARDE:
            waarde = _waarde(naam, waarde if is_ else next(rij, ""))
            een_waarde(naam, gegeven.setdefault(naam, waarde), waarde)
        elif naam in _ZONDER_WAARDE and is_:
            raise ClmFout(f"De optie {naam} krijgt geen waarde.", nu=_NU)
        elif woord in _VLAGGEN:
            gegeven[woord] = "ja"
        elif woord in _ZONDER_WAARDE:
            gegeven[HULP] = "ja"
        else:
            rest.append(woord)
    if HULP in gegeven:
        rest = [*(woord for woord in rest if not woord.startswith("-")), HULP]
    return gegeven, rest


def _waarde(naam: str, waarde: str) -> str:
    if not waarde or waarde.startswith("--"):
        raise ClmFout(f"Achter {naam} hoort een waarde.", nu=_NU)
    return waarde


def op_speeldag(om: Omgeving, dag: str | None) -> Omgeving:
    """The same on the day on which an invented register plays, unless a day was set."""
    if om.gezet is not None or dag is None:
        return om
    return _met_dagen(replace(om, gezet=datum(dag, "speelt_op"), voorbeeld=True))


def omgeving(gegeven: Mapping[str, str]) -> Omgeving:
    """The surroundings from the shared options and the environment variables."""
    bron = "--vandaag" if "--vandaag" in gegeven else "CLM_VANDAAG"
    vandaag = gegeven.get("--vandaag") or os.environ.get("CLM_VANDAAG")
    # a word for a day in the environment would mean another day tomorrow
    nu_ = _klok() if "--vandaag" in gegeven else None
    gezet = datum(vandaag, bron, nu_) if vandaag else None
    om = Omgeving(
        gezet=gezet,
        map=Path(gegeven["--map"]) if "--map" in gegeven else None,
        door=gegeven.get("--door") or os.environ.get("CLM_DOOR"),
        json="--json" in gegeven,
        proef="--proef" in gegeven,
        ja="--ja" in gegeven,
        commit="--commit" in gegeven,
        onthoud={"ja": True, "nee": False}.get(os.environ.get("CLM_ONTHOUD", "")),
        gekeken={naam: gegeven[naam] for naam in ("--op", "--bekend") if naam in gegeven},
    )
    return _met_dagen(om)


def _met_dagen(om: Omgeving) -> Omgeving:
    """With the days that are looked at, as they are said on the day that counts as today."""
    if not om.gekeken:
        return om
    op, gevraagd = om.gekeken.get("--op"), om.gekeken.get("--bekend")
    bekend, revisie = (None, None)
    if gevraagd:
        bekend, revisie = dag_of_revisie(gevraagd, "--bekend", om.vandaag)
    dag = datum(op, "--op", om.vandaag) if op else None
    return replace(om, op=dag, bekend=bekend, revisie=revisie)


def nu() -> datetime:
    """The moment of recording, in Amsterdam; never set by `--vandaag`."""
    return datetime.now(_amsterdam()).replace(microsecond=0)


def _amsterdam() -> tzinfo:
    from clm_cli.tijd.klok import HIER  # a term or a help page asks no clock: it starts without

    return HIER


@cache
def _klok() -> date:
    """Today in Amsterdam, asked once, so that a run at midnight sees one day."""
    return nu().date()


def datum(tekst: str, naam: str, vandaag: date | None = None) -> date:
    """A day that was typed in an option; with today also as somebody says it, as 'gisteren'."""
    try:
        dag = lees_gesproken(tekst, vandaag) if vandaag else lees_datum(tekst)
    except ValueError as fout:
        raise ClmFout(met_punt(f"{naam}: {fout}")) from None
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise ClmFout(
            f"{naam}: {datum_vol(dag)} ligt te ver weg; kies een jaar van {EERSTE_JAAR} tot en "
            f"met {LAATSTE_JAAR}."
        )
    return dag


def dag_of_revisie(
    tekst: str, naam: str, vandaag: date | None = None
) -> tuple[datetime | None, str | None]:
    """The moment that a text names, or else the commit."""
    return (moment(tekst, naam, vandaag), None) if _is_dag(tekst) else (None, tekst)


def _is_dag(tekst: str) -> bool:
    """Whether a text is meant as a day or a moment, and not as the name of a commit.

    A day's own word counts in full only: a branch may have a short name.
    """
    if is_dagwoord(tekst):
        return True
    dag = tekst.partition("T")[0]
    try:
        lees_datum(dag)
    except ValueError:
        return bool(_DAGVORM.fullmatch(dag))
    return True


def moment(tekst: str, naam: str, vandaag: date | None = None, *, begin: bool = False) -> datetime:
    """A moment; a bare date means the end of that day in Amsterdam, or its beginning.

    `naam` is the option in which it was given.
    """
    zone = _amsterdam()
    if "T" in tekst:
        try:
            gelezen = datetime.fromisoformat(tekst)
        except ValueError:
            raise ClmFout(f"'{tekst}' is geen moment, zoals 2026-05-13T17:00+02:00.") from None
        datum(gelezen.date().isoformat(), naam)
        return gelezen if gelezen.tzinfo else gelezen.replace(tzinfo=zone)
    dag = datum(tekst, naam, vandaag)
    uur = (0, 0, 0) if begin else (23, 59, 59)
    return datetime(dag.year, dag.month, dag.day, *uur, tzinfo=zone)
