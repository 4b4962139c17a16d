using System.Text;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Compat.Scriban.Tests;

public sealed class LimitTests
{
    [Fact]
    public void The_defaults_are_as_documented()
    {
        var context = new TemplateContext();

        context.LoopLimit.ShouldBe(1000);
        context.RecursiveLimit.ShouldBe(100);
        context.LimitToString.ShouldBe(1048576);
        context.StrictVariables.ShouldBeFalse();
        context.EnableRelaxedMemberAccess.ShouldBeTrue();
        context.AutoIndent.ShouldBeTrue();
        context.IndentOnEmptyLines.ShouldBeTrue();
        context.NewLine.ShouldBe(Environment.NewLine);
        context.TemplateLoader.ShouldBeNull();
        context.CurrentCulture.Name.ShouldBeEmpty();
    }

    [Fact]
    public void A_loop_stops_at_its_limit() =>
        Rendering.FailureOf(" {{ for x in list }}{{ end }}", new ScriptObject { ["list"] = new int[1001] })
            .ShouldBe("t.sbn(1,5) : error : Exceeding number of iteration limit `1000` for loop statement.");

    [Theory]
    [InlineData("{{ for a in 'abc'; for b in 'ab'; end; end }}")]
    [InlineData("{{ for a in 'abc'; array.join 'abc' ''; end }}")]
    [InlineData("{{ for a in (array.join 'abc' ''); end }}")]
    [InlineData("{{ array.join 'abcdef' '' }}")]
    public void Rounds_of_loops_inside_loops_are_counted_together(string template) =>
        Rendering.FailureOf(template, configure: context => context.LoopLimit = 5).ShouldContain("Exceeding number of iteration limit `5` for ");

    [Fact]
    public void Loops_one_after_the_other_are_counted_each() =>
        Rendering.Render("{{ for a in 'abc'; a; end; for a in 'abc'; a; end }}", configure: context => context.LoopLimit = 3).ShouldBe("abcabc");

    [Fact]
    public void Zero_is_no_loop_limit() =>
        Rendering.Render("{{ for x in list }}x{{ end }}", new ScriptObject { ["list"] = new int[2000] }, context => context.LoopLimit = 0)
            .Length.ShouldBe(2000);

    [Fact]
    public void An_include_of_itself_stops_at_the_limit() =>
        Rendering.FailureOf("{{ include 'self' }}", configure: context => context.TemplateLoader = new Includes(("self", "{{ include 'self' }}")))
            .ShouldBe("self(1,4) : error : Exceeding number of recursive depth limit `100` for node: `include 'self'`");

    [Theory]
    [InlineData("abcd", "abcd")]
    [InlineData("abcdefg", "abcde...")]
    [InlineData("{{ 'abc' }}{{ 'def' }}", "abcde...")]
    [InlineData("{{ 'abcde' }}", "abcde...")]
    [InlineData("ab{{ include 'one' }}", "ab1")]
    public void What_is_printed_is_cut_at_the_limit(string template, string expected) =>
        Rendering.Render(template, configure: context =>
        {
            context.LimitToString = 5;
            context.TemplateLoader = new Includes(("one", "1"));
        }).ShouldBe(expected);

    [Fact]
    public void What_is_passed_on_is_not_cut_but_marked_where_it_was_no_text()
    {
        var model = new ScriptObject { ["text"] = "abcdefg", ["number"] = 1234567 };
        model.Import("same", (Func<string, string>)(text => text));

        Rendering.Render("{{ text | same | array.size }}, {{ number | same | array.size }}", model, context => context.LimitToString = 8).ShouldBe("7, 7");
        Rendering.Render("{{ text | same | array.size }} {{ number | same | array.size }}", model, context => context.LimitToString = 7).ShouldBe("7 10");
    }

    [Fact]
    public void A_joined_text_over_the_limit_fails() =>
        Rendering.FailureOf("{{ array.join 'abcdef' ',' }}", configure: context => context.LimitToString = 5)
            .ShouldBe("t.sbn(1,4) : error : Joined string exceeds LimitToString `5`.");

    [Fact]
    public void A_cancelled_rendering_is_aborted()
    {
        using var source = new CancellationTokenSource();
        var model = new ScriptObject();
        model.Import("cancel", () => source.Cancel());

        var failure = Should.Throw<ScriptAbortException>(
            () => Rendering.Render("{{ cancel }}\n{{ 1 }}", model, context => context.CancellationToken = source.Token));

        failure.CancellationToken.ShouldBe(source.Token);
        failure.OriginalMessage.ShouldBe("The operation was cancelled");
    }

    [Fact]
    public void A_megabyte_is_rendered()
    {
        var model = new ScriptObject { ["lines"] = Enumerable.Repeat("0123456789 0123456789 0123456789", 20_000).ToList() };
        var expected = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
            expected.Append("  line: 0123456789 0123456789 0123456789 even\n");

        var text = Rendering.Render(
            "{{~ for line in lines ~}}\n  line: {{ line }} {{ if line != 'odd' }}even{{ end }}\n{{~ end ~}}\n",
            model,
            context => (context.LoopLimit, context.LimitToString) = (0, 0));

        text.Length.ShouldBeGreaterThan(900_000);
        text.ShouldBe(expected.ToString());
    }
}
