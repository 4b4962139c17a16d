using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class AutoIndentTests
{
    private static ScriptObject Model => new() { ["lines"] = "a\nb\n\nc", ["ended"] = "a\nb\n" };

    [Theory]
    [InlineData("  {{ lines }}", "  a\n  b\n  \n  c")]
    [InlineData("x\n\t{{ lines }}\ny", "x\n\ta\n\tb\n\t\n\tc\ny")]
    [InlineData("  {{ ended }}y", "  a\n  b\ny")]
    [InlineData("  x {{ lines }}", "  x a\nb\n\nc")]
    [InlineData("  {{~ lines }}", "a\nb\n\nc")]
    [InlineData("  {{- lines }}", "a\nb\n\nc")]
    [InlineData("{{ x = 1 -}}\n  {{ lines }}", "a\nb\n\nc")]
    [InlineData("{{ x = 1 ~}}\n  {{ lines }}", "  a\n  b\n  \n  c")]
    [InlineData("{{ 1 }}  {{ lines }}", "1  a\nb\n\nc")]
    [InlineData("  {{ 'a' }}{{ lines }}", "  aa\nb\n\nc")]
    public void Every_line_is_indented_as_the_block_is_when_only_blanks_precede_it(string template, string expected) =>
        Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("  {{ if 1 }}a\nb\n{{ end }}c", "  a\n  b\nc")]
    [InlineData("  {{ if 1; 'a\nb'; end }}", "  a\n  b")]
    [InlineData("x\n{{~ if 1 ~}}\ny\n{{~ end ~}}\n z", "x\ny\n z")]
    [InlineData("{{~ for x in 'ab' ~}}\n  {{ x }}\n{{~ end ~}}\n", "  a\n  b\n")]
    public void The_text_inside_a_block_is_indented_too(string template, string expected) => Rendering.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("  {{ include 'lines' }}\nz", "  A\n  B\nz")]
    [InlineData("    {{ include 'nested' }}", "    N\n      A\n      B\n    M")]
    [InlineData("x {{ include 'lines' }}", "x A\nB")]
    public void An_include_is_indented_line_by_line(string template, string expected) =>
        Rendering.Render(
            template,
            configure: context => context.TemplateLoader = new Includes(("lines", "A\nB"), ("nested", "N\n  {{ include 'lines' }}\nM")))
            .ShouldBe(expected);

    [Fact]
    public void Nothing_is_indented_when_it_is_off() =>
        Rendering.Render("  {{ lines }}", Model, context => context.AutoIndent = false).ShouldBe("  a\nb\n\nc");

    [Fact]
    public void Empty_lines_can_be_left_alone() =>
        Rendering.Render("  {{ lines }}", Model, context => context.IndentOnEmptyLines = false).ShouldBe("  a\n  b\n\n  c");
}
