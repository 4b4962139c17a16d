namespace Compat.Scriban.Tests;

public sealed class WhitespaceTests
{
    [Theory]
    [InlineData("text only", "text only")]
    [InlineData("a {{}} b", "a  b")]
    [InlineData("a\n {{ 1 }} \nb", "a\n 1 \nb")]
    [InlineData("{{ 1", "1")]
    [InlineData("a }} b", "a }} b")]
    [InlineData("{ {1} %} }", "{ {1} %} }")]
    [InlineData("{{ '}}' }}", "}}")]
    public void Text_is_copied_and_code_is_replaced(string template, string expected) => Rendering.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("a \t\r\n\n {{- 1 }} b", "a1 b")]
    [InlineData("a {{ 1 -}} \t\r\n\n b", "a 1b")]
    [InlineData("a {{- 1 -}} b", "a1b")]
    [InlineData(" {{- 1 }}", "1")]
    [InlineData("{{ 1 -}} {{- 2 }}", "12")]
    public void A_minus_removes_all_whitespace_on_its_side(string template, string expected) => Rendering.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("a\n \t{{~ 1 }}", "a\n1")]
    [InlineData("a \t{{~ 1 }}", "a1")]
    [InlineData("{{ 1 ~}} \t\n b", "1 b")]
    [InlineData("{{ 1 ~}} \r\n b", "1 b")]
    [InlineData("{{ 1 ~}} \n\nb", "1\nb")]
    [InlineData("{{ 1 ~}}  b", "1b")]
    [InlineData("a\n  {{~ x = 1 ~}}  \nb", "a\nb")]
    public void A_tilde_removes_blanks_up_to_the_line_end_on_its_side(string template, string expected) => Rendering.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ 1 # one }}2", "12")]
    [InlineData("{{ # one\n 2 }}", "2")]
    [InlineData("a {{- # one -}} b", "ab")]
    public void Comments_print_nothing_and_end_at_the_braces_at_the_latest(string template, string expected) =>
        Rendering.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ 1; 2\n3\r\n\n;4 }}", "1234")]
    [InlineData("{{ x = 1; x }}", "1")]
    [InlineData("{{ x = 1 }}{{ x }}", "1")]
    public void Statements_end_at_a_line_end_a_semicolon_or_the_braces(string template, string expected) =>
        Rendering.Render(template).ShouldBe(expected);
}
