"""What is to be written is looked at first: a bsn is refused, and what was not all seen is said."""

from __future__ import annotations

import errno
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from clm_cli.files.gate import lees_uit
from clm_cli.files.mappen import afdruk_van, samen
from clm_cli.files.schijf import Bewerking, vrije_naam
from clm_cli.files.slot import afdruk
from clm_cli.files.stukken import controleer_stukken
from clm_cli.files.voorbereiding import bereid, verschil
from clm_cli.kijk import Kijk
from clm_cli.meldingen import ClmFout, Ernst
from clm_cli.voorstel import NieuwBestand, NieuwStuk, Voorstel, Wijziging
from tests import klein_register
from tests.files.test_opslag import FEIT
from tests.test_persoonsgegevens import _docx as docx
from tests.test_persoonsgegevens import _xlsx as xlsx

BSN = "123456782"
CONTACT = "bloem/contacten/2026-05-18-x.yaml"
KAART = "bloem/aanbieder.yaml"


def let_op(map_: Path, voorstel: Voorstel) -> tuple[str, ...]:
    return bereid(map_, klein_register.lees(map_), voorstel)[2]


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"gewoon", ()),
        (
            b"123456789 " * 400_000,
            ("bloem/contacten/a.txt is niet helemaal op een bsn nagekeken",),
        ),
    ],
)
def test_of_what_not_all_was_seen_that_is_said(
    tmp_path: Path, inhoud: bytes, woorden: tuple[str, ...]
) -> None:
    stuk = NieuwStuk("bloem/contacten/a.txt", inhoud)
    gezegd = let_op(tmp_path, Voorstel("x", stukken=(stuk,)))
    assert tuple(zin.partition(":")[0] for zin in gezegd) == woorden


@pytest.mark.parametrize(
    ("voorstel", "zin"),
    [
        (Voorstel("x", nieuw=(NieuwBestand(CONTACT, {**FEIT, "kern": f"bsn {BSN}"}),)), "Hierin "),
        (
            Voorstel("x", stukken=(NieuwStuk("bloem/contacten/a.txt", f"bsn {BSN}".encode()),)),
            "a.txt: in regel 1 ",
        ),
        (
            Voorstel("x", wijzigingen=(Wijziging(KAART, ("postadres", "plaats"), f"bsn {BSN}"),)),
            "aanbieder.yaml: in regel 3 ",
        ),
    ],
    ids=["a fact", "a document", "a card"],
)
def test_a_bsn_is_refused_with_its_place(tmp_path: Path, voorstel: Voorstel, zin: str) -> None:
    with pytest.raises(ClmFout) as fout:
        let_op(tmp_path, voorstel)
    assert fout.value.tekst.startswith(f"{zin}lijkt een burgerservicenummer te staan")
    assert BSN not in fout.value.tekst


@pytest.mark.parametrize(
    ("naam", "inhoud", "woord"),
    [
        ("a.txt", b"De moeder van Fenna belde", "moeder van •"),
        ("a.csv", b"naam;geboortedatum\nFenna;x\n", "geboortedatum"),
        ("a.csv", "naam;Geboortedatum\n".encode("utf-16"), "Geboortedatum"),
        ("a.xlsx", xlsx(["naam", "cliëntnummer"], ["F", "x"]), "cliëntnummer"),
        ("a.docx", docx("Verslag", "Over de jongen, geboren op 3 mei"), "geboren op"),
        ("a.docx", docx("Verslag over de wachttijd van jeugdigen"), None),
        ("a.pdf", b"geboren op 3 mei", None),
        ("a.docx", b"PK\x03\x04 geboren op", None),
    ],
)
def test_data_of_a_client_in_a_document_is_told_when_it_is_taken_in_and_at_each_check(
    tmp_path: Path, naam: str, inhoud: bytes, woord: str | None
) -> None:
    """It goes into git with the document; a scan and a pdf have no text here."""
    stuk = f"bloem/contacten/{naam}"
    gezegd = let_op(tmp_path, Voorstel("x", stukken=(NieuwStuk(stuk, inhoud),)))
    zin = f"{naam}: '{woord}' wijst op gegevens van een cliënt"
    assert [z.startswith(f"AVG602 {zin}") for z in gezegd if "nagekeken" not in z] == [True] * bool(
        woord
    )
    (tmp_path / stuk).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / stuk).write_bytes(inhoud)
    feit = (
        "wijze: telefoon\nrichting: uitgaand\nmet: [Jan]\nkern: gebeld\nbijlagen: "
        f"[{{bestand: {naam}, sha256: {sha256(inhoud).hexdigest()}}}]"
    )
    geladen = klein_register.lees(tmp_path, {"bloem/contacten/2026-05-04-gebeld.yaml": feit})
    gemeld = controleer_stukken(tmp_path, Kijk(geladen.register, date(2026, 6, 1)))
    assert [(m.code, m.tekst) for m in gemeld] == [("AVG602", zin)] * bool(woord)


def test_what_clm_makes_itself_is_not_told_again(tmp_path: Path) -> None:
    """Its words are those of facts, and of them it is told where they stand."""
    stuk = NieuwStuk("bloem/contacten/a.md", b"geboren op 3 mei", vervang=True)
    assert let_op(tmp_path, Voorstel("x", stukken=(stuk,))) == ()


def test_what_stood_in_a_card_before_keeps_nobody_from_changing_it(tmp_path: Path) -> None:
    klein_register.lees(tmp_path)
    kaart = tmp_path / KAART
    kaart.write_text(f"{kaart.read_text(encoding='utf-8')}# bsn {BSN}\n", encoding="utf-8")
    voorstel = Voorstel("x", wijzigingen=(Wijziging(KAART, ("postadres", "plaats"), "Bloemdam"),))
    geladen = klein_register.laad(tmp_path)
    assert bereid(tmp_path, geladen, voorstel)[2] == ()


def test_a_name_is_free_when_it_is_taken_neither_here_nor_on_another_line_of_work(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yaml").touch()
    (tmp_path / "a-2.yaml").symlink_to("nergens")
    assert vrije_naam(tmp_path, "a.yaml") == "a-3.yaml"
    assert vrije_naam(tmp_path, "a.yaml", ("a-3.yaml",)) == "a-4.yaml"
    assert vrije_naam(tmp_path, "b.yaml", ("b.yaml",)) == "b-2.yaml"
    assert vrije_naam(tmp_path, "b.yaml") == "b.yaml"


def test_a_difference_says_what_is_new_and_what_was_there() -> None:
    nieuw = verschil([Bewerking("a.yaml", None, b"x: 1\n"), Bewerking("b.pdf", None, b"%PDF")])
    assert nieuw.splitlines()[:2] == ["--- (nieuw)", "+++ a.yaml"]
    assert nieuw.splitlines()[-1] == "nieuw stuk b.pdf (4 bytes)"
    anders = verschil([Bewerking("a.yaml", b"x: 1\n", b"x: 2\n")])
    assert anders.splitlines() == ["--- a.yaml", "+++ a.yaml", "@@ -1 +1 @@", "-x: 1", "+x: 2"]


def test_what_a_link_leads_to_is_no_part_of_a_register(tmp_path: Path) -> None:
    wortel, elders = tmp_path / "r", tmp_path / "elders"
    wortel.mkdir()
    (elders / "diep").mkdir(parents=True)
    (elders / "x").write_text("oud")
    (wortel / "map").symlink_to(elders)
    (wortel / "bestand").symlink_to(elders / "x")
    voor = afdruk(wortel)
    assert voor.keys() == {"map", "bestand"}
    (elders / "x").write_text("nieuw en langer")
    (elders / "diep/y").touch()
    assert afdruk(wortel) == voor


def test_a_folder_of_which_not_all_is_read_has_no_number_to_keep_something_by(
    tmp_path: Path,
) -> None:
    klein_register.lees(tmp_path)
    eerst = afdruk_van(tmp_path, "bloem")
    assert eerst is not None
    assert eerst == afdruk_van(tmp_path, "bloem") != afdruk_van(tmp_path, "overeenkomsten")
    assert samen([eerst, b"x"]) == eerst + b"x"
    assert samen([eerst, None]) is None
    (tmp_path / "bloem/elders").symlink_to(tmp_path / "overeenkomsten")
    assert afdruk_van(tmp_path, "bloem") is None


def test_a_file_that_is_none_and_one_that_cannot_be_opened_are_two_things() -> None:
    for nummer, tekst in ((errno.ENODEV, "geen gewoon bestand"), (errno.EIO, "niet te openen")):

        def bron(_: int, nummer: int = nummer) -> bytes:
            raise OSError(nummer, "x")

        (melding,) = lees_uit(bron, "a.yaml").meldingen
        assert (melding.code, tekst in melding.tekst) == ("YML001", True)


def test_a_link_to_itself_is_no_link_to_a_folder(tmp_path: Path) -> None:
    klein_register.lees(tmp_path)
    (tmp_path / "bloem/x.yaml").symlink_to("x.yaml")
    (tmp_path / "bloem/y").symlink_to(tmp_path / "overeenkomsten")
    fout = [m for m in klein_register.laad(tmp_path).meldingen if m.ernst is Ernst.FOUT]
    gezegd = {m.plek.pad: m.tekst for m in fout if m.plek}
    assert "andere map" in gezegd["bloem/y"]
    assert "koppeling" in gezegd["bloem/x.yaml"]
    assert "andere map" not in gezegd["bloem/x.yaml"]
