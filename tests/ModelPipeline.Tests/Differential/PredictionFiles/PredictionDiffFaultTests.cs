using System.Text;
using ModelPipeline.Tests.Data;

namespace ModelPipeline.Tests.Differential.PredictionFiles;

public sealed class PredictionDiffFaultTests
{
    private const string Sound = "id,x\n1,a\n2,b\n";

    public static TheoryData<string, string> BrokenFiles => new()
    {
        { "id,x\n1,a\n2,b,c\n", "new.csv:3: 3 fields where the header has 2" },
        { "id,x\n1\n2,b\n", "new.csv:2: 1 field where the header has 2" },
        { "id,x\n1,a\n2,\"b\n", "new.csv:3: a quote is opened and never closed" },
        { "id,x\n\"1\n\",a\n2,b\"c\n", "new.csv:4: a quote inside an unquoted field: put the field in quotes and write the quote twice" },
        { "id,x\n1,\"a\"b\n2,b\n", "new.csv:2: text after a closing quote: a quote inside a quoted field is written twice" },
        { "id,x\n1,a\r2,b\n", "new.csv:2: a carriage return that ends no line: put the field in quotes, or end lines with a line feed" },
        { "id,x\n1,a\n\uFEFF2,b\n", "new.csv:3: a byte order mark inside the file: were two files joined? Remove it" },
        { "", "new.csv is empty" },
        { "\n1,a\n", "new.csv:1: column 1 has no name" },
        { "id,id\n1,a\n", "new.csv:1: 2 columns are called 'id': rename them" },
        { "idd,x\n1,a\n", "new.csv:1: unknown column 'id': did you mean 'idd'?" },
        { "id,x\n1,\0\n", "new.csv is UTF-16 (or binary): save it as UTF-8" },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void A_broken_file_is_refused_with_its_name_and_line_and_nothing_is_left(string text, string fault)
    {
        using var folder = new DiffFolder(Sound, text);

        folder.Faults().ShouldBe([fault]);

        folder.Left.ShouldBeSubsetOf(["out", "temp"]);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused_with_its_name_and_line()
    {
        using var folder = new DiffFolder(Encoding.UTF8.GetBytes(Sound), [.. "id,x\n1,a\n2,"u8, 0xE9, (byte)'\n']);

        folder.Faults().ShouldHaveSingleItem().ShouldStartWith("new.csv:3: byte 0xE9 is not UTF-8");
    }

    [Fact]
    public void A_row_that_is_broken_in_both_files_alike_is_refused_in_both()
    {
        using var folder = new DiffFolder("id,x\n1,a\n2\n3,c\n", "id,x\n1,a\n2\n3,c\n");

        folder.Faults().ShouldBe(["old.csv:3: 1 field where the header has 2", "new.csv:3: 1 field where the header has 2"], ignoreOrder: true);
    }

    [Fact]
    public void All_faults_of_both_files_are_reported_at_once()
    {
        using var headers = new DiffFolder("idd,x\n", "x,x\n");
        using var rows = new DiffFolder("id,x\n1\n2,b\n3,\"\n", "id,x\n1,a\n2,b,c\n");

        headers.Faults().ShouldBe(["old.csv:1: unknown column 'id': did you mean 'idd'?", "new.csv:1: 2 columns are called 'x': rename them"], ignoreOrder: true);
        rows.Faults().ShouldBe(
            ["old.csv:2: 1 field where the header has 2", "old.csv:4: a quote is opened and never closed", "new.csv:3: 3 fields where the header has 2"], ignoreOrder: true);
    }

    [Fact]
    public void All_faulty_options_are_reported_at_once()
    {
        using var folder = new DiffFolder(Sound, Sound);
        folder.Options = folder.Options with
        {
            Old = folder["none.csv"], New = folder["out"], Output = folder["none.csv"], Key = ["id", "id"], Tolerance = double.NaN, Relative = -1, MaxChanged = 2,
        };
        Directory.CreateDirectory(folder["out"]);

        var faults = Should.Throw<InputException>(folder.Compare).Message;

        faults.Split('\n').Length.ShouldBe(7, faults);
        faults.ShouldContain("there is no file");
        faults.ShouldContain("is a folder: name a file in it");
        faults.ShouldContain("would replace a file that is compared");
        faults.ShouldContain("names the column 'id' twice");
        faults.ShouldContain("the tolerance must be a number from 0 on");
        faults.ShouldContain("the relative tolerance must be a number from 0 on");
        faults.ShouldContain("from 0 to 1");
    }

    [Fact]
    public void A_fault_leaves_an_earlier_output_as_it_was()
    {
        using var folder = new DiffFolder("id,x\n1,a\n2\n", Sound);
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder.Options.Output, "earlier");

        folder.Faults();

        File.ReadAllText(folder.Options.Output).ShouldBe("earlier");
        folder.Left.ShouldBeSubsetOf(["out", "out/differential.csv", "temp"]);
    }

    [Fact]
    public void A_truncated_compressed_file_is_refused()
    {
        using var folder = new DiffFolder(Sound, "");
        File.WriteAllBytes(folder["new.csv.gz"], DataFolder.Gzip(string.Concat(Enumerable.Repeat(Sound, 100)))[..^9]);
        folder.Options = folder.Options with { New = folder["new.csv.gz"] };

        folder.Faults().ShouldHaveSingleItem().ShouldStartWith("new.csv.gz is not a complete gzip file");
    }

    [Fact]
    public void More_rows_of_one_key_than_fit_into_memory_are_refused_and_nothing_is_left()
    {
        using var folder = new DiffFolder("id,x\n" + string.Concat(Enumerable.Repeat("1,a\n", 100)), "id,x\n2,a\n");
        folder.Options = folder.Options with { PartitionBytes = 512 };

        folder.Faults().ShouldHaveSingleItem().ShouldContain("name the columns that identify a row, here 'id'");

        folder.Left.ShouldBeSubsetOf(["out", "temp"]);
    }

    [Fact]
    public void Stopping_leaves_nothing_half_written()
    {
        using var folder = new DiffFolder("id,x\n1,a\n2,b\n", "id,x\n2,b\n1,a\n");
        using var stop = new CancellationTokenSource();
        var stopper = new StoppingProgress(stop);

        Should.Throw<OperationCanceledException>(() => ModelPipeline.Differential.PredictionFiles.PredictionDiff.Compare(folder.Options, stopper, stop.Token));

        stopper.SawTemporaryFiles.ShouldBeTrue();
        folder.Left.ShouldBeSubsetOf(["out", "temp"]);
    }

    [Fact]
    public void What_a_killed_run_left_is_removed()
    {
        using var folder = new DiffFolder("id,x\n1,a\n2,b\n", "id,x\n2,b\n1,a\n");
        Directory.CreateDirectory(folder.Options.TemporaryFolder);
        File.WriteAllText(Path.Combine(folder.Options.TemporaryFolder, "rows-000"), "left over");

        folder.Compare().Identical.ShouldBe(2);

        Directory.Exists(folder.Options.TemporaryFolder).ShouldBeFalse();
    }

    private sealed class StoppingProgress(CancellationTokenSource stop) : IProgress<string>
    {
        public bool SawTemporaryFiles { get; private set; }

        public void Report(string value)
        {
            SawTemporaryFiles = value.StartsWith("rows out of order", StringComparison.Ordinal);
            stop.Cancel();
        }
    }
}
