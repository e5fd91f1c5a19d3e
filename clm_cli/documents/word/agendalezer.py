"""Floor 6, agendalezer: an agenda that was filled in by hand in Word, read as what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from clm_cli.documents.word.agendatabellen import Rij, Soort, Veld, soort_van, velden
from clm_cli.documents.word.agendawoorden import (
    GEEN,
    LEEG,
    Bekend,
    OnduidelijkError,
    aanwezig,
    dag,
    kern,
    leeg,
    lees_rol,
    niet_besproken,
    partij,
    passend,
)
from clm_cli.documents.word.gelezen import Alinea, Tabel, Wordbestand
from clm_cli.documents.word.lezer import lees_word
from clm_cli.meldingen import ClmFout
from clm_cli.value import value
from clm_cli.woorden import met_hoofdletter

INVULLEN, DOSSIERDEEL = "Om tijdens het gesprek in te vullen", "Uit het dossier"
"""The headings between which stands what clm worked out; what changed there nobody filled in."""
_MEESTE = 12
W = TypeVar("W")


@value
class Ingevuld:
    """What was filled in, as the tree of a talk that was held; and what is not in it."""

    boom: dict[str, Any]
    let_op: tuple[str, ...]


_WIE = Soort("Wie er zijn", ("naam", "namens", "aanwezig"), ("functie", "rol"))
_BESLUITEN = Soort("Besluiten", ("besluit",), ("gemandateerd", "genomen onder"))
_ACTIES = Soort("Acties", ("wie", "namens", "wat", "uiterlijk"), ("klaar als",))
_PUNTEN = Soort("Eigen punten", ("punt", "ingebracht door"), ("tijd",))
_TIJDEN = Soort("Tijd per onderwerp", ("onderwerp", "tijd"))


@dataclass(slots=True)
class _Lezing:
    """The sheet while it is read: what came of it, what is wrong, and what is only said."""

    bekend: Bekend
    boom: dict[str, Any] = field(default_factory=dict)
    fouten: list[str] = field(default_factory=list)
    let_op: list[str] = field(default_factory=list)

    def probeer(self, plaats: str, lees: Callable[[], W]) -> W | None:
        """The value of one cell, or its fault with the place where it stands."""
        try:
            return lees()
        except OnduidelijkError as fout:
            self.fouten.append(f"{plaats}: {fout}")
            return None


def lees_agenda(inhoud: bytes, naam: str, bekend: Bekend) -> Ingevuld:
    """What was filled in: who was there, findings, decisions, actions.

    Titles and names lead back to their ids. What stands in the sheet and has no place in the
    record is told, never dropped.

    Raises ClmFout with the table, row and column of all that cannot be read in one way.
    """
    bestand, lezing = lees_word(inhoud, naam, invulplekken=True), _Lezing(bekend)
    bevindingen = Soort("Bevindingen", ("thema", "wat is vastgesteld"), tuple(bekend.vragen))
    lezers: tuple[tuple[Soort, Callable[[_Lezing, str, Rij], None]], ...] = (
        (_WIE, _mens),
        (bevindingen, _bevinding),
        (_BESLUITEN, _besluit),
        (_ACTIES, _actie),
        (_PUNTEN, _eigen_punt),
        (_TIJDEN, lambda _lezing, _plaats, _rij: None),
    )
    for tabel in (blok for blok in bestand.blokken if isinstance(blok, Tabel)):
        soort = soort_van(tabel, [soort for soort, _ in lezers])
        if soort is None:
            lezing.let_op += _onbekende_tabel(tabel, bekend)
            continue
        lees = next(lezer for ander, lezer in lezers if ander is soort)
        for plaats, rij in _rijen(lezing, soort, tabel):
            lees(lezing, plaats, rij)
    lezing.let_op += _los(bestand, bekend)
    if lezing.fouten:
        raise ClmFout(
            f"In {naam} is niet alles te lezen.{_samen(lezing.fouten)}",
            nu="verbeter het in Word, sla het op, en geef de opdracht opnieuw",
        )
    if not lezing.boom:
        raise ClmFout(
            f"In {naam} is niets ingevuld dat vast te leggen is.{_samen(lezing.let_op)}",
            nu="vul de tabellen van de agenda in en laat hun koppen staan",
        )
    return Ingevuld(lezing.boom, tuple(lezing.let_op))


def _samen(zinnen: list[str]) -> str:
    """The first of what was found, in one sentence; empty when nothing was."""
    meer = f"; en nog {len(zinnen) - _MEESTE} andere" if len(zinnen) > _MEESTE else ""
    return f" {met_hoofdletter('; '.join(zinnen[:_MEESTE]))}{meer}." if zinnen else ""


def _onbekende_tabel(tabel: Tabel, bekend: Bekend) -> list[str]:
    regels = [" | ".join(cel.tekst for cel in rij) for rij in tabel.rijen]
    eigen = kern(" ".join(regels[:1])) in bekend.gemaakt
    anders = [regel for regel in regels if kern(regel) and kern(regel) not in bekend.gemaakt]
    return [] if eigen or not anders else [f"er staat een eigen tabel in: {'; '.join(anders)}"]


def _rijen(lezing: _Lezing, soort: Soort, tabel: Tabel) -> Iterator[tuple[str, Rij]]:
    """The rows that somebody wrote in, by the names of their columns, each with its place."""
    koppen = [kern(cel.tekst) for cel in velden(tabel.rijen[0])]
    namen = {kern(kolom): kolom for kolom in (*soort.nodig, *soort.mag)}
    mist = [kolom for kolom in soort.nodig if kern(kolom) not in koppen]
    dubbel = [kolom for sleutel, kolom in namen.items() if koppen.count(sleutel) > 1]
    lezing.fouten += [f"{soort.naam}: de kolom '{kolom}' ontbreekt" for kolom in mist]
    lezing.fouten += [f"{soort.naam}: de kolom '{kolom}' staat er dubbel" for kolom in dubbel]
    if mist or dubbel:
        return
    titels = [cel.tekst for cel in tabel.rijen[0]]
    for nummer, rij in enumerate(tabel.rijen[1:], 1):
        cellen = velden(rij)
        if leeg(cel.tekst for cel in cellen) or [kern(cel.tekst) for cel in cellen] == koppen:
            continue  # two tables that became one have their heads between the rows
        plaats = f"{soort.naam}, rij {nummer}"
        for plek, cel in enumerate(cellen):
            if cel.tekst and (plek >= len(koppen) or koppen[plek] not in namen):
                titel = titels[plek] if plek < len(titels) else ""
                lezing.let_op.append(f"{plaats}, {titel or 'een eigen kolom'}: {cel.tekst}")
        gevuld = {namen[kop]: cel for kop, cel in zip(koppen, cellen, strict=False) if kop in namen}
        yield plaats, {**dict.fromkeys(namen.values(), Veld("")), **gevuld}


def _zonder_leeg(rij: Mapping[str, object]) -> dict[str, object]:
    return {naam: waarde for naam, waarde in rij.items() if waarde}


def _een_regel(tekst: str) -> str:
    """A name that was typed under another in its cell, as the record holds it."""
    return " ".join(tekst.split())


def _mens(lezing: _Lezing, plaats: str, rij: Rij) -> None:
    bekend, naam, er = lezing.bekend, _een_regel(rij["naam"].tekst), rij["aanwezig"].tekst
    if not naam:
        lezing.fouten.append(f"{plaats}, naam: is leeg")
        return
    if er in LEEG:
        lezing.let_op.append(f"van {naam} staat er niet bij of hij of zij er was")
        return
    was_er = lezing.probeer(f"{plaats}, aanwezig", lambda: aanwezig(er))
    id_ = lezing.probeer(f"{plaats}, naam", lambda: passend(naam, bekend.mensen))
    van = _partij(lezing, plaats, rij["namens"].tekst, naam)
    rol = rij["rol"].tekst
    gelezen = (
        None
        if rol in LEEG or GEEN.fullmatch(rol)
        else lezing.probeer(f"{plaats}, rol", lambda: lees_rol(rol, bekend.rollen))
    )
    wie = {"persoon": id_} if id_ else {"naam": naam}
    lezing.boom.setdefault("aanwezig" if was_er else "afwezig", []).append(
        _zonder_leeg({**wie, "partij": van, "rol": gelezen})
    )


def _partij(lezing: _Lezing, plaats: str, tekst: str, naam: str) -> str | None:
    """For whom somebody speaks; of a person in the register that is known."""
    if tekst not in LEEG:
        return lezing.probeer(f"{plaats}, namens", lambda: partij(tekst, lezing.bekend.firmas))
    gevonden = lezing.probeer(f"{plaats}, wie", lambda: passend(naam, lezing.bekend.partij_van))
    if gevonden is None:
        lezing.fouten.append(f"{plaats}, namens: is leeg")
    return gevonden


def _bevinding(lezing: _Lezing, plaats: str, rij: Rij) -> None:
    bekend, kop, kern_ = lezing.bekend, rij["thema"], rij["wat is vastgesteld"]
    vragen = {id_: rij[titel].tekst for titel, id_ in bekend.vragen.items() if rij[titel].tekst}
    if kern_.tekst in LEEG and not kern_.vervolg:
        if vragen:
            lezing.fouten.append(f"{plaats}, wat is vastgesteld: is leeg, met antwoorden erachter")
        return
    themas = {kern(titel): id_ for titel, id_ in bekend.themas.items()}
    thema = themas.get(kern(kop.tekst).lstrip("0123456789")) or themas.get(kern(kop.tekst))
    if thema is None:
        eerder = lezing.boom.get("themas")
        if not kop.vervolg or not eerder:
            lezing.fouten.append(f"{plaats}, thema: '{kop.tekst}' is geen thema van dit gesprek")
            return
        thema = str(eerder[-1]["thema"])
    if kern_.vervolg:
        lezing.let_op.append(f"{plaats}: de cel is samengevoegd met die erboven; niet besproken")
        reden: str | None = "samengevoegd met het onderwerp erboven"
    else:
        reden = niet_besproken(kern_.tekst)
    rijen = lezing.boom.setdefault("themas", [])
    if all(eerder["thema"] != thema for eerder in rijen):
        rijen.append(
            _zonder_leeg(
                {"thema": thema, "behandeld": "ja" if reden is None else "nee", "reden": reden}
            )
        )
    lezing.boom.setdefault("bevindingen", [])
    if reden is None:
        lezing.boom["bevindingen"].append({"thema": thema, "kern": kern_.tekst, **vragen})
    elif vragen:
        lezing.let_op.append(f"{plaats}: niet besproken, en toch: {'; '.join(vragen.values())}")


def _besluit(lezing: _Lezing, plaats: str, rij: Rij) -> None:
    if not rij["besluit"].tekst:
        lezing.fouten.append(f"{plaats}, besluit: is leeg")
    besluit = {
        "besluit": rij["besluit"].tekst,
        "gemandateerd": _een_regel(rij["gemandateerd"].tekst),
        "genomen_onder": _een_regel(rij["genomen onder"].tekst),
    }
    _erbij(lezing, plaats, "besluiten", besluit)


def _actie(lezing: _Lezing, plaats: str, rij: Rij) -> None:
    wie, uiterlijk = _een_regel(rij["wie"].tekst), rij["uiterlijk"].tekst
    lezing.fouten += [
        f"{plaats}, {naam}: is leeg" for naam in ("wie", "wat") if not rij[naam].tekst
    ]
    namen = {naam: naam for naam in lezing.bekend.mensen}
    heel = lezing.probeer(f"{plaats}, wie", lambda: passend(wie, namen)) if wie else None
    dag_ = (
        None
        if uiterlijk in LEEG or GEEN.fullmatch(uiterlijk)
        else lezing.probeer(f"{plaats}, uiterlijk", lambda: dag(uiterlijk, lezing.bekend.dag))
    )
    actie = {
        "partij": _partij(lezing, plaats, rij["namens"].tekst, wie),
        "wie": heel or wie,
        "wat": rij["wat"].tekst,
        "klaar_als": rij["klaar als"].tekst,
        "uiterlijk": dag_.isoformat() if dag_ else "",
    }
    _erbij(lezing, plaats, "acties", actie)


def _erbij(lezing: _Lezing, plaats: str, lijst: str, rij: Mapping[str, object]) -> None:
    """One more in a list; two rows that say the same are a slip, and never two things."""
    deel, al = _zonder_leeg(rij), lezing.boom.setdefault(lijst, [])
    if deel in al:
        lezing.fouten.append(f"{plaats}: staat er al, in dezelfde woorden; laat er één staan")
    al.append(deel)


def _eigen_punt(lezing: _Lezing, plaats: str, rij: Rij) -> None:
    door = rij["ingebracht door"].tekst
    van = f" (ingebracht door {door})" if door else ""
    lezing.let_op.append(f"{plaats}, is nog geen bevinding: {rij['punt'].tekst}{van}")


def _los(bestand: Wordbestand, bekend: Bekend) -> list[str]:
    """What was written outside the tables, in remarks, or is hidden or struck."""
    tekst, in_dossierdeel, onder = [], False, False
    for blok in bestand.blokken:
        if not isinstance(blok, Alinea):
            continue
        regel = blok.tekst.strip()
        onder = onder or kern(regel) == kern(INVULLEN)
        in_dossierdeel = not onder and (in_dossierdeel or kern(regel) == kern(DOSSIERDEEL))
        if kern(regel) and not in_dossierdeel and kern(regel) not in bekend.gemaakt:
            waar = "onder de tabellen" if onder else "bij de onderwerpen"
            tekst.append(f"er staat tekst {waar}: {regel}")
    erbij = Counter(bestand.ongelezen) - Counter(bekend.ongelezen)
    return [
        *tekst,
        *(f"er staat tekst in de kop of voet: {rij}" for rij in _eigen_randen(bestand, bekend)),
        *(f"kijk zelf na, want clm leest het niet: {rij}" for rij in erbij.elements()),
        *(f"er staat een opmerking in: {rij}" for rij in bestand.opmerkingen),
        *(f"er staat doorgehaald: {rij}" for rij in bestand.doorgehaald),
        *(f"er staat verborgen tekst in: {rij}" for rij in bestand.verborgen),
        *(f"een wijziging is gelezen alsof zij is aanvaard ({rij})" for rij in bestand.wijzigingen),
    ]


def _eigen_randen(bestand: Wordbestand, bekend: Bekend) -> Iterator[str]:
    """The lines of headers and footers that clm did not put there."""
    for rand in bestand.randen:
        yield from (r for r in rand.splitlines() if kern(r) and kern(r) not in bekend.gemaakt)
