#!/usr/bin/env python3
"""Counts what should come out of each case from its input files, without any code of the product.

  python3 test/cases/count.py           writes <case>/expected.json
  python3 test/cases/count.py --check   fails if a stored expected.json says something else
"""
import csv
import difflib
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
REGIONS = HERE.parents[1] / "node_modules/idn-area-data/data"
SOURCE = "counted by test/cases/count.py from the roster file, session.json and events.json of this folder"
XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# How the columns are headed, in the five sheets.
UNIT = re.compile(r"UNIT KERJA|INSTANSI|PERANGKAT DAERAH")
OFFICE = re.compile(r"^JABATAN$")
DISTRICT = re.compile(r"^KEC(\.|AMATAN)$")
NUMBER = re.compile(r"^NO\.?$")

ACTING = re.compile(r"(PJ|PJS|PLT|PLH)\b", re.I)
CLASSES = [
    ("PUSKESMAS", r".*\bPUSKESMAS\b"),
    ("KECAMATAN", r"KECAMATAN\b"),
    ("KELURAHAN", r"KELURAHAN\b"),
    ("SD", r"(SDN|SD NEGERI)\b"),
    ("SMP", r"(SMPN|SMP NEGERI)\b"),
    ("SMA", r"(SMA|SMK) NEGERI\b"),
    ("BUMD", r"(PERUMDA|PT|PD)\b"),
    ("OPD", r"(DINAS|BADAN|BAGIAN|BIRO|INSPEKTORAT|SEKRETARIAT|SATUAN|RSUD|UPTD)\b"),
]


def read_csv(path):
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    delimiter = ";" if text.count(";") > text.count(",") else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def read_xlsx(path):
    with zipfile.ZipFile(path) as book:
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            items = ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(XML + "si")
            strings = ["".join(t.text or "" for t in item.iter(XML + "t")) for item in items]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = {}
    for cell in sheet.iter(XML + "c"):
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
        value = cell.findtext(XML + "v") or "".join(t.text or "" for t in cell.iter(XML + "t"))
        if cell.get("t") == "s":
            value = strings[int(value)]
        rows.setdefault(int(row), {})[letters] = value
    # The sheets have fewer than 27 columns: a letter is a column.
    return [[rows.get(n, {}).get(chr(c), "") for c in range(65, 91)] for n in range(1, max(rows) + 1)]


def read_roster(path):
    """The data rows: (physical row, unit, office, district), blank rows left out."""
    rows = read_xlsx(path) if path.suffix == ".xlsx" else read_csv(path)
    heads = [[cell.strip().upper() for cell in row] for row in rows]
    top = next(i for i, row in enumerate(heads) if any(NUMBER.match(c) for c in row) and any(OFFICE.match(c) for c in row))

    def column(pattern):
        return next((i for i, head in enumerate(heads[top]) if pattern.search(head)), None)

    unit, office, district = column(UNIT), column(OFFICE), column(DISTRICT)
    return [
        (number, row[unit], row[office], row[district] if district is not None else "")
        for number, row in enumerate(rows[top + 1 :], start=top + 2)
        if any(cell.strip() for cell in row)
    ]


def plain(text):
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def check_faults(case, rows, faulty, regency):
    """session.json names the faulty rows; the sheet must agree, or one of both is wrong."""
    with open(REGIONS / "districts.csv", newline="", encoding="utf-8") as file:
        districts = [plain(d["name"]) for d in csv.DictReader(file) if d["regency_code"] == regency]
    seen = {}
    for number, unit, office, district in rows:
        fault = faulty.get(number, {"why": None, "kept": True})
        exact = not district or not districts or plain(district) in districts
        close = difflib.get_close_matches(plain(district), districts, 1, 0.85)
        if not unit and not office:
            found = "no-unit-name" if fault["why"] != "signature-block" else "signature-block"
        elif plain(unit) in seen:
            found = "duplicate"
        elif not exact:
            found = "misspelt-district" if close else "unknown-district"
        else:
            found = "nip-lost-digits" if fault["why"] == "nip-lost-digits" else None
        seen.setdefault(plain(unit), number)
        assert found == fault["why"], f"{case}: row {number} looks {found}, session.json says {fault['why']}"


def class_of(unit):
    return next(name for name, pattern in CLASSES if re.match(pattern, unit.upper()))


def count(folder):
    data = json.loads((folder / "session.json").read_text(encoding="utf-8"))
    day = json.loads((folder / "events.json").read_text(encoding="utf-8"))
    session = data["session"]
    rows = read_roster(folder / data["roster"]["file"])
    faulty = {fault["row"]: fault for fault in data["roster"]["faulty"]}
    assert set(faulty) <= {row[0] for row in rows}, f"{folder.name}: a faulty row is not in the sheet"
    check_faults(folder.name, rows, faulty, data["regency"]["code"])

    kept = {unit: office for number, unit, office, _ in rows if faulty.get(number, {"kept": True})["kept"]}
    expected = {unit: office for unit, office in kept.items() if class_of(unit) in session["classes"]}
    guests = {guest["ref"] for guest in data["guests"]}

    assert [a["at"] for a in day["arrivals"]] == sorted(a["at"] for a in day["arrivals"]), "arrivals not in order"
    first = {}
    for arrival in day["arrivals"]:
        assert arrival.get("unit") in expected or arrival.get("guest") in guests, f"{folder.name}: unknown {arrival}"
        first.setdefault(arrival.get("unit") or arrival["guest"], arrival["who"])

    modes = {"inPerson": 0, "acting": 0, "delegated": 0}
    for unit in expected:
        who = first.get(unit)
        if who == "delegate":
            modes["delegated"] += 1
        elif who == "acting" or (who == "holder" and ACTING.match(expected[unit])):
            modes["acting"] += 1
        elif who == "holder":
            modes["inPerson"] += 1
    missing = [unit for unit in expected if unit not in first]

    due = {unit for unit in expected if class_of(unit) in (session["pledge"] or {"classes": []})["classes"]}
    marks = [mark for mark in day["signatures"] if mark["role"] == "SIGNER" and not mark["symbolic"]] + day["late"]
    for mark in day["signatures"] + day["late"]:
        assert mark.get("unit") in due or mark.get("guest") in guests, f"{folder.name}: unknown {mark}"
    signed = {mark.get("unit") for mark in marks if mark["who"] == "holder"} & due
    check_order(folder.name, session, day)

    return {
        "source": SOURCE,
        "units": {"expected": len(expected), **modes, "missing": len(missing)},
        "people": {"checkedIn": len(first), "guests": len(guests & set(first))},
        "pledge": {"due": len(due), "signed": len(signed), "notYet": len(due) - len(signed)},
        "classes": [class_figures(name, expected, missing) for name in session["classes"]],
        "rosterRows": len(rows),
        "faultyRows": sum(not fault["kept"] for fault in faulty.values()),
        "missingUnits": missing,
        "sealed": sealed(day, len(expected) + len(guests)),
    }


def check_order(case, session, day):
    """Nobody signs before the reading where it comes first, and those placed by hand sign in their order."""
    times = [mark["at"] for mark in day["signatures"]]
    assert times == sorted(times), f"{case}: signatures not in order"
    if session["pledge"] and session["pledge"]["readFirst"]:
        assert day["reading"], f"{case}: nothing was read"
        assert all(at >= day["reading"]["at"] for at in times), f"{case}: signed before the reading"
    placed = [who(party) for party in day["order"]]
    assert len(set(placed)) == len(placed), f"{case}: placed twice"
    assert [name for name in map(who, day["signatures"]) if name in placed] == placed, f"{case}: not in the order"


def who(entry):
    return entry.get("unit") or entry["guest"]


def sealed(day, invited):
    """What the seal holds once the late signatures are under it too: one record each."""
    first = {}
    for arrival in day["arrivals"]:
        first.setdefault(who(arrival), arrival["at"])
    read = day["reading"]
    kinds = {
        "session": 1,
        "office": invited,
        "check-in": len(first),
        # Whoever is in already is not let in once more.
        "denial": len(day["arrivals"]) - len(first),
        "reading": 1 if read else 0,
        "heard": sum(at <= read["at"] for at in first.values()) if read else 0,
        "signature": len(day["signatures"]) + len(day["late"]),
    }
    return {kind: number for kind, number in kinds.items() if number}


def class_figures(name, expected, missing):
    total = sum(class_of(unit) == name for unit in expected)
    absent = sum(class_of(unit) == name for unit in missing)
    return {"class": name, "expected": total, "represented": total - absent, "missing": absent}


def main():
    check = "--check" in sys.argv[1:]
    wrong = []
    for folder in sorted(path.parent for path in HERE.glob("*/session.json")):
        figures = count(folder)
        stored = folder / "expected.json"
        if not check:
            stored.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        elif json.loads(stored.read_text(encoding="utf-8")) != figures:
            wrong.append(folder.name)
        print(folder.name, *(f"{key}={figures[key]}" for key in ("units", "people", "pledge", "rosterRows", "faultyRows")))
    if wrong:
        sys.exit(f"expected.json differs: {', '.join(wrong)}")


if __name__ == "__main__":
    main()
