using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class BuiltinTests
{
    private static ScriptObject Model => new()
    {
        ["list"] = new List<object?> { 1, "a", null, 2.5 },
        ["lazy"] = Enumerable.Range(0, 3).Where(number => number >= 0),
        ["set"] = new HashSet<int> { 1, 2 },
    };

    [Theory]
    [InlineData("array.size list", "4")]
    [InlineData("list | array.size", "4")]
    [InlineData("array.size lazy", "3")]
    [InlineData("array.size set", "2")]
    [InlineData("array.size 'abc'", "3")]
    [InlineData("array.size nope", "0")]
    public void Array_size_counts(string expression, string expected) => Rendering.Render($"{{{{ {expression} }}}}", Model).ShouldBe(expected);

    [Theory]
    [InlineData("array.join list ', '", "1, a, , 2.5")]
    [InlineData("lazy | array.join '-'", "0-1-2")]
    [InlineData("array.join list nope", "1a2.5")]
    [InlineData("array.join list 0", "10a002.5")]
    [InlineData("array.join nope ','", "")]
    public void Array_join_puts_a_delimiter_between_texts(string expression, string expected) =>
        Rendering.Render($"{{{{ {expression} }}}}", Model).ShouldBe(expected);

    [Theory]
    [InlineData("array.size 5", "t.sbn(1,15) : error : Unable to convert type `int` to `IEnumerable`")]
    [InlineData("array.join list", "t.sbn(1,19) : error : Invalid number of arguments `1` passed to `array.join list` while expecting `2` arguments")]
    [InlineData("array.nope 1", "t.sbn(1,4) : error : The function `array.nope` was not found")]
    public void Wrong_calls_fail(string expression, string expected) => Rendering.FailureOf($"{{{{ {expression} }}}}", Model).ShouldBe(expected);
}
