"""What always holds of the mentions of a text, whatever it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.errors import RegestaError
from regesta.model.codec import decode, encode
from regesta.model.mention import Mention
from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger

Tag = Callable[..., list[Mention]]
PIECES = [
    "General ", "Łódź", "Kraków–", "the NKVD ", "==", "\n", "\n\n", " (", ") ", '"', "’s ", "12 May 1921", " met ",
    "42 men ", "in ", "villa “", "”", "- ", "Mr. ", "A. ", "🙂", "e\u0301", "ﬁ", "\u00ad", "שלום", "Киев", ", ", ". ",
    "St. ", "al-", "\u200b", "X and Y camps", "said that ", "\x00", "\u2028", "SS", "Jews", "&", "von der ", "'",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_any_text_gives_mentions_that_hold(tagger: Tagger, text: str) -> None:
    source = Source(id="any", csl={})
    found = tagger.tag(source, text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(mention.exact == text[mention.start : mention.end] for mention in found)
    assert len({mention.id for mention in found}) == len(found)
    assert found == sorted(found, key=lambda mention: (mention.start, mention.end, mention.label))
    names = [mention for mention in found if mention.label in ("PLACE", "PERSON", "ORG")]
    assert all(before.end <= after.start for before, after in pairwise(names))
    assert tagger.tag(source, text) == found


def test_every_mention_is_written_and_read_again(tag: Tag) -> None:
    for mention in tag("On 3 May 1921 General Jan Wolny met 20 to 30 officers in Riga, it is said."):
        assert decode(encode(mention), Mention) == mention


def test_what_came_before_does_not_count(tagger: Tagger) -> None:
    text = "The clerk Ewa Malik left Riga on 3 May 1921. Malik was arrested in Reval.\n\nReval lay silent."
    alone = tagger.tag(Source(id="one", csl={}), text)
    tagger.tag(Source(id="two", csl={}), "Quite another text, about Malik in Malik.\n\n" * 40)
    assert tagger.tag(Source(id="one", csl={}), text) == alone


def test_a_letter_lends_its_dates_its_year(tagger: Tagger) -> None:
    letter = Source(id="letter", csl={"type": "personal_communication", "issued": {"date-parts": [[1938, 5, 9]]}})
    dates = [mention.value for mention in tagger.tag(letter, "We left on 3 May.") if mention.label == "DATE"]
    assert dates == ["1938-05-03"]


def test_a_model_that_is_not_there_is_said_by_name() -> None:
    with pytest.raises(RegestaError) as fault:
        Tagger(TagSettings(model="no_such_model"), [], [])
    assert "no_such_model" in fault.value.finding.what


def test_a_config_of_the_project_can_leave_layers_out() -> None:
    config = (
        '[nlp]\nlang = "en"\npipeline = ["names"]\n\n[components]\n\n[components.names]\nfactory = "regesta_lists"\n'
    )
    tagger = Tagger(TagSettings(), [], [], config=config)
    found = tagger.tag(Source(id="one", csl={}), "The Gestapo met in Riga on 3 May 1921.")
    assert [(mention.label, mention.by.component) for mention in found] == [("ORG", "names"), ("PLACE", "names")]


@pytest.mark.parametrize("sign", ['"', "=", ".", "A", "-", "(", "a-", "Dr "])
def test_a_long_run_of_one_sign_does_not_hold_the_tagger_up(tagger: Tagger, sign: str) -> None:
    def cost(length: int) -> float:
        started = time.process_time()
        tagger.tag(Source(id="run", csl={}), sign * length)
        return time.process_time() - started

    # Eight times the signs: 64 times the work where it grows with the square.
    assert cost(4_000) <= 22 * max(cost(500), 0.1)
