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
    };

    [Theory]
    [InlineData("{{ if true }}a{{ end }}", "a")]
    [InlineData("{{ if false }}a{{ end }}", "")]
    [InlineData("{{ if false }}a{{ else }}b{{ end }}", "b")]
    [InlineData("{{ if false }}a{{ else if 0 }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ if null }}a{{ else if false }}b{{ else }}c{{ end }}", "c")]
    [InlineData("{{ if false\n 1\nelse\n if true; 2; end\nend }}", "2")]
    [InlineData("{{ if(true) }}a{{ end }}", "a")]
    public void The_first_branch_that_holds_runs(string template, string expected) => Rendering.Render(template).ShouldBe(expected);

    [Theory]
    [InlineData("{{ for x in numbers }}{{ x }},{{ end }}", "3,1,2,")]
    [InlineData("{{ for x in lazy; x; end }}", "012")]
    [InlineData("{{ for c in 'ab' }}<{{ c }}>{{ end }}", "<a><b>")]
    [InlineData("{{ for e in dictionary }}{{ e.key }}={{ e.value }};{{ end }}", "a=1;b=2;")]
    [InlineData("{{ for x in none }}a{{ else }}b{{ end }}", "b")]
    [InlineData("{{ for x in numbers }}a{{ else }}b{{ end }}", "aaa")]
    [InlineData("{{ for x in null }}a{{ else }}b{{ end }}", "")]
    [InlineData("{{ for x in (numbers) }}{{ x }}{{ end }}", "312")]
    public void A_loop_runs_over_a_sequence_and_its_else_when_that_is_empty(string template, string expected) =>
        Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("{{ for x in numbers; for.index; end }}", "012")]
    [InlineData("{{ for x in numbers; for.first; end }}", "truefalsefalse")]
    [InlineData("{{ for x in lazy; for.last; end }}", "falsefalsetrue")]
    [InlineData("{{ for x in numbers; for y in 'ab'; for.index; end; for.index; end }}", "010011012")]
    public void A_loop_says_where_it_is(string template, string expected) => Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("{{ for x in numbers; end; x == null }}", "true")]
    [InlineData("{{ x = 'before'; for x in numbers; end; x }}", "before")]
    [InlineData("{{ for x in numbers; x = 9; x; end; x }}", "3129")]
    [InlineData("{{ for x in numbers; last = x; end; last }}", "2")]
    [InlineData("{{ if true; inner = 1; end; inner }}", "1")]
    public void The_variable_of_a_loop_is_gone_after_it_and_others_stay(string template, string expected) =>
        Rendering.Render(template, Model).ShouldBe(expected);

    [Fact]
    public void Only_sequences_can_be_looped_over() =>
        Rendering.FailureOf("{{ for x in number }}{{ end }}", Model).ShouldBe("t.sbn(1,13) : error : Unexpected type `System.Int32` for iterator");

    [Theory]
    [InlineData("{{ x = 1 }}", "")]
    [InlineData("{{ x = 1; x = x + 1; x }}", "2")]
    [InlineData("{{ x = nope; x == null }}", "true")]
    [InlineData("{{ X = 1; x = 2; X }}", "1")]
    public void An_assignment_prints_nothing(string template, string expected) => Rendering.Render(template).ShouldBe(expected);
}
