using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class OperatorTests
{
    private static ScriptObject Model => new()
    {
        ["yes"] = true,
        ["no"] = false,
        ["nothing"] = null,
        ["one"] = 1.0,
        ["int_max"] = int.MaxValue,
        ["long_max"] = long.MaxValue,
        ["half"] = 0.5m,
        ["friday"] = DayOfWeek.Friday,
        ["march"] = new DateTime(2024, 3, 5),
        ["april"] = new DateTime(2024, 4, 5),
        ["hour"] = TimeSpan.FromHours(1),
        ["list"] = new[] { 1, 2 },
        ["same_list"] = new[] { 1, 2 },
    };

    [Theory]
    [InlineData("1 == 1", "true")]
    [InlineData("1 == one", "true")]
    [InlineData("1 != 2", "true")]
    [InlineData("1 != one", "false")]
    [InlineData("2 > 1", "true")]
    [InlineData("2 > 2", "false")]
    [InlineData("1 > half", "true")]
    [InlineData("2147483648 > int_max", "true")]
    [InlineData("9223372036854775808 > long_max", "true")]
    [InlineData("1 == yes", "true")]
    [InlineData("yes == no", "false")]
    [InlineData("friday == 'Friday'", "true")]
    [InlineData("friday == 5", "true")]
    [InlineData("april > march", "true")]
    [InlineData("april != april", "false")]
    [InlineData("list == list", "true")]
    [InlineData("list == same_list", "false")]
    [InlineData("list != same_list", "true")]
    public void Values_are_compared(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("'2' == 2", "true")]
    [InlineData("'9' > 10", "true")]
    [InlineData("'a' > 'B'", "true")]
    [InlineData("'a' == 'A'", "false")]
    [InlineData("'true' == yes", "true")]
    [InlineData("'' == nothing", "false")]
    public void With_a_string_the_texts_are_compared_by_character_code(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("nothing == nothing", "true")]
    [InlineData("nothing != nothing", "false")]
    [InlineData("nothing == 0", "false")]
    [InlineData("nothing != 0", "true")]
    [InlineData("1 > nothing", "false")]
    [InlineData("nothing > nothing", "false")]
    public void Null_equals_null_only(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("nothing ?? 1", "1")]
    [InlineData("no ?? 1", "false")]
    [InlineData("nope ?? nothing ?? 'x'", "x")]
    public void The_right_side_of_two_question_marks_stands_in_for_null(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("0", "true")]
    [InlineData("''", "true")]
    [InlineData("list", "true")]
    [InlineData("'false'", "true")]
    [InlineData("no", "false")]
    [InlineData("nothing", "false")]
    public void Anything_but_null_and_false_is_true(string expression, string expected) => Evaluate($"no || {expression}").ShouldBe(expected);

    [Fact]
    public void A_true_left_side_of_an_or_stops_early() => Evaluate("1 || nope.member").ShouldBe("true");

    [Theory]
    [InlineData("1 == 2 > 1", "true")]
    [InlineData("(2 > 1) == yes", "true")]
    [InlineData("yes || no == no", "true")]
    [InlineData("(yes || no) == no", "false")]
    [InlineData("nothing ?? no || yes", "true")]
    [InlineData("1 ?? 1 == 2", "1")]
    public void Operators_bind_as_documented(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("yes > no", "t.sbn(1,8) : error : The operator `>` is not valid for bool<->bool")]
    [InlineData("1 > list", "t.sbn(1,6) : error : Unable to convert type `array` to int")]
    [InlineData("march > hour", "t.sbn(1,10) : error : The operator `CompareGreater` is not supported for between <DateTime> and <TimeSpan>")]
    public void What_cannot_be_compared_fails_at_the_operator(string expression, string expected) =>
        Rendering.FailureOf($"{{{{ {expression} }}}}", Model).ShouldBe(expected);

    private static string Evaluate(string expression) => Rendering.Render($"{{{{ {expression} }}}}", Model);
}
