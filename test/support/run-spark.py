"""Runs queries over Parquet files: a line of JSON in for each, the name of a file with its rows out."""

import json
import os
import sys
from decimal import Decimal

from pyspark.sql import SparkSession

folder = sys.argv[1]
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.sql.warehouse.dir", os.path.join(folder, "warehouse"))
    .config("spark.local.dir", folder)
    .getOrCreate()
)
number = 0
for line in sys.stdin:
    task = json.loads(line)
    try:
        for view in spark.catalog.listTables():
            spark.catalog.dropTempView(view.name)
        for name, path in task["views"]:
            spark.read.parquet(path).createOrReplaceTempView("`" + name.replace("`", "``") + "`")
        rows = [row.asDict() for row in spark.sql(task["sql"]).collect()]
        answer = {"rows": rows}
    except Exception as error:
        answer = {"error": str(error)[:4000], "rows": []}
    number += 1
    out = os.path.join(folder, f"answer-{number}.json")
    with open(out, "w", encoding="utf-8") as file:
        json.dump(answer, file, default=lambda value: float(value) if isinstance(value, Decimal) else str(value))
    print(out, flush=True)
spark.stop()
