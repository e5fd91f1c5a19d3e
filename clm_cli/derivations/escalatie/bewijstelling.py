"""Floor 4, bewijstelling: whether there is enough of one form of evidence, and near enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.stap import Stap, van_laatste_dag
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, een, ja, nee, onbekend
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.records.escalatie import Bewijs, Bewijselement
from clm_cli.records.regime import Bewijsvorm
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.termijn import bereken

Gewogen = list[tuple[Bestand[Bewijs], Uitspraak]]
"""Pieces of one form, each with whether it holds by itself."""


def geteld(stap: Stap, vorm: Bewijsvorm, rijen: Gewogen) -> Uitspraak:
    """Whether pieces that hold are as many, by as many persons, as near as the form asks."""
    if vorm.aantal <= 1:
        uit = een((uitspraak for _, uitspraak in rijen), "")
        tegen = weersproken([feit for feit, _ in rijen], vorm)
        return _tegengesproken(vorm, tegen) if uit.antwoord == "ja" and tegen else uit
    goed = [feit for feit, uitspraak in rijen if uitspraak.antwoord == "ja"]
    mogelijk = [feit for feit, uitspraak in rijen if uitspraak.antwoord != "nee"]
    if (zeker := _meeste(stap, vorm, goed, gunstig=False)) >= vorm.aantal:
        redenen = tuple(reden for _, uitspraak in rijen for reden in uitspraak.omdat)
        return Uitspraak("ja", redenen)
    zin = f"{vorm.titel}: {zeker} van de {vorm.aantal}{_waar(vorm)}"
    plek = rijen[-1][0].plek()
    if _meeste(stap, vorm, mogelijk, gunstig=True) >= vorm.aantal:
        return onbekend(f"{zin}; van wie de andere zijn, of wat zij tonen, is onbekend", plek)
    return nee(zin, plek)


def weersproken(feiten: Iterable[Bestand[Bewijs]], vorm: Bewijsvorm) -> Bestand[Bewijs] | None:
    """The newest piece of a form, where it says of one of its elements that it is not shown.

    What a later look denies, an earlier one establishes no longer by itself (J44, J49).
    """
    nieuwste = van_laatste_dag([*feiten])
    ontkent = (f for f in nieuwste if any(_ontkend(rij, vorm) for rij in f.record.elementen))
    return next(ontkent, None)


def _ontkend(rij: Bewijselement, vorm: Bewijsvorm) -> bool:
    return rij.aangetoond == "nee" and rij.element in vorm.elementen


def _tegengesproken(vorm: Bewijsvorm, feit: Bestand[Bewijs]) -> Uitspraak:
    wat = next(rij.element for rij in feit.record.elementen if _ontkend(rij, vorm))
    zin = f"{vorm.titel}: het stuk van {datum_vol(feit.record.datum)} zegt dat '{wat}' niet is"
    return onbekend(f"{zin} aangetoond, een ander stuk dat het wel is", feit.plek("elementen"))


def leeftijd(stap: Stap, feit: Bestand[Bewijs], vorm: Bewijsvorm) -> Iterator[Uitspraak]:
    """Whether a piece is no older at the decision than its form allows, nor than the contract."""
    oud, dag, plek = vorm.hoogstens_oud, feit.record.vastgesteld_op, feit.plek("vastgesteld_op")
    van = stap.uitvoering_van
    # Who had not begun, fell short in nothing (6:265 BW); but J48 lets what others saw of him
    # before ('actief is/was') count.
    if dag and van and dag < van and vorm.gemeenten_noemen != "ja":
        zin = f"{vorm.titel}: of het over dit contract gaat, is onbekend; vastgesteld op"
        toen = f"{datum_vol(dag)}, en het wordt uitgevoerd vanaf {datum_vol(van)}"
        yield onbekend(f"{zin} {toen}", plek)
    if oud is None:
        return
    if dag is None:
        # when it was recorded says nothing of when it was made
        yield onbekend(f"{vorm.titel}: de dag is onbekend, en ouder dan {oud} telt niet", plek)
        return
    kalender = kalender_op(stap.register, dag, stap.contract)
    tot, zin = bereken(dag, oud, kalender, rol=Rol.NIET).uiterlijk, f"van {datum_vol(dag)}"
    yield (
        ja(f"{vorm.titel}: {zin}", plek)
        if stap.dag <= tot
        else nee(f"{vorm.titel}: {zin}, bij het besluit ouder dan {oud}", plek)
    )


def _waar(vorm: Bewijsvorm) -> str:
    personen = " van verschillende personen" if vorm.verschillend == "ja" else ""
    return personen + (f" binnen {vorm.binnen}" if vorm.binnen else "")


def _dag(feit: Bestand[Bewijs]) -> date:
    return feit.record.vastgesteld_op or feit.record.datum


def _meeste(stap: Stap, vorm: Bewijsvorm, feiten: list[Bestand[Bewijs]], *, gunstig: bool) -> int:
    """The most that lie near enough; one that does not say whose it is, may be of another."""
    uit = [0]
    for eerste in feiten:
        van = _dag(eerste)
        kalender = kalender_op(stap.register, van, stap.contract)
        tot = bereken(van, vorm.binnen, kalender, rol=Rol.NIET).uiterlijk if vorm.binnen else None
        dichtbij = [f for f in feiten if van <= _dag(f) and (tot is None or _dag(f) <= tot)]
        wie = {f.record.van.casefold() for f in dichtbij if f.record.van}
        naamloos = sum(f.record.van is None for f in dichtbij)
        personen = len(wie) + (naamloos if gunstig else 0)
        uit.append(personen if vorm.verschillend == "ja" else len(dichtbij))
    return max(uit)
