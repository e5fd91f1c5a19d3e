"""Floor 4, klachtplicht: how long we knew before we first complained in writing (6:89 BW)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.post import verzending
from clm_cli.derivations.escalatie.zaken import tekortkomingen
from clm_cli.derivations.signalen import vroegste_kennis
from clm_cli.dossier import Brief, Dossier, Escalatie
from clm_cli.meldingen import Reden
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import Heropening, Opening, Tekortkoming
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Register
from clm_cli.value import value


@value
class Klacht:
    """One shortcoming: since when it was known, and our first complaint; None is not yet."""

    tekortkoming: str
    bekend: date | None
    klacht: date | None
    omdat: tuple[Reden, ...]

    @property
    def dagen(self) -> int | None:
        """How long it took."""
        return (self.klacht - self.bekend).days if self.klacht and self.bekend else None


def klachten(register: Register, dossier: Dossier, escalatie: Escalatie) -> tuple[Klacht, ...]:
    """Every shortcoming of a case, in its order."""
    return tuple(_klacht(register, dossier, escalatie, t) for t in tekortkomingen(escalatie))


def _klacht(
    register: Register, dossier: Dossier, escalatie: Escalatie, tekortkoming: Tekortkoming
) -> Klacht:
    # 6:89 BW counts from when the defect was, or should have been, discovered: the first of us.
    kennis = min(
        (vroegste_kennis(s, register) for s in _signalen(dossier, escalatie, tekortkoming)),
        key=lambda rij: rij[0],
        default=None,
    )
    bekend = kennis[0] if kennis else None
    brieven = [
        (anker.datum, reden)
        for brief, reden in _brieven(dossier, escalatie, tekortkoming.id)
        if (anker := verzending(dossier, brief)) and (bekend is None or anker.datum >= bekend)
    ]
    # Its sending is what we did ourselves; whether it arrived stands with the letter (3:37 BW).
    eerste = min(brieven, key=lambda rij: rij[0], default=None)
    redenen = (
        kennis[1] if kennis else Reden("geen signaal bij deze escalatie noemt deze verplichting"),
        eerste[1] if eerste else Reden("er is nog geen brief over verzonden"),
    )
    return Klacht(tekortkoming.id, bekend, eerste[0] if eerste else None, redenen)


def _signalen(
    dossier: Dossier, escalatie: Escalatie, tekortkoming: Tekortkoming
) -> list[Bestand[Signaal]]:
    """The signals of the case on the same obligation.

    One that names none may be about any of them, and then counts.
    """
    feiten: tuple[Bestand[Opening | Heropening], ...] = (
        *escalatie.van(Opening),
        *escalatie.van(Heropening),
    )
    doelen = [dossier.vind(v, f.pad) for f in feiten for v in f.record.signalen]
    signalen = [d.bestand for d in doelen if d and is_een(d.bestand, Signaal)]
    over = (None, dossier.een_naam(tekortkoming.verplichting))
    return [s for s in signalen if dossier.een_naam(s.record.verplichting, s.pad) in over]


def _brieven(
    dossier: Dossier, escalatie: Escalatie, tekortkoming: str
) -> Iterator[tuple[Brief, Reden]]:
    """The letters that may hold the complaint: of a measure for it, and loose ones of the case."""
    naam = f"escalaties/{escalatie.id}"
    per_brief: dict[str, set[str]] = {}
    for maatregel in escalatie.van(Maatregel):
        if doel := dossier.vind(maatregel.record.brief, maatregel.pad):
            per_brief.setdefault(doel.bestand.map, set()).update(maatregel.record.tekortkomingen)
    for brief in dossier.brieven:
        if brief.pad in per_brief:
            if tekortkoming in per_brief[brief.pad]:
                yield brief, Reden(f"de brief {brief.id}", brief.kaart.plek())
        elif brief.kaart.record.escalatie == naam and brief.kaart.record.richting == "uitgaand":
            yield (
                brief,
                Reden(
                    f"de brief {brief.id}; of hij {tekortkoming} noemt, staat niet in het dossier",
                    brief.kaart.plek(),
                ),
            )
