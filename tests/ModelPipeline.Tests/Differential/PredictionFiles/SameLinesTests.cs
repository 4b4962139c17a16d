namespace ModelPipeline.Tests.Differential.PredictionFiles;

/// <summary>Lines that are the same in both files are not read cell by cell; what is wrong with them must be found all the same.</summary>
public sealed class SameLinesTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Rows_that_differ_are_found_among_many_that_are_the_same(string lineEnd)
    {
        var old = Lines(i => $"{i},{i % 97},text {new string('é', i % 50)}");
        var @new = Lines(i => i % 613 == 0 ? $"{i},-1,x" : $"{i},{i % 97},text {new string('é', i % 50)}");
        using var folder = new DiffFolder(string.Join(lineEnd, old), string.Join(lineEnd, @new));

        var result = folder.Compare();

        (result.Compared, result.Changed, result.Identical).ShouldBe((Rows, 32, Rows - 32));
    }

    [Theory]
    [InlineData("17000", "old.csv:17001: 1 field where the header has 3")]
    [InlineData("17000,1,2,3", "old.csv:17001: 4 fields where the header has 3")]
    [InlineData("17000,1,\r2", "old.csv:17001: a carriage return that ends no line: put the field in quotes, or end lines with a line feed")]
    [InlineData("17000,1,2\"", "old.csv:17001: a quote inside an unquoted field: put the field in quotes and write the quote twice")]
    [InlineData("17000,1,\"2\n\n\"x", "old.csv:17001: text after a closing quote: a quote inside a quoted field is written twice")]
    [InlineData("17000,\"\n\",2\n1,", "old.csv:17003: 2 fields where the header has 3")]
    [InlineData("\uFEFF17000,1,2", "old.csv:17001: a byte order mark inside the file: were two files joined? Remove it")]
    public void A_broken_line_is_found_though_both_files_have_it(string broken, string fault)
    {
        var text = string.Join('\n', Lines(i => i == 17_000 ? broken : $"{i},{i},{i}"));
        using var folder = new DiffFolder(text, text);

        folder.Faults().ShouldBe([fault, fault.Replace("old.csv", "new.csv", StringComparison.Ordinal)], ignoreOrder: true);
    }

    [Fact]
    public void A_carriage_return_that_ends_no_line_is_found_wherever_it_is()
    {
        for (var length = 0; length < 140; length++)
        {
            var text = $"id,x\n1,{new string('a', length)}\rb\n2,c\n3,d\n";
            using var folder = new DiffFolder(text, text);
            folder.Faults().Length.ShouldBe(2, $"after {length} letters");
        }
    }

    [Fact]
    public void Line_ends_of_two_bytes_are_no_fault_wherever_they_are()
    {
        for (var length = 0; length < 140; length++)
        {
            var text = $"x,id\r\n{new string('a', length)},1\r\n\r\nb,2\r\nc,3\r\n";
            using var folder = new DiffFolder(text, text);
            folder.Compare().ShouldSatisfyAllConditions(result => result.Identical.ShouldBe(3), result => result.Passed.ShouldBeTrue($"after {length} letters"));
        }
    }

    [Fact]
    public void A_key_that_both_files_repeat_far_away_is_found()
    {
        var text = string.Join('\n', Lines(i => $"{(i == 19_000 ? 5 : i)},{i},{i}"));
        using var folder = new DiffFolder(text, text);

        var result = folder.Compare();

        result.DuplicatesInOld.First.ShouldBe(["5"]);
        result.DuplicatesInNew.First.ShouldBe(["5"]);
    }

    private static IEnumerable<string> Lines(Func<int, string> line) => ["id,x,y", .. Enumerable.Range(1, Rows).Select(line)];
}
