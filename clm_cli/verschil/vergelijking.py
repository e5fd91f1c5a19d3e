"""Floor 5, vergelijking: all that is different between a register and itself later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.escalatie.zaken import contract_van, gesloten
from clm_cli.derivations.feitzinnen import zin_van
from clm_cli.derivations.zinnen import telwoord
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.basis import Correctie, Deel, Feit, Stuk
from clm_cli.records.brief import Briefkaart, Verzonden
from clm_cli.records.regime import Lezing
from clm_cli.records.soort import Feitsoort
from clm_cli.records.soorten import REGISTERMAPPEN, soort_bij
from clm_cli.value import value
from clm_cli.verschil.afgeleid import afgeleid
from clm_cli.verschil.kaarten import Rij, rijen
from clm_cli.verschil.rijen import rijsoort
from clm_cli.verschil.soorten import Verschil, verschil
from clm_cli.verschil.waarover import waarover


@value
class Kant:
    """One of the two: the register as it is looked at, and its records as they were read."""

    kijk: Kijk
    bestanden: Mapping[str, Bestand[Deel]]
    """By path, corrections not folded in."""
    kapot: frozenset[str]
    """Files that could not be read."""

    def blik(self, dossier: str) -> Dossierblik | None:
        """One dossier, when it is there."""
        return self.kijk.blik(dossier) if dossier in self.kijk.register.dossiers else None


@value
class Anders:
    """Which files are not the same, byte for byte."""

    yaml: tuple[str, ...] = ()
    stukken: Mapping[str, str] = field(default_factory=dict)
    """Every other file, with what became of it: erbij, anders or weg."""
    regels: Mapping[str, int] = field(default_factory=dict)
    """How many lines differ, of files that mean the same."""


def vergelijk(oud: Kant, nieuw: Kant, anders: Anders) -> tuple[Verschil, ...]:
    """Every difference, in no order: what was written, and what follows otherwise from it."""
    gevonden = list(geschreven(oud, nieuw, anders))
    for dossier in _geraakt(oud, nieuw, anders):
        gevonden += afgeleid(oud.blik(dossier), nieuw.blik(dossier))
    return tuple(gevonden)


def geschreven(oud: Kant, nieuw: Kant, anders: Anders) -> Iterator[Verschil]:
    """What the files themselves say otherwise: each that differs is told."""
    for pad in anders.yaml:
        yield from _bestand(oud, nieuw, anders, pad)
    yield from _stukken(oud, anders.stukken)


def _geraakt(oud: Kant, nieuw: Kant, anders: Anders) -> tuple[str, ...]:
    """The dossiers for which something can follow otherwise; a shared record touches them all."""
    betekent = [pad for pad in anders.yaml if not _zelfde(oud, nieuw, pad)]
    alle = sorted({*oud.kijk.register.dossiers, *nieuw.kijk.register.dossiers})
    if any("/" not in pad or pad.partition("/")[0] in REGISTERMAPPEN for pad in betekent):
        return tuple(alle)
    geraakt = {pad.partition("/")[0] for pad in betekent}
    return tuple(dossier for dossier in alle if dossier in geraakt)


def _zelfde(oud: Kant, nieuw: Kant, pad: str) -> bool:
    """Whether a file says the same in both."""
    was, wordt = oud.bestanden.get(pad), nieuw.bestanden.get(pad)
    return was is not None and wordt is not None and was.record == wordt.record


def _bestand(oud: Kant, nieuw: Kant, anders: Anders, pad: str) -> Iterator[Verschil]:
    """What one file says otherwise."""
    was, wordt, waar = oud.bestanden.get(pad), nieuw.bestanden.get(pad), waarover(pad)
    if pad in nieuw.kapot:
        yield verschil("onleesbaar", waar, wat=pad)
    elif pad in oud.kapot:
        inhoud = _kop(nieuw, wordt) if wordt else "dat het bestand weg is"
        yield verschil(
            "weer-leesbaar", waar, wordt.plek() if wordt else None, wat=pad, wordt=inhoud
        )
    elif was is not None and wordt is not None and was.record == wordt.record:
        aantal = anders.regels.get(pad, 0)
        wat = f"{pad} (opmaak, {aantal} {'regel' if aantal == 1 else 'regels'})"
        yield verschil("opmaak", waar, wat=wat)
    elif pad.rsplit("/", 1)[-1][:1].isdigit():
        yield from _feit(nieuw, waar, was, wordt)
    elif was is None and wordt is not None:
        yield from _nieuwe_kaart(waar, wordt)
    elif was is not None and wordt is None:
        yield verschil("kaart-weg", waar, wat=_kop(nieuw, was))
    elif was is not None and wordt is not None:
        yield from _kaart(nieuw, waar, was, wordt)


def _feit(
    nieuw: Kant, waar: tuple[str, str], was: Bestand[Deel] | None, wordt: Bestand[Deel] | None
) -> Iterator[Verschil]:
    """A fact is written once: a new one is told, any other change touches evidence."""
    if wordt is None:
        if was is not None:
            yield verschil("feit-verwijderd", waar, wat=_kop(nieuw, was))
        return
    if was is not None:
        details = tuple(rij.zin for rij in rijen(was.record, wordt.record))
        if type(was.record) is not type(wordt.record):
            details = (f"was een ander soort feit: {_kop(nieuw, was)}",)
        yield verschil("feit-gewijzigd", waar, wordt.plek(), details, wat=_kop(nieuw, wordt))
        return
    rij = soort_bij(wordt.record)
    soort = rij.verschil if isinstance(rij, Feitsoort) else "correctie"
    details = tuple(_gevolgen(nieuw, wordt))
    wat = _kop(nieuw, wordt, met_soort=soort not in ("maatregel", "lezing", "correctie"))
    dag = wordt.record.datum if is_een(wordt, Feit) else None
    yield verschil(soort, waar, wordt.plek(), details, dag, wat=wat)


def _kop(kant: Kant, bestand: Bestand[Deel], *, met_soort: bool = True) -> str:
    """What a file is, in one sentence: of a fact its line in the story."""
    if not isinstance(bestand.record, Feit):
        return f"{bestand.soort or 'bestand'} {bestand.stam if not bestand.soort else bestand.pad}"
    zin = zin_van(bestand, kant.blik(bestand.pad.partition("/")[0])).rstrip(".") or bestand.stam
    naam = "correctie" if isinstance(bestand.record, Correctie) else bestand.soort
    datum = bestand.record.datum
    dag = f", {datum.day}-{datum.month}-{datum.year}"
    return (f"{naam}: {zin}" if met_soort and naam else zin) + dag


def _gevolgen(nieuw: Kant, feit: Bestand[Deel]) -> Iterator[str]:
    """What a reader of the fact wants to know beside its sentence."""
    record = feit.record
    if isinstance(record, Lezing):
        zaken = [
            blik.dossier.id
            for blik in nieuw.kijk.blikken
            for zaak in blik.dossier.escalaties
            if not gesloten(zaak)
            and (contract := contract_van(blik.dossier, zaak))
            and contract.regime.id == record.regime
        ]
        lopend = telwoord(len(zaken), "lopende zaak", "lopende zaken")
        yield f"geldt voor {lopend}" + (f": {', '.join(zaken)}" if zaken else "")
    if isinstance(record, Correctie) and record.wordt is not None:
        doel = next((b for p, b in nieuw.bestanden.items() if b.stam == str(record.bij)), None)
        if doel is not None:
            yield from (
                rij.zin for rij in rijen(doel.record, record.wordt) if rij.veld != "vastgelegd"
            )


def _nieuwe_kaart(waar: tuple[str, str], kaart: Bestand[Deel]) -> Iterator[Verschil]:
    """A card that is new: what it says; parts with a kind of their own are told apart."""
    alle = rijen(None, kaart.record)
    eigen = {"besluit", "actie", "volmacht"}
    soort = "brief-gereed" if _gaat_nog(kaart, None) else "kaart-nieuw"
    wat = f"{kaart.soort} {_kaartnaam(kaart)}".strip()
    onderwerp = getattr(kaart.record, "onderwerp", "")
    over = f": {onderwerp}" if onderwerp else ""
    details = tuple(f"{r.waar}: {r.wordt}" for r in alle if rijsoort(kaart, r) not in eigen)
    erbij = "" if soort == "brief-gereed" else " erbij"
    yield verschil(soort, waar, kaart.plek(), details, wat=f"{wat}{erbij}{over}")
    for rij in alle:
        if (naam := rijsoort(kaart, rij)) in eigen:
            yield verschil(naam, waar, kaart.plek(*rij.sleutel), wat=_rij(naam, rij))


def _kaartnaam(kaart: Bestand[Deel]) -> str:
    """What a card is called beside its kind: by its folder, or by its file in a folder of many."""
    map_ = kaart.map.rpartition("/")[2]
    if map_ not in (*REGISTERMAPPEN, "lijsten"):
        return map_
    return kaart.stam if kaart.stam != kaart.soort else ""


def _kaart(
    nieuw: Kant, waar: tuple[str, str], was: Bestand[Deel], wordt: Bestand[Deel]
) -> Iterator[Verschil]:
    """A card that says something else: each value by its kind."""
    if type(was.record) is not type(wordt.record):
        yield verschil("kaart-weg", waar, wat=_kop(nieuw, was))
        yield from _nieuwe_kaart(waar, wordt)
        return
    gaat_nog = _gaat_nog(wordt, nieuw)
    for rij in rijen(was.record, wordt.record):
        naam = "brief-anders" if gaat_nog else rijsoort(wordt, rij)
        yield verschil(naam, waar, wordt.plek(*rij.sleutel), wat=_rij(naam, rij))


def _rij(soort: str, rij: Rij) -> str:
    """The sentence of a row; of something new that its kind names already only what it is."""
    nieuw = rij.was is None and rij.wordt is not None
    return str(rij.wordt) if nieuw and soort in ("besluit", "actie") else rij.zin


def _gaat_nog(kaart: Bestand[Deel], nieuw: Kant | None) -> bool:
    """Whether a card is of a letter of ours that was not sent."""
    if not is_een(kaart, Briefkaart) or kaart.record.richting == "inkomend":
        return False
    if nieuw is None:
        return True
    return not any(
        isinstance(b.record, Verzonden) and b.map == kaart.map for b in nieuw.bestanden.values()
    )


def _stukken(oud: Kant, stukken: Mapping[str, str]) -> Iterator[Verschil]:
    """Documents and other files; one that a fact names was fixed."""
    vast = {
        f"{b.map}/{deel.bestand}"
        for b in oud.bestanden.values()
        if isinstance(b.record, Feit)
        for _, deel in b.delen
        if isinstance(deel, Stuk) and deel.bestand and deel.sha256
    }
    per: dict[tuple[str, tuple[str, str]], list[str]] = {}
    for pad, wat in stukken.items():
        if pad in vast and wat != "erbij":
            yield verschil("vast-stuk", waarover(pad), wat=pad, wordt=wat)
        elif pad.startswith("sjablonen/"):
            yield verschil("sjabloon", ("", "sjablonen"), wat=f"sjabloon {pad[10:]} is {wat}")
        else:
            per.setdefault((wat, waarover(pad)), []).append(pad.rsplit("/", 1)[-1])
    for (wat, waar), namen in per.items():
        yield verschil("stuk", waar, wat=", ".join(sorted(namen)), wordt=wat)
