"""Floor 4, verleden: what went before a letter in its case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.oordelen import antwoorden, bezwaren, einden, oordelen
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.brieven.voorval import (
    Voorval,
    genoemde_ids,
    gestuurd,
    instrumenttitel,
    is_eigen,
    preventieve,
)
from clm_cli.derivations.escalatie.zaken import Genomen, instrumenten
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.signalen import vroegste_kennis
from clm_cli.derivations.zinnen import bij_trede, zin
from clm_cli.dossier import Brief, Gesprek
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.brief import Binnengekomen
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Beslissing,
    Opening,
    Opheffing,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.tijd.datum import datum_vol

_ZELF_VERTELD = (Maatregel, Beslissing, Aanpassing, Opheffing)
"""Facts that the history tells themselves, with the letter that made them known."""
_GEEN_BRIEF = "geen"
"""How a regime says that an instrument has no letter."""


def verleden(i: Inhoud) -> tuple[Voorval, ...]:
    """Each step before the letter, oldest first.

    It tells only what is about its shortcomings, and nothing from a source that has to stay out of
    letters. Of what we decided it tells only what left the house (3:37 BW).
    """
    if i.escalatie is None:
        return ()
    eigen = {t.id for t in i.tekortkomingen}
    # on one day what came in and what was judged goes before the letter that tells it
    bronnen = (
        _signalen,
        antwoorden,
        _gesprekken,
        oordelen,
        bezwaren,
        _maatregelen,
        _brieven,
        einden,
    )
    rang: dict[Voorval, int] = {}
    for nummer, bron in enumerate(bronnen):
        for rij in bron(i):
            rang.setdefault(rij, nummer)
    passend = [
        rij
        for rij in rang
        if rij.datum <= i.dag and (not rij.tekortkomingen or set(rij.tekortkomingen) & eigen)
    ]
    return tuple(
        sorted(passend, key=lambda rij: (rij.datum, rang[rij], rij.tekortkomingen, rij.zin))
    )


def _signalen(i: Inhoud) -> Iterator[Voorval]:
    """Only signals that may be told to the provider, without who gave them."""
    for opening in i.escalatie.van(Opening) if i.escalatie else ():
        for naam in opening.record.signalen:
            doel = i.dossier.vind(naam, opening.pad)
            feit = doel.bestand if doel else None
            if feit is None or not is_een(feit, Signaal):
                continue
            over = _van_signaal(i, feit)
            if feit.record.bron.mag_in_brief == "ja" and over:
                yield Voorval(
                    vroegste_kennis(feit, i.register)[0],
                    f"Wij kregen een melding hierover: {zin(feit.record.wat)}",
                    over,
                    feit.pad,
                )


def _van_signaal(i: Inhoud, feit: Bestand[Signaal]) -> tuple[str, ...]:
    """The shortcomings of this letter that a signal is about.

    One without an obligation is only told where the case has one shortcoming: else nobody can say
    which it is about.
    """
    if feit.record.verplichting is None:
        return tuple(t.id for t in i.alle_tekortkomingen) if _enige(i) else ()
    return _bij_verplichting(i, feit.record.verplichting, feit)


def _bij_verplichting(i: Inhoud, naam: str | None, feit: Bestand[Deel]) -> tuple[str, ...]:
    """The shortcomings of this letter in the same obligation."""
    over = i.dossier.een_naam(naam, feit.pad)
    rijen = i.tekortkomingen if over else ()
    return tuple(t.id for t in rijen if i.dossier.een_naam(t.verplichting) == over)


def _brieven(i: Inhoud) -> Iterator[Voorval]:
    """Letters from and to the provider.

    A letter that made a decision known is told with that decision, whichever names the other.
    """
    naam = i.escalatie.id if i.escalatie else ""
    verteld = {brief.kaart.pad for _, brief in _eerdere(i) if brief}
    for brief in i.dossier.brieven:
        kaart = brief.kaart.record
        if not (kaart.escalatie or "").endswith(naam) or brief.kaart.pad in verteld:
            continue
        if kaart.richting == "inkomend":
            for feit in brief.van(Binnengekomen):
                yield Voorval(
                    feit.record.datum,
                    f"Wij ontvingen uw brief{_van(kaart.datum, feit.record.datum)}: "
                    f"{zin(kaart.onderwerp)}",
                    pad=brief.kaart.pad,
                )
            continue
        dag = gestuurd(i, brief)
        over = i.dossier.waarbij(brief.kaart)
        if dag and not (over and isinstance(over.record, _ZELF_VERTELD)):
            yield Voorval(dag, _met_brief(i, brief, dag), _gaat_over(i, over))


def _gaat_over(i: Inhoud, feit: Bestand[Deel] | None) -> tuple[str, ...]:
    """The shortcomings that a fact names or judges, else those of what it answers."""
    alle, gezien = {t.id for t in i.alle_tekortkomingen}, set[str]()
    while feit is not None and feit.pad not in gezien:
        gezien.add(feit.pad)
        oordelen_ = feit.record.oordelen if is_een(feit, Beoordeling) else ()
        ids = tuple(rij.onderdeel for rij in oordelen_ if rij.onderdeel in alle)
        if ids or (ids := genoemde_ids(feit)):
            return ids
        feit = i.dossier.waarbij(feit) if is_een(feit, Feit) else None
    return ()


def _met_brief(i: Inhoud, brief: Brief, dag: date, trede: int = 0) -> str:
    """Say what a letter did: 'Met onze brief (kenmerk) vroegen wij u om een plan'.

    The day stands before it; that of the letter is only said where it is another.
    """
    kaart = brief.kaart.record
    soort = briefsoort(kaart.soort, i.contract.regime)
    gedaan = (soort.gedaan if soort else "") or f"schreven wij u over: {kaart.onderwerp}"
    kenmerk = f" ({kaart.kenmerk})" if kaart.kenmerk else ""
    bij = bij_trede(i.contract.regime, trede, " ({})")
    # what a letter is about may say its trede itself
    return f"Met onze brief{_van(kaart.datum, dag)}{kenmerk} {gedaan.removesuffix(bij)}{bij}."


def _van(eigen: date, dag: date) -> str:
    return f" van {datum_vol(eigen)}" if eigen != dag else ""


def _eerdere(i: Inhoud) -> Iterator[tuple[Bestand[Maatregel], Brief | None]]:
    """The measures that came before this letter, each with the letter that made it known."""
    for feit in i.escalatie.van(Maatregel) if i.escalatie else ():
        if not is_eigen(i, feit) and feit.record.datum < i.dag:
            assert i.escalatie
            yield feit, Genomen(i.blik, i.escalatie, i.contract, feit).brief


def _maatregelen(i: Inhoud) -> Iterator[Voorval]:
    for feit, brief in _eerdere(i):
        dag = gestuurd(i, brief) if brief else None
        if brief and dag:
            zin_ = _met_brief(i, brief, dag, feit.record.trede)
            yield Voorval(dag, zin_, feit.record.tekortkomingen)
        elif not vraagt_brief(i, feit):
            trede = bij_trede(i.contract.regime, feit.record.trede, " van {}")
            yield Voorval(
                feit.record.datum,
                f"Wij namen een maatregel{trede} "
                f"({instrumenttitel(i, feit)}{preventieve(i, feit)}).",
                feit.record.tekortkomingen,
            )


def vraagt_brief(i: Inhoud, feit: Bestand[Maatregel]) -> bool:
    """Whether a measure is only made by its letter; what prevents is done, and needs none."""
    return any(
        instrument.instrument == feit.record.instrument and instrument.brief != _GEEN_BRIEF
        for _, instrument in instrumenten(i.contract)
    )


def _gesprekken(i: Inhoud) -> Iterator[Voorval]:
    """Talks in which one of these shortcomings came up, since the case was opened."""
    opening = i.escalatie.opening if i.escalatie else None
    if opening is None:
        return
    eigen = {c.id for c in i.contracten}
    for gesprek in i.dossier.gesprekken:
        if (
            gesprek.kaart.record.gehouden
            and eigen & set(gesprek.kaart.record.contracten)
            and (dag := dag_van(gesprek).datum) >= opening.record.datum
            and (over := _besproken(i, gesprek))
        ):
            yield Voorval(dag, "Wij spraken hierover met u.", over)


def _besproken(i: Inhoud, gesprek: Gesprek) -> tuple[str, ...]:
    """The shortcomings with a finding or action in a talk.

    What names none of them is, in a talk of this case, about the only one that it has.
    """
    kaart, gehouden = gesprek.kaart, gesprek.kaart.record.gehouden
    gevonden: list[str] = []
    for bevinding in gehouden.bevindingen if gehouden else ():
        doel = i.dossier.vind(bevinding.signaal, kaart.pad)
        if doel and is_een(doel.bestand, Signaal):
            gevonden += _van_signaal(i, doel.bestand)
    for actie in gehouden.acties if gehouden else ():
        gevonden += _bij_verplichting(i, actie.verplichting, kaart)
    if gevonden or not (gehouden and (gehouden.bevindingen or gehouden.acties)):
        return tuple(dict.fromkeys(gevonden))
    van_zaak = i.escalatie and (kaart.record.escalatie or "").endswith(f"/{i.escalatie.id}")
    return tuple(t.id for t in i.tekortkomingen) if van_zaak and _enige(i) else ()


def _enige(i: Inhoud) -> bool:
    """Whether the case has one shortcoming: what names none can then be about no other."""
    return len(i.alle_tekortkomingen) == 1
