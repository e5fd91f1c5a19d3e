"""Floor 8, feitopdracht: one command for every kind of fact.

Its options made from the model of that fact.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli.schrijven import Werk
from clm_cli.commands.dingen import kies_ding
from clm_cli.meldingen import ClmFout, oorzaak

if TYPE_CHECKING:
    from datetime import date

    from clm_cli.bestand import Map
    from clm_cli.records.basis import Deel, Feit
    from clm_cli.records.vorm import Veld
    from clm_cli.register import Dossier

_UIT_DE_KAART = frozenset({"kaart_sha256"})
"""Fields that clm works out from the files themselves."""


@dataclass(frozen=True)
class Feitopdracht:
    """A command that writes one fact.

    Which kind, in which folder, and which words stand without an option's name.
    """

    soort: str
    map: str
    uitleg: str
    los: str | None = None
    """The field that follows the dossier (or the thing) as a plain word: what it is about, or
    the text itself."""
    ding: str | None = None
    """The thing with a life whose folder it stands in: gesprek, contract, brief."""
    vul: Callable[[Werk, Dossier, Map | None, dict[str, Any]], str | None] | None = None
    """Fills in what follows from the record; may return the next step."""
    let_op: Callable[[Werk, Dossier, Map | None, dict[str, Any]], tuple[str, ...]] | None = None
    """What the user should know before the fact is written."""
    gevuld: tuple[str, ...] = ()
    """Required fields that clm fills in where they are not given; the help page does not ask for
    them."""
    opent: bool = False
    """Whether the fact makes the folder it stands in, named by its day and its subject."""

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        """What the command does, for the list of commands."""
        return self.uitleg

    @property
    def model(self) -> type[Feit]:
        """The model of the fact."""
        from clm_cli.records.basis import Feit
        from clm_cli.records.soorten import FEITEN

        model = next(s.model for s in FEITEN if s.naam == self.soort and s.map == self.map)
        assert issubclass(model, Feit)
        return model

    def maak(self) -> Callable[..., int]:
        """The function that typer calls, with an option for every field."""
        from clm_cli.records.vorm import velden

        rijen = [veld for veld in velden(self.model) if veld.naam not in _UIT_DE_KAART]
        woorden = [woord("dossier", "DOSSIER", "het dossier, of een uniek begin van de naam")]
        los = next((veld for veld in rijen if veld.naam == self.los), None)
        if los is not None:
            woorden.append(woord(los.naam, los.naam.upper(), los.uitleg, verplicht=False))
        if self.ding:
            woorden.append(
                woord(
                    "ding",
                    self.ding.upper(),
                    f"welk(e) {self.ding}: de map, of een deel van de naam",
                    verplicht=False,
                )
            )
        opties = [
            optie(replace(veld, verplicht=False) if veld.naam in self.gevuld else veld)
            for veld in rijen
            if veld.naam != self.los
        ]
        if self.opent:
            opties.append(
                parameter(
                    "naam_",
                    str | None,
                    typer.Option(
                        "--naam",
                        metavar="NAAM",
                        help="een korte naam; standaard naar de eerste tekortkoming",
                    ),
                )
            )
        vast = [
            parameter(
                "datum_",
                str | None,
                typer.Option(
                    "--datum", metavar="DATUM", help="de dag waarop het gebeurde; standaard vandaag"
                ),
            ),
            parameter(
                "bestand_",
                str | None,
                typer.Option(
                    "--bestand",
                    metavar="BESTAND",
                    help="lees de inhoud uit een YAML-bestand, of - voor de invoer",
                ),
            ),
            parameter(
                "editor_", bool, typer.Option("--editor", help="vul het in uw editor in"), False
            ),
        ]

        return maak_functie(self.uitleg, [*woorden, *opties, *vast], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: dict[str, Any]) -> int:
        from clm_cli.cli.invoer import als_boom, geraamte, in_editor, lees_invoer
        from clm_cli.records.vorm import velden

        werk = Werk(ctx.obj)
        dossier = werk.dossier(gegeven.pop("dossier"))
        ding = kies_ding(dossier, self.ding, gegeven.pop("ding", None)) if self.ding else None
        naam = gegeven.pop("naam_", None)
        datum, bestand, editor = (
            gegeven.pop("datum_"),
            gegeven.pop("bestand_"),
            gegeven.pop("editor_"),
        )
        boom: dict[str, Any] = lees_invoer(bestand) if bestand else {}
        datum = datum or boom.pop("datum", None)
        rijen = {veld.naam: veld for veld in velden(self.model)}
        boom |= {
            naam: als_boom(rijen[naam], waarde)
            for naam, waarde in gegeven.items()
            if waarde not in (None, (), [])
        }
        if editor:
            tekst = geraamte(self.model, boom, f"{self.uitleg}\nDossier {dossier.id}")
            return in_editor(
                werk,
                f"{dossier.id}-{self.soort}",
                tekst,
                lambda b: self._leg_vast(werk, dossier, ding, dict(b), datum, naam),
            )
        return self._leg_vast(werk, dossier, ding, boom, datum, naam)

    def _leg_vast(
        self,
        werk: Werk,
        dossier: Dossier,
        ding: Map | None,
        boom: dict[str, Any],
        datum: str | None,
        naam: str | None = None,
    ) -> int:
        from clm_cli.acts.feit import feit, lees_dag, map_van
        from clm_cli.cli.invoer import vraag_ontbrekend
        from clm_cli.voorstel import Voorstel

        kop = werk.kop
        dag = lees_dag(datum or boom.pop("datum", None), kop)
        boom.setdefault("datum", dag.isoformat())
        nu = self.vul(werk, dossier, ding, boom) if self.vul else None
        try:
            vraag_ontbrekend(self.model, boom)
            let_op = self.let_op(werk, dossier, ding, boom) if self.let_op else ()
            map_ = map_van(
                self.soort,
                self.model,
                dossier,
                _nieuwe_map(naam, boom, dag) if self.opent else ding.id if ding else None,
            )
            stukken = neem_stukken_op(werk, self.model, boom, map_)
            boom = {veld: boom[veld] for veld in (*self.model.model_fields, *boom) if veld in boom}
            nieuw = feit(
                map_,
                self.soort,
                boom,
                kop,
                dag=dag,
                staart=_staart(boom, self.soort, self.ding),
                voorop=_periode(boom, self.soort),
            )
            zin = (
                f"{dossier.roepnaam(dag)}: {self.soort} "
                f"vastgelegd{f' bij {ding.id}' if ding else ''}."
            )
            return werk.leg_vast(
                Voorstel(zin, nieuw=(nieuw,), stukken=stukken, nu=nu, let_op=let_op)
            )
        except ClmFout as fout:
            raise bewaard(werk, f"{dossier.id}-{self.soort}", boom, fout) from None


def bewaard(werk: Werk, naam: str, boom: dict[str, Any], fout: ClmFout) -> ClmFout:
    """The same refusal, after keeping what was typed."""
    from clm_cli.files.emitter import schrijf_yaml
    from clm_cli.files.opslag import bewaar_concept

    if werk.om.proef or werk.in_editor or not boom:  # the editor keeps its own text
        return fout
    try:
        pad = bewaar_concept(werk.wortel, naam, schrijf_yaml(boom).decode())
    except (ClmFout, OSError):
        return fout
    nu = (
        (
            f"{fout.nu}{'' if fout.nu.endswith('?') else ';'} uw invoer is bewaard in {pad} (geef "
            "die met --bestand)"
        )
        if fout.nu
        else f"uw invoer is bewaard in {pad}"
    )
    return ClmFout(fout.tekst, nu=nu, meldingen=fout.meldingen)


def maak_functie(
    uitleg: str,
    parameters: list[inspect.Parameter],
    uitvoer: Callable[[typer.Context, dict[str, Any]], int],
) -> Callable[..., int]:
    """A function with these parameters, as typer wants to see it."""

    def functie(ctx: typer.Context, **gegeven: Any) -> int:
        return uitvoer(ctx, gegeven)

    alle = [
        inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
        *parameters,
    ]
    functie.__signature__ = inspect.Signature(alle)  # type: ignore[attr-defined]
    functie.__annotations__ = {p.name: p.annotation for p in alle}
    functie.__doc__ = uitleg
    return functie


def parameter(naam: str, soort: Any, vorm: Any, standaard: Any = None) -> inspect.Parameter:
    """One parameter for typer."""
    return inspect.Parameter(
        naam, inspect.Parameter.KEYWORD_ONLY, default=standaard, annotation=Annotated[soort, vorm]
    )


def woord(naam: str, vorm: str, uitleg: str, *, verplicht: bool = True) -> inspect.Parameter:
    """A word without an option's name."""
    argument = typer.Argument(metavar=vorm, help=uitleg)
    if verplicht:
        return inspect.Parameter(
            naam, inspect.Parameter.KEYWORD_ONLY, annotation=Annotated[str, argument]
        )
    return parameter(naam, str | None, argument)


def optie(veld: Veld) -> inspect.Parameter:
    """The option for a field of a record."""
    from clm_cli.cli.invoer import optienaam

    naam = optienaam(veld)
    vorm = (
        "KEUZE"
        if veld.keuzes
        else "BESTAND"
        if veld.is_stuk
        else "DEEL"
        if veld.deel
        else "TEKST"
        if len(veld.naam) > 10
        else veld.naam.upper()
    )
    uitleg = (
        veld.uitleg
        + (f" Kies uit: {', '.join(veld.keuzes)}." if veld.keuzes else "")
        + (f" Als: {_sleutels(veld)}." if veld.deel and not veld.is_stuk else "")
        + (" (nodig)" if veld.verplicht else "")
        + (" Mag vaker." if veld.veel else "")
    )
    return parameter(
        veld.naam,
        list[str] | None if veld.veel else str | None,
        typer.Option(naam, metavar=vorm, help=uitleg),
    )


def _sleutels(veld: Veld) -> str:
    """The keys of a part, as they are typed in one option."""
    from clm_cli.records.vorm import velden

    return " ".join(f"{rij.naam}=…" for rij in velden(veld.deel)) if veld.deel else ""


def neem_stukken_op(
    werk: Werk, model: type[Deel], boom: dict[str, Any], map_: str
) -> tuple[Any, ...]:
    """Documents that were named by their path: into the fact's folder, with their sha256."""
    from clm_cli.records.vorm import velden

    nieuw: list[Any] = []
    for veld in velden(model):
        if veld.is_stuk and veld.naam in boom:
            waarden = boom[veld.naam] if isinstance(boom[veld.naam], list) else [boom[veld.naam]]
            klaar = [
                _stuk(werk, een, map_, nieuw) if isinstance(een, str) else een for een in waarden
            ]
            boom[veld.naam] = klaar if veld.veel else klaar[0]
    return tuple(nieuw)


def _stuk(werk: Werk, pad: str, map_: str, nieuw: list[Any]) -> dict[str, str]:
    import hashlib

    from clm_cli.voorstel import NieuwStuk

    bron = Path(pad) if Path(pad).is_file() else werk.wortel / map_ / pad
    try:
        inhoud = bron.read_bytes()
    except OSError as fout:
        raise ClmFout(
            f"Het stuk {pad} is niet te lezen: {oorzaak(fout)}; er is niets geschreven.",
            nu="noem het pad van het bestand",
        ) from None
    doel = f"{map_}/{bron.name}"
    if (werk.wortel / doel).resolve() != bron.resolve():
        nieuw.append(NieuwStuk(doel, inhoud))
    return {"bestand": bron.name, "sha256": hashlib.sha256(inhoud).hexdigest()}


def _nieuwe_map(naam: str | None, boom: dict[str, Any], dag: date) -> str:
    """The folder that a thing gets when it begins; its name is its id and never changes."""
    from clm_cli.acts.feit import slug

    eerste = next(
        (rij.get("wat") for rij in boom.get("tekortkomingen", []) if isinstance(rij, dict)), None
    )
    return f"{dag.isoformat()}-{slug(naam or str(eerste or 'zaak'))}"


def _staart(boom: dict[str, Any], soort: str, ding: str | None) -> str:
    """The words at the end of the file's name: from what it answers, or from its text."""
    if ding == "escalatie":
        preventief = boom.get("preventief")
        delen = (
            boom.get("instrument"),
            boom.get("gemeente"),
            preventief.get("maatregel") if isinstance(preventief, dict) else None,
        )
        return " ".join(str(deel) for deel in delen if deel)
    if soort == "opening":
        return ""
    if soort in ("bezorgd", "retour"):
        return str(boom["bij"]).partition("-verzonden-")[2]
    if soort in ("verzonden", "akkoord"):
        return str(boom.get("kanaal") or boom.get("rol") or "")
    if isinstance(boom.get("bij"), str) and soort not in ("geinformeerd", "reactie"):
        return str(boom["bij"]).rsplit("#", 1)[-1].rsplit("/", 1)[-1].removeprefix("#")
    if soort == "contact":
        return f"{boom.get('wijze', '')} {' '.join(str(boom.get('kern', '')).split()[:3])}"
    if soort == "classificatie":
        return str(boom.get("soort", ""))
    tekst = boom.get("naam") or boom.get("bron") if soort == "meting" else boom.get("wat")
    return " ".join(str(tekst).split()[:4]) if isinstance(tekst, str) else ""


def _periode(boom: dict[str, Any], soort: str) -> str | None:
    return str(boom["periode"]) if soort == "meting" and "periode" in boom else None
