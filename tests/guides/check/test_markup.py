"""Markup that Telegram would refuse."""

import pytest

from bot.guides.check.markup import has_markup, wrong_markup


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain > words & more &amp; &lt;b&gt;",
        "<b>bold <i>and italic</i></b> <code>x</code>",
        '<a href="https://example.org/?a=1&amp;b=2">here</a>',
        "<a href=\"{{ fact('url') }}\">here</a>",
        "<blockquote expandable>More</blockquote>",
        "{% if has_fact('x') %}<b>one</b>{% else %}<i>two</i>{% endif %}",
        "{{ '<' }} {# <b> #}",
        "<pre>\n  text\n</pre>",
    ],
)
def test_good_markup(text: str) -> None:
    assert list(wrong_markup(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<b>open", "<b> is never closed"),
        ("shut</b>", "</b> closes nothing"),
        ("<b><i>crossed</b></i>", "</b> closes nothing"),
        ("<p>no</p>", "<p> is not allowed"),
        ("line<br>", "<br> is not allowed"),
        ("line<br/>", "<br/> is not allowed"),
        ("<a>no link</a>", "<a> has no href"),
        ('<b class="x">no</b>', "<b> takes no class"),
        ("1 < 2", "a < that opens no tag is written &lt;"),
        ("<!-- no -->", "<!-- no --> is not allowed"),
        ("<!DOCTYPE html>", "<!DOCTYPE html> is not allowed"),
        ("<?php ?>", "<?php ?> is not allowed"),
        ("<![CDATA[x]]>", "<![CDATA[x]> is not allowed"),
    ],
)
def test_bad_markup(text: str, told: str) -> None:
    assert told in list(wrong_markup(text))


def test_a_label_has_no_tags() -> None:
    assert has_markup("<b>Bold</b>")
    assert not has_markup("I <3 calls")
