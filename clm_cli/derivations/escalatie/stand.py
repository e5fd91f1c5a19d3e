"""Floor 4, stand: where a case stands.

Its measures, the trede, and per shortcoming the cure term, recovery and default.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.post import ontvangst
from clm_cli.derivations.escalatie.bezwaren import regeling, regeltermijn, schorst, stilstanden
from clm_cli.derivations.escalatie.maatregeltermijnen import Maatregeltermijn, termijn
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee, onbekend
from clm_cli.derivations.escalatie.zaken import (
    Zaak,
    contract_van,
    einde_van,
    gesloten,
    is_intrekking,
    zaak,
)
from clm_cli.derivations.termijnen import kalender_op, regel_van
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Beslissing,
    Bezwaar,
    Hervatting,
    Schorsing,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Escalatie
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, Eenheid, bereken, werkdagen_tussen

Toestand = Literal[
    "aangekondigd", "van kracht", "geschorst", "onbekend", "opgeheven", "ingetrokken"
]
_AF: tuple[Toestand, ...] = ("opgeheven", "ingetrokken")


@dataclass(frozen=True, slots=True)
class Maatregelstand:
    """One measure and its state."""

    zaak: Zaak
    toestand: Toestand
    omdat: tuple[Reden, ...]

    @property
    def loopt(self) -> bool:
        """Whether it was neither lifted nor withdrawn."""
        return self.toestand not in _AF


@dataclass(frozen=True, slots=True)
class Herstelstand:
    """The cure term, recovery and default of one shortcoming under one measure."""

    zaak: Zaak
    tekortkoming: str
    termijn: Maatregeltermijn | None
    """None when default needs no term."""
    uiterlijk: date | None
    voorlopig: bool
    stil: Reden | None
    rest: int | None
    """What was left when the term stood still: working days, or days where the term is on the
    calendar."""
    herstel: Literal["hersteld", "deels", "niet", "onbekend"]
    verzuim: Uitspraak
    vanaf: date | None
    omdat: tuple[Reden, ...]
    te_vroeg: tuple[Reden, ...] = ()
    """New days that were given but would shorten the term, and so do not count, or that were
    already over."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a case stands on a day."""

    escalatie: Escalatie
    open: bool
    maatregelen: tuple[Maatregelstand, ...]
    trede: int
    hoogst: int
    herstel: tuple[Herstelstand, ...]

    def verzuim(self, tekortkoming: str) -> Uitspraak:
        """Default as far as one shortcoming goes, over all measures that still run."""
        rijen = [rij.verzuim for rij in self.herstel if rij.tekortkoming == tekortkoming]
        for antwoord in ("ja", "onbekend", "nee"):
            for rij in rijen:
                if rij.antwoord == antwoord:
                    return rij
        return nee("er loopt geen maatregel met een hersteltermijn")


def stand_van(blik: Dossierblik, escalatie: Escalatie) -> Stand:
    """The standing of a case, from its facts up to a day."""
    contract = contract_van(blik.dossier, escalatie)
    zaken = (
        [zaak(blik, escalatie, contract, m) for m in escalatie.van(Maatregel)] if contract else []
    )
    zaken.sort(key=lambda z: (z.maatregel.record.datum, z.maatregel.record.trede, z.maatregel.pad))
    maatregelen = tuple(_maatregelstand(z) for z in zaken)
    lopend = [m for m in maatregelen if m.loopt]
    return Stand(
        escalatie=escalatie,
        open=not gesloten(escalatie),
        maatregelen=maatregelen,
        trede=max((m.zaak.maatregel.record.trede for m in lopend), default=0),
        hoogst=max((m.zaak.maatregel.record.trede for m in maatregelen), default=0),
        herstel=tuple(rij for m in lopend for rij in herstelstanden(m.zaak)),
    )


def _maatregelstand(z: Zaak) -> Maatregelstand:
    einde = einde_van(z.dossier, z.escalatie, z.maatregel)
    if einde is not None:
        toestand: Toestand = "ingetrokken" if is_intrekking(einde) else "opgeheven"
        return Maatregelstand(
            z, toestand, (Reden(f"{toestand} op {datum_vol(einde.record.datum)}", einde.plek()),)
        )
    if z.maatregel.record.ingaat > z.vandaag:
        return Maatregelstand(
            z,
            "aangekondigd",
            (
                Reden(
                    f"gaat in op {datum_vol(z.maatregel.record.ingaat)}", z.maatregel.plek("ingaat")
                ),
            ),
        )
    geschorst = _besloten_stil(z, None)
    open_ = [(van, feit) for van, tot, feit in geschorst if tot is None]
    if open_:
        return Maatregelstand(
            z, "geschorst", (Reden(f"geschorst op {datum_vol(open_[-1][0])}", open_[-1][1].plek()),)
        )
    effect = schorst(z)
    if effect.antwoord != "nee" and not z.maatregel.record.hersteltermijnen:
        return Maatregelstand(
            z, "geschorst" if effect.antwoord == "ja" else "onbekend", effect.omdat
        )
    return Maatregelstand(
        z,
        "van kracht",
        (Reden(f"sinds {datum_vol(z.maatregel.record.ingaat)}", z.maatregel.plek("ingaat")),),
    )


def _besloten_stil(
    z: Zaak, tekortkoming: str | None
) -> list[tuple[date, date | None, Bestand[Any]]]:
    """The suspensions by our own decision: from, until, and the fact."""
    rijen = []
    for feit in z.bij(Schorsing):
        if (
            tekortkoming is not None
            and feit.record.tekortkomingen
            and tekortkoming not in feit.record.tekortkomingen
        ):
            continue
        hervat = [
            f.record.datum
            for f in (*z.bij(Hervatting, feit), *z.bij(Hervatting))
            if f.record.datum >= feit.record.datum and _raakt(f, tekortkoming)
        ]
        rijen.append((feit.record.datum, min(hervat, default=None), feit))
    return sorted(rijen, key=lambda rij: (rij[0], rij[2].pad))


def _raakt(feit: Bestand[Any], tekortkoming: str | None) -> bool:
    return (
        tekortkoming is None
        or not feit.record.tekortkomingen
        or tekortkoming in feit.record.tekortkomingen
    )


def herstelstanden(z: Zaak) -> tuple[Herstelstand, ...]:
    """Per shortcoming of a notice: its cure term, whether it recovered, and default."""
    record = z.maatregel.record
    regel = regeltermijn(z, "herstel")
    if regel is None:
        return ()
    if record.verzuimgrond:
        return tuple(_zonder_termijn(z, id_) for id_ in record.tekortkomingen)
    uit = []
    for nummer, rij in enumerate(record.hersteltermijnen):
        basis = termijn(z, regel, rij.termijn, tekortkoming=rij.tekortkoming)
        reden = Reden(
            f"redelijk omdat: {rij.redelijk}", z.maatregel.plek("hersteltermijnen", nummer)
        )
        kaal = Herstelstand(
            z,
            rij.tekortkoming,
            basis,
            basis.uiterlijk,
            basis.voorlopig,
            None,
            None,
            "onbekend",
            nee(""),
            None,
            (reden, *basis.omdat),
        )
        uit.append(_met_verzuim(_met_stilstand(kaal)))
    return tuple(uit)


def _zonder_termijn(z: Zaak, tekortkoming: str) -> Herstelstand:
    grond = z.maatregel.record.verzuimgrond
    assert grond is not None
    plek = z.maatregel.plek("verzuimgrond")
    anker = ontvangst(z.register, z.dossier, z.brief) if z.brief else None
    herstel = _oordeel(z, tekortkoming)[0]
    kaal = Herstelstand(
        z,
        tekortkoming,
        None,
        None,
        False,
        None,
        None,
        herstel,
        nee("de brief is niet ontvangen", plek),
        None,
        (),
    )
    if anker is None:
        return kaal
    if herstel == "hersteld":
        return replace(kaal, verzuim=nee("hersteld", plek))
    if anker.voorlopig or schorst(z, tekortkoming).antwoord != "nee":
        return replace(
            kaal, verzuim=onbekend("de ontvangst is niet vastgelegd, of een bezwaar loopt", plek)
        )
    return replace(
        kaal,
        verzuim=ja(f"zonder termijn, artikel {grond.artikel} BW: {grond.reden}", plek),
        vanaf=anker.datum,
    )


def _nieuwe_dagen(z: Zaak, tekortkoming: str) -> list[tuple[date, date, Plek]]:
    """The new days given for a shortcoming by a decision, resumption or change.

    In the order in which they were given.
    """
    bronnen: list[Bestand[Any]] = [*z.bij(Hervatting), *z.bij(Aanpassing)]
    bronnen += [f for schorsing in z.bij(Schorsing) for f in z.bij(Hervatting, schorsing)]
    bronnen += [f for bezwaar in z.bij(Bezwaar) for f in z.bij(Beslissing, bezwaar)]
    rijen = [
        (f.record.datum, rij.uiterlijk, f.plek("nieuwe_data", nr))
        for f in bronnen
        for nr, rij in enumerate(f.record.nieuwe_data)
        if rij.tekortkoming == tekortkoming
    ]
    return sorted(rijen, key=lambda rij: rij[:2])


def _verplaatst(rij: Herstelstand, gold: date | None, dag: date, plek: Plek) -> Herstelstand:
    """The term with a new day: a term that was given is never shortened by us alone.

    So the later day holds (J40).
    """
    if gold is None or gold <= dag:
        return replace(
            rij,
            uiterlijk=dag,
            voorlopig=False,
            omdat=(*rij.omdat, Reden(f"de nieuwe dag is {datum_vol(dag)}", plek)),
        )
    reden = Reden(
        f"de nieuwe dag {datum_vol(dag)} is vroeger dan {datum_vol(gold)}; de latere dag geldt",
        plek,
    )
    return replace(rij, uiterlijk=gold, omdat=(*rij.omdat, reden), te_vroeg=(*rij.te_vroeg, reden))


def _met_stilstand(rij: Herstelstand) -> Herstelstand:
    """The term after what an objection or our own decision did to it.

    Still, unknown, moved, or running on.
    """
    z = rij.zaak
    stukken = [(van, tot, feit) for van, tot, feit in _besloten_stil(z, rij.tekortkoming)]
    effect = nee("")
    regels = regeling(z)
    if (
        regel_van(
            z.register,
            z.contract.regime,
            regels.hersteltermijn if regels else None,
            z.maatregel.record.datum,
        )
        != "loopt-door"
    ):
        stukken += [(s.van, s.tot, s.bezwaar) for s in stilstanden(z, rij.tekortkoming)]
        effect = schorst(z, rij.tekortkoming)
    for gegeven, dag, plek in _nieuwe_dagen(z, rij.tekortkoming):
        eerder = [
            (van, min(tot or gegeven, gegeven), feit)
            for van, tot, feit in stukken
            if van <= gegeven
        ]
        stukken = [stuk for stuk in stukken if stuk[0] > gegeven]
        rij = _verplaatst(rij, _na_stilstand(rij, eerder).uiterlijk, dag, plek)
        if dag < gegeven:
            rij = replace(
                rij,
                te_vroeg=(
                    *rij.te_vroeg,
                    Reden(
                        (
                            f"de nieuwe dag {datum_vol(dag)} was al voorbij toen hij op "
                            f"{datum_vol(gegeven)} werd gegeven"
                        ),
                        plek,
                    ),
                ),
            )
    nu_stil = next((stuk for stuk in stukken if stuk[1] is None), None)
    if nu_stil is not None:
        return _stil(rij, nu_stil[0], nu_stil[2])
    if effect.antwoord == "onbekend":
        return replace(rij, uiterlijk=None, omdat=(*rij.omdat, *effect.omdat))
    return _na_stilstand(rij, [(van, tot, feit) for van, tot, feit in stukken if tot is not None])


def _na_stilstand(
    rij: Herstelstand, stukken: list[tuple[date, date, Bestand[Any]]]
) -> Herstelstand:
    for van, tot, feit in _aaneen(stukken):
        rij = _hervat(rij, van, tot, feit)
    return rij


def _aaneen(
    stukken: list[tuple[date, date, Bestand[Any]]],
) -> list[tuple[date, date, Bestand[Any]]]:
    """Stretches that overlap as one, so that no day stands still twice."""
    uit: list[tuple[date, date, Bestand[Any]]] = []
    for van, tot, feit in sorted(stukken, key=lambda stuk: (stuk[0], stuk[1], stuk[2].pad)):
        if uit and van <= uit[-1][1]:
            uit[-1] = (uit[-1][0], max(tot, uit[-1][1]), uit[-1][2])
        else:
            uit.append((van, tot, feit))
    return uit


def _eenheid(rij: Herstelstand) -> Eenheid:
    """In what the rest of a term is counted.

    A term of weeks or months never becomes one of working days.
    """
    duur = rij.termijn.berekening.duur if rij.termijn and rij.termijn.berekening else None
    return Eenheid.WERKDAGEN if duur is None or duur.eenheid is Eenheid.WERKDAGEN else Eenheid.DAGEN


def _rest(rij: Herstelstand, dag: date) -> int | None:
    if rij.uiterlijk is None:
        return None
    if _eenheid(rij) is Eenheid.DAGEN:
        return max(0, (rij.uiterlijk - dag).days)
    z = rij.zaak
    return max(
        0, werkdagen_tussen(dag, rij.uiterlijk, kalender_op(z.register, dag, z.contract, "herstel"))
    )


def _stil(rij: Herstelstand, dag: date, feit: Bestand[Any]) -> Herstelstand:
    rest = _rest(rij, dag)
    over = f"; er waren nog {rest} {_eenheid(rij)}" if rest is not None else ""
    reden = Reden(f"de termijn staat stil sinds {datum_vol(dag)}{over}", feit.plek())
    return replace(rij, stil=reden, rest=rest, omdat=(*rij.omdat, reden))


def _hervat(rij: Herstelstand, van: date, tot: date, feit: Bestand[Any]) -> Herstelstand:
    """A term that stood still and runs again without a new day.

    At least the rest, provisional until a day is given.
    """
    rest = _rest(rij, van)
    if not rest:
        return rij
    z, eenheid = rij.zaak, _eenheid(rij)
    dag = bereken(
        tot, Duur(rest, eenheid), kalender_op(z.register, tot, z.contract, "herstel")
    ).uiterlijk
    reden = Reden(
        (
            f"stond stil tot {datum_vol(tot)}; de {rest} {eenheid} die over waren, eindigen op "
            f"{datum_vol(dag)}; er is geen nieuwe dag meegedeeld"
        ),
        feit.plek(),
    )
    return replace(rij, uiterlijk=dag, voorlopig=True, omdat=(*rij.omdat, reden))


def _oordeel(
    z: Zaak, tekortkoming: str
) -> tuple[Literal["hersteld", "deels", "niet", "onbekend"], Bestand[Any] | None, date | None]:
    """The last judgement on recovery; two on one day that differ cancel out."""
    rijen = [
        (f.record.datum, o.oordeel, f)
        for f in z.bij(Beoordeling)
        if f.record.over == "herstel"
        for o in f.record.oordelen
        if o.onderdeel == tekortkoming
    ]
    if not rijen:
        return "onbekend", None, None
    laatste = max(rij[0] for rij in rijen)
    op_dag = [rij for rij in rijen if rij[0] == laatste]
    if len({oordeel for _, oordeel, _ in op_dag}) > 1:
        return "onbekend", op_dag[0][2], laatste
    woord: dict[str, Literal["hersteld", "deels", "niet", "onbekend"]] = {
        "ja": "hersteld",
        "deels": "deels",
        "nee": "niet",
    }
    return woord.get(op_dag[0][1], "onbekend"), op_dag[0][2], laatste


def _met_verzuim(rij: Herstelstand) -> Herstelstand:
    herstel, feit, beoordeeld = _oordeel(rij.zaak, rij.tekortkoming)
    verzuim = _verzuim(rij, herstel, feit, beoordeeld)
    vanaf = (
        rij.uiterlijk + timedelta(days=1) if verzuim.antwoord == "ja" and rij.uiterlijk else None
    )
    return replace(rij, herstel=herstel, verzuim=verzuim, vanaf=vanaf)


def _verzuim(
    rij: Herstelstand, herstel: str, feit: Bestand[Any] | None, beoordeeld: date | None
) -> Uitspraak:
    """Default only when receipt is known, the term lapsed.

    And recovery was judged absent after it.
    """
    plek = feit.plek() if feit else rij.zaak.maatregel.plek()
    if rij.stil:
        return onbekend(rij.stil.tekst, rij.stil.plek)
    if rij.uiterlijk is None:
        begonnen = rij.termijn is not None and rij.termijn.uiterlijk is not None
        return (
            onbekend(rij.omdat[-1].tekst, rij.omdat[-1].plek)
            if begonnen
            else nee(rij.omdat[-1].tekst, rij.omdat[-1].plek)
        )
    if herstel == "hersteld":
        return nee("hersteld", plek)
    if rij.zaak.vandaag <= rij.uiterlijk:
        return nee(
            f"de termijn loopt tot en met {datum_vol(rij.uiterlijk)}",
            rij.zaak.maatregel.plek("hersteltermijnen"),
        )
    if rij.voorlopig:
        return onbekend(
            "de dag is voorlopig: ontvangst of nieuwe dag is niet vastgelegd",
            rij.zaak.maatregel.plek(),
        )
    if herstel == "niet" and beoordeeld and beoordeeld > rij.uiterlijk:
        return ja(
            f"de termijn eindigde op {datum_vol(rij.uiterlijk)} en herstel is uitgebleven", plek
        )
    zin = {
        "niet": "het oordeel is van vóór het einde van de termijn",
        "deels": "er is deels hersteld",
        "onbekend": "niemand heeft het herstel beoordeeld",
    }
    return onbekend(zin[herstel], plek)
