"""Floor 7, classificatieblad: the sheet on which a team classifies, made and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from clm_cli.acts.classificatie import te_kiezen, vast_beleid, weeg
from clm_cli.advies import advies, opdracht
from clm_cli.commands.classificatie import Besluit, feit_van
from clm_cli.commands.dingen import bedoeld
from clm_cli.commands.documenten import los_stuk
from clm_cli.commands.export import MAP, werkboeken
from clm_cli.commands.werk import Werk
from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.filter import Filter
from clm_cli.derivations.zinnen import aantal, opsomming
from clm_cli.documents.export.tabellen import Tabel
from clm_cli.dossier import Dossier
from clm_cli.files.blad import Blad, Rij, kolomnaam, lees_blad
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.classificatie import Classificatiebeleid, Criterium
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.views.classificatie.bladzijde import in_eenheid
from clm_cli.views.classificatie.rangorde import Rang, rangorde
from clm_cli.voorstel import NieuwBestand, Voorstel

_BESLUIT = ("categorie", "reden", "geldig vanaf", "datum")
"""The columns that say what was decided besides the weighing."""
_VAST = ("dossier", "contract", *_BESLUIT)
_LEZEN = ("aanbieder", "nu")
"""The columns that are only there to be read by who fills the sheet in."""
_OORDELEN = tuple(map(str, range(11)))
_LANGSTE_KEUZE = 250
"""How much text a spreadsheet takes as the choices of a cell."""


def leeg_blad(werk: Werk, keuze: Filter) -> Voorstel:
    """A workbook with a row for each running contract; what is not filled in decides nothing."""
    beleid = vast_beleid(werk.register, werk.vandaag)
    rijen = [rij for rij in rangorde(werk.kijk, keuze).rijen if rij.geregeld]
    if not rijen:
        raise ClmFout(
            "Er is geen lopend contract om te classificeren.", nu=opdracht("classificeer", "--alle")
        )
    koppen, criteria = _koppen(beleid.record), beleid.record.criteria
    kolommen = (
        *("dossier", "contract", *_LEZEN),
        *(f"{koppen[c.id]}{eind}" for c in criteria for eind in (" was", "", " omdat")),
        *("categorie", "reden"),
    )
    tabel = Tabel(
        "classificatie",
        kolommen,
        tuple(_rij(werk, rij, criteria) for rij in sorted(rijen, key=lambda r: r.dossier)),
    )
    keuzes = _keuzes(beleid.record, koppen)
    inhoud = werkboeken().invulblad(tabel, werk.vandaag, keuzes)
    stuk = los_stuk(werk, MAP, f"{beleid.stam}-blad.xlsx", inhoud)
    return Voorstel(
        f"Blad gemaakt met {aantal(len(rijen), 'contract', 'contracten')}.",
        stukken=(stuk,),
        nu=advies(
            "vul het in, laat leeg wat nog niet is besloten, en dan {lees}",
            lees=opdracht("classificeer", uit=stuk.pad, wat_als=True),
        ),
    )


def _koppen(beleid: Classificatiebeleid) -> dict[str, str]:
    """By criterion the heading of its column: its title, or its id where that means another."""
    titels = [kolomnaam(c.titel) for c in beleid.criteria]
    bezet = {*_VAST, *_LEZEN, *(c.id for c in beleid.criteria)}
    return {
        c.id: c.titel if titels.count(naam) == 1 and naam not in bezet else c.id
        for c, naam in zip(beleid.criteria, titels, strict=True)
    }


def _rij(werk: Werk, rang: Rang, criteria: Sequence[Criterium]) -> tuple[str | None, ...]:
    """What is known of one contract; its new values are empty."""
    dossier = werk.register.dossiers[rang.dossier]
    feit = huidige(dossier, rang.contract, werk.vandaag)
    was = {rij.criterium: rij.waarde for rij in feit.record.invoer} if feit else {}
    score = f", score {getal(rang.score)}" if rang.score is not None else ""
    nu = f"categorie {rang.categorie}{score}" if rang.categorie is not None else "geen"
    waarden = [(c, was.get(c.id)) for c in criteria]
    oud = (in_eenheid(c, waarde) if waarde is not None else None for c, waarde in waarden)
    return (
        *(rang.dossier, rang.contract, dossier.roepnaam(werk.vandaag), nu),
        *(cel for een in oud for cel in (een, None, None)),
        *(None, None),
    )


def _keuzes(beleid: Classificatiebeleid, koppen: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """What the cells offer: the marks of a judgement, and the categories of the policy."""
    namen = [rij.titel for rij in beleid.categorieen]
    if any({*naam} & {*',"'} for naam in namen) or len(",".join(namen)) > _LANGSTE_KEUZE:
        namen = [str(rij.categorie) for rij in beleid.categorieen]
    oordelen = [koppen[c.id] for c in beleid.criteria if c.wijze == "oordeel"]
    return {**dict.fromkeys(oordelen, _OORDELEN), "categorie": namen}


def uit_blad(werk: Werk, pad: Path) -> Voorstel:
    """One fact a row; a row that cannot be decided stops them all, with its place."""
    beleid = vast_beleid(werk.register, werk.vandaag).record
    namen = [c.id for c in beleid.criteria]
    kolommen = [*_VAST, *namen, *(f"{naam} omdat" for naam in namen)]
    blad = _lees(pad, beleid, kolommen)
    werk.weet_wie()
    gezegd = [rij for rij in blad.rijen if _is_ingevuld(rij, namen)]
    if not gezegd:
        raise Geweigerd(
            f"In {pad.name} is nog niets ingevuld.",
            nu="vul van een of meer contracten een waarde of een categorie in",
        )
    leeg = [rij for rij in blad.rijen if rij not in gezegd]
    feiten, zonder_dag = list[NieuwBestand](), False
    gehad: dict[str, int] = {}
    for rij in gezegd:
        with _in_het_blad(blad, rij, kolommen):
            feiten.append(_een(werk, blad, rij, namen, gehad))
        zonder_dag = zonder_dag or not rij["datum"]
    return Voorstel(
        f"{aantal(len(feiten), 'classificatie', 'classificaties')} vastgelegd uit {pad.name}.",
        nieuw=tuple(feiten),
        let_op=_niets_gezegd(leeg),
        aangenomen=(f"datum {datum_vol(werk.vandaag)}",) if zonder_dag else (),
        nu="clm werklijst toont wie nog moet worden geïnformeerd",
        vraag=True,
    )


def _lees(pad: Path, beleid: Classificatiebeleid, kolommen: Sequence[str]) -> Blad:
    """The rows; a criterion goes by its id and by its title."""
    koppen = _koppen(beleid).items()
    was = [f"{kop} was" for _, kop in koppen]
    titels = {kop: id_ for id_, kop in koppen}
    titels |= {f"{kop} omdat": f"{id_} omdat" for id_, kop in koppen}
    ook = titels | dict.fromkeys((*_LEZEN, *was), "")
    nodig = ("dossier", *(id_ for id_, _ in koppen))
    return lees_blad(pad, kolommen, nodig=nodig, ook=ook)


def _is_ingevuld(rij: Rij, namen: Sequence[str]) -> bool:
    """Whether somebody said anything about a contract; a row that was only made says nothing."""
    return any(rij[kolom] for naam in namen for kolom in (naam, f"{naam} omdat")) or any(
        rij[kolom] for kolom in _BESLUIT
    )


def _een(
    werk: Werk, blad: Blad, rij: Rij, namen: Sequence[str], gehad: dict[str, int]
) -> NieuwBestand:
    """The decision of one row; of each contract there is one."""
    dossier = werk.dossier(rij["dossier"] or "")
    contracten = _contracten(werk, dossier, rij["contract"])
    invoer = [_cel(rij, naam, blad.plaats(rij)) for naam in namen]
    uitkomst = weeg(werk.register, dossier, contracten, invoer, werk.vandaag)
    wat = f"{dossier.id} {' '.join(uitkomst.contracten)}"
    if (eerder := gehad.setdefault(wat, rij.nummer)) != rij.nummer:
        raise ClmFout(f"{wat} staat {blad.ook(eerder)}.", nu="laat één van beide staan")
    return feit_van(werk, uitkomst, Besluit(*(rij[naam] for naam in _BESLUIT)))


def _contracten(werk: Werk, dossier: Dossier, genoemd: str | None) -> list[str]:
    """The contract that a row is about; of more that run, each has a row of its own."""
    if genoemd:
        return [bedoeld(werk.kijk.blik(dossier), "contract", genoemd)]
    lopend = te_kiezen(dossier, werk.vandaag)
    if len(lopend) > 1:
        raise ClmFout(
            f"{dossier.id} heeft {len(lopend)} lopende contracten: {opsomming(lopend)}.",
            nu=advies(
                "geef elk contract een eigen rij, met zijn naam in de kolom contract; {blad} maakt "
                "zo'n blad",
                blad=opdracht("classificeer", blad=True),
            ),
        )
    return []


def _cel(rij: Rij, naam: str, plaats: str) -> dict[str, str | None]:
    """The value of one criterion; an empty cell is unknown, never what it was before."""
    reden = rij[f"{naam} omdat"]
    return {"criterium": naam, "waarde": rij[naam], "bron": plaats, "reden": reden}


@contextmanager
def _in_het_blad(blad: Blad, rij: Rij, kolommen: Sequence[str]) -> Iterator[None]:
    """What is refused of a row, with its place: an option is no advice to who fills a sheet."""
    try:
        yield
    except ClmFout as fout:
        vul = f"vul het in het werkblad in; kolommen die kunnen: {', '.join(kolommen)}"
        nu = vul if "geef --" in (fout.nu or "") else fout.nu
        raise Geweigerd(f"{blad.plaats(rij)}: {fout.reden}", nu=nu) from None


def _niets_gezegd(rijen: Sequence[Rij]) -> tuple[str, ...]:
    """The contracts of which the sheet says nothing yet: they stay as they are."""
    wie = (f"{rij['dossier']} {rij['contract'] or ''}".strip() for rij in rijen)
    return (f"niet ingevuld, en dus niet besloten: {', '.join(wie)}",) if rijen else ()
