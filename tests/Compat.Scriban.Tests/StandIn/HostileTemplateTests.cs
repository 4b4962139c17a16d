using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Compat.Scriban.Tests.StandIn;

public sealed class HostileTemplateTests
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "~}}", "{%{", "}%}", "\n", " ", "if", "else", "end", "for", "in", "while", "case", "when", "do", "func", "x", "for.",
        "x.y", "1", "1.5", "'a'", "\"", "'", "\\", "$", "`", "#", "##", "(", ")", "[", "]", "{", "}", "=", "==", "+", "-", "!", "|", "??", "?", ":",
        ";", ",", ".", "&", "~", "@", "^", "é", "\0", "include",
    ];

    [Fact]
    public void Parsing_never_throws()
    {
        var random = new Random(20240305);
        for (var i = 0; i < 5_000; i++)
        {
            var pieces = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)]);
            var text = string.Join(random.Next(2) == 0 ? " " : "", pieces);

            Should.NotThrow(() => Template.Parse(text), text);
        }
    }

    [Theory]
    [InlineData("x", ".x")]
    [InlineData("1", " == 1")]
    [InlineData("f", " 1")]
    public void Long_chains_fail_instead_of_exhausting_the_stack(string first, string next)
    {
        var template = Template.Parse("{{ " + first + string.Concat(Enumerable.Repeat(next, 50_000)) + " }}", parserOptions: new ParserOptions { ExpressionDepthLimit = 0 });

        if (!template.HasErrors)
            Should.Throw<ScriptRuntimeException>(() => template.Render(new TemplateContext()));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("x = ")]
    [InlineData("if x\n")]
    public void Nesting_without_a_limit_fails_instead_of_exhausting_the_stack(string nested) =>
        Template.Parse("{{ " + string.Concat(Enumerable.Repeat(nested, 50_000)), parserOptions: new ParserOptions { ExpressionDepthLimit = 0 })
            .Messages.ShouldContain(message => message.Message.Contains("recursive depth limit was reached near a stack overflow"));

    [Fact]
    public void Stray_words_are_reported_without_nesting() =>
        Template.Parse(string.Concat(Enumerable.Repeat("{{ end }}", 10_000))).Messages.Count.ShouldBe(10_000);

    [Fact]
    public void Calls_without_a_limit_fail_instead_of_exhausting_the_stack()
    {
        var context = new TemplateContext { RecursiveLimit = 0, TemplateLoader = new Includes(("self", "{{ include 'self' }}")) };

        Should.Throw<ScriptRuntimeException>(() => Template.Parse("{{ include 'self' }}").Render(context))
            .OriginalMessage.ShouldBe("Exceeding recursive depth limit, near to stack overflow");
    }

    [Fact]
    public void A_context_can_be_used_again_after_a_failure()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["list"] = new[] { 1 } });

        Should.Throw<ScriptRuntimeException>(() => Template.Parse("a {{ for x in list; nope.x; end }}").Render(context));

        Template.Parse("b {{ x }}").Render(context).ShouldBe("b ");
    }
}
