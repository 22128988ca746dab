"""The layout of any graph without circles."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.editing.drawing.layers import Line, arrange, crossings
from bot.editing.drawing.places import GAP, Size, place


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[str, Size], list[Line]]:
    """Boxes of any height; lines lead from an earlier box to a later one."""
    count = draw(st.integers(1, 12))
    keys = [f"box{number}" for number in range(count)]
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = (
        draw(st.lists(ends.filter(lambda pair: pair[0] < pair[1]), max_size=20))
        if count > 1
        else []
    )
    rows = dict.fromkeys(keys, 0)
    lines = []
    for here, there in pairs:
        lines.append(Line(keys[here], rows[keys[here]], keys[there]))
        rows[keys[here]] += 1
    sizes = {
        key: Size(200, 40 + 20 * rows[key], 10, tuple(40.0 + 20 * row for row in range(rows[key])))
        for key in keys
    }
    return sizes, lines


@given(graphs())
def test_boxes_never_overlap(graph: tuple[dict[str, Size], list[Line]]) -> None:
    sizes, lines = graph
    drawing = place(sizes, lines)
    columns: dict[float, list[tuple[float, float]]] = {}
    for key, corner in drawing.corners.items():
        columns.setdefault(corner.x, []).append((corner.y, sizes[key].height))
    for column in columns.values():
        column.sort()
        for (top, height), (below, _) in pairwise(column):
            assert top + height + GAP <= below + 0.001


@given(graphs())
def test_lines_lead_to_the_right_from_their_row_to_their_box(
    graph: tuple[dict[str, Size], list[Line]],
) -> None:
    sizes, lines = graph
    drawing = place(sizes, lines)
    for line, points in zip(lines, drawing.lines, strict=True):
        source, target = drawing.corners[line.source], drawing.corners[line.target]
        assert (points[0].x, points[-1].x) == (source.x + 200, target.x)
        assert points[0].y == source.y + sizes[line.source].ports[line.row]
        assert points[-1].y == target.y + sizes[line.target].entry
        across = [point.x for point in points]
        assert across == sorted(across)


@given(graphs())
def test_everything_is_on_the_sheet(graph: tuple[dict[str, Size], list[Line]]) -> None:
    sizes, lines = graph
    drawing = place(sizes, lines)
    assert sorted(drawing.order) == sorted(sizes)
    for key, corner in drawing.corners.items():
        assert corner.x >= 0
        assert corner.y >= 0
        assert corner.x + sizes[key].width <= drawing.width
        assert corner.y + sizes[key].height <= drawing.height + 0.001


def test_a_tree_has_no_crossings() -> None:
    keys = ["root", "a", "b", "b2", "b1", "a2", "a1"]
    lines = [
        *(Line("root", 0, "b"), Line("root", 1, "a"), Line("a", 0, "a1"), Line("a", 1, "a2")),
        *(Line("b", 0, "b1"), Line("b", 1, "b2")),
    ]
    found = arrange(keys, lines)
    assert crossings(found) == 0
    assert found.layers == [["root"], ["b", "a"], ["b1", "b2", "a1", "a2"]]


def test_a_line_past_a_layer_has_a_knot_there() -> None:
    lines = [Line("a", 0, "b"), Line("b", 0, "c"), Line("a", 1, "c")]
    assert arrange(["a", "b", "c"], lines).layers == [["a"], ["b", (2, 1)], ["c"]]
