"""Floor 8, dagen: a day that is typed, as somebody says it, and shown as it was understood."""

from __future__ import annotations

from datetime import date

from clm_cli.cli.uitvoer import meld
from clm_cli.tijd.datum import datum_lang, lees_gesproken
from clm_cli.value import value


@value
class Daglezer:
    """Reads 'gisteren' and '11 mei' on a day; what is no day stays as it is, to be refused."""

    vandaag: date

    def __call__(self, naam: str, tekst: str) -> str:
        """The day as a file keeps it; who did not type its year sees which one was taken."""
        try:
            dag = lees_gesproken(tekst, self.vandaag)
        except ValueError:
            return tekst
        if str(dag.year) not in tekst:
            meld(f"  {naam}: {datum_lang(dag)}")
        return dag.isoformat()
