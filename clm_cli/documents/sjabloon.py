"""Floor 6, sjabloon: a template in Markdown is filled in; what comes from the record can never become markup."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from clm_cli import resources
from clm_cli.derivations.zinnen import citaat, zin
from clm_cli.documents.blokken import CELREGEL
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.datum import bedrag, datum_lang, datum_vol, getal

_GROOTST = 2_000_000
_TEKEN = re.compile(r"([!-/:-@\[-`{-~])")
"""All ASCII punctuation: with a backslash in front of it, none of it means anything in Markdown."""


@dataclass(frozen=True, slots=True)
class Gevuld:
    """The text of a document, the sha256 of its template, and what was missing (only in a concept)."""

    markdown: str
    sjabloon_sha256: str
    ontbreekt: tuple[str, ...] = ()


def vul(naam: str, gegevens: Mapping[str, Any], *, eigen: Path | None = None, concept: bool = False, liever: str | None = None) -> Gevuld:
    """Fill in a template: the register's own, else the one that ships with clm; `liever` goes before it where it exists.

    Raises ClmFout when something is missing (a concept shows the gap instead) or a template of the register is wrong.
    """
    import jinja2
    from jinja2.exceptions import SecurityError

    ontbreekt: list[str] = []
    hulp: Mapping[str, str] = gegevens.get("_nu", {})

    def mist(veld: str) -> str:
        if not concept:
            raise ClmFout(f"Dit document kan nog niet worden gemaakt: '{veld}' ontbreekt.", nu=hulp.get(veld, "vul het aan, of bekijk het met --concept"))
        ontbreekt.append(veld)
        return f"\\[ONTBREEKT: {veil(veld)}\\]"

    omgeving = _omgeving(eigen, mist, concept=concept)
    try:
        sjabloon = omgeving.select_template([f"{deel}.md" for deel in (liever, naam) if deel])
        bron = omgeving.loader.get_source(omgeving, str(sjabloon.name))[0]
        tekst = sjabloon.render({k: w for k, w in gegevens.items() if k != "_nu"})
    except jinja2.TemplateSyntaxError as fout:
        raise ClmFout(f"{fout.filename or naam}:{fout.lineno}: het sjabloon klopt niet: {fout.message}.", nu="verbeter het sjabloon, of haal het weg: dan geldt dat van clm") from None
    except (jinja2.TemplateRuntimeError, jinja2.TemplateNotFound, SecurityError) as fout:
        raise ClmFout(f"Het sjabloon {naam}.md kan niet worden ingevuld: {fout.message}.", nu="kijk het sjabloon na") from None
    if len(tekst) > _GROOTST:
        raise ClmFout(f"Het document {naam} wordt te groot.", nu="kies een kortere periode of minder onderdelen")
    return Gevuld(tekst, hashlib.sha256(bron.encode()).hexdigest(), tuple(ontbreekt))


def _omgeving(eigen: Path | None, mist: Callable[[str], str], *, concept: bool) -> Any:
    """Where templates are looked for and what they may do; `mist` says what a value that is not there becomes."""
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Leeg(jinja2.StrictUndefined):
        """A value that is not there; a concept goes on without it."""

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

    def af(waarde: Any) -> Any:
        if isinstance(waarde, Leeg):
            return str(waarde)
        return mist("een waarde") if waarde is None else waarde if isinstance(waarde, Ruw) else veil(als_tekst(waarde))

    paden = [p for p in (eigen, resources.sjablonen()) if p is not None and p.is_dir()]
    lader = jinja2.ChoiceLoader([*map(jinja2.FileSystemLoader, paden), jinja2.PrefixLoader({"pakket": jinja2.FileSystemLoader(resources.sjablonen())})])
    omgeving = ImmutableSandboxedEnvironment(loader=lader, undefined=Leeg, finalize=af, autoescape=False, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    omgeving.filters |= {naam: _filter(functie) for naam, functie in _FILTERS.items()}
    return omgeving


def _filter(functie: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A filter that lets a gap through and says which value does not fit."""
    import jinja2

    def uit(waarde: Any) -> Any:
        if waarde is None or isinstance(waarde, jinja2.Undefined):
            return waarde
        try:
            return functie(waarde)
        except (AttributeError, TypeError):
            raise jinja2.TemplateRuntimeError(f"'{waarde}' past niet bij dit filter") from None

    return uit


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


_FILTERS: dict[str, Callable[[Any], Any]] = {"datum": datum_vol, "datum_lang": datum_lang, "bedrag": bedrag, "zin": zin, "citaat": citaat, "cel": cel}
"""What a template may do with a value; `zin` makes a sentence of words from the record, `citaat` quotes words of the contract."""
