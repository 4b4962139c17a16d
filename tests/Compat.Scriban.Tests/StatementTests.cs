using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class StatementTests
{
    private static ScriptObject Model => new()
    {
        ["numbers"] = new[] { 3, 1, 2 },
        ["none"] = new List<int>(),
        ["lazy"] = Enumerable.Range(0, 3).Where(number => number >= 0),
        ["dictionary"] = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 },
        ["number"] = 5,
        ["no"] = false,
    };

    [Theory]
    [InlineData("{{ if 1 }}a{{ end }}", "a")]
    [InlineData("{{ if no }}a{{ end }}", "")]
    [InlineData("{{ if no }}a{{ else }}b{{ end }}", "b")]
    [InlineData("{{ if no }}a{{ else if 0 }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ if nope }}a{{ else if no }}b{{ else }}c{{ end }}", "c")]
    [InlineData("{{ if no\n 1\nelse\n if 1; 2; end\nend }}", "2")]
    [InlineData("{{ if(1) }}a{{ end }}", "a")]
    public void The_first_branch_that_holds_runs(string template, string expected) => Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("{{ for x in numbers }}{{ x }},{{ end }}", "3,1,2,")]
    [InlineData("{{ for x in lazy; x; end }}", "012")]
    [InlineData("{{ for c in 'ab' }}<{{ c }}>{{ end }}", "<a><b>")]
    [InlineData("{{ for e in dictionary }}{{ e.key }}={{ e.value }};{{ end }}", "a=1;b=2;")]
    [InlineData("{{ for x in none }}a{{ end }}", "")]
    [InlineData("{{ for x in nope }}a{{ end }}", "")]
    [InlineData("{{ for x in (numbers) }}{{ x }}{{ end }}", "312")]
    public void A_loop_runs_over_a_sequence(string template, string expected) =>
        Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("{{ for x in numbers; end; x == nope }}", "true")]
    [InlineData("{{ x = 'before'; for x in numbers; end; x }}", "before")]
    [InlineData("{{ for x in numbers; x = 9; x; end; x }}", "3129")]
    [InlineData("{{ for x in numbers; last = x; end; last }}", "2")]
    [InlineData("{{ if 1; inner = 1; end; inner }}", "1")]
    public void The_variable_of_a_loop_is_gone_after_it_and_others_stay(string template, string expected) =>
        Rendering.Render(template, Model).ShouldBe(expected);

    [Fact]
    public void Only_sequences_can_be_looped_over() =>
        Rendering.FailureOf("{{ for x in number }}{{ end }}", Model).ShouldBe("t.sbn(1,13) : error : Unexpected type `System.Int32` for iterator");

    [Theory]
    [InlineData("{{ x = 1 }}", "")]
    [InlineData("{{ x = 1; x = x == 1; x }}", "true")]
    [InlineData("{{ x = nope; x == nope }}", "true")]
    [InlineData("{{ X = 1; x = 2; X }}", "1")]
    public void An_assignment_prints_nothing(string template, string expected) => Rendering.Render(template).ShouldBe(expected);
}
