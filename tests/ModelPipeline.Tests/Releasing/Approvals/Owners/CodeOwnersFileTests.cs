using System.Text;
using ModelPipeline.Releasing.Approvals.Owners;

namespace ModelPipeline.Tests.Releasing.Approvals.Owners;

public sealed class CodeOwnersFileTests
{
    [Theory]
    [InlineData("*", "README.md", true)]
    [InlineData("*", "a/b/c.txt", true)]
    [InlineData("**", "a/b/c.txt", true)]
    [InlineData("*.js", "a/b/c.js", true)]
    [InlineData("*.js", "c.jsx", false)]
    [InlineData("*.js", "C.JS", false)]
    [InlineData("/build/logs/", "build/logs/a/b.txt", true)]
    [InlineData("/build/logs/", "build/logs", false)]
    [InlineData("/build/logs/", "x/build/logs/a.txt", false)]
    [InlineData("docs/*", "docs/start.md", true)]
    [InlineData("docs/*", "docs/app/faults.md", false)]
    [InlineData("docs/*", "x/docs/start.md", false)]
    [InlineData("apps/", "x/apps/y/z.txt", true)]
    [InlineData("apps/", "apps", false)]
    [InlineData("apps", "x/apps", true)]
    [InlineData("apps", "x/apps/y.txt", true)]
    [InlineData("apps", "x/appsy/y.txt", false)]
    [InlineData("/docs/", "docs/a.md", true)]
    [InlineData("/scripts/", "scripts/x/y.sh", true)]
    [InlineData("**/logs", "a/b/logs/c.txt", true)]
    [InlineData("**/logs", "logs", true)]
    [InlineData("a/**/z", "a/z", true)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("a/**/z", "b/a/z", false)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("/a?c.txt", "abc.txt", true)]
    [InlineData("/a?c.txt", "a/c.txt", false)]
    [InlineData("models/*/model.yaml", "models/churn/model.yaml", true)]
    [InlineData("models/*/model.yaml", "models/a/b/model.yaml", false)]
    [InlineData(@"/my\ file.txt", "my file.txt", true)]
    [InlineData(@"/my\ file.txt", "my", false)]
    [InlineData(@"/a\#b", "a#b", true)]
    [InlineData("/a#b", "a#b", true)]
    [InlineData(@"/a\\b", @"a\b", true)]
    [InlineData("/a.c", "abc", false)]
    public void A_pattern_is_about_paths(string pattern, string path, bool matches) =>
        File($"{pattern} @rita").OwnersOf(path).ShouldBe(matches ? ["@rita"] : []);

    [Fact]
    public void The_last_line_that_matches_says_who_owns_a_path() =>
        File("* @one\n*.md @two @three # not @four\n\n# *.md @five\r\n/docs/\n").ShouldSatisfyAllConditions(
            file => file.OwnersOf("a.txt").ShouldBe(["@one"]),
            file => file.OwnersOf("a.md").ShouldBe(["@two", "@three"]),
            file => file.OwnersOf("docs/a.md").ShouldBeEmpty(),
            file => file.Owners.ShouldBe(["@one", "@two", "@three"]));

    [Theory]
    [InlineData("!docs/ @rita", "line 1: the pattern '!docs/' is not supported")]
    [InlineData("ok @rita\n[ab].txt @rita", "line 2: the pattern '[ab].txt' is not supported")]
    [InlineData(@"\#note @rita", @"line 1: the pattern '\#note' is not supported")]
    [InlineData(@"a\*b @rita", "is not supported")]
    [InlineData("/ @rita", "is not supported")]
    [InlineData("a//b @rita", "is not supported")]
    [InlineData("* rita", "line 1: 'rita' is no owner")]
    [InlineData("* @", "is no owner")]
    [InlineData("* @acme/", "is no owner")]
    [InlineData("* @acme/risk/more", "is no owner")]
    [InlineData("\uFEFF* @rita", "is not supported")]
    public void A_line_that_cannot_be_read_is_a_fault(string text, string fault) =>
        Should.Throw<InvalidDataException>(() => File(text)).Message.ShouldContain(fault);

    [Fact]
    public void A_file_is_read_up_to_3_MB()
    {
        var line = "* @rita\n"u8;
        var most = new byte[CodeOwnersFile.MostBytes];
        Array.Fill(most, (byte)'\n');
        line.CopyTo(most);

        CodeOwnersFile.Read(most).OwnersOf("a").ShouldBe(["@rita"]);
        Should.Throw<InvalidDataException>(() => CodeOwnersFile.Read([.. most, (byte)'\n'])).Message.ShouldBe("it is larger than 3 MB");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_fault() =>
        Should.Throw<InvalidDataException>(() => CodeOwnersFile.Read([0x2A, 0x20, 0xFF])).Message.ShouldBe("it is not UTF-8");

    [Theory]
    [InlineData("@Acme/Risk-Team", "acme/risk-team")]
    [InlineData("@rita", null)]
    [InlineData("rita@example.com", null)]
    public void A_team_is_known_by_its_organisation_and_name(string owner, string? key) => CodeOwnersTeam.Of(owner)?.Key.ShouldBe(key);

    private static CodeOwnersFile File(string text) => CodeOwnersFile.Read(Encoding.UTF8.GetBytes(text));
}
