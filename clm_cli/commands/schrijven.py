"""Floor 7, schrijven: a proposal is checked against the rules and the record, and then written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand, is_een, verwijzing
from clm_cli.commands.vastleggen import met_staart
from clm_cli.commands.werk import Werk
from clm_cli.files import voorbereiding as opslag
from clm_cli.files.lader import Geladen
from clm_cli.files.schijf import Bewerking
from clm_cli.files.schijf import schrijf as schrijf_weg
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Ernst, Geweigerd, Ingehaald, Melding
from clm_cli.records.basis import Correctie, Feit
from clm_cli.records.soort import Feitsoort
from clm_cli.records.soorten import soort_van
from clm_cli.rules.boek import ERNSTIG
from clm_cli.rules.toets import meldingen
from clm_cli.value import value
from clm_cli.voorstel import NieuwBestand, Voorstel

_BUNDEL = 3
"""So many warnings of one code are told as one."""


@value
class Klaar:
    """A proposal that may be written: which files, and what the user should know before it is."""

    voorstel: Voorstel
    bewerkingen: tuple[Bewerking, ...]
    let_op: tuple[str, ...] = ()
    stond_er_al: tuple[str, ...] = ()
    """The files in which the same was recorded before; then there is nothing to write."""

    @property
    def paden(self) -> list[str]:
        """The files it writes."""
        return [bewerking.pad for bewerking in self.bewerkingen]

    @property
    def verschil(self) -> str:
        """What would change."""
        return opslag.verschil(self.bewerkingen)


def bereid(werk: Werk, voorstel: Voorstel) -> Klaar:
    """Everything a proposal would write; raises ClmFout when the result would not be right."""
    gevraagd = [bestand.pad for bestand in voorstel.nieuw]
    if werk.is_gedeeld:
        voorstel = replace(voorstel, nieuw=tuple(map(_van_mij, voorstel.nieuw)))
    bewerkingen, daarna, let_op = opslag.bereid(werk.wortel, werk.geladen, voorstel, werk.elders)
    al = _stond_er_al(werk, bewerkingen, daarna)
    if not bewerkingen:
        al = voorstel.stond_er_al or voorstel.paden
    if al or not bewerkingen:
        nu = _op_naam(voorstel.nu, zip(gevraagd, al, strict=False))
        return Klaar(replace(voorstel, nu=nu), (), voorstel.let_op, al)
    if voorstel.weigering is not None:
        raise voorstel.weigering
    namen = (b.pad for b in bewerkingen if b.oud is None and b.pad.endswith(".yaml"))
    if len(gevraagd) == 1:
        voorstel = replace(voorstel, nu=_op_naam(voorstel.nu, zip(gevraagd, namen, strict=False)))
    nieuw = _nieuwe_meldingen(werk, daarna, bewerkingen, voorstel.nu or "")
    return Klaar(voorstel, bewerkingen, (*voorstel.let_op, *_elders(werk), *let_op, *nieuw))


def _op_naam(nu: str | None, paden: Iterable[tuple[str, str]]) -> str | None:
    """The next step about what it is called in the register, or was when it was recorded before."""
    for nieuw, is_het in paden:
        mappen = (pad.rpartition("/")[0].rpartition("/")[2] for pad in (nieuw, is_het))
        for was, wordt in (tuple(mappen), (verwijzing(nieuw), verwijzing(is_het))):
            if isinstance(nu, Advies) and was != wordt:
                nu = nu.over(was, wordt)
    return nu


def _elders(werk: Werk) -> Iterator[str]:
    """What has to be said where nobody knows what others wrote."""
    if werk.onbekend_elders:
        yield (
            f"git kan dit register niet lezen: {werk.onbekend_elders}. Of het wordt gedeeld en "
            "welke namen elders al bestaan, is onbekend"
        )


def _van_mij(bestand: NieuwBestand) -> NieuwBestand:
    """In a register that is shared a fact has its writer in its name."""
    wie = str(bestand.boom.get("door") or "")
    return replace(bestand, pad=met_staart(bestand.pad, wie)) if bestand.is_feit else bestand


def onderwerp(klaar: Klaar) -> str:
    """The first line of a commit: of one new fact what it is about, never what somebody typed."""
    feiten = [bestand for bestand in klaar.voorstel.nieuw if bestand.is_feit]
    if len(feiten) != 1 or "/" not in feiten[0].pad:
        return klaar.voorstel.zin
    pad, bij = feiten[0].pad, str(feiten[0].boom.get("bij") or "")
    soort, naam = soort_van(pad), pad.rsplit("/", 1)[-1].removesuffix(".yaml")
    kenmerk = bij.rpartition("#")[2]
    wat = f"{kenmerk} {soort.naam}" if soort and kenmerk and "/" not in kenmerk else naam
    return f"{pad.partition('/')[0]}: {wat}"


def schrijf(werk: Werk, klaar: Klaar) -> list[str]:
    """Write it; returns the files as they were named. On trial nothing is ever written.

    Raises Ingehaald when it was decided on what is no longer so.
    """
    if werk.proef:
        return []
    werk.neem_slot()
    if werk.is_ingehaald:
        raise Ingehaald
    return schrijf_weg(werk.wortel, klaar.bewerkingen, werk.geschreven)


def _stond_er_al(werk: Werk, bewerkingen: Iterable[Bewerking], daarna: Geladen) -> tuple[str, ...]:
    """Where exactly this was recorded before, when all that would be written was."""
    gevonden: list[str] = []
    for bewerking in bewerkingen:
        rond = daarna.register.rond(bewerking.pad) if bewerking.wijkt_uit else ()
        feit = next((b for b in rond if b.pad == bewerking.pad), None)
        zelfde = _zelfde(werk, feit) if feit and is_een(feit, Feit) else None
        if zelfde is None:
            return ()
        gevonden.append(zelfde)
    return tuple(gevonden)


def _zelfde(werk: Werk, feit: Bestand[Feit]) -> str | None:
    """The fact that says the same and still counts: equal but for the moment of recording."""
    if is_een(feit, Correctie):
        eerder: list[Bestand[Feit]] = [
            b
            for b in werk.geladen.register.rond(feit.pad)
            if is_een(b, Correctie) and b.map == feit.map and b.record.bij == feit.record.bij
        ]
        rijen = sorted(eerder, key=lambda b: (b.record.vastgelegd, len(b.pad), b.pad))[-1:]
    else:
        rond = werk.register.rond(feit.pad)
        rijen = [b for b in rond if is_een(b, Feit) and _waar(b) == _waar(feit)]
    for b in rijen:
        if type(b.record) is type(feit.record):
            vastgelegd = {"vastgelegd": feit.record.vastgelegd}
            if b.record.model_copy(update=vastgelegd) == feit.record:
                return b.pad
    return None


def _waar(feit: Bestand[Feit]) -> str:
    """Where the same may stand: of what opens a folder of its own, in any of those beside it."""
    soort = soort_van(feit.pad)
    eigen = isinstance(soort, Feitsoort) and soort.opent
    return feit.map.rpartition("/")[0] if eigen else feit.map


def _nieuwe_meldingen(
    werk: Werk, daarna: Geladen, bewerkingen: Sequence[Bewerking], nu: str
) -> tuple[str, ...]:
    """What the rules find that they did not find before: an error refuses, the rest is said.

    What helps is left out where it is the next step (`nu`), which is said already.

    A write in a dossier is checked there; what dossiers share may matter to each of them. What only
    the whole register can tell, such as two dossiers of one provider, is told by a check of it.
    """
    kijk = Kijk(daarna.register.zoals(), werk.vandaag)
    mappen = {b.pad.partition("/")[0] for b in bewerkingen}
    anders = {b.pad for b in bewerkingen}
    alleen = mappen if all(map_ in kijk.register.dossiers for map_ in mappen) else None
    later = [m for m in meldingen(kijk, alleen, ERNSTIG) if m.ernst is not Ernst.INFO]
    # what the other rules said before is in nothing that they say now
    eerder = {_kern(m) for m in meldingen(werk.kijk, alleen, {m.code for m in later})}
    # what is not written, because it is wrong or on trial, is mended by no correction
    nieuw = [
        m.van_voorstel()
        if m.plek and m.plek.pad in anders and (m.ernst is Ernst.FOUT or werk.proef)
        else m
        for m in later
        if _kern(m) not in eerder
    ]
    fouten = tuple(m for m in nieuw if m.ernst is Ernst.FOUT)
    if fouten:
        raise Geweigerd(
            "Zo klopt het dossier niet",
            nu=fouten[0].nu,
            meldingen=fouten,
        )
    zinnen: dict[tuple[str, str], list[Melding]] = {}
    for m in nieuw:
        if m.ernst is Ernst.WAARSCHUWING:
            zinnen.setdefault((m.code, m.tekst), []).append(m)
    return tuple(_gebundeld(zinnen, nu))


def _gebundeld(zinnen: Mapping[tuple[str, str], Sequence[Melding]], nu: str) -> Iterator[str]:
    """Each in a sentence; of many of one code the first: what comes next has to stay in sight."""
    per: dict[str, list[Sequence[Melding]]] = {}
    for (code, _), rij in zinnen.items():
        per.setdefault(code, []).append(rij)
    for code, rijen in per.items():
        veel = len(rijen) >= _BUNDEL
        yield from (_in_een_zin(rij, nu) for rij in (rijen[:1] if veel else rijen))
        if veel:
            yield f"{code} nog {len(rijen) - 1} keer; {opdracht('controleer')} toont ze"


def _in_een_zin(rij: Sequence[Melding], nu: str) -> str:
    """The same melding of one or many dossiers, with what helps when it is one."""
    eerste, wat = rij[0], f"{rij[0].code} {rij[0].tekst}"
    if len(rij) > 1:
        return f"{wat} ({len(rij)} keer; {opdracht('controleer')} toont waar)"
    return f"{wat} - {eerste.nu}" if eerste.nu and not nu.startswith(eerste.nu) else wat


def _kern(melding: Melding) -> tuple[str, str, str]:
    """What makes a melding the same one after lines moved."""
    return melding.code, melding.plek.pad if melding.plek else "", melding.tekst
