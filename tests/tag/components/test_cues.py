"""The words that hedge, deny, dispute, plan, and say whose word something is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.model.mention import Mention

Tag = Callable[..., list[Mention]]


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("The second round reportedly opened at Graz.", "reportedly", "hedge:reported"),
        ("He is said to have signed it.", "is said to have", "hedge:reported"),
        ("The papers may have been burnt.", "may have been", "hedge:possible"),
        ("They probably never met.", "probably", "hedge:possible"),
        ("Some 400 men were taken.", "Some", "hedge:approximate"),
        ("The consul did not attend.", "did not", "deny"),
        ("There is no written proof of this.", "There is no written proof", "deny"),
        ("The clerk denied that he had seen it.", "denied that", "deny"),
        ("It is unclear whether they came.", "It is unclear whether", "question"),
        ("She was accused of hiding them.", "accused of", "accuse"),
        ("The guard confessed to the theft.", "confessed to", "admit"),
        ("The delegates were to meet in May.", "were to", "plan"),
        ("They planned to cross the river.", "planned to", "plan"),
        ("This date is disputed by a local archivist.", "is disputed by", "dispute"),
        ("The register confirms that he was there.", "confirms that", "support"),
        ("Some historians claim it was in Riga.", "Some historians claim", "attribution:group"),
        (
            "Other authors, who point out that he was ill, differ.",
            "Other authors, who point out that",
            "attribution:group",
        ),
        ("According to several witnesses the gate stood open.", "According to several witnesses", "attribution:group"),
        ("It is also claimed that a third man came.", "It is also claimed that", "attribution:anonymous"),
        ("The historian Ruta Lind stated that it failed.", "Ruta Lind stated that", "attribution:person"),
        ("According to Ruta Lind it failed.", "According to Ruta Lind", "attribution:person"),
        ("The Red Cross reported that all were well.", "Red Cross reported that", "attribution:organisation"),
    ],
)
def test_a_cue_with_its_words(tag: Tag, text: str, exact: str, value: str) -> None:
    assert (exact, value) in [(mention.exact, mention.value) for mention in tag(text, "CUE")]


@pytest.mark.parametrize(
    "text",
    [
        "The delegates met in Graz on 4 May 1921 and signed the treaty.",
        "The army would later return to Graz.",
        "Not only the consul but his clerk came.",
    ],
)
def test_plain_words_are_no_cues(tag: Tag, text: str) -> None:
    assert [mention for mention in tag(text, "CUE") if mention.value != "participant"] == []
