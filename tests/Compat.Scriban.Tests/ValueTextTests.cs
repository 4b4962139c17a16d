using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class ValueTextTests
{
    public static TheoryData<object?, string> Texts => new()
    {
        { null, "" },
        { "a\n\"", "a\n\"" },
        { true, "true" },
        { 1, "1" },
        { -3000000000L, "-3000000000" },
        { 1.0, "1" },
        { 1.5f, "1.5" },
        { 1.5E-07, "1.5E-07" },
        { 12.50m, "12.50" },
        { 'c', "c" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2024, 3, 5, 14, 7, 9), "05 Mar 2024" },
        { new DateOnly(2024, 3, 5), "03/05/2024" },
        { new TimeSpan(1, 2, 3, 4), "1.02:03:04" },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
        { new Version(1, 2), "1.2" },
        { new object?[] { 1, "a\n\"\u0001", null, true, 1.5 }, "[1, \"a\\n\\\"\\x01\", null, true, 1.5]" },
        { new List<int[]> { new[] { 1 }, Array.Empty<int>() }, "[[1], []]" },
        { new ScriptObject { ["a"] = 1, ["b c"] = "x", ["n"] = null }, "{a: 1, \"b c\": \"x\", n: null}" },
        { new Dictionary<string, int> { ["K"] = 1 }, "[{key: \"K\", value: 1}]" },
        { KeyValuePair.Create("K", 1), "{key: \"K\", value: 1}" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Values_are_printed(object? value, string expected) =>
        Rendering.Render("{{ value }}", new ScriptObject { ["value"] = value }).ShouldBe(expected);

    [Fact]
    public void A_function_inside_a_list_is_named()
    {
        var model = new ScriptObject();
        model.Import("f", () => 1);

        Rendering.Render("{{ all }}", new ScriptObject { ["all"] = model }).ShouldBe("{f: <function>}");
    }

    [Fact]
    public void A_list_that_contains_itself_fails()
    {
        var list = new ScriptArray();
        list.Add(list);

        Rendering.FailureOf("{{ list }}", new ScriptObject { ["list"] = list })
            .ShouldEndWith("Structure is too deeply nested or contains reference loops.");
    }
}
