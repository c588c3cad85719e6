"""What counts as a page of the same shape."""

from tests.browser.measured import once_each, shape_of

ROW = '<li class="row"><a href="/one/">One</a><br></li>'
PAGE = '<body><header>Vish</header><main id="main"><h1>{name}</h1><ul>{rows}</ul>{more}</main></body>'


def shape(**parts: str) -> str:
    return shape_of(PAGE.format(**({"name": "Goals", "rows": ROW, "more": ""} | parts)))


def test_words_and_how_many_make_no_other_shape():
    assert shape() == shape(name="Steps") == shape(rows=ROW * 40)


def test_a_part_a_look_or_another_place_does():
    others = [shape(more="<p></p>"), shape(rows=ROW.replace("row", "row late")), shape(rows="", more=ROW)]
    assert len({shape(), *others}) == 4


def test_a_drawing_ends_where_it_ends():
    assert shape(more='<svg><path d="1"/><text>5</text></svg>') != shape(
        more='<svg><path d="1"><text>5</text></path></svg>'
    )


def test_each_is_new_once(tmp_path):
    is_new = once_each(tmp_path / "met")
    assert [is_new("<main><p>1</p></main>"), is_new("<main><p>2</p></main>"), is_new("<main><b>2</b></main>")] == [
        True,
        False,
        True,
    ]
