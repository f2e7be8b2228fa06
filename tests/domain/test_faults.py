"""Every fault is explained, and what the table says of it is what the verdict does."""

import pytest

from heliograph.domain.faults import EXPLANATIONS, is_tried_again
from heliograph.domain.verdict import Fault


def test_every_fault_is_explained_and_in_the_order_of_the_list():
    assert list(EXPLANATIONS) == list(Fault)


@pytest.mark.parametrize("explanation", EXPLANATIONS.values(), ids=map(str, EXPLANATIONS))
def test_an_explanation_has_meaning_cause_and_cure_and_fits_into_a_row_of_a_table(explanation):
    assert all(explanation)
    assert not any("|" in part or "\n" in part for part in explanation)


def test_only_what_the_receiver_wants_no_more_of_is_not_tried_again():
    assert [fault for fault in Fault if not is_tried_again(fault)] == [Fault.GONE]
