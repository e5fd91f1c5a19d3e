"""Floor 4, verleden: what went before a letter in its case."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.oordelen import antwoorden, bezwaren, einden, oordelen
from clm_cli.derivations.brieven.post import verzending
from clm_cli.derivations.brieven.voorval import (
    Voorval,
    genoemde_ids,
    instrumenttitel,
    is_eigen,
    preventieve,
)
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.signalen import vroegste_kennis
from clm_cli.derivations.zinnen import zin
from clm_cli.dossier import Brief
from clm_cli.records.brief import Binnengekomen
from clm_cli.records.contact import Signaal
from clm_cli.records.escalatie import (
    Opening,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.tijd.datum import datum_vol


def verleden(i: Inhoud) -> tuple[Voorval, ...]:
    """Each step before the letter, oldest first.

    It tells only what is about its shortcomings, and nothing from a source that has to stay out of
    letters.
    """
    if i.escalatie is None:
        return ()
    eigen = {t.id for t in i.tekortkomingen}
    rijen = dict.fromkeys(
        (
            *_signalen(i),
            *_brieven(i),
            *_maatregelen(i),
            *antwoorden(i),
            *_gesprekken(i),
            *oordelen(i),
            *bezwaren(i),
            *einden(i),
        )
    )
    passend = [
        rij
        for rij in rijen
        if rij.datum <= i.dag and (not rij.tekortkomingen or set(rij.tekortkomingen) & eigen)
    ]
    return tuple(sorted(passend, key=lambda rij: (rij.datum, rij.tekortkomingen, rij.zin)))


def _signalen(i: Inhoud) -> Iterator[Voorval]:
    """Only signals that may be told to the provider, without who gave them."""
    for opening in i.escalatie.van(Opening) if i.escalatie else ():
        for naam in opening.record.signalen:
            doel = i.dossier.vind(naam, opening.pad)
            if (
                doel
                and isinstance(doel.bestand.record, Signaal)
                and doel.bestand.record.bron.mag_in_brief == "ja"
            ):
                over = tuple(
                    t.id
                    for t in i.tekortkomingen
                    if t.verplichting == doel.bestand.record.verplichting
                )
                yield Voorval(
                    vroegste_kennis(doel.bestand)[0],
                    f"Wij kregen een signaal. {zin(doel.bestand.record.wat)}",
                    over or _alleen(doel.bestand),
                )


def _alleen(signaal: Bestand[Signaal]) -> tuple[str, ...]:
    """A signal about another obligation is not about any shortcoming of this letter."""
    return ("-",) if signaal.record.verplichting else ()


def _brieven(i: Inhoud) -> Iterator[Voorval]:
    """Letters from and to the provider.

    A letter that made a measure known is told with that measure.
    """
    naam = i.escalatie.id if i.escalatie else ""
    for brief in i.dossier.brieven:
        kaart = brief.kaart.record
        if not (kaart.escalatie or "").endswith(naam):
            continue
        if kaart.richting == "inkomend":
            for feit in brief.van(Binnengekomen):
                yield Voorval(
                    feit.record.datum,
                    f"Wij ontvingen uw brief van {datum_vol(kaart.datum)}: {zin(kaart.onderwerp)}",
                )
            continue
        anker, over = (
            verzending(i.dossier, brief),
            i.dossier.vind(kaart.bij, brief.kaart.pad) if kaart.bij else None,
        )
        if (
            anker
            and anker.datum < i.dag
            and not (over and isinstance(over.bestand.record, Maatregel))
        ):
            yield Voorval(
                anker.datum,
                f"Wij stuurden u een brief{_kenmerk(brief)}: {zin(kaart.onderwerp)}",
                genoemde_ids(over.bestand) if over else (),
            )


def _kenmerk(brief: Brief) -> str:
    return f" ({brief.kaart.record.kenmerk})" if brief.kaart.record.kenmerk else ""


def _maatregelen(i: Inhoud) -> Iterator[Voorval]:
    for feit in i.escalatie.van(Maatregel) if i.escalatie else ():
        if is_eigen(i, feit) or feit.record.datum >= i.dag:
            continue
        assert i.escalatie
        brief = Genomen(i.blik, i.escalatie, i.contract, feit).brief
        anker = verzending(i.dossier, brief) if brief else None
        met = (
            f", met onze brief van {datum_vol(brief.kaart.record.datum)}{_kenmerk(brief)}"
            if brief and anker
            else ""
        )
        yield Voorval(
            feit.record.datum,
            (
                f"Wij namen een maatregel van trede {feit.record.trede} "
                f"({instrumenttitel(i, feit)}{preventieve(i, feit)}){met}."
            ),
            feit.record.tekortkomingen,
        )


def _gesprekken(i: Inhoud) -> Iterator[Voorval]:
    """Talks about this contract that were held since the case was opened."""
    opening = next(iter(i.escalatie.van(Opening)), None) if i.escalatie else None
    if opening is None:
        return
    for gesprek in i.dossier.gesprekken:
        if (
            gesprek.kaart.record.gehouden
            and i.contract.id in gesprek.kaart.record.contracten
            and (dag := dag_van(gesprek).datum) >= opening.record.datum
        ):
            yield Voorval(dag, "Wij spraken hierover met u.")
