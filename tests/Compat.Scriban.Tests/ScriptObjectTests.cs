using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class ScriptObjectTests
{
    [Fact]
    public void It_is_a_dictionary()
    {
        var script = new ScriptObject { ["a"] = 1 };
        script.Add("b", null);

        script.Count.ShouldBe(2);
        script.Keys.ShouldBe(["a", "b"]);
        script.Values.ShouldBe([1, null]);
        script["missing"].ShouldBeNull();
        script.ContainsKey("b").ShouldBeTrue();
        script.Remove("a").ShouldBeTrue();
        script.Remove("a").ShouldBeFalse();
        script.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("b", (object?)null));
        script.Clear();
        script.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_can_be_added_once() => Should.Throw<ArgumentException>(() => new ScriptObject { ["a"] = 1 }.Add("a", 2));

    [Fact]
    public void Read_only_members_keep_their_values_until_they_are_set_again()
    {
        var script = new ScriptObject();
        script.SetValue("a", 1, readOnly: true);

        script.CanWrite("a").ShouldBeFalse();
        script["a"] = 2;
        script["a"].ShouldBe(1);
        script.SetValue("a", 3, readOnly: false);
        script["a"].ShouldBe(3);
        script.CanWrite("a").ShouldBeTrue();
    }

    [Fact]
    public void A_read_only_object_refuses_to_be_changed()
    {
        var script = new ScriptObject { IsReadOnly = true };

        Should.Throw<InvalidOperationException>(() => script["a"] = 1);
    }

    [Fact]
    public void A_deep_copy_copies_inner_objects()
    {
        var script = new ScriptObject { ["inner"] = new ScriptObject { ["a"] = 1 } };

        var copy = (ScriptObject)script.Clone(deep: true);
        ((ScriptObject)copy["inner"]!)["a"] = 2;

        ((ScriptObject)script["inner"]!)["a"].ShouldBe(1);
        ((ScriptObject)script.Clone(deep: false))["inner"].ShouldBeSameAs(script["inner"]);
    }

    [Fact]
    public void Members_of_an_object_are_imported_under_renamed_names()
    {
        var script = new ScriptObject();
        script.Import(new { FirstName = "a", Number = 1 });

        script.ToString().ShouldBe("{first_name: a, number: 1}");
    }

    [Fact]
    public void Members_can_be_filtered_and_renamed_differently()
    {
        var script = new ScriptObject();
        script.Import(new { FirstName = "a", Number = 1 }, member => member.Name != "Number", member => member.Name);

        script.Keys.ShouldBe(["FirstName"]);
    }

    [Fact]
    public void Entries_of_dictionaries_and_script_objects_keep_their_names()
    {
        var script = new ScriptObject();
        script.Import(new Dictionary<string, int> { ["FirstKey"] = 1 });
        script.Import(new ScriptObject { ["SecondKey"] = 2 });

        script.Keys.ShouldBe(["FirstKey", "SecondKey"]);
    }

    [Fact]
    public void What_has_no_members_cannot_be_imported() => Should.Throw<ArgumentOutOfRangeException>(() => new ScriptObject().Import("text"));

    [Fact]
    public void Importing_null_does_nothing()
    {
        var script = new ScriptObject();
        script.Import((object?)null);

        script.ShouldBeEmpty();
    }

    [Fact]
    public void A_member_is_found_or_not()
    {
        var script = new ScriptObject { ["a"] = 1 };

        script.TryGetValue("a", out var value).ShouldBeTrue();
        value.ShouldBe(1);
        script.TryGetValue("b", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_script_array_is_a_list()
    {
        var array = new ScriptArray(new[] { 1, 2 });
        array.Add("a");
        array.AddRange([null, 5]);
        array.Insert(0, 0);
        array.RemoveAt(1);
        array[1] = "two";

        array.ShouldBe([0, "two", "a", null, 5]);
        array.IndexOf("a").ShouldBe(2);
        array.Contains(5).ShouldBeTrue();
        array.Remove(5).ShouldBeTrue();
        array.Count.ShouldBe(4);
    }

    [Fact]
    public void A_text_names_a_member_of_a_script_array_and_not_a_value()
    {
        var array = new ScriptArray { "a" };

        array.Contains("a").ShouldBeFalse();
        array.Remove("a").ShouldBeFalse();
    }
}
