using Scriban.Parsing;

namespace Compat.Scriban.Tests.StandIn;

public sealed class TemplateConstructsTests
{
    /// <summary>Uses all that the stand-in supports.</summary>
    private const string Everything = """
        {{~ # comment ~}}
        {{- x = 1; y = 'a' ?? z -}}
        {{ if (x == 1) || x != 2 }}
        {{ else if x > 3 }}
        {{ else }}
        {{ end }}
        {{ for z in list }}{{ include 'other' }}{{ end }}
        {{ a.b | f 1 }}
        {{ list | array.size }}{{ array.join list ',' }}
        """;

    [Fact]
    public void A_template_that_uses_everything_uses_all_that_is_supported() =>
        TemplateConstructs.UsedBy(Everything, "t.sbn").ShouldBe(TemplateConstructs.Supported);

    [Theory]
    [InlineData("text", "")]
    [InlineData("{{ 1 }}", "integer literal")]
    [InlineData("{{~ x ~}}", "variable, whitespace ~")]
    [InlineData("{{ x.y }}", "member access, variable")]
    [InlineData("{{ array.size x }}", "array.size, function call, variable")]
    [InlineData("{{ for x in y; x; end }}", "for, statement ;, variable")]
    public void Constructs_are_listed_by_name(string template, string expected) =>
        string.Join(", ", TemplateConstructs.UsedBy(template, "t.sbn")).ShouldBe(expected);

    [Fact]
    public void A_template_with_errors_is_refused() =>
        Should.Throw<ArgumentException>(() => TemplateConstructs.UsedBy("{{ 1 * 2 }}", "t.sbn")).Message.ShouldContain("t.sbn(1,6) : error : the operator `*`");
}
