"""Floor 6, sjabloon: a template in Markdown is filled in.

What comes from the record can never become markup.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from clm_cli import resources
from clm_cli.derivations.zinnen import citaat, zin
from clm_cli.documents.blokken import CELREGEL, KEUZE, KEUZEDEEL
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.datum import bedrag, datum_lang, datum_vol, getal

_GROOTST = 2_000_000
_NU_SJABLOON = (
    "clm sjabloon controleer, en verbeter het sjabloon of haal het weg: dan geldt dat van clm"
)
_TEKEN = re.compile(r"([!-/:-@\[-`{-~])")
"""All ASCII punctuation: with a backslash in front of it, none of it means anything in Markdown."""


@dataclass(frozen=True, slots=True)
class Gevuld:
    """The text of a document, the sha256 of its template.

    And what was missing (only in a concept).
    """

    markdown: str
    sjabloon_sha256: str
    ontbreekt: tuple[str, ...] = ()


def vul(
    naam: str,
    gegevens: Mapping[str, Any],
    *,
    eigen: Path | None = None,
    concept: bool = False,
    liever: str | None = None,
) -> Gevuld:
    """Fill in a template: the register's own, else the one that ships with clm.

    `liever` goes before it where it exists.

    Raises ClmFout when something is missing (a concept shows the gap instead) or a template of the
    register is wrong.
    """
    import jinja2

    ontbreekt: list[str] = []
    hulp: Mapping[str, str] = gegevens.get("_nu", {})

    class Leeg(jinja2.StrictUndefined):
        """A value that is not there."""

        def __str__(self) -> str:  # type: ignore[override]
            return mist(str(self._undefined_name))

        def __getattr__(self, naam: str) -> Any:
            if concept and not naam.startswith("__"):
                return self
            return super().__getattr__(naam)

        def __bool__(self) -> bool:  # type: ignore[override]
            return False if concept else super().__bool__()

        def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
            return iter(()) if concept else super().__iter__()

    def mist(veld: str) -> str:
        if not concept:
            raise ClmFout(
                f"Dit document kan nog niet worden gemaakt: '{veld}' ontbreekt.",
                nu=hulp.get(veld, "vul het aan, of bekijk het met --concept"),
            )
        ontbreekt.append(veld)
        return f"\\[ONTBREEKT: {veil(veld)}\\]"

    def af(waarde: Any) -> Any:
        if isinstance(waarde, Leeg):
            return str(waarde)
        return (
            mist("een waarde")
            if waarde is None
            else waarde
            if isinstance(waarde, Ruw)
            else veil(als_tekst(waarde))
        )

    omgeving = _omgeving(eigen, undefined=Leeg, finalize=af)
    omgeving.filters |= {naam: _filter(functie) for naam, functie in _FILTERS.items()}
    bron, tekst = _render(
        omgeving,
        [f"{deel}.md" for deel in (liever, naam) if deel],
        {k: w for k, w in gegevens.items() if k != "_nu"},
        eigen,
    )
    if len(tekst) > _GROOTST:
        raise ClmFout(
            f"Het document {naam} wordt te groot.",
            nu="kies een kortere periode of minder onderdelen",
        )
    return Gevuld(tekst, hashlib.sha256(bron.encode()).hexdigest(), tuple(ontbreekt))


def _filter(functie: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that lets a gap through and says which value does not fit."""
    import jinja2

    def uit(waarde: Any, *meer: Any) -> Any:
        if waarde is None or isinstance(waarde, jinja2.Undefined):
            return waarde
        try:
            return functie(waarde, *meer)
        except (AttributeError, TypeError):
            raise jinja2.TemplateRuntimeError(f"'{waarde}' past niet bij dit filter") from None

    return uit


def _omgeving(eigen: Path | None, **rest: Any) -> Any:
    """The sandbox for templates: those of the register, then clm's; `pakket/…` is always clm's."""
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    paden = [p for p in (eigen, resources.sjablonen()) if p is not None and p.is_dir()]
    lader = jinja2.ChoiceLoader(
        [
            *map(jinja2.FileSystemLoader, paden),
            jinja2.PrefixLoader({"pakket": jinja2.FileSystemLoader(resources.sjablonen())}),
        ]
    )
    omgeving: Any = ImmutableSandboxedEnvironment(
        loader=lader,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **rest,
    )
    omgeving.filters |= _FILTERS
    omgeving.concat = lambda delen: Ruw(
        "".join(delen)
    )  # a block or macro is made of pieces that were escaped already
    return omgeving


def _render(
    omgeving: Any, namen: list[str], gegevens: Mapping[str, Any], eigen: Path | None
) -> tuple[str, str]:
    """The source of the first template that is there, and its text.

    What is wrong in it is said with its line.
    """
    import jinja2
    from jinja2.exceptions import SecurityError

    try:
        sjabloon = omgeving.select_template(namen)
        return omgeving.loader.get_source(omgeving, str(sjabloon.name))[0], sjabloon.render(
            gegevens
        )
    except ClmFout:
        raise
    except jinja2.TemplateSyntaxError as fout:
        raise ClmFout(
            (
                f"{fout.filename or namen[-1]}:{fout.lineno}: het sjabloon klopt niet: "
                f"{_gezegd(fout)}."
            ),
            nu=_NU_SJABLOON,
        ) from None
    except (
        Exception
    ) as fout:  # a template of the user's own can raise anything; what is not its doing goes on
        van_jinja = isinstance(
            fout, (jinja2.TemplateRuntimeError, jinja2.TemplateNotFound, SecurityError)
        )
        if not van_jinja and not (eigen and _plaats(fout, "").startswith(str(eigen))):
            raise
        raise ClmFout(
            f"Het sjabloon {_plaats(fout, namen[-1])} kan niet worden ingevuld: {_gezegd(fout)}.",
            nu=_NU_SJABLOON,
        ) from None


_IN_WOORDEN = (
    (r"^(.* past niet bij dit filter)$", "{0}"),
    (
        r"Unexpected end of template|was never closed|end of print statement",
        "een {{% if %}}, {{% for %}}, {{% block %}} of {{{{ is niet afgesloten",
    ),
    (r"[Uu]nknown tag '(.*?)'", "'{0}' hoort hier niet, of bestaat niet"),
    (r"Missing end of (comment|raw)", "een opmerking is niet afgesloten"),
    (r"end of statement block", "de regel is niet af"),
    (r"No (filter|test) named '(.*?)'", "de {0} '{1}' bestaat niet"),
    (r"(?:got|unexpected)(?: char)? '(.*?)'", "'{0}' hoort hier niet"),
    (r"has no attribute '(.*?)'", "'{0}' is er niet"),
    (r"attribute '(.*?)' of .* is unsafe", "'{0}' mag een sjabloon niet gebruiken"),
    (r"^'(.*?)' is undefined", "de naam '{0}' bestaat niet"),
    (r"^'?([\w/.-]+\.md)'?(?: not found.*)?$", "het sjabloon '{0}' bestaat niet"),
)
"""What Jinja says, in Dutch."""


def _gezegd(fout: Exception) -> str:
    bericht = str(getattr(fout, "message", None) or fout)
    for patroon, woorden in _IN_WOORDEN:
        if gevonden := re.search(patroon, bericht):
            return woorden.format(*gevonden.groups())
    return f"wat hier staat past niet bij de gegevens ({type(fout).__name__})"


def _plaats(fout: BaseException, anders: str) -> str:
    """File and line of the template where filling in stopped, as far as the traceback knows."""
    import traceback

    rijen = [
        rij for rij in traceback.extract_tb(fout.__traceback__) if rij.filename.endswith(".md")
    ]
    return f"{rijen[-1].filename}:{rijen[-1].lineno}" if rijen else anders


class Ruw(str):
    """Text that is escaped already."""

    __slots__ = ()


def als_tekst(waarde: Any) -> str:
    """A value in Dutch: dates and numbers as people write them."""
    if isinstance(waarde, date):
        return datum_vol(waarde)
    if isinstance(waarde, time):
        return f"{waarde:%H.%M}"
    return getal(waarde) if isinstance(waarde, Decimal) else str(waarde)


def veil(tekst: str) -> str:
    """Text that Markdown cannot misread; a new line stays a new line."""
    regels = [_TEKEN.sub(r"\\\1", regel.strip()) for regel in tekst.replace("\t", " ").split("\n")]
    return "\\\n".join(regel or "\u00a0" for regel in regels)


def cel(waarde: Any) -> Ruw:
    """A value for one cell of a table: a new line stays in its cell."""
    return Ruw(veil(als_tekst(waarde)).replace("\\\n", CELREGEL))


def keuze(waarde: Any, keuzen: Iterable[str]) -> Ruw:
    """A value for one cell that is chosen from a list in Word; elsewhere only the value shows."""
    delen = (veil(tekst) if (tekst := als_tekst(deel)) else "" for deel in (*keuzen, waarde))
    return Ruw(f"{KEUZE}{KEUZEDEEL.join(delen)}{KEUZE}")


_FILTERS: dict[str, Callable[..., Any]] = {
    "datum": datum_vol,
    "datum_lang": datum_lang,
    "bedrag": bedrag,
    "zin": zin,
    "citaat": citaat,
    "cel": cel,
    "keuze": keuze,
}
"""What a template may do with a value; `zin` makes a sentence of words from the record, `citaat`
quotes words of the contract."""


@dataclass(frozen=True, slots=True)
class Sjabloonfout:
    """What is wrong in a template, and on which line."""

    regel: int
    tekst: str
    nu: str


def kijk_na(naam: str, eigen: Path, bekend: frozenset[str]) -> list[Sjabloonfout]:
    """What is wrong in a template of the register.

    Its syntax, the names it uses, its filters and the files it takes in.

    What a name holds is known only when a letter is made; a wrong `t.naam` shows then, with its
    line.
    """
    import jinja2
    from jinja2 import meta, nodes

    omgeving, bron = (
        _omgeving(eigen),
        (eigen / f"{naam}.md").read_text(encoding="utf-8", errors="replace"),
    )
    try:
        boom = omgeving.parse(bron, naam)
    except jinja2.TemplateSyntaxError as fout:
        return [
            Sjabloonfout(
                fout.lineno, f"het sjabloon klopt niet: {_gezegd(fout)}", "verbeter de regel"
            )
        ]
    fouten = []
    for deel in boom.find_all((nodes.Filter, nodes.Test)):
        soort, er_zijn = (
            ("filter", omgeving.filters)
            if isinstance(deel, nodes.Filter)
            else ("test", omgeving.tests)
        )
        if deel.name not in er_zijn:
            fouten.append(
                Sjabloonfout(
                    deel.lineno,
                    f"de {soort} '{deel.name}' bestaat niet",
                    _dichtbij(deel.name, er_zijn),
                )
            )
    ander = [
        d
        for d in boom.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport))
        if isinstance(d.template, nodes.Const)
    ]
    fouten += [
        Sjabloonfout(
            d.lineno,
            f"het sjabloon '{d.template.value}' bestaat niet",
            "clm sjabloon toont ze alle",
        )
        for d in ander
        if not _bestaat(omgeving, d.template.value)
    ]
    if not fouten:  # the names can only be found in a template that could be compiled
        eigen_namen = {deel.name for deel in boom.find_all(nodes.Name) if deel.ctx == "store"}
        onbekend = (
            meta.find_undeclared_variables(boom) - bekend - eigen_namen - set(omgeving.globals)
        )
        plaatsen = {deel.name: deel.lineno for deel in reversed([*boom.find_all(nodes.Name)])}
        fouten = [
            Sjabloonfout(
                plaatsen.get(deel, 1),
                f"de naam '{deel}' bestaat hier niet",
                _dichtbij(deel, bekend),
            )
            for deel in onbekend
        ]
    return sorted(fouten, key=lambda rij: (rij.regel, rij.tekst))


def namen_in(naam: str) -> frozenset[str]:
    """The names that a template of clm and what it takes in expect from outside."""
    from jinja2 import meta, nodes

    omgeving, klaar, uit, gezet, open_ = (
        _omgeving(None),
        set[str](),
        set[str](),
        set[str](),
        [f"{naam}.md"],
    )
    while open_:
        pad = open_.pop()
        if pad in klaar:
            continue
        klaar.add(pad)
        boom = omgeving.parse(omgeving.loader.get_source(omgeving, pad)[0])
        uit |= meta.find_undeclared_variables(boom)
        open_ += [deel for deel in meta.find_referenced_templates(boom) if deel]
        gezet |= {deel.name for deel in boom.find_all(nodes.Name) if deel.ctx == "store"}
    return frozenset(uit - gezet)


def gezet_in(namen: Iterable[str]) -> frozenset[str]:
    """The names that templates of clm set themselves.

    For a part that is taken in where they are known.
    """
    from jinja2 import nodes

    omgeving = _omgeving(None)
    bomen = [
        omgeving.parse(omgeving.loader.get_source(omgeving, f"{naam}.md")[0]) for naam in namen
    ]
    return frozenset(
        deel.name for boom in bomen for deel in boom.find_all(nodes.Name) if deel.ctx == "store"
    )


def _bestaat(omgeving: Any, naam: str) -> bool:
    import jinja2

    try:
        omgeving.loader.get_source(omgeving, naam)
    except jinja2.TemplateNotFound:
        return False
    return True


def _dichtbij(naam: str, uit: Any) -> str:
    gevonden = get_close_matches(naam, list(uit), 1)
    return (
        f"bedoelt u {gevonden[0]}?"
        if gevonden
        else "clm sjabloon toon laat zien welke namen er zijn"
    )
