"""Floor 8, invoer: what was said in options, a file, an editor or prompts, for one record."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from clm_cli.cli.antwoord import Vraag, van_deel
from clm_cli.cli.editor import bewerk
from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.schrijven import Werk
from clm_cli.cli.uitvoer import meld, meld_fout
from clm_cli.cli.vooraf import weiger_onbekend, weiger_vooraf
from clm_cli.cli.vragen import als_optie
from clm_cli.commands.invoer import (
    als_yaml,
    bewaar_tekst,
    haal_weg,
    herschrijf,
    leeg,
    lees_invoer,
    lees_tekst,
)
from clm_cli.commands.opnieuw import laat_los
from clm_cli.commands.optiewaarden import als_woord, nodig_in_deel, optienaam, uitleg
from clm_cli.derivations.namen import Waar
from clm_cli.meldingen import Afgebroken, ClmFout, Geweigerd, Ingehaald, NietAf, Plek
from clm_cli.records.basis import Deel
from clm_cli.records.vorm import Veld, datumveld, velden
from clm_cli.voorstel import Vermoeden

LOSSE_OPTIE = "geef het als optie"
ALS_OPTIE = f"{LOSSE_OPTIE}, of met --bestand"
MET_EDITOR = "geef het als optie, met --bestand, of open de editor met --editor"
"""What helps where a command opens an editor as well."""


def vraag_ontbrekend(
    model: type[Deel],
    boom: dict[str, object],
    zeg: Collection[str] = (),
    keuzes: Mapping[str, Sequence[str]] | None = None,
    *,
    vermoed: Mapping[str, Vermoeden] | None = None,
    vragen: bool = True,
    nu: str = ALS_OPTIE,
    los: str | None = None,
    waar: Waar | None = None,
    alleen: str | None = None,
    ook: Sequence[str] = (),
    erbij: Sequence[str] = (),
) -> None:
    """Ask for what is needed and was not said; off a terminal, or in the editor, refuse it.

    `zeg` are fields that a file may lack and a person has to say, dotted for those of a part;
    `keuzes` are the values that fit where more than one does; `vermoed` is what may well be so,
    and counts when it is confirmed; `los` is the field that is typed as a word, without an option;
    `waar` is where the things are that a field can name; `alleen` is the field on which the other
    questions rest, asked before them; `ook` names what lacks beside it, to be refused in one go;
    `erbij` are sentences that such a refusal says too.
    """
    leeg = [veld for veld in velden(model) if veld.verplicht and veld.naam not in boom]
    if alleen and sys.stdin.isatty():
        leeg = [veld for veld in leeg if veld.naam == alleen]
    open_ = [_met_keuzes(veld, (keuzes or {}).get(veld.naam, ())) for veld in leeg]
    delen = list(_in_delen(model, boom, zeg))
    if open_ or delen or ook or (vragen and sys.stdin.isatty()):
        weiger_vooraf(model, boom, waar)  # before anything else is asked
    elif vragen:  # an editor gets it with its place
        weiger_onbekend(model, boom, waar)
    if ook or ((open_ or delen) and not (vragen and sys.stdin.isatty())):
        nodig = [*ook, *(als_woord(veld, los, _klein(zeg, veld)) for veld in open_)]
        delen_ = dict.fromkeys(_in_deel(*rij) for rij in delen)
        raise _ontbreekt([*nodig, *delen_], _hoe(nu, los, open_), erbij)
    _vraag_alles(model, boom, zeg, open_, vermoed, nu, waar, keuzes or {})


def _hoe(nu: str, los: str | None, open_: Sequence[Veld]) -> str:
    """How what lacks is given: a word is no option."""
    if los not in [veld.naam for veld in open_] or los is None:
        return nu
    rest = " en de rest als optie" if len(open_) > 1 else ""
    woord = f"typ {los.upper()} als woord achter de opdracht{rest}"
    return re.sub(r"^geef het als optie, (of )?met", rf"{woord}, \1geef het met", nu)


def _vraag_alles(
    model: type[Deel],
    boom: dict[str, object],
    zeg: Collection[str],
    open_: Sequence[Veld],
    vermoed: Mapping[str, Vermoeden] | None,
    nu: str,
    waar: Waar | None,
    keuzes: Mapping[str, Sequence[str]],
) -> None:
    """Ask for each field that has to be there, and then for what its parts have to say."""
    for veld in open_:
        gok = (vermoed or {}).get(veld.naam)
        in_deel = van_deel(veld, keuzes)
        boom[veld.naam] = nodig_antwoord(Vraag(veld, veld.naam, waar, gok, keuzes=in_deel), nu)
    for groot, veld, deel in list(_in_delen(model, boom, zeg)):
        naam = deel.get("id") or deel.get("wat") or deel.get("element") or ""
        vraag = Vraag(veld, f"{veld.naam} van {naam}", waar)
        deel[veld.naam] = nodig_antwoord(vraag, nu, _in_deel(groot, veld, deel))


def _in_delen(
    model: type[Deel], boom: Mapping[str, object], zeg: Collection[str]
) -> Iterator[tuple[Veld, Veld, dict[str, object]]]:
    """Every part in which a field was not said that has to be: the list, the field and the part.

    Part by part, so that what is said of one is asked together.
    """
    for groot in [veld for veld in velden(model) if veld.deel and _klein(zeg, veld)]:
        waarde = boom.get(groot.naam, ())
        delen = waarde if isinstance(waarde, list) else [waarde]
        rijen = nodig_in_deel(groot, _klein(zeg, groot))
        for deel in [deel for deel in delen if isinstance(deel, dict)]:
            yield from ((groot, rij, deel) for rij in rijen if rij.naam not in deel)


def _klein(zeg: Collection[str], groot: Veld) -> frozenset[str]:
    """Of what a person has to say: the fields of one part."""
    return frozenset(woord.partition(".")[2] for woord in zeg if woord.startswith(f"{groot.naam}."))


def _in_deel(groot: Veld, veld: Veld, deel: Mapping[str, object]) -> str:
    """How a field of a part is given as an option; what the contract names, as it names it."""
    if element := deel.get("element"):
        rest = " ".join(f"{r.naam}=…" for r in nodig_in_deel(groot) if r.naam not in deel)
        return f"{optienaam(groot)} \"element='{element}' {rest}\""
    return f'{optienaam(groot)} "… {veld.naam}=…" ({uitleg(veld)})'


def vraag_velden(
    boom: dict[str, object],
    nodig: Sequence[Veld],
    vandaag: date,
    nu: str = ALS_OPTIE,
    *,
    gebeurd: bool = False,
) -> None:
    """Ask for fields that clm may not assume; off a terminal, refuse and name them.

    `gebeurd`: a day among them is one on which something happened.
    """
    leeg = [veld for veld in nodig if veld.naam not in boom]
    if leeg and not sys.stdin.isatty():
        raise _ontbreekt([als_woord(veld) for veld in leeg], nu)
    for veld in leeg:
        vraag = Vraag(veld, veld.naam, vandaag=vandaag, gebeurd=gebeurd)
        boom[veld.naam] = nodig_antwoord(vraag, nu)
        als_optie(optienaam(veld), boom[veld.naam])


def nodig_antwoord(vraag: Vraag, nu: str, hoe: str | None = None) -> Any:
    """The answer to a question that has to be answered; one Enter may be a slip.

    `hoe` is how it is given as an option, where the field alone does not say it.
    """
    antwoord = vraag.stel()
    if antwoord is None and vraag.veld.deel is None:  # of a part two questions were left open
        meld("Dit is nodig; nog eens Enter breekt af.")
        antwoord = vraag.stel()
    if antwoord is None:
        raise _ontbreekt([hoe or als_woord(vraag.veld)], nu)
    return antwoord


def vraag_dag(boom: dict[str, object], uitleg: str, vandaag: date) -> None:
    """Ask for the day of a fact that clm may not assume."""
    vraag_velden(boom, [datumveld("datum", uitleg)], vandaag, MET_EDITOR, gebeurd=True)


def _ontbreekt(nodig: Sequence[str], nu: str, erbij: Sequence[str] = ()) -> ClmFout:
    return Geweigerd(f"Dit ontbreekt nog: {'; '.join(nodig)}.", nu=nu, regels=erbij)


def _met_keuzes(veld: Veld, keuzes: Sequence[str]) -> Veld:
    return replace(veld, keuzes=tuple(keuzes)) if keuzes else veld


def geraamte(
    model: type[Deel],
    boom: Mapping[str, object],
    kop: str,
    vermoed: Mapping[str, object] | None = None,
) -> str:
    """A skeleton for the editor: what is known, and the other fields as comments.

    `vermoed` is what may well be so but was not said: it only counts when its hash is taken away.
    """
    regels = [f"# {regel}" for regel in kop.splitlines()]
    regels += ["# Regels met # ervoor tellen niet mee. Haal het hekje weg bij wat u invult.", ""]
    for veld in velden(model):
        regels.append(f"# {uitleg(veld)}{' (verplicht)' if veld.verplicht else ''}")
        if veld.naam in boom and boom[veld.naam] not in (None, [], {}):
            regels += als_yaml({veld.naam: boom[veld.naam]}).rstrip("\n").split("\n")
        elif vermoed and vermoed.get(veld.naam):
            tekst = als_yaml({veld.naam: vermoed[veld.naam]})
            regels += [f"# {regel}" for regel in tekst.splitlines()]
        else:
            regels += leeg(veld)
        regels.append("")
    return "\n".join(regels)


def in_editor(
    werk: Werk, naam: str, tekst: str, verwerk: Callable[[Mapping[str, object]], int]
) -> int:
    """Open the editor until the result is right, or nothing was changed.

    What was typed stays in `.clm/concepten`; a skeleton in which nothing was typed does not.
    """
    werk.in_editor = True
    pad = bewaar_tekst(werk, naam, tekst)
    vorige, bewaard = tekst, f"uw tekst is bewaard in {pad}; geef die met --bestand"
    while True:
        laat_los()  # nobody waits for who writes a long text
        bewerk(pad)
        getypt = lees_tekst(werk, pad)
        if getypt == vorige:
            if vorige == tekst:
                haal_weg(werk, pad)
            raise Geweigerd(
                "Er is niets gewijzigd",
                nu=f"uw tekst staat nog in {pad}" if vorige != tekst else None,
            )
        try:
            uit = _verwerkt(werk, str(pad), verwerk)
        except NietAf as fout:
            if fout.feit:
                haal_weg(werk, pad)
            raise
        except Afgebroken as fout:
            fout.nu = bewaard
            raise
        except ClmFout as fout:
            meld_fout(fout)
            vorige = _met_fouten(getypt, fout)
            herschrijf(werk, pad, vorige)
            if not sys.stdin.isatty():
                raise Geweigerd("", nu=bewaard) from None
            continue
        haal_weg(werk, pad)
        return uit


def ingevuld(om: Omgeving, bestand: str | None) -> dict[str, Any]:
    """What stands in the file with the input; nothing where none is named."""
    if not bestand:
        return {}
    boom = lees_invoer(bestand)
    om.ingevuld.append(bestand)
    return boom


def _verwerkt(werk: Werk, pad: str, verwerk: Callable[[Mapping[str, Any]], int]) -> int:
    """What was typed, beside what stands in the register when the editor is closed."""
    for _ in range(3):
        werk.lees()
        with contextlib.suppress(Ingehaald):
            boom = lees_invoer(pad, werk.wortel)
            werk.om.ingevuld.append(pad)
            return verwerk(boom)
    raise Geweigerd("Het register verandert steeds tijdens het schrijven")


def _met_fouten(getypt: str, fout: ClmFout) -> str:
    """The text with what is wrong above it."""
    kaal = "\n".join(regel for regel in getypt.split("\n") if not regel.startswith("#! "))
    plekken = [f"{_regel(m.plek)}: {m.tekst}" for m in fout.meldingen]
    regels = [regel for zin in (*plekken, fout.tekst) for regel in zin.splitlines()]
    return "\n".join([*(f"#! {regel}" for regel in regels), kaal])


def _regel(plek: Plek | None) -> str:
    """Where it is in what was typed: the line, or the field where the line is not this text's."""
    if plek is not None and plek.nieuw and plek.sleutel:
        return plek.in_woorden.partition(", ")[2]
    return str(plek.regel or 1) if plek and not plek.nieuw else "1"
