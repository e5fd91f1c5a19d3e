"""Floor 6, voorbereiding: a proposal becomes bytes that were read back, ready to be written."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from clm_cli.bestand import Bestand
from clm_cli.bsnbestand import bsn_in_bestand
from clm_cli.clientbestand import clientzin
from clm_cli.deur import past_overal
from clm_cli.files.emitter import schrijf_yaml
from clm_cli.files.gate import lees
from clm_cli.files.gemaakt import is_te_vervangen
from clm_cli.files.lader import Geladen, lees_record
from clm_cli.files.schijf import Bewerking, inhoud_van, vrije_naam
from clm_cli.files.splice import voeg_toe, zet
from clm_cli.meldingen import Ernst, Geweigerd, Melding, Plek
from clm_cli.persoonsgegevens import Geduld, gemaskeerd
from clm_cli.records.basis import Deel
from clm_cli.voorstel import NieuwBestand, NieuwStuk, Voorstel
from clm_cli.woorden import zijn


def bereid(
    wortel: Path, geladen: Geladen, voorstel: Voorstel, elders: Collection[str] = ()
) -> tuple[tuple[Bewerking, ...], Geladen, tuple[str, ...]]:
    """Everything to write, the register as it will be, and what the user should know before.

    An invalid result is refused. No fact takes a name that was given `elders`, on another line of
    work.
    """
    _heel(geladen, voorstel)
    bewerkingen = [
        _stuk(wortel, stuk.pad, stuk.inhoud, vervang=stuk.vervang) for stuk in voorstel.stukken
    ]
    bewerkingen += [_kaart(wortel, b) for b in voorstel.nieuw if not b.is_feit]
    bewerkingen += _splitsingen(wortel, voorstel)
    bewerkingen += [
        Bewerking(vrije_naam(wortel, b.pad, elders), None, schrijf_yaml(b.boom), wijkt_uit=True)
        for b in voorstel.nieuw
        if b.is_feit
    ]
    for bewerking in bewerkingen:
        if bewerking.oud is None:
            _kan_er_komen(wortel, bewerking)
    veranderd = [b for b in bewerkingen if b.oud != b.nieuw]
    let_op = (*_zonder_bsn(veranderd), *_van_een_client(voorstel.stukken))
    return tuple(veranderd), _daarna(geladen, veranderd), let_op


def _kan_er_komen(wortel: Path, b: Bewerking) -> None:
    """Refuse a new file where one stands, and under a name that not every machine can hold."""
    if not past_overal(b.pad):
        raise Geweigerd(
            f"{b.pad} kan op Windows niet bestaan",
            nu="kies een andere naam: niet die van een apparaat (con, aux, nul), en zonder punt of"
            " spatie achteraan",
        )
    if not b.wijkt_uit and (wortel / b.pad).exists():
        raise Geweigerd(
            f"{b.pad} bestaat al", nu="verbeter dat bestand, of kies een andere naam of dag"
        )


def _zonder_bsn(bewerkingen: Sequence[Bewerking]) -> Iterator[str]:
    """Refuse to write or copy in what holds a bsn: git would keep it for good.

    Yields of what not all could be looked at.
    """
    for b in bewerkingen:
        naam, geduld = b.pad.rpartition("/")[2], Geduld()
        vondst = bsn_in_bestand(naam, b.nieuw, geduld)
        if vondst is None and not geduld.heel:
            yield f"{b.pad} is niet helemaal op een bsn nagekeken: kijk zelf of er geen in staat"
        if vondst and not (b.oud and bsn_in_bestand(naam, b.oud)):
            getypt = b.oud is None and naam.endswith(".yaml")  # nobody can open it
            zin = (
                replace(vondst, waar="Hierin").zin
                if getypt
                else f"{gemaskeerd(naam)}: {vondst.zin}"
            )
            raise Geweigerd(
                zin,
                nu="haal het nummer weg, of leg van een stuk alleen de vindplaats vast",
            )


def _van_een_client(stukken: Sequence[NieuwStuk]) -> Iterator[str]:
    """What is told of a document that is taken in: what clm makes itself says what facts say."""
    for stuk in stukken:
        naam = stuk.pad.rpartition("/")[2]
        if not stuk.vervang and (zin := clientzin(naam, stuk.inhoud)):
            yield (
                f"AVG602 {gemaskeerd(naam)}: {zin} - neem het stuk op zonder, of leg alleen de "
                "vindplaats vast"
            )


def verschil(bewerkingen: Sequence[Bewerking]) -> str:
    """What would change, as a diff; documents by their name and size."""
    regels: list[str] = []
    for b in bewerkingen:
        if not b.pad.endswith((".yaml", ".md")):
            regels.append(f"nieuw stuk {b.pad} ({len(b.nieuw)} bytes)")
            continue
        oud, nieuw = (
            (inhoud or b"").decode("utf-8", "replace").splitlines() for inhoud in (b.oud, b.nieuw)
        )
        regels += difflib.unified_diff(
            oud, nieuw, b.pad if b.oud is not None else "(nieuw)", b.pad, lineterm=""
        )
    return "\n".join(regels)


def _heel(geladen: Geladen, voorstel: Voorstel) -> None:
    """Refuse to write where the same dossier, or what it shares with others, cannot be read.

    A document, or a plan, rests on all that was read for it, and on all that is shared.
    """
    mappen = {pad.partition("/")[0] for pad in voorstel.paden}
    gedeeld = ["overeenkomsten", "regimes", "lezingen", "organisatie.yaml", "."]
    paden = {pad for map_ in mappen for pad in geladen.register.kapot_bij(map_)}
    if voorstel.stukken or any(pad.endswith("/plan.yaml") for pad in voorstel.paden):
        gedeeld += ["beleid", "huisstijl", "kpis.yaml", *geladen.register.dossiers.namen]
        paden.update(geladen.register.kapot_gebleken)
    kapot = sorted(pad for pad in paden if pad.partition("/")[0] in {*mappen, *gedeeld})
    if kapot:
        meldingen = tuple(
            m for m in geladen.meldingen if m.plek and m.ernst is Ernst.FOUT and _bij(m.plek, kapot)
        )
        raise Geweigerd(
            f"{', '.join(kapot)} {zijn(len(kapot))} niet goed te lezen",
            nu=f"verbeter {'dat bestand' if len(kapot) == 1 else 'die bestanden'} eerst; clm "
            f"controleer wijst {'het' if len(kapot) == 1 else 'ze'} aan",
            meldingen=meldingen,
        )


def _bij(plek: Plek, kapot: Sequence[str]) -> bool:
    return plek.pad in kapot or f"{plek.pad}/" in kapot


def _kaart(wortel: Path, kaart: NieuwBestand) -> Bewerking:
    """A new card; one that is there word for word is not written again."""
    inhoud = schrijf_yaml(kaart.boom) + kaart.erna.encode()
    zelfde = inhoud_van(wortel, kaart.pad) == inhoud
    return Bewerking(kaart.pad, inhoud if zelfde else None, inhoud)


def _stuk(wortel: Path, pad: str, inhoud: bytes, *, vervang: bool) -> Bewerking:
    oud = inhoud_van(wortel, pad)
    if oud is not None and oud != inhoud and not vervang:
        raise Geweigerd(
            f"{pad} bestaat al met een andere inhoud, en een feit noemt het",
            nu="geef het stuk een andere naam",
        )
    if not is_te_vervangen(wortel, pad, inhoud):
        raise Geweigerd(
            f"{pad} is niet meer wat clm hier maakte",
            nu="geef dat bestand een andere naam, en geef de opdracht opnieuw",
        )
    return Bewerking(pad, oud, inhoud)


def _splitsingen(wortel: Path, voorstel: Voorstel) -> Iterator[Bewerking]:
    for pad in dict.fromkeys(w.pad for w in voorstel.wijzigingen):
        oud = inhoud_van(wortel, pad)
        if oud is None:
            raise Geweigerd(f"{pad} bestaat niet", nu="clm controleer toont wat er is")
        nieuw = oud
        for w in voorstel.wijzigingen:
            if w.pad == pad:
                nieuw = (voeg_toe if w.toevoegen else zet)(nieuw, w.sleutel, w.waarde)
        yield Bewerking(pad, oud, nieuw)


def _daarna(geladen: Geladen, bewerkingen: Sequence[Bewerking]) -> Geladen:
    bestanden: list[Bestand[Deel]] = []
    posities, fouten = dict(geladen.nieuw), list[Melding]()
    for b in bewerkingen:
        if not b.pad.endswith(".yaml"):
            continue
        gelezen = lees(b.nieuw, b.pad)
        posities[b.pad] = gelezen.posities
        record, meldingen = lees_record(b.pad, gelezen)
        erg = [m for m in meldingen if m.ernst is Ernst.FOUT]
        eerder = _al_fout(b) if erg and b.oud is not None else frozenset()
        fouten += [m if (m.code, m.tekst) in eerder else m.van_voorstel() for m in erg]
        if record is not None:
            bestanden.append(Bestand(b.pad, record, Plek(b.pad)))
    if fouten:
        raise Geweigerd("Zo past het niet in het dossier", meldingen=tuple(fouten))
    return replace(geladen, register=geladen.register.met(bestanden), nieuw=posities)


def _al_fout(b: Bewerking) -> frozenset[tuple[str, str]]:
    """What was wrong in a file before it is changed: that stands there, and has a line."""
    _, meldingen = lees_record(b.pad, lees(b.oud or b"", b.pad))
    return frozenset((m.code, m.tekst) for m in meldingen)
