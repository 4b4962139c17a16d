using System.Text.Json.Nodes;
using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class MemberTests
{
    private static ScriptObject Model => new()
    {
        ["thing"] = new Thing("name", new Thing("inner", null)),
        ["dictionary"] = new Dictionary<string, object> { ["Key"] = 1, ["count"] = 2 },
        ["typed"] = new SortedDictionary<string, int> { ["key"] = 1 },
        ["json"] = new JsonObject { ["key"] = "v" },
        ["object"] = new ScriptObject { ["a"] = new ScriptObject { ["b"] = 1 } },
        ["list"] = new[] { 1, 2, 3 },
        ["text"] = "abcd",
        ["number"] = 5,
    };

    [Theory]
    [InlineData("thing.full_name", "name")]
    [InlineData("thing.field", "7")]
    [InlineData("thing.inner.full_name", "inner")]
    [InlineData("(thing.inner).full_name", "inner")]
    [InlineData("dictionary.Key", "1")]
    [InlineData("dictionary.count", "2")]
    [InlineData("typed.key", "1")]
    [InlineData("json.key", "v")]
    [InlineData("object.a.b", "1")]
    [InlineData("list.size", "3")]
    [InlineData("text.size", "4")]
    [InlineData("'ab'.size", "2")]
    public void Members_are_read(string expression, string expected) => Rendering.Render($"{{{{ {expression} }}}}", Model).ShouldBe(expected);

    [Theory]
    [InlineData("thing.missing")]
    [InlineData("thing.FullName")]
    [InlineData("thing.hidden")]
    [InlineData("thing.shared")]
    [InlineData("dictionary.key")]
    [InlineData("object.b")]
    [InlineData("list.length")]
    [InlineData("number.size")]
    public void Missing_members_are_null_unless_the_context_is_strict(string expression)
    {
        Rendering.Render($"[{{{{ {expression} }}}}]", Model).ShouldBe("[]");
        Rendering.FailureOf($"{{{{ {expression} }}}}", Model, context => context.EnableRelaxedMemberAccess = false).ShouldContain(" : error : Cannot get ");
    }

    [Fact]
    public void A_missing_entry_of_a_dictionary_of_numbers_is_zero() => Rendering.Render("{{ typed.count }}", Model).ShouldBe("0");

    [Theory]
    [InlineData("thing.missing", "t.sbn(1,10) : error : Cannot get member with name missing.")]
    [InlineData("number.size", "t.sbn(1,11) : error : Cannot get or set a member on the primitive `5/int` when accessing member: size")]
    [InlineData("nope.a", "t.sbn(1,9) : error : Object `nope` is null. Cannot access member: nope.a")]
    public void A_strict_context_says_what_is_missing(string expression, string expected) =>
        Rendering.FailureOf($"{{{{ {expression} }}}}", Model, context => context.EnableRelaxedMemberAccess = false).ShouldBe(expected);

    [Theory]
    [InlineData("nope.a", "t.sbn(1,9) : error : Cannot get the member nope.a for a null object.")]
    [InlineData("thing.inner.inner.full_name", "t.sbn(1,22) : error : Cannot get the member thing.inner.inner.full_name for a null object.")]
    public void Null_has_no_members(string expression, string expected) =>
        Rendering.FailureOf($"{{{{ {expression} }}}}", Model).ShouldBe(expected);

    [Fact]
    public void A_property_that_throws_fails_where_it_is_read() =>
        Rendering.FailureOf("a\n {{ thing.bad }}", Model)
            .ShouldBe("t.sbn(2,5) : error : Unexpected exception while accessing target expression: Exception has been thrown by the target of an invocation.");

    [Fact]
    public void Members_are_found_under_the_names_that_the_renamer_gives() =>
        Rendering.Render("{{ thing.FullName }}", Model, context => context.MemberRenamer = member => member.Name).ShouldBe("name");

    [Theory]
    [InlineData("MyName", "my_name")]
    [InlineData("HTMLName", "htmlname")]
    [InlineData("XMLHttpRequest", "xmlhttp_request")]
    [InlineData("IsOK", "is_ok")]
    [InlineData("Name2", "name2")]
    [InlineData("My_Name", "my__name")]
    [InlineData("name", "name")]
    [InlineData("", "")]
    public void The_standard_renamer_writes_lower_case_with_underscores(string name, string expected) =>
        StandardMemberRenamer.Rename(name).ShouldBe(expected);

    private sealed class Thing(string fullName, Thing? inner)
    {
        public readonly int Field = 7;

        public static int Shared => 1;

        public string FullName { get; } = fullName;

        public Thing? Inner { get; } = inner;

        public string Bad => throw new InvalidOperationException("bad");

        internal int Hidden => Field;
    }
}
