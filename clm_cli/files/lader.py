"""Floor 6, lader: files become records; every problem is a melding, and reading goes on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import cache, cached_property, partial
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError
from pydantic_core import from_json

from clm_cli import resources
from clm_cli.bestand import Bestand
from clm_cli.deur import lees_in
from clm_cli.files.boomlezer import Boom
from clm_cli.files.gate import GROOTST, Gelezen, lees, lees_uit, plaatsen_in
from clm_cli.files.mappen import Afdruk, Gevonden, cijfermappen, is_record, onder, samen, yaml_in
from clm_cli.files.modelfouten import meldingen_van
from clm_cli.files.posities import Posities
from clm_cli.lui import Lui
from clm_cli.meldingen import Ernst, Melding, Plek
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.regime import Regime
from clm_cli.records.soort import Soort
from clm_cli.records.soorten import REGISTERMAPPEN, correctiemodel, feitnaam, soort_van, soorten_in
from clm_cli.register import Register, met_regimes
from clm_cli.samenstel import NIETS, Inhoud
from clm_cli.value import value


@value
class Gelezenmap:
    """What reading one folder of the register gave."""

    inhoud: Inhoud
    meldingen: tuple[Melding, ...]
    posities: Mapping[str, Posities]


@value
class Geladen:
    """What reading a register gave: the register as recorded, meldingen, and where values stand.

    A dossier is read when something asks for it.
    """

    register: Register
    mappen: Lui[Gelezenmap]
    """By folder of the register, in the order in which they are read; its own files first."""
    nieuw: Mapping[str, Posities] = field(default_factory=dict)
    """Where values stand in files that go before those that were read."""
    schoon: set[str] = field(default_factory=set)
    """The folders of which nothing is wrong, known without reading them."""
    los: Callable[[str], Posities | None] = lambda _pad: None
    """Gives where values stand in one file of those."""

    @cached_property
    def gedeeld(self) -> bytes | None:
        """What is shared by all dossiers, as a number; None when it cannot all be read."""
        namen = [naam for naam in self.mappen.namen if not naam or naam in REGISTERMAPPEN]
        return samen([self.mappen[naam].inhoud.afdruk for naam in namen])

    @cached_property
    def meldingen(self) -> tuple[Melding, ...]:
        """What was wrong with the files: who asks for it reads every dossier."""
        namen = (naam for naam in self.mappen.namen if naam not in self.schoon)
        return tuple(melding for naam in namen for melding in self.mappen[naam].meldingen)

    def plaats(self, plek: Plek) -> tuple[int, int] | None:
        """Line and column of a place, from 1; None for a file that was not read."""
        if plek.regel is not None:
            return plek.regel, plek.kolom or 1
        posities = self.nieuw.get(plek.pad) or self._posities(plek.pad)
        return posities.van(plek.sleutel) if posities else None

    def _posities(self, pad: str) -> Posities | None:
        """Where values stand in a file; for a place in what was not read nothing else is read."""
        naam, schuin, _ = pad.partition("/")
        if naam in self.schoon and not self.mappen.is_gemaakt(naam):
            return self.los(pad)
        map_ = self.mappen.get(naam if schuin else "")
        return map_.posities.get(pad) if map_ else None


def laad(wortel: Path) -> Geladen:
    """A register to read; one broken file never hides the rest."""
    namen: list[str] = []
    eigen = _lees_map(lambda m, k: yaml_in(wortel, "", namen, m, k))

    def lees_een(naam: str) -> Gelezenmap:
        return eigen if not naam else _lees_map(partial(onder, wortel, naam))

    mappen = Lui(("", *(naam.rstrip("/") for naam in reversed(namen))), lees_een)
    gedeeld = [mappen[naam].inhoud for naam in mappen.namen if not naam or naam in REGISTERMAPPEN]
    # a folder that is a link is broken, and may be a dossier
    weg = {pad.rstrip("/"): pad for pad in eigen.inhoud.kapot if pad.endswith("/")}

    def inhoud_van(id_: str) -> Inhoud:
        map_ = mappen.get(id_)
        inhoud = map_.inhoud if map_ else NIETS
        kapot = (weg[id_], *inhoud.kapot) if id_ in weg else inhoud.kapot
        return replace(inhoud, kapot=kapot, afdruk=None) if id_ in weg else inhoud

    dossiers = sorted({*mappen.namen, *weg} - {"", *REGISTERMAPPEN})
    van_allen = Inhoud(
        tuple(b for deel in gedeeld for b in deel.bestanden),
        tuple(p for deel in gedeeld for p in deel.kapot if p not in weg.values() or _gedeeld(p)),
    )
    inhoud = Lui(dossiers, inhoud_van, mappen)
    cijfers = Lui(dossiers, lambda id_: _lees_cijfers(wortel, id_))
    register = met_regimes(van_allen, inhoud, regimes_van_clm(), cijfers)
    return Geladen(register, mappen, los=cache(lambda pad: _lees_posities(wortel, pad)))


def _lees_posities(wortel: Path, pad: str) -> Posities | None:
    """Where values stand in a file of which nothing is wrong."""
    try:
        return plaatsen_in(lees_in(wortel, pad, GROOTST)) if is_record(pad) else None
    except OSError:  # it was there just now
        return None


def _lees_cijfers(wortel: Path, id_: str) -> Inhoud:
    """What a comparison of figures needs of a dossier: its contracts, and what it delivered."""
    kapot: list[str] = []
    mappen = cijfermappen(wortel, id_, [], kapot)
    delen = [_lees_map(partial(onder, wortel, map_)).inhoud for map_ in mappen]
    return Inhoud(
        tuple(b for deel in delen for b in deel.bestanden),
        (*(pad for deel in delen for pad in deel.kapot), *kapot),
        afdruk=None if kapot else samen([deel.afdruk for deel in delen]),
    )


def _gedeeld(pad: str) -> bool:
    return pad.partition("/")[0] in REGISTERMAPPEN


def _lees_map(gevonden: Callable[[list[Melding], list[str]], Gevonden]) -> Gelezenmap:
    """Read files; what is wrong with one never hides the rest."""
    bestanden: list[Bestand[Deel]] = []
    meldingen: list[Melding] = []
    posities: dict[str, Posities] = {}
    kapot: list[str] = []
    afdruk = Afdruk()
    for pad, plek in gevonden(meldingen, kapot):
        gelezen = lees_uit(plek.lees, pad, afdruk.bij)
        posities[pad] = gelezen.posities
        record, nieuwe = lees_record(pad, gelezen)
        meldingen += nieuwe
        if record is None:
            kapot.append(pad)
        else:
            bestanden.append(Bestand(pad, record, Plek(pad)))
    heel = None if meldingen or kapot else afdruk.som()
    inhoud = Inhoud(tuple(bestanden), tuple(kapot), afdruk=heel)
    return Gelezenmap(inhoud, tuple(meldingen), posities)


@cache
def regimes_van_clm() -> Mapping[str, Regime]:
    """The regimes that ship with clm, read once in a process; a broken one is a bug."""
    regimes = [
        Regime.model_validate(voorgelezen(naam, inhoud) or lees(inhoud, naam).boom)
        for naam, inhoud in resources.regimes()
    ]
    return MappingProxyType({regime.id: regime for regime in regimes})


def voorgelezen(naam: str, inhoud: bytes) -> Mapping[str, Boom] | None:
    """The tree of a shipped regime as it was gated before; None when the YAML is another since."""
    pad = resources.voorgelezen(naam)
    klaar = from_json(pad.read_bytes()) if pad.is_file() else {}
    zelfde = klaar.get("sha256") == hashlib.sha256(inhoud).hexdigest()
    return klaar["boom"] if zelfde else None


def regimes_van_clm_met_plaats() -> Geladen:
    """The same with where every value stands, as files under `clm_cli/regimes`, for a check."""
    gelezen = {
        f"clm_cli/regimes/{naam}": lees(inhoud, naam) for naam, inhoud in resources.regimes()
    }
    bestanden = tuple(
        Bestand(pad, Regime.model_validate(uit.boom), Plek(pad)) for pad, uit in gelezen.items()
    )
    return Geladen(
        met_regimes(Inhoud(bestanden), {}, {}),
        Lui((), lambda _: None),
        {pad: uit.posities for pad, uit in gelezen.items()},
    )


def lees_record(pad: str, gelezen: Gelezen) -> tuple[Deel | None, list[Melding]]:
    """The record of a file that was read, and everything that is wrong with it.

    It is None when it cannot be trusted.
    """
    meldingen = list(gelezen.meldingen)
    if gelezen.boom is None:
        return None, meldingen
    keuze = _model(pad, gelezen.boom)
    if keuze is None:
        return None, [*meldingen, _onbekende_plaats(pad)]
    fout_in_gate = any(melding.ernst is Ernst.FOUT for melding in meldingen)
    try:
        record = keuze.model_validate(gelezen.boom)
    except ValidationError as fout:
        return None, [*meldingen, *meldingen_van(fout, pad, keuze, gelezen.posities)]
    meldingen += _naam_en_datum(pad, record)
    return (None if fout_in_gate else record), meldingen


def _model(pad: str, boom: Mapping[str, Boom]) -> type[Deel] | None:
    """The model for the file at a path; a correctie has that of the fact it mends."""
    naam = feitnaam(pad.rsplit("/", 1)[-1].removesuffix(".yaml"))
    soort = soort_van(pad)
    if naam is None or not naam.is_correctie:
        return soort.model if soort else None
    bij = str(boom.get("bij", "")).rsplit("/", 1)[-1]
    doel: Soort | None = soort_van(f"{pad.rpartition('/')[0]}/{bij}.yaml")
    model = doel.model if doel else None
    return correctiemodel(model) if model is not None and issubclass(model, Feit) else Feit


def _onbekende_plaats(pad: str) -> Melding:
    map_, _, bestand = pad.rpartition("/")
    mogelijk = ", ".join(soort.naam for soort in soorten_in(map_))
    if bestand.endswith(".yml"):
        nu = "noem het bestand .yaml"
    elif mogelijk:
        nu = f"noem het datum-soort[-naam].yaml met een van deze soorten: {mogelijk}"
    else:
        nu = "zet het op zijn plaats, of haal de uitgang .yaml eraf als het een stuk is"
    return Melding(
        "REC100",
        Ernst.FOUT,
        Plek(pad),
        f"{bestand} hoort niet in deze map; het is niet gelezen",
        nu=nu,
    )


def _naam_en_datum(pad: str, record: Deel) -> list[Melding]:
    """The date in a fact's name and its `datum` agree; names of figures start with a period."""
    naam = feitnaam(pad.rsplit("/", 1)[-1].removesuffix(".yaml"))
    if naam is None or not isinstance(record, Feit) or len(naam.voorop) != len("2026-05-04"):
        return []
    if naam.voorop == record.datum.isoformat():
        return []
    tekst = f"de bestandsnaam begint met {naam.voorop}, maar de datum is {record.datum}"
    return [
        Melding("REC106", Ernst.FOUT, Plek(pad, ("datum",)), tekst, nu="maak naam en datum gelijk")
    ]
