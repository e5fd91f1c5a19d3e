"""Floor 7, koppeling: what was told before, or now, of the headings and names of a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any

from clm_cli.acts.feit import slug
from clm_cli.bestand import Bestand
from clm_cli.derivations.namen import Gevonden, dossiers, kies
from clm_cli.files.blad import kolomnaam
from clm_cli.meldingen import ClmFout, een_waarde
from clm_cli.records.cijfers import Koppeling
from clm_cli.register import Register
from clm_cli.tijd.periode import Periode
from clm_cli.value import value
from clm_cli.voorstel import NieuwBestand, Wijziging
from clm_cli.woorden import bedoelt, naaste

ROLLEN = (
    *("aanbieder", "contract", "zorgvorm", "perceel", "gemeente", "periode", "jaar"),
    *("kpi", "waarde", "teller", "noemer", "reden", "overslaan"),
)
"""What a column can be told to hold, beside a kpi."""


@value
class Kolom:
    """What stands below a heading."""

    kop: str
    wordt: str
    kpi: str | None = None
    periode: Periode | None = None


@value
class Koppelingen:
    """All that was told: the kept mapping of the source, and what is told now."""

    kaart: Bestand[Koppeling] | None
    nu: Mapping[str, str] = field(default_factory=dict)
    """By heading or name, as typed with --koppel."""
    kpis: frozenset[str] = frozenset()
    dossiers: frozenset[str] = frozenset()

    @property
    def koppen(self) -> list[str]:
        """The headings that were told."""
        bewaard = [rij.kop for rij in self.kaart.record.kolommen] if self.kaart else []
        return [*bewaard, *self.nu]

    def kolom(self, kop: str) -> Kolom | None:
        """What was told of a heading, now or before."""
        naam = kolomnaam(kop)
        for tekst, wordt in self.nu.items():
            if kolomnaam(tekst) == naam and wordt not in self.dossiers - self.kpis - {*ROLLEN}:
                return self._gezegd(kop, wordt)
        for rij in self.kaart.record.kolommen if self.kaart else ():
            if kolomnaam(rij.kop) == naam:
                return Kolom(kop, rij.wordt, rij.kpi)
        return None

    def _gezegd(self, kop: str, wordt: str) -> Kolom | None:
        if wordt in ROLLEN:
            return Kolom(kop, wordt)
        kpi, _, deel = wordt.partition(".")
        return Kolom(kop, deel or "waarde", kpi) if kpi in self.kpis else None

    def naam(self, tekst: str) -> tuple[str, str | None] | None:
        """What was told of a name in a cell: its kind, and the id it stands for."""
        naam = kolomnaam(tekst)
        for gezegd, wordt in self.nu.items():
            if kolomnaam(gezegd) == naam:
                soort = (
                    "overslaan"
                    if wordt == "overslaan"
                    else "aanbieder"
                    if wordt in self.dossiers
                    else "kpi"
                    if wordt in self.kpis
                    else "contract"
                )
                return soort, None if soort == "overslaan" else wordt
        for rij in self.kaart.record.namen if self.kaart else ():
            if kolomnaam(rij.naam) == naam:
                return rij.soort, rij.wordt
        return None


def kies_koppeling(
    register: Register, koppen: Iterable[str], genoemd: str | None, gezegd: Sequence[str]
) -> Koppelingen:
    """The kept mapping that was named, else the one that most of the headings are known by."""
    kaarten = {kaart.stam: kaart for kaart in register.van(Koppeling)}
    if genoemd is not None and genoemd not in kaarten and kaarten:
        dichtbij = naaste(genoemd, kaarten)
        if dichtbij:
            raise ClmFout(f"Er is geen koppeling '{genoemd}'.", nu=f"bedoelt u {dichtbij}?")
    namen = {kolomnaam(kop) for kop in koppen}

    def gelijk(kaart: Bestand[Koppeling]) -> int:
        return len(namen & {kolomnaam(rij.kop) for rij in kaart.record.kolommen})

    beste = max(kaarten.values(), key=gelijk, default=None)
    if genoemd is not None:
        kaart = kaarten.get(genoemd)
    else:
        kaart = (
            beste if beste and gelijk(beste) >= max(2, len(beste.record.kolommen) // 2) else None
        )
    return Koppelingen(
        kaart, _lees(register, gezegd), frozenset(register.kpis), frozenset(register.dossiers)
    )


def _lees(register: Register, gezegd: Sequence[str]) -> dict[str, str]:
    """`Wachtl. >6w=wachtenden`: a heading or name, and what it stands for."""
    uit: dict[str, str] = {}
    for tekst in gezegd:
        links, is_, rechts = tekst.rpartition("=")
        links, rechts = links.strip(), rechts.strip()
        if not is_ or not links or not rechts:
            raise ClmFout(
                f"--koppel '{tekst}' is niet te plaatsen.",
                nu='schrijf --koppel "kop of naam in het bestand=kpi, dossier of overslaan"',
            )
        al = uit.setdefault(links, _bedoeld(register, rechts))
        een_waarde(f"--koppel {links}", al, _bedoeld(register, rechts))
    return uit


def _bedoeld(register: Register, tekst: str) -> str:
    """The role, kpi, dossier or contract that a mapping leads to."""
    kpi, punt, deel = tekst.partition(".")
    contracten = {c.id for d in register.dossiers.values() for c in d.contracten}
    if tekst in ROLLEN or tekst in contracten or tekst in register.dossiers:
        return tekst
    if kpi in register.kpis and (not punt or deel in ("waarde", "teller", "noemer")):
        return tekst
    if isinstance(gevonden := kies(dossiers(register), tekst), Gevonden):
        return gevonden.id
    alle = [*register.kpis, *register.dossiers, *contracten, *ROLLEN]
    anders = (
        f"kies een kpi ({', '.join(register.kpis)}), een dossier, een contract, of "
        f"{', '.join(ROLLEN)}"
    )
    raise ClmFout(
        f"'{tekst}' is geen kpi, dossier, contract of soort kolom.",
        nu=bedoelt(tekst, alle, anders),
    )


def bewaar(
    koppelingen: Koppelingen,
    naam: str,
    kolommen: Iterable[Kolom],
    namen: Mapping[str, tuple[str, str | None]],
) -> tuple[tuple[NieuwBestand, ...], tuple[Wijziging, ...]]:
    """The card with what was learned: a new one, or the rows that are new on the kept one."""
    kaart = koppelingen.kaart
    rijen = {kolomnaam(k.kop): _kolomrij(k) for k in kolommen if k.periode is None}
    namenrijen = {
        kolomnaam(tekst): {"naam": tekst, "soort": soort, **({"wordt": id_} if id_ else {})}
        for tekst, (soort, id_) in namen.items()
    }
    if kaart is None:
        boom: dict[str, Any] = {"titel": naam, "kolommen": list(rijen.values())}
        boom |= {"namen": list(namenrijen.values())} if namenrijen else {}
        return (NieuwBestand(f"koppelingen/{slug(naam) or 'opgave'}.yaml", boom),), ()
    bekend = {kolomnaam(rij.kop) for rij in kaart.record.kolommen}
    nieuw = [
        Wijziging(kaart.pad, ("kolommen",), rij, toevoegen=True)
        for kop, rij in rijen.items()
        if kop not in bekend
    ]
    al = {kolomnaam(rij.naam) for rij in kaart.record.namen}
    erbij = [rij for tekst, rij in namenrijen.items() if tekst not in al]
    if erbij and not al:
        nieuw.append(Wijziging(kaart.pad, ("namen",), erbij))
    else:
        nieuw += [Wijziging(kaart.pad, ("namen",), rij, toevoegen=True) for rij in erbij]
    return (), tuple(nieuw)


def _kolomrij(kolom: Kolom) -> dict[str, str]:
    rij = {"kop": kolom.kop, "wordt": kolom.wordt}
    return rij | ({"kpi": kolom.kpi} if kolom.kpi else {})
