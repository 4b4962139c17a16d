using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class OperatorTests
{
    private static ScriptObject Model => new()
    {
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
    [InlineData("1 == 1.0", "true")]
    [InlineData("1 != 2", "true")]
    [InlineData("1 < 2", "true")]
    [InlineData("2 <= 2", "true")]
    [InlineData("2.5 > 2", "true")]
    [InlineData("2 >= 3", "false")]
    [InlineData("half < 1", "true")]
    [InlineData("1 == true", "true")]
    [InlineData("true == false", "false")]
    [InlineData("friday == 'Friday'", "true")]
    [InlineData("friday == 5", "true")]
    [InlineData("march < april", "true")]
    [InlineData("list == list", "true")]
    [InlineData("list == same_list", "false")]
    public void Values_are_compared(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("'2' == 2", "true")]
    [InlineData("10 < '9'", "true")]
    [InlineData("'B' < 'a'", "true")]
    [InlineData("'a' == 'A'", "false")]
    [InlineData("'true' == true", "true")]
    [InlineData("'' == null", "false")]
    public void With_a_string_the_texts_are_compared_by_character_code(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("5 - 2 - 1", "2")]
    [InlineData("1 + 0.5", "1.5")]
    [InlineData("1 + half", "1.5")]
    [InlineData("int_max + 1", "2147483648")]
    [InlineData("long_max + 1", "9223372036854775808")]
    [InlineData("0 - long_max - 2", "-9223372036854775809")]
    [InlineData("1 + true", "2")]
    [InlineData("april - march", "31.00:00:00")]
    [InlineData("march + hour", "05 Mar 2024")]
    public void Numbers_and_dates_are_added_and_subtracted(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("'a' + 'b'", "ab")]
    [InlineData("'a' + 1", "a1")]
    [InlineData("1.5 + 'a'", "1.5a")]
    [InlineData("'a' + null", "a")]
    [InlineData("'a' + true", "atrue")]
    [InlineData("'a' + list", "a[1, 2]")]
    public void With_a_string_plus_joins_the_texts(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("null == null", "true")]
    [InlineData("null != null", "false")]
    [InlineData("null == 0", "false")]
    [InlineData("null != 0", "true")]
    [InlineData("null < 1", "false")]
    [InlineData("null >= null", "false")]
    [InlineData("(null + 1) == null", "true")]
    [InlineData("(1 - null) == null", "true")]
    public void Null_equals_null_only_and_swallows_arithmetic(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("null ?? 1", "1")]
    [InlineData("false ?? 1", "false")]
    [InlineData("nope ?? null ?? 'x'", "x")]
    [InlineData("null ?? 1 + 1", "2")]
    public void The_right_side_of_two_question_marks_stands_in_for_null(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("0")]
    [InlineData("''")]
    [InlineData("list")]
    [InlineData("'false'")]
    public void Anything_but_null_and_false_is_true(string expression) => Evaluate($"!{expression}").ShouldBe("false");

    [Theory]
    [InlineData("!null", "true")]
    [InlineData("!false", "true")]
    [InlineData("!!0", "true")]
    [InlineData("0 && ''", "true")]
    [InlineData("1 && null", "false")]
    [InlineData("null || 0", "true")]
    [InlineData("false || null", "false")]
    [InlineData("false && nope.member", "false")]
    [InlineData("true || nope.member", "true")]
    public void Logic_gives_truth_values_and_stops_early(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("1 + 2 == 3 && !false", "true")]
    [InlineData("true || false && false", "true")]
    [InlineData("1 < 2 == true", "true")]
    [InlineData("(1 < 2) == true", "true")]
    [InlineData("null ?? false || true", "true")]
    [InlineData("'a' + 1 + 2", "a12")]
    [InlineData("1 + 2 + 'a'", "3a")]
    [InlineData("1 + (2 + 'a')", "12a")]
    public void Operators_bind_as_documented(string expression, string expected) => Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("'a' - 'b'", "t.sbn(1,8) : error : Operator `-` is not supported on string objects")]
    [InlineData("true < false", "t.sbn(1,9) : error : The operator `<` is not valid for bool<->bool")]
    [InlineData("1 + list", "t.sbn(1,6) : error : Unable to convert type `array` to int")]
    [InlineData("march + april", "t.sbn(1,10) : error : The operator `Add` is not supported for DateTime")]
    [InlineData("march >= hour", "t.sbn(1,10) : error : The operator `CompareGreaterOrEqual` is not supported for between <DateTime> and <TimeSpan>")]
    public void What_cannot_be_computed_fails_at_the_operator(string expression, string expected) =>
        Rendering.FailureOf($"{{{{ {expression} }}}}", Model).ShouldBe(expected);

    private static string Evaluate(string expression) => Rendering.Render($"{{{{ {expression} }}}}", Model);
}
