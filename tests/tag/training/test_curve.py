"""The learning curve is a picture that can be opened and read aloud."""

from __future__ import annotations

from xml.etree import ElementTree

from regesta.model.training import Point
from regesta.tag.training.curve import svg


def test_it_is_xml_and_says_its_numbers():
    drawn = svg([Point(documents=0, f1=0.5), Point(documents=12, f1=0.75)], "Model <a>")
    root = ElementTree.fromstring(drawn)
    texts = ["".join(node.itertext()) for node in root.iter() if node.tag.endswith("text")]
    assert {"0.500", "0.750", "12", "Model <a>"} <= set(texts)


def test_no_points_are_no_fault():
    ElementTree.fromstring(svg([], "empty"))
