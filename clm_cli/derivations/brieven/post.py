"""Floor 4, brieven: the way of a letter, and from which day a term that it starts is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.termijnen import Anker, kalender_op, plek_van_beleid, reken, termijnbeleid
from clm_cli.derivations.werkpunt import Genoemdedag, Werkpunt
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.brief import Bezorgd, Binnengekomen, Retour, Verzonden
from clm_cli.register import Brief, Dossier, Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken


@dataclass(frozen=True, slots=True)
class Weg:
    """What is known of the way of one of our letters."""

    verzonden: tuple[Bestand[Verzonden], ...]
    onderweg: tuple[Bestand[Verzonden], ...]
    """Dispatches that did not come back."""
    bezorgd: Bestand[Bezorgd] | None
    """The first delivery over all channels."""

    @property
    def alles_retour(self) -> bool:
        """Sent, and every dispatch came back: no term runs."""
        return bool(self.verzonden) and not self.onderweg and self.bezorgd is None


def weg(dossier: Dossier, brief: Brief) -> Weg:
    """The dispatches of a letter with what became of them."""
    terug = {_bij(dossier, feit) for feit in brief.van(Retour)}
    verzonden = brief.van(Verzonden)
    bezorgd = sorted(brief.van(Bezorgd), key=lambda feit: (feit.record.datum, feit.pad))
    return Weg(
        verzonden, tuple(f for f in verzonden if f.pad not in terug), next(iter(bezorgd), None)
    )


def _bij(dossier: Dossier, feit: Bestand[Any]) -> str | None:
    doel = dossier.vind(feit.record.bij, feit.pad)
    return doel.bestand.pad if doel else None


def ontvangst(register: Register, dossier: Dossier, brief: Brief) -> Anker | None:
    """The day of receipt: recorded, or assumed from the first dispatch still under way.

    None when no term can run.
    """
    gegaan = weg(dossier, brief)
    if gegaan.bezorgd is not None:
        dag = gegaan.bezorgd.record.datum
        return Anker(
            "ontvangst",
            dag,
            Reden(
                f"ontvangen op {datum_vol(dag)}: {gegaan.bezorgd.record.bewijs}",
                gegaan.bezorgd.plek("datum"),
            ),
        )
    eerste = min(gegaan.onderweg, key=lambda feit: feit.record.datum, default=None)
    if eerste is None:
        return None
    dag = eerste.record.datum
    beleid = termijnbeleid(register, dag)
    if beleid is None or beleid.bezorging is None:
        return Anker(
            "ontvangst",
            dag,
            Reden(
                f"ontvangst is niet vastgelegd; gerekend vanaf verzending {datum_vol(dag)}",
                eerste.plek(),
            ),
            True,
        )
    vermoed = bereken(dag, beleid.bezorging, kalender_op(register, dag)).uiterlijk
    tekst = (
        f"ontvangst is niet vastgelegd; verzonden op {datum_vol(dag)}, met {beleid.bezorging} "
        f"bezorging (eigen beleid) wordt {datum_vol(vermoed)} aangenomen"
    )
    return Anker("ontvangst", vermoed, Reden(tekst, eerste.plek("datum")), True)


def verzending(dossier: Dossier, brief: Brief) -> Anker | None:
    """The day of the first dispatch that did not come back."""
    eerste = min(weg(dossier, brief).onderweg, key=lambda feit: feit.record.datum, default=None)
    if eerste is None:
        return None
    dag = eerste.record.datum
    return Anker("verzending", dag, Reden(f"verzonden op {datum_vol(dag)}", eerste.plek("datum")))


def genoemd(brief: Brief, soort: str, tekortkoming: str | None = None) -> tuple[Genoemdedag, ...]:
    """The days printed in a letter for a term, over all its dispatches, each day once."""
    dagen: dict[date, Genoemdedag] = {}
    for feit in brief.van(Verzonden):
        for nummer, rij in enumerate(feit.record.genoemd):
            if rij.termijn == soort and rij.tekortkoming == tekortkoming:
                dagen.setdefault(
                    rij.uiterlijk,
                    Genoemdedag(rij.uiterlijk, feit.plek("genoemd", nummer, "uiterlijk")),
                )
    return tuple(dagen.values())


def vervangen(dossier: Dossier) -> set[str]:
    """The letters (by folder) that a newer letter replaces: they start no terms any more."""
    return {brief.pad for brief in dossier.brieven if vervangen_door(dossier, brief)}


def vervangen_door(dossier: Dossier, brief: Brief) -> Brief | None:
    """The newer letter that takes this one's place: once it is on its way.

    At once where this one starts no term.

    A letter that reached the other party works until a new one is sent: a replacement that lies on
    a desk ends nothing.
    """
    loopt = _is_weg(dossier, brief)
    nieuwer = [
        b
        for b in dossier.brieven
        if b.pad != brief.pad
        and _vervangt(dossier, b) == brief.pad
        and (_is_weg(dossier, b) or not loopt)
    ]
    return max(nieuwer, key=lambda b: (b.kaart.record.datum, b.pad), default=None)


def _is_weg(dossier: Dossier, brief: Brief) -> bool:
    """Whether a letter was sent and did not come back."""
    gegaan = weg(dossier, brief)
    return bool(gegaan.onderweg) or gegaan.bezorgd is not None


def _vervangt(dossier: Dossier, brief: Brief) -> str | None:
    naam = brief.kaart.record.vervangt
    doel = dossier.vind(naam, brief.kaart.pad) if naam else None
    return doel.bestand.map if doel else None


def beantwoord(dossier: Dossier, brief: Brief, richting: str) -> bool:
    """Whether a letter of that direction answers this one."""
    for andere in dossier.brieven:
        bij = andere.kaart.record.bij
        doel = dossier.vind(bij, andere.kaart.pad) if bij else None
        if doel and doel.bestand.map == brief.pad and andere.kaart.record.richting == richting:
            return True
    return False


def gereageerd(dossier: Dossier, brief: Brief) -> bool:
    """Whether the provider's reaction to this letter.

    Or to the fact it is about, is recorded in the case.
    """
    eigen = {brief.kaart.pad}
    if brief.kaart.record.bij and (doel := dossier.vind(brief.kaart.record.bij, brief.kaart.pad)):
        eigen.add(doel.bestand.pad)
    for feit in dossier.bestanden:
        if (
            feit.soort not in ("wederhoor", "reactie", "verbeterplan", "herstel")
            or feit.record.datum < brief.kaart.record.datum
            or _bij(dossier, feit) not in eigen
        ):
            continue
        if feit.soort != "wederhoor" or feit.record.gehoord or feit.record.wijze == "geen reactie":
            return True
    return False


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """What is due on letters, theirs and ours."""
    oud = vervangen(blik.dossier)
    for brief in blik.dossier.brieven:
        if brief.pad in oud or stand(blik.dossier, brief.kaart.id).gesloten:
            continue
        if brief.kaart.record.richting == "inkomend":
            yield from _inkomend(blik.dossier, brief, blik.vandaag)
        else:
            yield from _uitgaand(blik, brief)


def _punt(
    dossier: Dossier, brief: Brief, vandaag: date, soort: str, wat: str, **rest: Any
) -> Werkpunt:
    kaart = brief.kaart
    punt = Werkpunt(
        soort=soort,
        dossier=dossier.id,
        wat=wat,
        uiterlijk=None,
        bij="wij",
        grond="beleid",
        gevolg="",
        nu="",
        plek=kaart.plek(),
        wie=kaart.record.behandelaar or behandelaar(dossier, vandaag),
        contracten=kaart.record.contracten,
        kant="AOC",
        verwijzing=kaart.id,
    )
    return replace(punt, **rest)


def _inkomend(dossier: Dossier, brief: Brief, vandaag: date) -> Iterator[Werkpunt]:
    kaart = brief.kaart
    if kaart.record.antwoord_uiterlijk and not beantwoord(dossier, brief, "uitgaand"):
        binnen = [
            Reden(f"binnengekomen op {datum_vol(f.record.datum)}", f.plek("datum"))
            for f in brief.van(Binnengekomen)
        ]
        dag = kaart.record.antwoord_uiterlijk
        yield _punt(
            dossier,
            brief,
            vandaag,
            "antwoord",
            f"Antwoord op hun brief: {kaart.record.onderwerp}",
            uiterlijk=dag,
            grond="hun verzoek",
            gevolg="een brief zonder antwoord kan ons later worden tegengeworpen",
            nu=f"clm brief maak {dossier.id} antwoord --bij brieven/{brief.id}",
            omdat=(
                *binnen,
                Reden(
                    f"zij vragen antwoord uiterlijk {datum_vol(dag)}",
                    kaart.plek("antwoord_uiterlijk"),
                ),
            ),
        )


def _uitgaand(blik: Dossierblik, brief: Brief) -> Iterator[Werkpunt]:
    kaart, gegaan = brief.kaart, weg(blik.dossier, brief)
    onderwerp, lezer = (
        kaart.record.onderwerp,
        getattr(briefsoort(kaart.record.soort), "lezer", "aanbieder"),
    )
    if lezer == "intern" or (lezer == "gemeenten" and gegaan.onderweg):
        return  # nobody outside waits for it, and it starts no term
    if not gegaan.verzonden:
        concept = kaart.record.concept == "ja" or bool(kaart.record.ontbreekt)
        yield _punt(
            blik.dossier,
            brief,
            blik.vandaag,
            "brief-verzenden",
            f"{'Concept' if concept else 'Brief'} nog niet verzonden: {onderwerp}",
            gevolg="zolang de brief niet is verzonden, loopt er geen termijn",
            nu=f"clm brief {'maak' if concept else 'verzonden'} {blik.dossier.id} {brief.id}",
            omdat=(Reden("er is geen verzending vastgelegd", kaart.plek()),),
        )
        return
    if gegaan.alles_retour:
        terug = [
            Reden(f"retour op {datum_vol(f.record.datum)}: {f.record.reden}", f.plek())
            for f in brief.van(Retour)
        ]
        yield _punt(
            blik.dossier,
            brief,
            blik.vandaag,
            "brief-retour",
            f"Brief is teruggekomen, er loopt GEEN termijn: {onderwerp}",
            omdat=tuple(terug),
            gevolg="tot een nieuwe verzending loopt geen enkele termijn uit deze brief",
            nu=f"clm brief verzonden {blik.dossier.id} {brief.id}",
        )
        return
    anker = ontvangst(blik.register, blik.dossier, brief)
    if anker and anker.voorlopig and anker.datum < blik.vandaag:
        yield _punt(
            blik.dossier,
            brief,
            blik.vandaag,
            "brief-ontvangst",
            f"Ontvangst vastleggen: {onderwerp}",
            uiterlijk=anker.datum,
            omdat=(anker.reden,),
            gevolg="zonder bewijs van ontvangst is elke termijn uit deze brief voorlopig",
            voorlopig=True,
            nu=f"clm brief bezorgd {blik.dossier.id} {brief.id}",
        )
    if (
        anker
        and not beantwoord(blik.dossier, brief, "inkomend")
        and not gereageerd(blik.dossier, brief)
    ):
        yield from _gevraagd(blik, brief, anker)


def _gevraagd(blik: Dossierblik, brief: Brief, anker: Anker) -> Iterator[Werkpunt]:
    """The answers that the letter itself asks for.

    The terms of a measure are worked out with that measure.
    """
    for nummer, rij in enumerate(brief.kaart.record.termijnen):
        if rij.soort != "antwoord":
            continue
        uit = reken(
            anker,
            rij.termijn,
            kalender_op(blik.register, anker.datum),
            genoemd=genoemd(brief, "antwoord"),
            recht_wederpartij=True,
        )
        yield _punt(
            blik.dossier,
            brief,
            blik.vandaag,
            "antwoord-gevraagd",
            rij.wat or f"Antwoord op onze brief: {brief.kaart.record.onderwerp}",
            uiterlijk=uit.uiterlijk,
            bij="aanbieder",
            berekening=uit.berekening,
            genoemd=uit.genoemd,
            voorlopig=uit.voorlopig,
            grond="onze brief",
            gevolg="blijft het antwoord uit, stuur dan een herinnering",
            nu=(
                f"clm brief binnengekomen {blik.dossier.id} --bij brieven/{brief.id}  of  clm "
                f"brief maak {blik.dossier.id} herinnering --contract "
                f"{brief.kaart.record.contracten[0]}"
            ),
            omdat=(
                *uit.omdat,
                Reden(f"gevraagd binnen {rij.termijn}", brief.kaart.plek("termijnen", nummer)),
            ),
        )


def beleidsreden(register: Register, veld: str, op: date, tekst: str) -> Reden:
    """A reason that rests on our own policy, with its place."""
    return Reden(tekst, plek_van_beleid(register, veld, op))
