"""Floor 7, feiten: delivered figures beside what is recorded, and the facts for what is new."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import Any, Literal

from clm_cli.acts.feit import Kop, feit, map_van, slug
from clm_cli.commands.cijfers.rijen import Bevinding, Cijferrij, Weigering
from clm_cli.derivations.metingen import Gemeten, gemeten, getal_van, kern_van
from clm_cli.derivations.normen import norm_op
from clm_cli.derivations.zinnen import telwoord
from clm_cli.meldingen import Geweigerd
from clm_cli.records.cijfers import Meting, Waarde
from clm_cli.records.soorten import feitsoort
from clm_cli.tijd.datum import getal
from clm_cli.value import value
from clm_cli.views.cijfers.inlezen import Voorbeeldregel
from clm_cli.voorstel import NieuwBestand, NieuwStuk

Stand = Literal["nieuw", "herzien", "stond er al"]


@value
class Bron:
    """The file that the figures came in."""

    naam: str
    inhoud: bytes
    ontvangen: date
    reden: str | None
    """Why figures that were there already are other ones now."""

    @property
    def sha256(self) -> str:
        """By which the file is known again."""
        return hashlib.sha256(self.inhoud).hexdigest()


@value
class Vergeleken:
    """Every row beside what is recorded of the same thing."""

    paren: tuple[tuple[Cijferrij, Stand, Gemeten | None], ...]

    @property
    def te_schrijven(self) -> list[Cijferrij]:
        """The rows that say something new."""
        return [rij for rij, stand, _ in self.paren if stand != "stond er al"]

    @property
    def al(self) -> tuple[str, ...]:
        """The facts in which the rest stands already."""
        paden = [g.meting.pad for _, stand, g in self.paren if stand == "stond er al" and g]
        return tuple(dict.fromkeys(paden))

    @property
    def regels(self) -> list[Voorbeeldregel]:
        """What is shown before it is written."""
        return [_voorbeeld(*paar) for paar in self.paren]


def vergelijk(uit: Bevinding, reden: str | None) -> Vergeleken:
    """What is new and what is another figure than before; the reason of a change is never guessed.

    Two rows of the file on the same thing are refused, with both places.
    """
    gezien: dict[tuple[str, ...], Cijferrij] = {}
    paren = []
    for rij in uit.rijen:
        eerder = gezien.setdefault(rij.sleutel, rij)
        if eerder is not rij:
            if eerder.gelezen.velden != rij.gelezen.velden:
                uit.geweigerd.append(_weiger(rij, f"hetzelfde cijfer staat ook in {eerder.plaats}"))
            continue
        al = _vastgelegd(rij)
        if len(al) > 1:
            namen = " en ".join(g.meting.stam for g in al)
            uit.geweigerd.append(_weiger(rij, f"daar staan al meer metingen van: {namen}"))
            continue
        paren.append((rij, _stand(rij, al[0] if al else None), al[0] if al else None))
    vergeleken = Vergeleken(tuple(paren))
    herzien = [paar for paar in paren if paar[1] == "herzien"]
    if herzien and not reden and not uit.geweigerd:
        raise Geweigerd(
            f"{telwoord(len(herzien), 'cijfer is', 'cijfers zijn')} anders dan wat er staat",
            regels=[_voorbeeld(*paar).anders for paar in herzien],
            nu='noem waarom de aanbieder ze heeft herzien: --reden-herziening "…"',
        )
    return vergeleken


def _weiger(rij: Cijferrij, waarom: str) -> Weigering:
    return Weigering(f"{rij.plaats}: {waarom}", rij.blik.dossier.id)


def _vastgelegd(rij: Cijferrij) -> Sequence[Gemeten]:
    waarde = Waarde.model_validate(_boom(rij))
    return gemeten(rij.blik).get((rij.periode, kern_van(waarde)), ())


def _boom(rij: Cijferrij) -> dict[str, Any]:
    return {
        "kpi": rij.kpi.id,
        "contract": rij.contract.id,
        **rij.gelezen.velden,
        **rij.delen,
        "plaats": rij.plaats.partition(", ")[2] or rij.plaats,
    }


def _stand(rij: Cijferrij, al: Gemeten | None) -> Stand:
    """Whether it was said before; that a figure is missing needs no words to be the same."""
    if al is None:
        return "nieuw"
    oud, nieuw = al.rij, Waarde.model_validate(_boom(rij))
    assert isinstance(oud, Waarde)
    gelijk = (oud.waarde, oud.teller, oud.noemer) == (nieuw.waarde, nieuw.teller, nieuw.noemer)
    return "stond er al" if gelijk else "herzien"


def _tekst(waarde: Waarde, rij: Cijferrij) -> str:
    cijfer = getal_van(waarde, rij.kpi)
    if cijfer is None:
        return f"ontbreekt ({waarde.ontbreekt})"
    breuk = f" ({waarde.teller} van {waarde.noemer})" if waarde.noemer else ""
    return f"{getal(cijfer)} {rij.kpi.eenheid}{breuk}"


def _voorbeeld(rij: Cijferrij, stand: Stand, al: Gemeten | None) -> Voorbeeldregel:
    nieuw = Waarde.model_validate(_boom(rij))
    afspraak = norm_op(rij.contract, rij.kpi.id, rij.periode.laatste)
    grens: Decimal | None = afspraak.waarde if afspraak else None
    return Voorbeeldregel(
        plaats=rij.plaats,
        cel=rij.cel,
        aanbieder=rij.blik.dossier.id,
        contract=rij.contract.id,
        kpi=rij.kpi.id,
        periode=str(rij.periode),
        wordt=_tekst(nieuw, rij),
        norm=getal(grens) if grens is not None and rij.kpi.normsoort == "absoluut" else "–",
        was=_tekst(al.rij, rij) if al and isinstance(al.rij, Waarde) else "–",
        stand=stand,
        let_op=rij.gelezen.let_op,
    )


def feiten(
    kop: Kop, bron: Bron, vergeleken: Vergeleken
) -> tuple[tuple[NieuwBestand, ...], tuple[NieuwStuk, ...]]:
    """One fact for each provider and period; a change names the delivery that it revises.

    Rows that revise two deliveries make two facts: one fact answers one.
    """
    per: dict[tuple[str, str], list[tuple[Cijferrij, Gemeten | None]]] = {}
    for rij, stand, al in vergeleken.paren:
        if stand != "stond er al":
            sleutel = (rij.blik.dossier.id, str(rij.periode))
            per.setdefault(sleutel, []).append((rij, al if stand == "herzien" else None))
    alleen = len({dossier for dossier, _ in per}) == 1
    nieuw: list[NieuwBestand] = []
    stukken: list[NieuwStuk] = []
    for (dossier, periode), paren in per.items():
        stuk = _stuk(bron, dossier, periode, [rij for rij, _ in paren], heel=alleen)
        stukken.append(stuk)
        for nummer, groep in enumerate(_groepen(paren)):
            nieuw.append(_feit(kop, bron, stuk, groep, nummer))
    return tuple(nieuw), tuple(stukken)


Paren = list[tuple[Cijferrij, Gemeten | None]]


def _groepen(paren: Paren) -> Iterable[Paren]:
    """The rows by the delivery that they revise; what revises nothing goes with the first."""
    per: dict[str, Paren] = {}
    los: Paren = []
    for rij, al in paren:
        if al is None:
            los.append((rij, al))
        else:
            per.setdefault(al.meting.pad, []).append((rij, al))
    if not per:
        return [los]
    eerste, *rest = per.values()
    return [[*eerste, *los], *rest]


def _feit(kop: Kop, bron: Bron, stuk: NieuwStuk, groep: Paren, nummer: int) -> NieuwBestand:
    rij = groep[0][0]
    herziet = next((al.meting for _, al in groep if al), None)
    soort = feitsoort(Meting)
    map_ = map_van(soort, rij.blik.dossier.id)
    inhoud: dict[str, Any] = {
        **({"bij": herziet.stam} if herziet else {}),
        "periode": str(rij.periode),
        "bron": {
            "bestand": stuk.pad.rpartition("/")[2],
            "sha256": hashlib.sha256(stuk.inhoud).hexdigest(),
            "titel": bron.naam,
        },
        "ontvangen": bron.ontvangen.isoformat(),
        "waarden": [_boom(rij) for rij, _ in groep],
        **({"reden_herziening": bron.reden} if herziet else {}),
        **_heel(bron, stuk),
    }
    los = feit(soort, map_, inhoud, kop, bron.ontvangen)
    staart = "herzien" if herziet else "ingelezen"
    naam = f"{rij.periode}-{staart}{f'-{nummer + 1}' if nummer else ''}"
    return NieuwBestand(f"{map_}/{naam}.yaml", los.boom)


def _heel(bron: Bron, stuk: NieuwStuk) -> dict[str, Any]:
    """Of a file with more providers only its own rows are kept; the whole has its sha256."""
    if stuk.inhoud == bron.inhoud:
        return {}
    return {"bijlagen": [{"vindplaats": bron.naam, "sha256": bron.sha256}]}


def _stuk(
    bron: Bron, dossier: str, periode: str, rijen: Sequence[Cijferrij], *, heel: bool
) -> NieuwStuk:
    """The file itself, or the rows of one provider out of it: nobody holds what is another's."""
    naam = PurePath(bron.naam)
    kort = f"{periode}-{slug(naam.stem) or 'opgave'}-{bron.sha256[:8]}"
    map_ = map_van(feitsoort(Meting), dossier)
    if heel:
        return NieuwStuk(f"{map_}/{kort}{naam.suffix.lower()}", bron.inhoud)
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    for regel in dict.fromkeys((rij.plaats.rpartition(", kolom ")[0], rij.regel) for rij in rijen):
        schrijver.writerow((regel[0], *regel[1]))
    return NieuwStuk(f"{map_}/{kort}.csv", uit.getvalue().encode())
