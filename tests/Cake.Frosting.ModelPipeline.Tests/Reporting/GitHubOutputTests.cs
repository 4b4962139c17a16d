using Cake.Frosting.ModelPipeline.Reporting;

namespace Cake.Frosting.ModelPipeline.Tests.Reporting;

public sealed class GitHubOutputTests
{
    [Fact]
    public void A_value_stands_between_two_delimiters() =>
        GitHubOutput.Format([new("verdict", "passed"), new("card", "a\nb")], Delimiters("X", "Y")).ShouldBe("verdict<<X\npassed\nX\ncard<<Y\na\nb\nY\n");

    [Fact]
    public void A_delimiter_that_occurs_in_the_value_is_not_taken() =>
        GitHubOutput.Format([new("report", "a\nX\nevil<<Z\nYY")], Delimiters("X", "Y", "Z", "W")).ShouldBe("report<<W\na\nX\nevil<<Z\nYY\nW\n");

    [Fact]
    public void Every_delimiter_is_another()
    {
        var file = Path.GetTempFileName();

        GitHubOutput.Append(file, [new("a", "1"), new("b", "2")]);
        GitHubOutput.Append(file, [new("c", "3")]);

        var lines = File.ReadAllLines(file);
        File.Delete(file);
        lines.Length.ShouldBe(9);
        new[] { lines[2], lines[5], lines[8] }.Distinct().Count().ShouldBe(3);
        lines[0].ShouldBe($"a<<{lines[2]}");
        lines[2].Length.ShouldBeGreaterThan(30);
    }

    private static Func<string> Delimiters(params string[] words)
    {
        var queue = new Queue<string>(words);
        return queue.Dequeue;
    }
}
