"""The dates of the article that the project began with."""

from __future__ import annotations

import json

from regesta.tag.dates.recognise import dates


def test_all_dates_of_the_seed_article_are_right(shared):
    text = (shared / "data/seed/gestapo-nkvd-conferences.txt").read_text("utf-8")
    marked = [json.loads(line) for line in (shared / "data/seed/mentions.jsonl").read_text("utf-8").splitlines()]
    gold = [mention for mention in marked if mention["label"] == "DATE"]
    read = {(date.start, date.end): date.value for date in dates(text)}
    wrong = [mention for mention in gold if read.get((mention["start"], mention["end"])) not in mention["values"]]
    assert wrong == []
