"""The learning itself: the entity recogniser of a pipeline is trained further, or a blank one from nothing."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.training import Example
from thinc.api import fix_random_seed

from regesta.errors import fail
from regesta.model.mention import Label
from regesta.tag.components.model import BASE, LEARNED, recogniser
from regesta.tag.training.examples import REJECTED, examples, in_order
from regesta.tag.training.general import LANGUAGE, rehearsed
from regesta.tag.training.gold import Document

#: Small batches and a little dropout: with a dozen documents, many steps count for more than smooth ones.
BATCH, DROPOUT, RATE = 8, 0.25, 0.001
#: Words that are read in all, about: 15 documents are gone through more often than a hundred.
READ = 280_000
FEWEST_TURNS, MOST_TURNS, TURNS_OF_A_BLANK = 4, 14, 30
BLANK = "blank:"
#: Share of the base model's weights in those of the new one.
OF_THE_BASE = 0.2

#: What is rehearsed of general prose, as a share of the words that people reviewed.
REHEARSED = 0.1

#: Called with how many turns are done and how many there are.
Turned = Callable[[int, int], None]


def base_model(name: str) -> Language:
    """The pipeline of that name, as `blank:de` a blank one, reduced to its entity recogniser `ner`."""
    if name.startswith(BLANK):
        try:
            nlp = spacy.blank(name.removeprefix(BLANK))
        except ImportError as error:
            raise fail(
                "train.language",
                f"spaCy knows no language {name.removeprefix(BLANK)!r}",
                remedy="Give its code of two or three letters, such as de, pl or ru.",
            ) from error
        return nlp
    nlp = recogniser(name)
    if not nlp.has_pipe("ner"):
        raise fail(
            "train.no_recogniser",
            f"the pipeline {name!r} has no entity recogniser that could be trained further",
            remedy="Set tag.model to a pipeline that has one, or train from nothing with `--blank LANGUAGE`.",
        )
    return nlp


def turns(words: int, *, blank: bool = False) -> int:
    """How often to go through documents of so many words."""
    most = TURNS_OF_A_BLANK if blank else MOST_TURNS
    return max(FEWEST_TURNS, min(most, round((2 if blank else 1) * READ / max(words, 1))))


def learn(
    base: str, documents: Sequence[Document], labels: Sequence[Label], turned: Turned = lambda *_: None
) -> tuple[Language, int]:
    """A pipeline that has learned the labels from the documents, and in how many turns.

    It holds the recogniser of the base model as well, which is asked for all other labels. The same documents give
    the same model on one machine with the same libraries.
    """
    before = base_model(base)
    nlp = base_model(base)
    made = examples(before, documents, labels)
    if not made:
        raise fail("train.nothing", "the reviewed documents hold nothing to learn from")
    blank = not nlp.has_pipe("ner")
    fix_random_seed(0)
    if blank:
        nlp.add_pipe("ner")
        optimizer = nlp.initialize(lambda: made)
    else:
        optimizer = nlp.resume_training()
    _hear_rejections(nlp)
    words = sum(len(example.x) for example in made)
    number = turns(words, blank=blank)
    if not blank and nlp.lang == LANGUAGE:
        made += _rehearsal(before, labels, words)
    _go_through(nlp, made, optimizer, number, turned)
    if not blank:
        _temper(nlp, before)
        _keep_base(nlp, before)
    nlp.meta[LEARNED] = {"labels": list(labels), "base": base}
    return nlp, number


def _hear_rejections(nlp: Language) -> None:
    """Makes the recogniser heed spans that are wrong; as a setting this is silently lost on a model that is loaded."""
    cast(Any, nlp.get_pipe("ner")).moves.cfg["neg_key"] = REJECTED


def _rehearsal(before: Language, labels: Sequence[Label], words: int) -> list[Example]:
    """General prose, again and again until it is a fixed share of all: else a project's names crowd out the others."""
    prose = examples(before, rehearsed(), labels)
    times = round(REHEARSED * words / sum(len(example.x) for example in prose))
    return prose * max(1, times)


def _go_through(nlp: Language, made: Sequence[Example], optimizer: Any, number: int, turned: Turned) -> None:
    """Trains, turn by turn, and leaves the mean of the weights, which is steadier than the last ones."""
    for turn in range(number):
        order = list(in_order(len(made), turn))
        # Towards the end the steps become smaller.
        optimizer.learn_rate = RATE * (1 - 0.8 * turn / number)
        for at in range(0, len(order), BATCH):
            nlp.update([made[index] for index in order[at : at + BATCH]], sgd=optimizer, drop=DROPOUT)
        turned(turn + 1, number)
    ner = cast(TrainablePipe, nlp.get_pipe("ner"))
    with nlp.use_params(optimizer.averages):
        steadied = ner.model.to_bytes()
    ner.model.from_bytes(steadied)


def _temper(nlp: Language, before: Language) -> None:
    """Takes a share of the weights from the base model: the way back from what was learned too eagerly.

    On unseen documents of the same kind this gains as much as on general prose, where it undoes forgetting.
    """
    nodes = zip(_weights(nlp), _weights(before), strict=True)
    for learned, base in nodes:
        for name in learned.param_names:
            mixed = (1 - OF_THE_BASE) * learned.get_param(name) + OF_THE_BASE * base.get_param(name)
            learned.set_param(name, mixed.astype(learned.get_param(name).dtype))


def _weights(nlp: Language) -> list[Any]:
    return list(cast(TrainablePipe, nlp.get_pipe("ner")).model.walk())


def _keep_base(nlp: Language, before: Language) -> None:
    with warnings.catch_warnings():
        # Both are read from one file, so they have the same vectors, whatever spaCy finds.
        warnings.simplefilter("ignore", UserWarning)
        nlp.add_pipe("ner", name=BASE, source=before)


def learned_labels(nlp: Language) -> tuple[Label, ...]:
    """The labels that a pipeline has learned from reviews; none of one that was never trained here."""
    return tuple(nlp.meta.get(LEARNED, {}).get("labels", ()))


def save(nlp: Language, folder: Path) -> None:
    """Writes a pipeline into a folder, as spaCy does."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
