"""Parses queries, each in its dialect: JSON in, and for each its statements with the names and texts in it."""

import json
import sys

import sqlglot
from sqlglot import exp

answers = []
for task in json.load(sys.stdin):
    try:
        found = sqlglot.parse(task["sql"], read=task["dialect"], error_level=sqlglot.ErrorLevel.RAISE)
        answers.append(
            {
                "statements": [type(one).__name__ for one in found if one is not None],
                "names": sorted({name.this for one in found if one for name in one.find_all(exp.Identifier)}),
                "texts": sorted({text.this for one in found if one for text in one.find_all(exp.Literal, exp.National) if text.is_string or isinstance(text, exp.National)}),
                "commands": sum(1 for one in found if one for _ in one.find_all(exp.Command)),
            }
        )
    except sqlglot.errors.SqlglotError as error:
        answers.append({"error": str(error)[:500]})
json.dump(answers, sys.stdout)
