"""Floor 6, sjablonen: a template in Markdown is filled in, and looked through before it is used."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import meta, nodes
from jinja2.exceptions import SecurityError

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.zinnen import citaat, klein, zin
from clm_cli.documents.blokken import stappen
from clm_cli.documents.sjabloonfouten import gezegd, plaats
from clm_cli.documents.veilig import Ruw, als_tekst, cel, keuze, veil
from clm_cli.documents.zandbak import GROOTST, NU_SJABLOON, begrensd, omgeving
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.datum import bedrag, datum_lang, datum_vol
from clm_cli.value import value

_FILTERS: dict[str, Callable[..., Any]] = {
    "datum": datum_vol,
    "datum_lang": datum_lang,
    "bedrag": bedrag,
    **{functie.__name__: functie for functie in (zin, klein, citaat, cel, keuze)},
}
"""What a template may do with a value; `zin` makes a sentence of it, `citaat` quotes a contract."""

_MEESTE_STAPPEN = 20_000
"""Of a document for which a register may bring templates: a report of 300 dossiers asks 3,000."""


@value
class Gevuld:
    """The text of a document, the sha256 of its template, and what was missing in a concept."""

    markdown: str
    sjabloon_sha256: str
    ontbreekt: tuple[str, ...] = ()


@value
class _Gaten:
    """What to do where a value is missing: a concept shows the gap, a document is refused."""

    concept: bool | None
    """None where the document has no concept, and none is advised."""
    hulp: Mapping[str, str]
    """By field the command that fills it."""
    ontbreekt: list[str] = field(default_factory=list)

    def mist(self, veld: str) -> str:
        """The gap as text. Raises ClmFout when this is no concept."""
        if not self.concept:
            raise ClmFout(
                f"Dit document kan nog niet worden gemaakt: '{veld}' ontbreekt.",
                nu=self.hulp.get(veld, self._algemeen()),
            )
        self.ontbreekt.append(veld)
        return f"\\[ONTBREEKT: {veil(veld)}\\]"

    def _algemeen(self) -> str:
        return "vul het aan" + ("" if self.concept is None else ", of bekijk het met --concept")

    def leeg(self) -> type[jinja2.Undefined]:
        """What stands for a name that is not there."""
        gaten = self

        class Leeg(jinja2.StrictUndefined):
            """A value that is not there."""

            def __str__(self) -> str:  # type: ignore[override]
                return gaten.mist(str(self._undefined_name))

            def __getattr__(self, naam: str) -> Any:
                if gaten.concept and not naam.startswith("__"):
                    return self
                return super().__getattr__(naam)

            def __bool__(self) -> bool:  # type: ignore[override]
                return False if gaten.concept else super().__bool__()

            def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
                return iter(()) if gaten.concept else super().__iter__()

        return Leeg

    def af(self, waarde: object) -> str:
        """A value as it is written into the text."""
        if isinstance(waarde, jinja2.Undefined):
            return str(waarde)
        if waarde is None:
            return self.mist("een waarde")
        return waarde if isinstance(waarde, Ruw) else veil(als_tekst(waarde))


def vul(
    naam: str,
    gegevens: Mapping[str, Any],
    *,
    eigen: Path | None = None,
    concept: bool | None = None,
    liever: Sequence[str] = (),
) -> Gevuld:
    """Fill in a template: the register's own, else the one that ships with clm.

    `liever` go before it, the first of them that exists. Raises ClmFout when something is missing
    (a concept shows the gap instead) or a template of the register is wrong.
    """
    gaten = _Gaten(concept, gegevens.get("_nu", {}))
    zandbak = _omgeving(eigen, undefined=gaten.leeg(), finalize=gaten.af)
    zandbak.filters |= {naam: _filter(functie) for naam, functie in _FILTERS.items()}
    namen = [f"{deel}.md" for deel in (*liever, naam)]
    inhoud = {k: w for k, w in gegevens.items() if k != "_nu"}
    with begrensd(eigen):
        bron, tekst = _render(zandbak, namen, inhoud, eigen)
    if not tekst.strip():  # an own template without words would send out an empty page
        raise ClmFout(f"Het sjabloon {naam} geeft een leeg stuk.", nu=NU_SJABLOON)
    van_register = eigen is not None and eigen.is_dir()
    if len(tekst) > GROOTST or (van_register and stappen(tekst) > _MEESTE_STAPPEN):
        raise ClmFout(
            f"Het document {naam} wordt te groot.",
            nu="kies een kortere periode of minder onderdelen"
            + (", of maak uw eigen sjabloon korter" if van_register else ""),
        )
    return Gevuld(tekst, hashlib.sha256(bron.encode()).hexdigest(), tuple(gaten.ontbreekt))


def _filter(functie: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that lets a gap through and says which value does not fit."""

    def uit(waarde: object, *meer: object) -> object:
        if waarde is None or isinstance(waarde, jinja2.Undefined):
            return waarde
        try:
            return functie(waarde, *meer)
        except (AttributeError, TypeError):
            raise jinja2.TemplateRuntimeError(f"'{waarde}' past niet bij dit filter") from None

    return uit


def _omgeving(eigen: Path | None, **rest: Any) -> jinja2.Environment:
    gemaakt = omgeving(eigen, **rest)
    gemaakt.filters |= _FILTERS
    return gemaakt


def _bron(omgeving: jinja2.Environment, naam: str) -> str:
    """The source of a template. Raises TemplateNotFound."""
    assert omgeving.loader is not None
    return omgeving.loader.get_source(omgeving, naam)[0]


def _render(
    omgeving: jinja2.Environment, namen: list[str], gegevens: Mapping[str, Any], eigen: Path | None
) -> tuple[str, str]:
    """The source of the first template that is there, and its text.

    Raises ClmFout that says what is wrong in it, with its line.
    """
    try:
        sjabloon = omgeving.select_template(namen)
        return _bron(omgeving, str(sjabloon.name)), sjabloon.render(gegevens)
    except (ClmFout, MemoryError):
        raise
    except jinja2.TemplateSyntaxError as fout:
        waar = f"{fout.filename or namen[-1]}:{fout.lineno}"
        raise ClmFout(f"{waar}: het sjabloon klopt niet: {gezegd(fout)}.", nu=NU_SJABLOON) from None
    # a template of the user's own can raise anything; what is not its doing goes on
    except Exception as fout:
        van_jinja = isinstance(
            fout, (jinja2.TemplateRuntimeError, jinja2.TemplateNotFound, SecurityError)
        )
        if not van_jinja and not (eigen and plaats(fout, "").startswith(str(eigen))):
            raise
        raise ClmFout(
            f"Het sjabloon {plaats(fout, namen[-1])} kan niet worden ingevuld: {gezegd(fout)}.",
            nu=NU_SJABLOON,
        ) from None


@value
class Sjabloonfout:
    """What is wrong in a template, and on which line."""

    regel: int
    tekst: str
    nu: str


def kijk_na(naam: str, eigen: Path, bekend: frozenset[str]) -> list[Sjabloonfout]:
    """What is wrong in a template of the register, found within the time of one document."""
    with begrensd(eigen):
        return _kijk_na(naam, eigen, bekend)


def _kijk_na(naam: str, eigen: Path, bekend: frozenset[str]) -> list[Sjabloonfout]:
    """What is wrong in a template of the register: syntax, names, filters, files it takes in.

    What a name holds is known only when a letter is made; a wrong `t.naam` shows then, with its
    line.
    """
    omgeving = _omgeving(eigen)
    bron = _bron(omgeving, f"{naam}.md")
    if not bron.strip() and not naam.rpartition("/")[2].startswith("_"):
        return [Sjabloonfout(1, "het sjabloon is leeg", "vul het, of haal het weg")]
    try:
        boom = omgeving.parse(bron, naam)
    except jinja2.TemplateSyntaxError as fout:
        tekst = f"het sjabloon klopt niet: {gezegd(fout)}"
        return [Sjabloonfout(fout.lineno, tekst, "verbeter de regel")]
    fouten = [*_vreemde_filters(omgeving, boom), *_vreemde_bestanden(omgeving, boom)]
    # the names can only be found in a template that could be compiled
    return sorted(
        fouten or _vreemde_namen(omgeving, boom, bekend), key=lambda rij: (rij.regel, rij.tekst)
    )


def _vreemde_filters(omgeving: jinja2.Environment, boom: nodes.Template) -> Iterator[Sjabloonfout]:
    for deel in boom.find_all((nodes.Filter, nodes.Test)):
        is_filter = isinstance(deel, nodes.Filter)
        er_zijn: Collection[str] = omgeving.filters if is_filter else omgeving.tests
        if deel.name not in er_zijn:
            tekst = f"de {'filter' if is_filter else 'test'} '{deel.name}' bestaat niet"
            yield Sjabloonfout(deel.lineno, tekst, _dichtbij(deel.name, er_zijn))


def _vreemde_bestanden(
    omgeving: jinja2.Environment, boom: nodes.Template
) -> Iterator[Sjabloonfout]:
    for deel in boom.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
        naam = getattr(deel, "template", None)
        if isinstance(naam, nodes.Const) and not _bestaat(omgeving, naam.value):
            tekst = f"het sjabloon '{naam.value}' bestaat niet"
            yield Sjabloonfout(deel.lineno, tekst, "clm sjabloon toont ze alle")


def _vreemde_namen(
    omgeving: jinja2.Environment, boom: nodes.Template, bekend: frozenset[str]
) -> list[Sjabloonfout]:
    onbekend = meta.find_undeclared_variables(boom) - bekend - _gezet(boom) - set(omgeving.globals)
    plaatsen = {deel.name: deel.lineno for deel in reversed([*boom.find_all(nodes.Name)])}
    return [
        Sjabloonfout(
            plaatsen.get(deel, 1), f"de naam '{deel}' bestaat hier niet", _dichtbij(deel, bekend)
        )
        for deel in onbekend
    ]


def _gezet(boom: nodes.Template) -> set[str]:
    """The names that a template sets itself."""
    return {deel.name for deel in boom.find_all(nodes.Name) if deel.ctx == "store"}


def namen_in(naam: str) -> frozenset[str]:
    """The names that a template of clm and what it takes in expect from outside."""
    omgeving = _omgeving(None)
    klaar, uit, gezet, open_ = set[str](), set[str](), set[str](), [f"{naam}.md"]
    while open_:
        pad = open_.pop()
        if pad in klaar:
            continue
        klaar.add(pad)
        boom = omgeving.parse(_bron(omgeving, pad))
        uit |= meta.find_undeclared_variables(boom)
        open_ += [deel for deel in meta.find_referenced_templates(boom) if deel]
        gezet |= _gezet(boom)
    return frozenset(uit - gezet)


def gezet_in(namen: Iterable[str]) -> frozenset[str]:
    """The names that templates of clm set, for a part that is taken in where they are known."""
    omgeving = _omgeving(None)
    bomen = [omgeving.parse(_bron(omgeving, f"{naam}.md")) for naam in namen]
    return frozenset(naam for boom in bomen for naam in _gezet(boom))


def _bestaat(omgeving: jinja2.Environment, naam: str) -> bool:
    try:
        _bron(omgeving, naam)
    except jinja2.TemplateNotFound:
        return False
    return True


def _dichtbij(naam: str, uit: Collection[str]) -> str:
    for gevonden in get_close_matches(naam, list(uit), 1):
        return f"bedoelt u {gevonden}?"
    return advies("{toon} laat zien welke namen er zijn", toon=opdracht("sjabloon", "toon"))
