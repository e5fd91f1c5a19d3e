"""Floor 6, zandbak: where templates are looked for, and what those of a register may cost.

A template of a register is code of whoever made the register. It reads nothing outside its folder,
and stops when it asks for more time or memory than a document needs.
"""

from __future__ import annotations

import contextlib
import gc
import math
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clm_cli import resources
from clm_cli.advies import advies, opdracht
from clm_cli.deur import lees_in
from clm_cli.documents.veilig import Ruw
from clm_cli.meldingen import ClmFout, oorzaak

if sys.platform != "win32":
    import resource

GROOTST = 2_000_000
"""The characters of a template, and of what comes out of one."""
NU_SJABLOON = advies(
    "{kijk}, en verbeter het sjabloon of haal het weg: dan geldt dat van clm",
    kijk=opdracht("sjabloon", "controleer"),
)
_WIJZER = "version https://git-lfs.github.com/spec/"
"""How a file begins that git keeps elsewhere and did not bring here."""
_SECONDEN, _GEHEUGEN, _GROOTSTE_GETAL = 0.4, 200 << 20, 10**18


class _EigenLader(jinja2.BaseLoader):
    """The templates of a register: text in UTF-8, and nothing from outside its folder."""

    def __init__(self, map_: Path) -> None:
        self.map = map_

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002 - jinja's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        naam = f"{self.map.name}/{template}"
        try:
            inhoud = lees_in(self.map.parent, naam, GROOTST)
        except (FileNotFoundError, NotADirectoryError):
            raise jinja2.TemplateNotFound(template) from None
        except OSError as fout:
            if ".." in template:
                raise jinja2.TemplateNotFound(template) from None
            raise ClmFout(f"{naam} is niet te lezen: {oorzaak(fout)}.", nu=NU_SJABLOON) from None
        try:
            tekst = inhoud.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError as fout:
            regel = inhoud.count(b"\n", 0, fout.start) + 1
            raise ClmFout(
                f"{naam}:{regel}: dit teken is niet als UTF-8 opgeslagen.",
                nu="sla het sjabloon op als UTF-8",
            ) from None
        if tekst.startswith(_WIJZER):
            raise ClmFout(
                f"{naam} is niet opgehaald: er staat alleen een verwijzing van git-lfs.",
                nu="haal het bestand op met git lfs pull, of haal het weg: dan geldt dat van clm",
            )
        return tekst, str(self.map / template), lambda: True


class _Vertaald(BytecodeCache):
    """The templates of clm as they were made into code, each once in a process.

    Those of a register are made again for each document: what they cost is the register's.
    """

    def __init__(self) -> None:
        self._code: dict[str, CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        van_clm = filename and Path(filename).is_relative_to(resources.sjablonen())
        return f"{name} {filename} " if van_clm else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key and bucket.code:
            self._code[bucket.key + bucket.checksum] = bucket.code


_VERTAALD = _Vertaald()


class _Zandbak(ImmutableSandboxedEnvironment):
    """No sum that no document needs: those are worked out in one step that nothing interrupts."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        maten = [w if isinstance(w, int) else len(w) for w in (left, right) if _heeft_maat(w)]
        if operator == "**" or any(abs(maat) > _GROOTSTE_GETAL for maat in maten):
            raise jinja2.TemplateRuntimeError("deze som hoort niet in een document")
        if not (isinstance(left, int) and isinstance(right, int)) and math.prod(maten) > GROOTST:
            raise jinja2.TemplateRuntimeError("deze herhaling is te lang")
        return super().call_binop(context, operator, left, right)


def _heeft_maat(waarde: object) -> bool:
    return isinstance(waarde, (int, str, list, tuple))


def omgeving(eigen: Path | None, **rest: Any) -> jinja2.Environment:
    """The sandbox for templates: those of the register, then clm's; `pakket/…` is always clm's."""
    van_clm = jinja2.FileSystemLoader(resources.sjablonen())
    lader = jinja2.ChoiceLoader(
        [
            *([_EigenLader(eigen)] if eigen else []),
            van_clm,
            jinja2.PrefixLoader({"pakket": van_clm}),
        ]
    )
    gemaakt = _Zandbak(
        loader=lader,
        bytecode_cache=_VERTAALD,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **rest,
    )
    # a block or macro is made of pieces that were escaped already
    gemaakt.concat = lambda delen: Ruw("".join(delen))  # type: ignore[method-assign]
    return gemaakt


@contextlib.contextmanager
def begrensd(eigen: Path | None) -> Iterator[None]:
    """Little time and 200 MB for what a register brings; where the system can."""
    hoofd = threading.current_thread() is threading.main_thread()
    if sys.platform == "win32" or eigen is None or not hoofd or not eigen.is_dir():
        yield
        return

    def te_lang(*_: object) -> None:
        raise ClmFout("Een eigen sjabloon vraagt te veel tijd.", nu=NU_SJABLOON)

    grens = resource.getrlimit(resource.RLIMIT_AS)
    eerder, ruimt = signal.signal(signal.SIGVTALRM, te_lang), gc.isenabled()
    gc.disable()  # to look through all that was read before is no time of the template
    try:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_in_gebruik() + _GEHEUGEN, grens[1]))
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDEN)
        yield
    except MemoryError:
        raise ClmFout("Een eigen sjabloon vraagt te veel geheugen.", nu=NU_SJABLOON) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, eerder)
        if ruimt:
            gc.enable()
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, grens)


def _in_gebruik() -> int:
    """The bytes of address space that this process has now; raises OSError where nobody says so."""
    bladen = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(bladen) * resource.getpagesize()
