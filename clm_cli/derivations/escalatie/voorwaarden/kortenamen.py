"""Floor 4, kortenamen: what a condition is called in running text, where its id is no Dutch."""

KORT = {
    "aangekondigd": "aankondiging vooraf",
    "contract-loopt": "lopend contract met deze aanbieder",
    "gebleken": "niet-nakoming gebleken",
    "feitelijk": "feitelijke tekortkoming",
    "nieuws-gehoord": "gehoord over wat daarna bleek",
    "preventie-bij-reeks": "preventie vóór een verzoek na een reeks",
    "verbeterplangrond": "grond voor een verbeterplan",
    "na-ontvangen": "eerdere maatregel ontvangen",
    "na-aangetekend": "eerdere maatregel aangetekend verzonden",
    "volgorde": "volgorde van de treden",
    "termijn-laat-toe": "termijn die de stap toelaat",
    "preventief": "preventieve maatregel",
    "optie-open": "open optie",
    "aanzegging-tijdig": "tijdige aanzegging",
    "niet-al-beeindigd": "nog niet beëindigd",
    "plan-op-schema": "verbeterplan op schema",
}
"""By condition; any other is called by its id, with spaces."""
