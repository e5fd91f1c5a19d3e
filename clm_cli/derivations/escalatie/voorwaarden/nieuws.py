"""Floor 4, nieuws: what came to light after the hearing, and hearing the provider on that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.escalatie.alsnog import gaat_over
from clm_cli.derivations.escalatie.stap import Stap, van_laatste_dag
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, vraagt
from clm_cli.derivations.escalatie.verzuim import zelfde_tekortkomingen
from clm_cli.derivations.escalatie.voorwaarden.horen import horen
from clm_cli.derivations.escalatie.voorwaarden.plan import opnieuw_gebleken
from clm_cli.derivations.escalatie.voorwaarden.spoed import spoed_gehoord
from clm_cli.derivations.escalatie.zaken import alle_genomen
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Feit
from clm_cli.records.escalatie import (
    Beoordeling,
    Bewijs,
    Onderzoek,
    Opening,
    Tekortkoming,
    Tekortkomingfeit,
    Wederhoor,
)
from clm_cli.tijd.datum import datum_vol


def nieuws_gehoord(stap: Stap) -> Uitspraak:  # J36, S08
    """De aanbieder is ook gehoord op wat na het onderzoek bleek: bewijs, herstel dat uitbleef."""
    # Our own notice says that no next measure is taken without hearing (6:248, 3:14 BW).
    if (spoed := spoed_gehoord(stap)) and spoed.antwoord == "ja":
        return spoed
    return alle(_gehoord(stap, id_) for id_ in stap.ids())


def _gehoord(stap: Stap, tekortkoming: str) -> Uitspraak:
    dagen = [
        f.record.gehoord or f.record.uitgenodigd
        for f in stap.van(Wederhoor)
        if (over := gaat_over(stap.dossier, f, tekortkoming))
        and horen(stap, f, over.record.datum).antwoord == "ja"
    ]
    # Who was never heard at all is told so by the condition of hearing itself.
    sinds = max(dagen, default=stap.dag)
    open_ = [
        (f.record.datum, f.pad, _wat(f), f.plek())
        for f in _nieuws(stap, tekortkoming)
        if f.record.datum > sinds
    ]
    open_ += _anders_gezegd(stap, tekortkoming, sinds)
    if not open_:
        return ja(f"{tekortkoming}: na het horen bleek niets nieuws")
    dag, pad, wat, plek = min(open_, key=lambda rij: rij[:2])
    zin = f"{tekortkoming}: niet gehoord op {wat} {datum_vol(dag)}"
    if (bezig := _bezig(stap, tekortkoming, pad)) is not None:
        return bezig
    if stap.voorstel is None and "nieuws-gehoord" in stap.instrument.voorwaarden.gemotiveerd:
        zin += "; hoor eerst, of zeg waarom dat niet hoeft (--afwijking)"
        return replace(vraagt(zin, "afwijkingen"), omdat=(Reden(zin, plek),))
    return nee(zin, plek)


def _bezig(stap: Stap, tekortkoming: str, pad: str) -> Uitspraak | None:
    """What a hearing on just this still lacks; who was heard on it is not told that he was not."""
    gehoord = [
        horen(stap, f, over.record.datum)
        for f in stap.van(Wederhoor)
        if (over := gaat_over(stap.dossier, f, tekortkoming)) and over.pad == pad
    ]
    # heard, and then the findings were corrected: that hearing was on something else
    niet_klaar = not any(uitspraak.antwoord == "ja" for uitspraak in gehoord)
    return een(gehoord, "") if gehoord and niet_klaar else None


def _wat(feit: Bestand[Feit]) -> str:
    is_bewijs = isinstance(feit.record, Bewijs)
    return "het bewijs van" if is_bewijs else "het oordeel dat herstel uitbleef van"


def _anders_gezegd(stap: Stap, tekortkoming: str, sinds: date) -> list[tuple[date, str, str, Plek]]:
    """What the provider was heard on, where a correction of later says something else (J36)."""
    onderzoeken = [f for f in stap.van(Onderzoek) if tekortkoming in f.record.tekortkomingen]
    uit = [
        (f.eerder[-1][0], f.pad, "de bevindingen zoals verbeterd op", f.plek())
        for f in van_laatste_dag(onderzoeken)
        if _bevonden(f.toen(sinds)) != _bevonden(f.record)
    ]
    return uit + [
        (f.eerder[-1][0], f.pad, "de feiten zoals verbeterd op", f.plek())
        for f in _noemend(stap)
        if _gezegd(f.toen(sinds), tekortkoming) != _gezegd(f.record, tekortkoming)
    ]


def _noemend(stap: Stap) -> tuple[Bestand[Opening | Tekortkomingfeit], ...]:
    """The facts that say what the shortcomings are."""
    return (*stap.escalatie.van(Opening), *stap.escalatie.van(Tekortkomingfeit))


def _bevonden(record: Onderzoek) -> tuple[str, str]:
    return record.bevindingen, record.niet_nakoming


def _gezegd(record: Opening | Tekortkomingfeit, tekortkoming: str) -> set[tuple[object, ...]]:
    """What a fact says of a shortcoming, as far as the provider can answer it."""
    rijen = record.tekortkomingen if isinstance(record, Opening) else (record.tekortkoming,)
    return {
        (
            t.verplichting,
            t.wat,
            t.feiten,
            t.soort,
            t.ernst,
            t.ernstig == "ja",
            t.raakt_veiligheid == "ja",
        )
        for t in rijen
        if t.id == tekortkoming
    }


def _nieuws(stap: Stap, tekortkoming: str) -> list[Bestand[Feit]]:
    """Evidence on a shortcoming, and judgements that it was not (wholly) cured."""
    uit: list[Bestand[Feit]] = [
        f
        for f in stap.van(Bewijs)
        if not f.record.tekortkomingen or tekortkoming in f.record.tekortkomingen
    ]
    uit += [
        f
        for f in stap.van(Beoordeling)
        if f.record.over == "herstel"
        and any(
            o.onderdeel == tekortkoming and o.oordeel in ("nee", "deels") for o in f.record.oordelen
        )
    ]
    return uit


def niet_hersteld(stap: Stap) -> Uitspraak:  # J38, J42, S14, S16, S19
    """De tekortkoming is niet hersteld, of bleek daarna opnieuw."""
    delen = [_niet_hersteld(stap, t) for t in stap.tekortkomingen]
    if stap.maatregel is None:  # a step that is only looked at can be taken for what is left
        return een(delen, "er is geen tekortkoming")
    return alle(delen)


def _niet_hersteld(stap: Stap, rij: Tekortkoming) -> Uitspraak:
    """What was judged cured carries no step that is to cure it, until it is found again.

    Danger of before the cure went with it; that of the day itself does not wait for a next one.
    """
    eigen = _na_oordeel(stap, rij, stap.van(Beoordeling), {rij.id})
    # What one case calls cured, another on the same obligation cannot call open on older findings.
    elders = (_na_oordeel(stap, rij, *andere) for andere in _andere_zaken(stap, rij.id))
    return next((uit for uit in (eigen, *elders) if uit.antwoord == "nee"), eigen)


def _andere_zaken(
    stap: Stap, tekortkoming: str
) -> Iterator[tuple[list[Bestand[Beoordeling]], set[str]]]:
    """Of the other cases on a contract of this step: what was judged, and which of it is this."""
    andere = {g.escalatie.pad: g for g in alle_genomen(stap.blik) if stap.deelt_contract(g)}
    andere.pop(stap.escalatie.pad, None)
    for genomen in andere.values():
        ids = zelfde_tekortkomingen(genomen, stap.escalatie, tekortkoming)
        yield [*genomen.escalatie.van(Beoordeling)], ids


def _na_oordeel(
    stap: Stap, rij: Tekortkoming, oordelen: list[Bestand[Beoordeling]], ids: set[str]
) -> Uitspraak:
    """Whether what was judged cured last was found again since, under the name it has here."""
    tekortkoming = rij.id
    over = [
        (f, {o.oordeel for o in f.record.oordelen if o.onderdeel in ids})
        for f in oordelen
        if f.record.over == "herstel" and any(o.onderdeel in ids for o in f.record.oordelen)
    ]
    laatst = van_laatste_dag([f for f, _ in over])
    gezegd = {woord for f, woorden in over if f in laatst for woord in woorden}
    if gezegd != {"ja"}:
        return ja(f"{tekortkoming} is niet hersteld geoordeeld")
    dag = laatst[0].record.datum
    later: list[Bestand[Feit]] = [*opnieuw_gebleken(stap, tekortkoming, dag)]
    nieuws = _nieuws(stap, tekortkoming)
    later += [f for f in nieuws if is_een(f, Beoordeling) and f.record.datum > dag]
    if later:
        return ja(f"{tekortkoming} is na het herstel opnieuw bekeken", later[-1].plek())
    if acuut := [s for s in stap.acute((rij,)) if s.record.datum >= dag]:
        return ja(f"{tekortkoming}: na het herstel is er acuut gevaar", acuut[-1].plek())
    zin = f"{tekortkoming} is hersteld volgens ons oordeel van {datum_vol(dag)}"
    return nee(f"{zin}; bleek zij daarna opnieuw, onderzoek haar dan eerst", laatst[0].plek())
