using System.Diagnostics;
using System.IO.Compression;
using ModelPipeline.BatchScoring;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.BatchScoring;

public sealed class BatchScorerTests
{
    [Fact]
    public async Task Rows_are_scored_in_their_order_with_their_line_and_label()
    {
        using var batch = new Batch("plan,other,x\nplus,ä,0\nbasic,b,1\n\ngold,c,\n");

        var result = await batch.ScoreAsync();

        batch.Output.ShouldBe("line,probability,label\n2,1.2,yes\n3,0.6,yes\n5,0.9,yes\n");
        result.Rows.ShouldBe(3);
        result.Resumed.ShouldBe(0);
        result.Columns.ShouldBe([new ColumnGaps("x", 1, 0), new ColumnGaps("plan", 0, 1)]);
        batch.Folder.Entries().ShouldBe(["rows.csv", "scores.csv"]);
    }

    [Fact]
    public async Task Key_columns_are_written_as_they_were()
    {
        using var batch = new Batch("\uFEFFid,plan,x,\"k,2\"\r\n\"a \"\"b\"\"\n c\",plus,0,=1+1\r\nNA,plus,1,\r\n");
        batch.Options = batch.Options with { Key = ["k,2", "id"] };

        await batch.ScoreAsync();

        batch.Output.ShouldBe("\"k,2\",id,probability,label\n=1+1,\"a \"\"b\"\"\n c\",1.2,yes\n,NA,0.7,yes\n");
    }

    [Fact]
    public async Task All_columns_are_written_before_the_scores()
    {
        using var batch = new Batch("id,plan,x\n7,plus,1\n");
        batch.Options = batch.Options with { AllColumns = true };

        await batch.ScoreAsync();

        batch.Output.ShouldBe("id,plan,x,probability,label\n7,plus,1,0.7,yes\n");
    }

    [Fact]
    public async Task Contributions_are_written_after_the_scores_of_each_output_its_base_first()
    {
        using var batch = new Batch("plan,x\nplus,0\nbasic,1\n");
        batch.Scorer = new ExplainingScorer(batch);
        batch.Options = batch.Options with { Contributions = true };

        await batch.ScoreAsync();

        batch.Output.ShouldBe(
            "line,probability,label,contribution:probability,contribution:probability:x,contribution:probability:plan\n2,1.2,yes,0.25,0,1\n3,0.6,yes,0.25,1,1\n");
    }

    [Fact]
    public async Task An_engine_that_cannot_explain_writes_no_contributions()
    {
        using var batch = new Batch("plan,x\nplus,0\n");
        batch.Options = batch.Options with { Contributions = true };

        (await batch.FaultsAsync()).ShouldContain("cannot tell what features add to scores");
        batch.Folder.Entries().ShouldBe(["rows.csv"]);
    }

    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 64)]
    [InlineData(3, 1000)]
    [InlineData(7, 1 << 20)]
    public async Task Threads_and_parts_leave_the_bytes_as_they_are(int threads, int partBytes)
    {
        using var plain = new Batch(Batch.Rows(2000));
        using var other = new Batch(Batch.Rows(2000).ReplaceLineEndings("\n"));
        plain.Options = plain.Options with { Key = ["id"] };
        other.Options = other.Options with { Key = ["id"], Threads = threads, PartBytes = partBytes };

        var expected = await plain.ScoreAsync();
        var result = await other.ScoreAsync();

        other.Output.ShouldBe(plain.Output);
        result.Columns.ShouldBe(expected.Columns);
        result.Rows.ShouldBe(2000);
    }

    [Fact]
    public async Task A_compressed_file_gives_the_same_scores()
    {
        using var plain = new Batch(Batch.Rows(500));
        using var compressed = new Batch("");
        await using (var gzip = new GZipStream(File.Create(compressed.Folder["rows.csv.gz"]), CompressionLevel.Fastest))
            gzip.Write(File.ReadAllBytes(plain.Options.Input));
        compressed.Options = compressed.Options with { Input = compressed.Folder["rows.csv.gz"], PartBytes = 4096 };

        await plain.ScoreAsync();
        await compressed.ScoreAsync();

        compressed.Output.ShouldBe(plain.Output);
    }

    [Fact]
    public async Task Rows_at_fault_are_named_by_line_and_column_and_nothing_is_published()
    {
        using var batch = new Batch("id,plan,x\n1,plus,1\n2,plus,abc\n3,plus\n4,plus,\"1,5\"\n\"5\n\",plus,1e999\n6,plus,1\n");
        batch.Options = batch.Options with { PartBytes = 16 };
        File.WriteAllText(batch.Options.Output, "older scores");

        var faults = await batch.FaultsAsync();

        var name = batch.Options.Input;
        faults.ShouldBe($"""
            {name}:3: column 'x': 'abc' is not a number
            {name}:4: 2 fields where the header has 3
            {name}:5: column 'x': '1,5' is not a number: write 1.5 with a point
            {name}:6: column 'x': '1e999' is not a finite number: leave it empty where the number is unknown
            """.ReplaceLineEndings("\n"));
        batch.Output.ShouldBe("older scores");
        batch.Folder.Entries().ShouldBe(["rows.csv", "scores.csv"]);
    }

    [Fact]
    public async Task Of_very_many_faults_the_first_twenty_are_named_and_the_others_counted()
    {
        using var batch = new Batch("plan,x\n" + string.Concat(Enumerable.Repeat("plus,?\n", 5000)));
        batch.Options = batch.Options with { PartBytes = 512, Threads = 2 };

        var faults = (await batch.FaultsAsync()).Split('\n');

        faults.Length.ShouldBe(21);
        faults[19].ShouldContain(":21: ");
        faults[20].ShouldBe("and 4980 more");
    }

    [Theory]
    [InlineData("", "rows.csv is empty")]
    [InlineData("plan,x\n", "rows.csv has a header but no rows")]
    [InlineData("plan;x\nplus;1\n", "save the file with commas")]
    [InlineData("Plan,x\nplus,1\n", "has no column 'plan', which the model needs (it has 'Plan')")]
    [InlineData("plan,x\nplus,1\npl\"us,2\nplus,3\n", "rows.csv:3: a quote inside an unquoted field")]
    [InlineData("plan,x\nplus,1\n\"plus,2\nplus,3\n", "rows.csv:3: a quote is opened and never closed")]
    [InlineData("plan,x\nplus,1\nplus,2\0\n", "rows.csv is UTF-16 (or binary)")]
    public async Task A_file_that_cannot_be_read_is_refused(string text, string message)
    {
        using var batch = new Batch(text);
        batch.Options = batch.Options with { PartBytes = 8 };

        (await batch.FaultsAsync()).ShouldContain(message);

        batch.Folder.Entries().ShouldBe(["rows.csv"]);
    }

    [Fact]
    public async Task A_score_that_is_no_finite_number_is_a_fault()
    {
        using var batch = new Batch("plan,x\nplus,1\nplus,-1\n");

        (await batch.FaultsAsync()).ShouldEndWith("rows.csv:3: the model gives no finite number for this row");
    }

    [Fact]
    public async Task Options_that_cannot_be_are_refused_all_at_once()
    {
        using var batch = new Batch("plan,x,probability\nplus,1,1\n");
        batch.Options = batch.Options with { Output = batch.Options.Input, Key = ["id", "id", " "] };
        (await batch.FaultsAsync()).Split('\n').Length.ShouldBe(3);

        batch.Options = batch.Options with { Output = batch.Folder["scores.csv"], Key = ["id", "probability"] };
        var faults = await batch.FaultsAsync();

        faults.ShouldContain("has no column 'id', which is to identify its rows");
        faults.ShouldContain("has a column 'probability', as the scores have");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".partial")]
    [InlineData(".partial.json")]
    [InlineData(".partial.json.tmp")]
    public async Task An_input_that_the_output_would_overwrite_is_refused_and_kept(string suffix)
    {
        using var batch = new Batch("plan,x\nplus,1\n");
        File.Move(batch.Options.Input, batch.Options.Output + suffix);
        Directory.CreateSymbolicLink(batch.Folder["linked"], batch.Folder.Path);
        File.CreateSymbolicLink(batch.Folder["link.csv"], batch.Options.Output + suffix);
        string[] inputs = [batch.Options.Output + suffix, batch.Folder[$"linked/scores.csv{suffix}"], batch.Folder["link.csv"]];

        foreach (var input in inputs)
        {
            batch.Options = batch.Options with { Input = input };
            (await batch.FaultsAsync()).ShouldContain("would replace the input");
        }

        File.ReadAllText(batch.Options.Output + suffix).ShouldBe("plan,x\nplus,1\n");
    }

    [Fact]
    public async Task An_input_that_is_a_hard_link_to_the_partial_output_is_kept()
    {
        using var batch = new Batch("plan,x\nplus,1\n");
        Assert.SkipUnless(File.Exists("/bin/ln"), "There is no ln to make a hard link with.");
        using (var ln = Process.Start("/bin/ln", [batch.Options.Input, batch.Options.Output + OutputFile.PartialSuffix]))
            await ln.WaitForExitAsync(TestContext.Current.CancellationToken);

        (await batch.FaultsAsync()).ShouldContain("choose another output");

        File.ReadAllText(batch.Options.Input).ShouldBe("plan,x\nplus,1\n");
    }

    [Fact]
    public async Task A_regression_writes_no_label()
    {
        using var batch = new Batch("plan,x\nplus,1\n");
        var manifest = batch.Bundle.Manifest with { Signature = Batch.Signature with { Outputs = ["prediction"], Classes = [] } };
        batch.Bundle = new ModelBundle("", Digest.Of("bundle"), manifest);

        await batch.ScoreAsync();

        batch.Output.ShouldBe("line,prediction\n2,0.7\n");
    }
}
