"""Floor 7, lezing: what each answer to an open question changes, here and in a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time

from clm_cli.acts.feit import feit, lees_dag
from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand
from clm_cli.commands.werk import Werk
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, vervolg
from clm_cli.derivations.escalatie.zaken import contract_van, gesloten
from clm_cli.derivations.regime.lezing import Verandering, anders, hangt_af
from clm_cli.derivations.regime.proef import proef
from clm_cli.derivations.termijnen import lees_vraag
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.meldingen import ClmFout, Plek
from clm_cli.records.regime import Lezing, Regime, Vraag
from clm_cli.records.soorten import feitsoort
from clm_cli.register import vraag_van
from clm_cli.tijd.datum import datum_vol
from clm_cli.verschil.afgeleid import afgeleid
from clm_cli.views.regime.lezing import Antwoord, Dossiergevolg, Lezingblad, Vraagblad
from clm_cli.voorstel import Voorstel
from clm_cli.woorden import bedoelt

_KAN = {"ja": "kan", "nee": "kan niet", "onbekend": "onbekend of het kan"}


def lezing(regime: Regime, kijk: Kijk, vraag: str | None) -> Lezingblad:
    """The open questions of a regime, or one with what each of its answers changes."""
    if vraag is None:
        rijen = (_vraag(regime, kijk, rij) for rij in regime.vragen if rij.keuzes)
        return Lezingblad(regime.id, tuple(rijen))
    gekozen = _met_keuzes(regime, vraag)
    blad = _vraag(regime, kijk, gekozen)
    eerst = _gelezen(regime, kijk, gekozen, blad.nu) if blad.nu else kijk
    uit = tuple(_antwoord(regime, (eerst, kijk), gekozen, rij) for rij in blad.antwoorden)
    return Lezingblad(regime.id, (replace(blad, antwoorden=uit),), len(_dossiers(regime, kijk)))


def leg_vast(
    werk: Werk,
    regime: Regime,
    vraag: Vraag,
    keuze: str,
    gezegd: Mapping[str, object],
) -> Voorstel:
    """How the organisation reads an open question."""
    kop = werk.kop
    dag = lees_dag(str(gezegd["datum"]) if "datum" in gezegd else None, kop)
    boom = {
        "regime": regime.id,
        "vraag": vraag.id,
        "keuze": keuze,
        **{naam: gezegd[naam] for naam in ("reden", "status") if naam in gezegd},
    }
    return Voorstel(
        f"Vraag {vraag.id} van {regime.id} leest u vanaf {datum_vol(dag)} als {keuze}.",
        nieuw=(feit(feitsoort(Lezing), "lezingen", boom, kop, dag),),
        nu=opdracht("regime", "lezing", regime.id, vraag.id),
        aangenomen=() if "datum" in gezegd else (f"datum {datum_vol(dag)}",),
    )


def met_antwoord(regime: Regime, vraag: str, keuze: str) -> Vraag:
    """The question that has this answer. Raises ClmFout for an answer that is none."""
    gekozen = _met_keuzes(regime, vraag)
    keuzes = [rij.keuze for rij in gekozen.keuzes]
    if keuze not in keuzes:
        nu = bedoelt(keuze, keuzes, opdracht("regime", "lezing", regime.id, gekozen.id))
        raise ClmFout(f"'{keuze}' is geen antwoord op vraag {gekozen.id} van {regime.id}.", nu=nu)
    return gekozen


def _met_keuzes(regime: Regime, vraag: str) -> Vraag:
    """A question of a regime that has answers. Raises ClmFout for any other."""
    gekozen = vraag_van(regime, vraag)
    if gekozen is None or not gekozen.keuzes:
        namen = [rij.id for rij in regime.vragen if rij.keuzes]
        wat = "heeft geen keuzes; zij wordt per geval beantwoord" if gekozen else "is er niet"
        nu = bedoelt(vraag, namen, opdracht("regime", "lezing", regime.id))
        raise ClmFout(f"Vraag '{vraag}' van {regime.id} {wat}.", nu=nu)
    return gekozen


def _vraag(regime: Regime, kijk: Kijk, vraag: Vraag) -> Vraagblad:
    nu = lees_vraag(kijk.register, regime, vraag.id, kijk.vandaag)
    antwoorden = tuple(Antwoord(k.keuze, k.tekst, k.keuze == nu.keuze) for k in vraag.keuzes)
    return Vraagblad(vraag, nu.keuze, nu.tekst, hangt_af(regime, vraag), antwoorden)


def _antwoord(regime: Regime, eerst: tuple[Kijk, Kijk], vraag: Vraag, rij: Antwoord) -> Antwoord:
    """What one answer changes beside how the question is read now."""
    was, kijk = eerst
    wordt = _gelezen(regime, kijk, vraag, rij.keuze)
    if rij.nu:
        return rij
    proeven = [proef(k.register, regime, k.vandaag) for k in (was, wordt)]
    dossiers = (
        Dossiergevolg(
            naam,
            tuple(_poorten(was.blik(naam), wordt.blik(naam))),
            tuple(sorted(afgeleid(was.blik(naam), wordt.blik(naam)), key=lambda v: v.volgorde)),
        )
        for naam in _dossiers(regime, kijk)
    )
    geraakt = tuple(d for d in dossiers if d.poorten or d.verschillen)
    return replace(rij, proef=anders(*proeven), dossiers=geraakt)


def _gelezen(regime: Regime, kijk: Kijk, vraag: Vraag, keuze: str) -> Kijk:
    """The register as if the question had been read so all along: a real one counts from its day.

    Both sides of a comparison are made so, or the words of a provisional reading would differ.
    """
    register, dag = kijk.register, regime.geldig_vanaf
    eigen = [
        replace(feit, record=feit.record.model_copy(update={"keuze": keuze}))
        for feit in register.van(Lezing)
        if (feit.record.regime, feit.record.vraag) == (regime.id, vraag.id)
    ]
    pad = f"lezingen/{dag}-{vraag.id}.yaml"
    begin = Lezing.model_construct(
        datum=dag,
        vastgelegd=datetime.combine(dag, time(), UTC),
        door="verondersteld",
        regime=regime.id,
        vraag=vraag.id,
        keuze=keuze,
        reden="",
    )
    return Kijk(register.met([Bestand(pad, begin, Plek(pad)), *eigen]), kijk.vandaag)


def _dossiers(regime: Regime, kijk: Kijk) -> list[str]:
    return [
        id_
        for id_, dossier in sorted(kijk.register.dossiers.items())
        if any(contract.regime.id == regime.id for contract in dossier.contracten)
    ]


def _poorten(was: Dossierblik, wordt: Dossierblik) -> Iterator[Verandering]:
    """What can be taken in a running case under one reading and not under the other."""
    eerst, straks = dict(_kan(was)), dict(_kan(wordt))
    for waar, stap in straks.items():
        toen = eerst.get(waar)
        if toen and (voor := _staat(toen)) != (na := _staat(stap)):
            yield Verandering(waar, voor, na)


def _staat(stap: Vervolgstap) -> str:
    """Whether an instrument can be taken, and for want of what not."""
    mist = ", ".join(rij.kort for rij in stap.mist() if rij.hard)
    return _KAN[stap.mag] + (f" ({mist})" if mist else "")


def _kan(blik: Dossierblik) -> Iterator[tuple[str, Vervolgstap]]:
    for zaak in blik.dossier.escalaties:
        if not gesloten(zaak) and contract_van(blik.dossier, zaak):
            for stap in vervolg(blik, zaak):
                yield f"{zaak.id}: {stap.stap.instrument.titel}", stap
