using System.Diagnostics;
using System.Text;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Specs;

public sealed class HostileSpecTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "1:1: the file is empty: begin with 'name: ' and the name of the model's folder")]
    [InlineData("# only a comment\n", "1:1: the file is empty: begin with 'name: ' and the name of the model's folder")]
    [InlineData("just text", "1:1: the file must hold keys with values, such as 'name: churn'")]
    [InlineData("- name: churn", "1:1: the file must hold keys with values, such as 'name: churn'")]
    [InlineData("---\n", "1:1: the file must hold keys with values, such as 'name: churn'")]
    [InlineData("a: \"\\UFFFFFFFF\"\n", "1:1: not valid YAML after this: is a bracket not closed, or an escape wrong?")]
    [InlineData("a: \"\\q\"\n", "1:4: not valid YAML: While scanning a quoted scalar, found unknown escape character")]
    [InlineData("a: !u!x y\n", "1:4: not valid YAML: While parsing a node, found undefined tag handle")]
    [InlineData("}", "1:1: not valid YAML: While parsing a node, did not find expected node content")]
    [InlineData("%YAML 9.9\n---\na: 1", "1:1: not valid YAML: Found incompatible YAML document")]
    public void A_file_that_is_not_a_yaml_mapping_has_one_fault(string yaml, string fault) =>
        SpecFolder.FaultsOf(_folder.Read(yaml)).ShouldBe([fault]);

    [Theory]
    [InlineData("owner: retention-team", "owner: !!python/object:os.system x", "3:8: tags (words that begin with '!') are not supported: remove it; quotes make a value text")]
    [InlineData("owner: retention-team", "owner: ! x", "3:8: tags (words that begin with '!') are not supported: remove it; quotes make a value text")]
    [InlineData("owner: retention-team", "owner: &me x", "3:8: anchors are not supported: remove '&me' and write the value wherever it is needed")]
    [InlineData("owner: retention-team", "owner: &me x\nmonitoring_owner: *me", "3:8: anchors are not supported: remove '&me' and write the value wherever it is needed")]
    [InlineData("owner: retention-team", "owner: *me", "3:8: aliases are not supported: write the value instead of '*me'")]
    [InlineData("key: [customer_id]", "key: &key [*key]", "10:8: anchors are not supported: remove '&key' and write the value wherever it is needed")]
    [InlineData("threshold: 0.8 }\n", "threshold: 0.8 }\n---\nname: other\n", "17:1: a second document begins here: a model.yaml holds one")]
    [InlineData("threshold: 0.8 }\n", "threshold: 0.8 }\n...\nname: other\n", "18:1: a second document begins here: a model.yaml holds one")]
    [InlineData("threshold: 0.8 }", "<<: { threshold: 0.8 }, threshold: 0.8 }", "16:12: unknown key '<<'; known: threshold, max_regression, min_improvement")]
    public void What_yaml_can_do_beyond_plain_values_is_refused(string part, string replacement, string fault) =>
        SpecFolder.FaultsOf(_folder.ReadWith(part, replacement)).ShouldBe([fault]);

    [Theory]
    [InlineData("name: ch\0urn\n", "1:9: the control character U+0000 is not allowed")]
    [InlineData("name: churn\nowner: \u001b[31mred\n", "2:8: the control character U+001B is not allowed")]
    [InlineData("name: churn\u007f\n", "1:12: the control character U+007F is not allowed")]
    public void A_control_character_is_refused_before_the_file_is_parsed(string yaml, string fault) =>
        SpecFolder.FaultsOf(_folder.Read(yaml)).ShouldBe([fault]);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_with_their_place()
    {
        byte[] bytes = [.. "name: churn\nowner: "u8, 0xC3, 0x28];

        SpecFolder.FaultsOf(_folder.Read(bytes)).ShouldBe(["2:8: the bytes from here on are not UTF-8: save the file as UTF-8"]);
    }

    [Fact]
    public void Utf16_is_refused_by_name()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(SpecFolder.Minimal)];
            SpecFolder.FaultsOf(_folder.Read(bytes)).ShouldBe(["1:1: the file is UTF-16: save it as UTF-8"]);
        }
    }

    [Theory]
    [InlineData("[", "1:17: nested deeper than 16 levels")]
    [InlineData("{", "1:17: nested deeper than 16 levels")]
    [InlineData("- ", "1:33: nested deeper than 16 levels")]
    [InlineData("? ", "1:33: nested deeper than 16 levels")]
    [InlineData("[\n", "17:1: nested deeper than 16 levels")]
    public void Deep_nesting_is_refused(string opening, string fault) =>
        SpecFolder.FaultsOf(_folder.Read(string.Concat(Enumerable.Repeat(opening, 100_000)))).ShouldBe([fault]);

    [Fact]
    public void Too_many_values_are_refused()
    {
        var reading = _folder.Read("key: [" + string.Concat(Enumerable.Repeat("a,", 200_000)) + "]");

        SpecFolder.FaultsOf(reading).ShouldBe(["1:20001: more than 10000 values"]);
    }

    [Fact]
    public void An_alias_bomb_is_refused_where_it_is_laid_and_never_grows()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level <= 9; level++)
            bomb.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        _folder.Read(bomb.ToString());

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = _folder.Read(bomb.ToString());
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        SpecFolder.FaultsOf(reading).ShouldContain("1:5: anchors are not supported: remove '&a0' and write the value wherever it is needed");
        reading.Faults.Count(fault => fault.Message.StartsWith("anchors")).ShouldBe(10);
        allocated.ShouldBeLessThan(4 * SpecFile.MostBytes);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_unread()
    {
        var limit = SpecFile.MostBytes;
        var padding = new string('#', limit - SpecFolder.Minimal.Length);

        SpecFolder.FaultsOf(_folder.Read(SpecFolder.Minimal + padding)).ShouldBeEmpty();
        SpecFolder.FaultsOf(_folder.Read(SpecFolder.Minimal + padding + "#")).ShouldBe(["1:1: the file is larger than 1 MiB: is it a model.yaml?"]);
    }

    [Fact]
    public void A_file_that_never_ends_is_refused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "This system has no endless file.");

        var reading = new SpecReader([]).Read("/dev/zero");

        SpecFolder.FaultsOf(reading).ShouldBe(["1:1: the file goes on after its end: it is no ordinary file, or it was written meanwhile"]);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_faults()
    {
        var reader = new SpecReader([]);

        reader.Read(_folder.PathOf("none/model.yaml")).Faults.ShouldBe([new SpecFault(_folder.PathOf("none/model.yaml"), 1, 1, "there is no such file")]);
        reader.Read(_folder.Root).Faults.ShouldBe([new SpecFault(_folder.Root, 1, 1, "this is a folder: name the model.yaml in it")]);
    }

    [Fact]
    public void A_message_quotes_little_and_on_one_line()
    {
        var reading = _folder.ReadWith("owner: retention-team", $"owner: team\n\"{new string('x', 300)}\\n\": 1\n\"\\u202Ea\\n\\tb\": 1");

        var messages = SpecFolder.FaultsOf(reading);
        messages.Length.ShouldBe(2);
        messages[0].ShouldStartWith($"4:1: unknown key '{new string('x', 80)}…'; known: name,");
        messages[1].ShouldStartWith(@"5:1: unknown key '\u{202E}a\n\tb'; known: name,");
    }

    [Theory]
    [InlineData("a: ", "x")]
    [InlineData("", "x")]
    [InlineData("a: ", "&a ")]
    [InlineData("a: \"", "\\n")]
    [InlineData("a: |\n", " x\n")]
    [InlineData("a: 1\n", "\n")]
    [InlineData("a: ", " ")]
    [InlineData("", "# c\n")]
    [InlineData("", "%X 1\n")]
    [InlineData("", "a: 1\n")]
    [InlineData("a: '", "''")]
    [InlineData("a: ", "9")]
    [InlineData("", "---\n")]
    public void A_large_file_of_one_thing_does_not_stall_the_reader(string start, string repeated)
    {
        var yaml = start + string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length));
        var watch = Stopwatch.StartNew();

        _folder.Read(yaml).Spec.ShouldBeNull();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
