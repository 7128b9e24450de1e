"""An evaluator of criteria sets in Python, with nothing but the standard library, that passes the conformance vectors.

Written from conformance/README.md and the criteria files, not from the library's code: it shows that they are enough.

Usage: python3 evaluator.py [--root FOLDER] [VECTOR_FILE ...]
FOLDER holds criteria/ and conformance/; without vector files, those of conformance/index.json are run.
Exit code: 0 every vector passes, 1 some do not, 2 wrong usage.
"""

import argparse
import calendar
import datetime
import json
import math
import pathlib
import re
import sys

BASES = ["proposed", "single-source", "standard", "official"]
INFINITY = math.inf
LIST_LIMIT = 1000
HOURS_LIMIT = 8784
ATTESTERS = {"self", "branch", "employer", "certificate", "log"}
UNIT_LEVELS = {"branch", "commune", "district", "province", "central"}
MEMBERSHIPS = {"learning-family", "learning-clan", "learning-community", "learning-unit"}


def weakest(bases):
    return BASES[min(map(BASES.index, bases), default=len(BASES) - 1)]


# Days ---------------------------------------------------------------------------------------------------------------


def days_of(text):
    """First and last day that a date of any precision may mean, or None when there is no such date."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        return None
    parts = [int(part) for part in text.split("-")]
    try:
        first = datetime.date(*(parts + [1, 1])[:3])
    except ValueError:
        return None
    if len(parts) == 3:
        return first, first
    month = parts[1] if len(parts) == 2 else 12
    return first, datetime.date(parts[0], month, calendar.monthrange(parts[0], month)[1])


# The set ------------------------------------------------------------------------------------------------------------


class CriteriaSet:
    """Files of one set laid over each other, the most general first."""

    def __init__(self, files):
        vocabulary, self.skills, *layers = files
        self.facts = {fact["id"]: fact for fact in vocabulary["facts"]}
        self.parameters, self.conditions, self.passes, self.enabled = {}, {}, {}, set()
        indicators, grading, cap = {}, {}, {}
        for layer in layers:
            self.id = layer["id"]
            self.group = layer.get("group", getattr(self, "group", None))
            self.competences = layer.get("competences", getattr(self, "competences", None))
            self.maximum = layer.get("maximum", getattr(self, "maximum", None))
            self.facts.update((fact["id"], fact) for fact in layer.get("facts", []))
            self.parameters.update(layer.get("parameters", {}))
            self.conditions.update(layer.get("conditions", {}))
            self.passes.update(layer.get("pass", {}))
            digital = layer.get("digital", {})
            self.required = digital.get("required", getattr(self, "required", None))
            self.enabled.update(digital.get("enable", []))
            for name, given in layer.get("indicators", {}).items():
                grading[name] = given.get("grading", grading.get(name, "highest"))
                cap[name] = given.get("cap", cap.get(name))
                self.lay_levels(indicators.setdefault(name, {}), given.get("levels", []))
        # The official order is that of the competences.
        self.indicators = [
            {
                "id": name,
                "grading": grading[name],
                "cap": cap[name],
                "levels": sorted(indicators[name].values(), key=lambda level: level["points"]),
            }
            for competence in self.competences
            for name in competence["indicators"]
        ]
        self.routes = [r for r in self.skills["routes"] if not r.get("optional") or r["id"] in self.enabled]

    @staticmethod
    def lay_levels(levels, given):
        """Levels are named by their id, or else by their points; null takes one out."""
        named = given.items() if isinstance(given, dict) else ((lv.get("id", str(lv["points"])), lv) for lv in given)
        for name, level in named:
            if level is None:
                levels.pop(name, None)
            else:
                levels[name] = {**level, "points": level["points"] if "points" in level else int(name)}

    def step(self, reference, on):
        """The step of a parameter in force on a day: the last that has begun."""
        return [step for step in self.parameters[reference["fact"]]["values"] if step["from"] <= on][-1]

    def value(self, reference, on):
        return self.step(reference, on)["value"]


# Whether a record can be read ---------------------------------------------------------------------------------------


def faults_of(record, criteria, on):
    """Everything wrong with a record: code and path. None says 'not known' wherever a field may be left out."""
    found = []

    def fault(code, *path):
        found.append({"code": code, "path": list(path)})

    def text(value, *path):
        if value is not None and not isinstance(value, str):
            fault("wrong_type", *path)

    def boolean(value, *path):
        if value is not None and not isinstance(value, bool):
            fault("wrong_type", *path)

    def number(value, low, high, whole, *path):
        if value is None:
            return False
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            fault("wrong_type", *path)
        elif whole and value != math.floor(value):
            fault("not_whole", *path)
        elif not low <= value <= high:
            fault("out_of_range", *path)
        else:
            return True
        return False

    def date(value, *path, full=False):
        text(value, *path)
        if isinstance(value, str) and (days_of(value) is None or (full and len(value) != 10)):
            fault("impossible_day", *path)

    def code(value, codes, *path, unknown="unknown_code"):
        text(value, *path)
        if isinstance(value, str) and value not in codes:
            fault(unknown, *path)

    def listed(value, *path):
        if value is not None and not isinstance(value, list):
            fault("wrong_type", *path)
        elif value is not None and len(value) > LIST_LIMIT:
            fault("too_many", *path)
        else:
            return value or []
        return []

    def mapped(value, *path):
        if value is not None and not isinstance(value, dict):
            fault("wrong_type", *path)
        return value if isinstance(value, dict) else {}

    def item(value, fact, *path):
        if not isinstance(value, dict):
            return fault("wrong_type", *path)
        activity = fact["type"] == "activities"
        kinds = codes_of(fact["kinds"])
        for key, part in value.items():
            if key == "kind":
                code(part, kinds, *path, key)
            elif key == "topic" and activity:
                code(part, codes_of(fact["topics"]), *path, key)
            elif (key in ("from", "to") and activity) or (key == "issuedOn" and not activity):
                date(part, *path, key)
            elif key == "hours" and activity:
                number(part, 0, HOURS_LIMIT, False, *path, key)
            elif key == "certificate" and activity:
                boolean(part, *path, key)
            elif key == "level" and not activity:
                low, high = 1, 100
                for route in criteria.routes:
                    if route["kind"] == "certificate-level" and route["certificate"] == value.get("kind"):
                        low, high = route["range"]
                number(part, low, high, True, *path, key)
            else:
                fault("unknown_key", *path, key)
        begins, ends = (days_of(value.get(key) or "") if isinstance(value.get(key), str) else None for key in ("from", "to"))
        if activity and begins and ends and ends[1] < begins[0]:
            fault("to_before_from", *path, "to")

    for key, value in record.items():
        if key in ("id", "group"):
            if value == "":
                fault("empty", key)
            elif not isinstance(value, str):
                fault("wrong_type", key)
        elif key == "birth":
            date(value, key)
        elif key == "recordedOn":
            date(value, key, full=True)
        elif key in ("disadvantagedArea", "registered"):
            boolean(value, key)
        elif key == "unitLevel":
            code(value, UNIT_LEVELS, key)
        elif key == "memberships":
            for i, one in enumerate(listed(value, key)):
                if one is None:
                    fault("wrong_type", key, i)
                code(one, MEMBERSHIPS, key, i)
        elif key == "units":
            for unit, name in mapped(value, key).items():
                text(name, key, unit) if unit in ("residence", "workplace") else fault("unknown_key", key, unit)
        elif key == "scores":
            names = {one["id"] for one in criteria.indicators}
            for name, points in mapped(value, key).items():
                if name not in names:
                    fault("unknown_indicator", key, name)
                elif number(points, 0, criteria.value(criteria.maximum, on), False, key, name) and points * 2 % 1:
                    fault("not_half", key, name)
        elif key == "attested":
            for name, by in mapped(value, key).items():
                if name not in criteria.facts:
                    fault("unknown_fact", key, name)
                else:
                    code(by, ATTESTERS, key, name, unknown="unknown_attester")
        elif key == "evidence":
            for name, given in mapped(value, key).items():
                fact = criteria.facts.get(name)
                path = (key, name)
                if fact is None or fact.get("derived"):
                    fault("unknown_fact" if fact is None else "derived_fact", *path)
                elif fact["type"] in ("rank", "count", "number"):
                    number(given, *fact["range"], fact["type"] != "number", *path)
                elif fact["type"] == "boolean":
                    boolean(given, *path)
                elif fact["type"] == "code":
                    code(given, codes_of(fact["codes"]), *path)
                elif fact["type"] == "codes":
                    codes = codes_of(fact["codes"])
                    if isinstance(given, dict):
                        for one, holds in given.items():
                            boolean(holds, *path, one) if one in codes else fault("unknown_code", *path, one)
                    else:
                        for i, one in enumerate(listed(given, *path)):
                            if one is None:
                                fault("wrong_type", *path, i)
                            code(one, codes, *path, i)
                else:
                    for i, one in enumerate(listed(given, *path)):
                        item(one, fact, *path, i)
        else:
            fault("unknown_key", key)
    for key in ("id", "group"):
        if key not in record:
            fault("missing", key)
    return found


def codes_of(listed):
    return {one["code"] for one in listed}


# What is known ------------------------------------------------------------------------------------------------------


class Situation:
    """One record on one day: what is asked of it answers with a range, lower and upper end."""

    def __init__(self, record, criteria, on, accept):
        self.criteria, self.on = criteria, on
        self.today = datetime.date.fromisoformat(on)
        self.new_year = self.today.replace(month=1, day=1)
        attested = record.get("attested") or {}
        self.evidence = {
            fact: value
            for fact, value in (record.get("evidence") or {}).items()
            if value is not None and (accept is None or (attested.get(fact) or "self") in accept)
        }
        self.digital = Digital(self)

    def presence(self, item, activities):
        """Whether an item counts: 'sure', 'possible', 'no', or 'late' when it begins after the day."""
        begins = item.get("from" if activities else "issuedOn")
        ends = item.get("to") if activities else None
        if begins is None and ends is None:
            return "possible" if activities else "sure"
        first = days_of(begins) if begins is not None else None
        last = days_of(ends) if ends is not None else first
        if first and first[0] > self.today:
            return "late"
        if activities and last[1] < self.new_year:
            return "no"
        if first is None:
            return "possible"
        sure = first[1] <= self.today and (not activities or last[0] >= self.new_year)
        return "sure" if sure else "possible"

    def items(self, fact, params):
        """Items that may take part, each with whether it does for sure."""
        activities = fact["type"] == "activities"
        for item in self.evidence[fact["id"]]:
            answers = [self.presence(item, activities)]
            for key in ("kind", "topic"):
                if key + "s" in params:
                    code = item.get(key)
                    answers.append("possible" if code is None else "sure" if code in params[key + "s"] else "no")
            if params.get("certified"):
                answers.append({True: "sure", False: "no", None: "possible"}[item.get("certificate")])
            if "no" not in answers and "late" not in answers:
                yield item, "possible" not in answers

    def measure(self, fact, params):
        found = list(self.items(fact, params))
        if params["measure"] == "count":
            return sum(sure for _, sure in found), len(found)
        if params["measure"] == "hours":
            hours = [(item.get("hours"), sure) for item, sure in found]
            lower = sum(hundredths(h) for h, sure in hours if sure and h is not None)
            upper = INFINITY if any(h is None for h, _ in hours) else sum(hundredths(h) for h, _ in hours) / 100
            return lower / 100, upper
        lower = upper = -INFINITY
        for item, sure in found:
            day = item.get("to") or item.get("from") or item.get("issuedOn")
            first, last = days_of(day) if day else (None, self.today)
            if sure and first:
                lower = max(lower, min(first, self.today).toordinal())
            upper = max(upper, min(last, self.today).toordinal())
        return lower, upper

    def codes(self, fact):
        """By code: True, False, or None when not asked."""
        given = self.evidence.get(fact["id"])
        codes = codes_of(fact["codes"])
        if given is None:
            return dict.fromkeys(codes)
        if isinstance(given, str):
            given = [given]
        return {code: code in given if isinstance(given, list) else given.get(code) for code in codes}

    def range_of(self, fact, params):
        """The number that a leaf asks about."""
        if fact.get("derived"):
            return self.digital.level
        if fact["id"] not in self.evidence:
            return -INFINITY, INFINITY
        if fact["type"] in ("activities", "certificates"):
            return self.measure(fact, params)
        if fact["type"] == "codes":
            answers = list(self.codes(fact).values())
            return answers.count(True), len(answers) - answers.count(False)
        value = self.evidence[fact["id"]]
        return value, value


def hundredths(hours):
    """Rounded half up, as written: the number that was given, not the digits of its decimal text."""
    return math.floor(hours * 100 + 0.5)


# Three-valued logic -------------------------------------------------------------------------------------------------


def all_of(answers):
    answers = list(answers)
    return "unmet" if "unmet" in answers else "unknown" if "unknown" in answers else "met"


def negated(answer):
    return {"met": "unmet", "unmet": "met", "unknown": "unknown"}[answer]


def any_of(answers):
    return negated(all_of(map(negated, answers)))


def compared(operator, ends, bound):
    low, high = ends
    if operator == "greaterThanInclusive":
        return "met" if low >= bound else "unmet" if high < bound else "unknown"
    if operator == "greaterThan":
        return "met" if low > bound else "unmet" if high <= bound else "unknown"
    if operator == "lessThan":
        return negated(compared("greaterThanInclusive", ends, bound))
    if operator == "lessThanInclusive":
        return negated(compared("greaterThan", ends, bound))
    return all_of([compared("greaterThanInclusive", ends, bound), compared("lessThanInclusive", ends, bound)])


def leaf_answer(leaf, situation):
    criteria = situation.criteria
    fact, value, operator = criteria.facts[leaf["fact"]], leaf["value"], leaf["operator"]
    if isinstance(value, dict):
        value = criteria.value(value, situation.on)
    if fact["type"] == "code" or operator == "contains":
        answers = situation.codes(fact)
        wanted = value if isinstance(value, list) else [value]
        return any_of({True: "met", False: "unmet", None: "unknown"}[answers[code]] for code in wanted)
    if isinstance(value, list):
        ends = situation.range_of(fact, leaf.get("params"))
        return any_of(compared("equal", ends, one) for one in value)
    if isinstance(value, str):
        value = datetime.date.fromisoformat(value).toordinal()
    return compared(operator, situation.range_of(fact, leaf.get("params")), value)


def answer(condition, situation):
    if "all" in condition:
        return all_of(answer(part, situation) for part in condition["all"])
    if "any" in condition:
        return any_of(answer(part, situation) for part in condition["any"])
    if "not" in condition:
        return negated(answer(condition["not"], situation))
    if "condition" in condition:
        return answer(situation.criteria.conditions[condition["condition"]], situation)
    return leaf_answer(condition, situation)


def leaves(condition, criteria):
    if "condition" in condition:
        return leaves(criteria.conditions[condition["condition"]], criteria)
    if "not" in condition:
        return leaves(condition["not"], criteria)
    parts = condition.get("all", condition.get("any"))
    return [condition] if parts is None else [leaf for part in parts for leaf in leaves(part, criteria)]


def open_facts(condition, situation):
    """Facts at undecided leaves of undecided parts."""
    if answer(condition, situation) != "unknown":
        return set()
    if "condition" in condition:
        return open_facts(situation.criteria.conditions[condition["condition"]], situation)
    if "not" in condition:
        return open_facts(condition["not"], situation)
    parts = condition.get("all", condition.get("any"))
    return {condition["fact"]} if parts is None else set().union(*(open_facts(part, situation) for part in parts))


# Digital skills -----------------------------------------------------------------------------------------------------


def band(bands, value):
    return max([0] + [one["level"] for one in bands if one["from"] <= value]) if bands else 0


class Digital:
    """The level of digital skills: the highest that any route shows."""

    def __init__(self, situation):
        criteria = situation.criteria
        self.areas, self.routes, self.facts, shown = {}, {}, {}, False
        for route in criteria.routes:
            fact = criteria.facts[route["fact"]]
            given = fact["id"] in situation.evidence
            if route["kind"] == "activities":
                answers = situation.codes(fact)
                for area in criteria.skills["areas"]:
                    held = [answers[code] for code in area["activities"]]
                    self.areas[area["code"]] = held.count(True), len(held) - held.count(False)
                ends = tuple(self.overall(route, criteria.skills["areas"], end) for end in (0, 1))
                shown = shown or (given and None not in answers.values())
            elif route["kind"] == "score":
                most = max(one["level"] for one in route["bands"])
                value = situation.evidence.get(fact["id"])
                ends = (band(route["bands"], value),) * 2 if given else (0, most)
                shown = shown or given
            else:
                ends = self.by_papers(route, fact, situation)
            self.routes[route["id"]] = ends
            self.facts[route["id"]] = fact["id"]
        self.level = tuple(max(ends[end] for ends in self.routes.values()) for end in (0, 1))
        shown = shown or self.level[0] > 0
        codes = {one["level"]: one["code"] for one in criteria.skills["levels"]}
        self.code = codes[self.level[0]] if shown else "not-assessed"
        self.has_skills = compared("greaterThanInclusive", self.level, criteria.value(criteria.required, situation.on))
        own = compared("equal", situation.range_of(criteria.facts["selfUpdatesOnline"], None), True)
        proficient = next(level for level, code in codes.items() if code == "proficient")
        self.proficient = all_of([self.has_skills, any_of([compared("greaterThanInclusive", self.level, proficient), own])])

    def overall(self, route, areas, end):
        basic = sum(self.areas[area["code"]][end] >= area["basic"] for area in areas)
        above = sum(self.areas[area["code"]][end] >= area["aboveBasic"] for area in areas)
        fits = (one["level"] for one in route["overall"] if basic >= one["areasBasic"] and above >= one["areasAboveBasic"])
        return next(fits, 0)

    @staticmethod
    def by_papers(route, fact, situation):
        most = route["level"] if route["kind"] == "certificate" else max(one["level"] for one in route["bands"])
        if fact["id"] not in situation.evidence:
            return 0, most
        lower = upper = 0
        for item, sure in situation.items(fact, {"kinds": [route["certificate"]]}):
            low, high = most, most
            if route["kind"] == "certificate-level":
                step = item.get("level")
                low, high = (0, most) if step is None else (band(route["bands"], step),) * 2
            lower, upper = max(lower, low if sure else 0), max(upper, high)
        return lower, upper


# The assessment -----------------------------------------------------------------------------------------------------


def score(indicator, situation):
    """Points that are sure, and points not excluded."""
    met = [level["points"] for level in indicator["levels"] if answer(level["when"], situation) == "met"]
    possible = [level["points"] for level in indicator["levels"] if answer(level["when"], situation) != "unmet"]
    if indicator["grading"] == "highest":
        return max(met, default=0), max(possible, default=0)
    cap = cap_of(indicator, situation)
    return min(cap, sum(met)), min(cap, sum(possible))


def cap_of(indicator, situation):
    return indicator["cap"] or situation.criteria.value(situation.criteria.maximum, situation.on)


def basis_of(indicator, situation):
    """The weakest of its levels, of the numbers that they read, and of the routes where they read the digital level."""
    criteria, bases = situation.criteria, []
    for level in indicator["levels"]:
        bases.append(level["basis"])
        for leaf in leaves(level["when"], criteria):
            if isinstance(leaf["value"], dict):
                bases.append(criteria.step(leaf["value"], situation.on)["basis"])
            if criteria.facts[leaf["fact"]].get("derived"):
                bases.extend(route["basis"] for route in criteria.routes)
    return weakest(bases)


def next_points(indicator, lower, situation):
    """Points of the lowest level above `lower`; of a sum, what its cheapest level not yet met makes of it."""
    if indicator["grading"] == "highest":
        return next((level["points"] for level in indicator["levels"] if level["points"] > lower), None)
    left = (lv["points"] for lv in indicator["levels"] if answer(lv["when"], situation) != "met")
    points = next(left, None)
    return None if points is None else min(cap_of(indicator, situation), lower + points)


def assess(record, criteria, on, accept=None):
    faults = faults_of(record, criteria, on)
    if faults:
        return {"refused": faults}
    situation = Situation(record, criteria, on, accept)
    digital, step = situation.digital, lambda reference: criteria.step(reference, on)
    warnings = []
    for name, fact in criteria.facts.items():
        if fact["type"] in ("activities", "certificates"):
            for i, item in enumerate(situation.evidence.get(name, [])):
                if situation.presence(item, fact["type"] == "activities") == "late":
                    warnings.append({"code": "after_day", "path": ["evidence", name, i]})

    shown = {one["id"]: score(one, situation) for one in criteria.indicators}
    declared = {name: points for name, points in (record.get("scores") or {}).items() if points is not None}
    points = {name: (declared[name],) * 2 if name in declared else ends for name, ends in shown.items()}
    for name, given in declared.items():
        if not shown[name][0] <= given <= shown[name][1]:
            warnings.append({"code": "declared_differs", "path": ["scores", name]})

    total = tuple(sum(ends[end] for ends in points.values()) for end in (0, 1))
    floor = criteria.value(criteria.passes["floor"], on)
    ordinary, disadvantaged = (criteria.passes[key] for key in ("threshold", "disadvantagedThreshold"))

    def verdict_by(references):
        """Of one threshold; of both, where it is not known which: unknown where they differ."""
        found = set()
        for reference in references:
            needed = criteria.value(reference, on)
            if total[1] < needed or any(ends[1] < floor for ends in points.values()):
                found.add("unmet")
            elif total[0] >= needed and all(ends[0] >= floor for ends in points.values()):
                found.add("met")
            else:
                found.add("unknown")
        return found.pop() if len(found) == 1 else "unknown"

    area = record.get("disadvantagedArea", False)
    tried = [disadvantaged] if area is True else [ordinary, disadvantaged] if area is None else [ordinary]
    verdict = verdict_by(tried)
    if "disadvantagedArea" not in record and verdict_by([disadvantaged]) != verdict:
        warnings.append({"code": "area_not_given", "path": ["disadvantagedArea"]})
    threshold = criteria.value(tried[0], on)

    scale = step(criteria.maximum)["basis"]
    pass_basis = weakest([step(one)["basis"] for one in tried + [criteria.passes["floor"], criteria.maximum]])
    bases = {one["id"]: scale if one["id"] in declared else basis_of(one, situation) for one in criteria.indicators}

    missing, unknown = {}, set()
    maximum = criteria.value(criteria.maximum, on)
    thresholds = [criteria.value(one, on) for one in tried]
    total_open = any(total[0] < needed <= total[1] for needed in thresholds)
    for one in criteria.indicators if verdict != "met" else []:
        low, high = points[one["id"]]
        reason = "floor" if low < floor else "total"
        following = next_points(one, low, situation)
        if reason == "floor" or (total[0] < threshold and low < maximum and following is not None and following > low):
            certain = high < floor if reason == "floor" else total[1] < threshold
            missing[one["id"]] = [reason, certain, 0 if following is None else following - low]
        if verdict == "unknown" and low != high and (total_open or low < floor <= high):
            for level in one["levels"]:
                if one["grading"] == "sum" or level["points"] > low:
                    unknown |= open_facts(level["when"], situation)
    for name in [name for name in unknown if criteria.facts[name].get("derived")]:
        unknown.discard(name)
        for route, (low, high) in digital.routes.items():
            if high > low and high > digital.level[0]:
                unknown.add(digital.facts[route])
    if verdict == "unknown" and area is None:
        reachable = all(ends[1] >= floor for ends in points.values()) and total[1] >= min(thresholds)
        if reachable and total[0] < max(thresholds):
            unknown.add("disadvantagedArea")

    return {
        "verdict": verdict,
        "total": total,
        "threshold": threshold,
        "basis": weakest([pass_basis, *bases.values()]),
        "passBasis": pass_basis,
        "indicators": points,
        "evidence": {name: shown[name] for name in declared},
        "bases": bases,
        "competences": {
            one["id"]: [sum(points[name][end] for name in one["indicators"]) for end in (0, 1)] for one in criteria.competences
        },
        "digital": digital.level,
        "digitalCode": digital.code,
        "hasSkills": digital.has_skills,
        "proficient": digital.proficient,
        "areas": digital.areas,
        "routes": {route: ends for route, ends in digital.routes.items() if ends[0] > 0},
        "missing": missing,
        "unknown": sorted(unknown),
        "warnings": warnings,
    }


# The runner ---------------------------------------------------------------------------------------------------------


def in_order(value):
    """Lists of names and of places have no order; pairs of numbers do."""
    if isinstance(value, (list, tuple)):
        value = [in_order(one) for one in value]
        return value if value and isinstance(value[0], (int, float)) else sorted(value, key=json.dumps)
    return value


def differences(expected, found):
    """Keys whose values are not the expected ones."""
    wrong = [key for key in found if key == "refused" and key not in expected]
    for key, value in expected.items():
        if key not in found:
            wrong.append(key)
        elif key == "indicators":
            wrong.extend(f"{key}.{name}" for name, ends in value.items() if list(found[key].get(name, [])) != ends)
        elif isinstance(value, dict):
            if {name: list(one) if isinstance(one, (list, tuple)) else one for name, one in found[key].items()} != value:
                wrong.append(key)
        elif in_order(found[key]) != in_order(value):
            wrong.append(key)
    return wrong


def run_file(root, path):
    """Number of vectors, and the names of those that do not pass."""
    read = lambda file: json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
    file = read(path)
    if file["format"] != 1:
        raise SystemExit(f"{path}: unknown format")
    criteria = CriteriaSet([read(root / one) for one in file["criteria"]])
    failed = []
    for vector in file["vectors"]:
        found = assess(vector["record"], criteria, vector["on"], vector.get("accept"))
        wrong = differences(vector["expect"], found)
        if wrong:
            failed.append((vector["name"], wrong))
    return len(file["vectors"]), failed


def main():
    arguments = argparse.ArgumentParser(description="Runs conformance vectors.")
    arguments.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    arguments.add_argument("files", nargs="*", type=pathlib.Path)
    given = arguments.parse_args()
    folder = given.root / "conformance"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    files = given.files or [folder / one["path"] for one in index["files"]]
    passed = failed = 0
    for path in files:
        count, wrong = run_file(given.root, path)
        passed, failed = passed + count - len(wrong), failed + len(wrong)
        for name, keys in wrong:
            print(f"{path.name}: {name}: {', '.join(keys)}")
    print(f"{passed} vectors passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
