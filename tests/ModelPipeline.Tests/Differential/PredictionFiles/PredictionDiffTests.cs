using ModelPipeline.Tests.Data;

namespace ModelPipeline.Tests.Differential.PredictionFiles;

public sealed class PredictionDiffTests
{
    [Fact]
    public void Equal_files_agree_and_leave_a_header_alone()
    {
        using var folder = new DiffFolder("id,score,label\n1,0.5,a\n2,0.7,b\n", "id,score,label\n1,0.5,a\n2,0.7,b\n");

        var result = folder.Compare();

        (result.Compared, result.Identical, result.Changed, result.Passed).ShouldBe((2, 2, 0, true));
        folder.Written.ShouldBe(["change,id,old:score,new:score,old:label,new:label"]);
        folder.Left.ShouldBe(["out", "out/differential.csv"]);
    }

    [Fact]
    public void A_shift_within_the_tolerance_is_no_change_and_counts_for_the_mean()
    {
        using var folder = new DiffFolder("id,score\n1,0.5\n2,0.5\n", "id,score\n1,0.51\n2,0.47\n");

        var result = folder.Compare();

        (result.Compared, result.Identical, result.Changed).ShouldBe((2, 0, 1));
        var column = result.Columns.ShouldHaveSingleItem();
        column.Changed.ShouldBe(1);
        column.MeanShift.ShouldBe(-0.01, 1e-12);
        column.MaxShift.ShouldBe(0.03, 1e-12);
        result.Failures.ShouldBe(["1 of 2 rows changed (50%), more than the allowed 0%"]);
        folder.Written[1..].ShouldBe(["changed,2,0.5,0.47"]);
    }

    [Theory]
    [InlineData("100", "104", 0.02, 0.05, false)]
    [InlineData("100", "106", 0.02, 0.05, true)]
    [InlineData("-100", "-104", 0.02, 0.05, false)]
    [InlineData("0", "0.03", 0.02, 0.05, true)]
    [InlineData("1", "1.0", 0, 0, false)]
    [InlineData("1e2", "100", 0, 0, false)]
    [InlineData("Infinity", "5", 1, 1, true)]
    [InlineData("5", "-Infinity", 1, 1, true)]
    [InlineData("Infinity", "infinity", 0, 0, false)]
    [InlineData("1e308", "-1e308", 1, 1, true)]
    public void Numbers_change_beyond_the_absolute_plus_the_relative_tolerance(string old, string @new, double tolerance, double relative, bool changed)
    {
        using var folder = new DiffFolder($"id,score\n1,{old}\n", $"id,score\n1,{@new}\n");
        folder.Options = folder.Options with { Tolerance = tolerance, Relative = relative };

        folder.Compare().Changed.ShouldBe(changed ? 1 : 0);
    }

    [Theory]
    [InlineData("", "0.5", 1, 1, 0)]
    [InlineData("0.5", "NaN", 1, 1, 0)]
    [InlineData("nan", "a", 1, 1, 0)]
    [InlineData("", "NaN", 0, 0, 0)]
    [InlineData("a", "b", 1, 0, 1)]
    [InlineData("a", "A", 1, 0, 1)]
    [InlineData("0.5", "NA", 1, 0, 1)]
    [InlineData("0,5", "0,6", 1, 0, 1)]
    public void Missing_cells_and_texts_are_counted_apart(string old, string @new, long changed, long missing, long text)
    {
        using var folder = new DiffFolder($"id,x\n1,\"{old}\"\n", $"id,x\n1,\"{@new}\"\n");
        folder.Options = folder.Options with { Tolerance = 1000 };

        var column = folder.Compare().Columns.ShouldHaveSingleItem();

        (column.Changed, column.Missing, column.Text).ShouldBe((changed, missing, text));
    }

    [Fact]
    public void A_share_of_changed_rows_may_be_allowed()
    {
        using var folder = new DiffFolder("id,x\n1,a\n2,a\n3,a\n4,a\n", "id,x\n1,a\n2,b\n3,a\n4,a\n");

        folder.Options = folder.Options with { MaxChanged = 0.25 };
        folder.Compare().Passed.ShouldBeTrue();
        folder.Options = folder.Options with { MaxChanged = 0.24 };
        folder.Compare().Passed.ShouldBeFalse();
    }

    [Fact]
    public void Rows_and_columns_of_one_file_only_and_repeated_keys_fail_whatever_share_is_allowed()
    {
        using var folder = new DiffFolder("id,x,gone\n1,a,g\n2,a,g\n2,a,g\n3,a,g\n", "id,added,x\n4,n,a\n3,n,a\n2,n,a\n1,n,a\n1,n,a\n");
        folder.Options = folder.Options with { MaxChanged = 1 };

        var result = folder.Compare();

        result.Compared.ShouldBe(3);
        result.OnlyInOld.First.ShouldBe(["2"]);
        result.OnlyInNew.First.ShouldBe(["1", "4"], ignoreOrder: true);
        result.Failures.ShouldBe(
        [
            "1 row is only in the old file", "2 rows are only in the new file",
            "1 key is more than once in the old file", "1 key is more than once in the new file",
            "a column is only in the old file: 'gone'", "a column is only in the new file: 'added'",
        ]);
        folder.Written[1..].Order().ShouldBe(["only in new,1,,a", "only in new,4,,a", "only in old,2,a,"]);
    }

    [Theory]
    [InlineData("id,x\n1,a\n2,a\n2,a\n", 1)]
    [InlineData("id,x\n2,a\n1,a\n2,a\n", 1)]
    [InlineData("id,x\n3,a\n1,a\n2,a\n", 0)]
    [InlineData("id,x\n1,a\n2,a\n3,a\n1,a\n3,a\n", 2)]
    public void A_key_that_both_files_repeat_in_the_same_places_is_found(string text, long duplicates)
    {
        using var folder = new DiffFolder(text, text);

        var result = folder.Compare();

        result.DuplicatesInOld.Count.ShouldBe(duplicates);
        result.DuplicatesInNew.Count.ShouldBe(duplicates);
        result.Passed.ShouldBe(duplicates == 0);
    }

    [Fact]
    public void A_late_row_that_repeats_an_early_key_is_found()
    {
        using var folder = new DiffFolder("id,x\n1,a\n2,a\n3,a\n4,a\n", "id,x\n1,a\n2,a\n4,a\n1,a\n");

        var result = folder.Compare();

        (result.DuplicatesInOld.Count, result.DuplicatesInNew.Count).ShouldBe((0, 1));
        result.DuplicatesInNew.First.ShouldBe(["1"]);
        (result.OnlyInOld.Count, result.OnlyInNew.Count, result.Compared).ShouldBe((1, 1, 3));
    }

    [Fact]
    public void Files_without_a_common_row_or_column_do_not_agree()
    {
        using var rows = new DiffFolder("id,x\n", "id,x\n");
        using var columns = new DiffFolder("id\n1\n", "id\n1\n");

        rows.Compare().Failures.ShouldBe(["no row is in both files"]);
        columns.Compare().Failures.ShouldBe(["no column beside the key is in both files"]);
    }

    [Fact]
    public void A_key_of_two_columns_is_told_from_another_that_reads_the_same()
    {
        using var folder = new DiffFolder("id,day,x\na,bc,1\nab,c,2\n", "day,id,x\nc,ab,2\nbc,a,1\n");
        folder.Options = folder.Options with { Key = ["id", "day"] };

        var result = folder.Compare();

        (result.Compared, result.Identical, result.Passed).ShouldBe((2, 2, true));
    }

    [Theory]
    [InlineData("id,x\r\n1,a\r\n2,b\r\n")]
    [InlineData("id,x\n1,a\n2,b")]
    [InlineData("\uFEFFid,x\n1,a\n2,b\n")]
    [InlineData("id,x\n\n1,a\n\n\n2,b\n\n")]
    [InlineData("\"id\",\"x\"\n\"1\",\"a\"\n\"2\",\"b\"\n")]
    [InlineData("x,id\na,1\nb,2\n")]
    [InlineData("id,x\n2,b\n1,a\n")]
    public void The_same_rows_written_otherwise_are_identical(string text)
    {
        using var folder = new DiffFolder("id,x\n1,a\n2,b\n", text);
        using var reverse = new DiffFolder(text, "id,x\n1,a\n2,b\n");

        folder.Compare().ShouldSatisfyAllConditions(result => result.Identical.ShouldBe(2), result => result.Passed.ShouldBeTrue());
        reverse.Compare().ShouldSatisfyAllConditions(result => result.Identical.ShouldBe(2), result => result.Passed.ShouldBeTrue());
    }

    [Fact]
    public void A_last_line_that_begins_like_a_longer_one_differs_from_it()
    {
        using var folder = new DiffFolder("id,x\n1,0.5", "id,x\n1,0.55\n");

        folder.Compare().Changed.ShouldBe(1);
    }

    [Fact]
    public void Line_breaks_commas_and_quotes_inside_quotes_belong_to_the_cell()
    {
        using var folder = new DiffFolder("id,x\n\"a,1\n\",\"say \"\"so\"\"\"\n2,x\n", "id,x\n\"a,1\n\",\"say \"\"no\"\"\"\n2,x\n");

        var result = folder.Compare();

        (result.Compared, result.Identical, result.Changed).ShouldBe((2, 1, 1));
        File.ReadAllText(folder.Options.Output).ShouldEndWith("\nchanged,\"a,1\n\",\"say \"\"so\"\"\",\"say \"\"no\"\"\"\n");
    }

    [Fact]
    public void Texts_that_a_spreadsheet_would_run_get_an_apostrophe_and_numbers_stay()
    {
        using var folder = new DiffFolder("=id,x\n=1+1,-0.5\n@b,+1\n-c,\"\t=2\"\n", "=id,x\n=1+1,-a\n@b,+5e3\n-c,\"\r\"\n");
        folder.Options = folder.Options with { Key = ["=id"] };

        folder.Compare();

        File.ReadAllText(folder.Options.Output).ShouldBe("change,'=id,old:x,new:x\nchanged,'=1+1,-0.5,'-a\nchanged,'@b,+1,+5e3\nchanged,'-c,'\t=2,\"'\r\"\n");
    }

    [Fact]
    public void Compressed_files_are_read()
    {
        using var folder = new DiffFolder("", "id,x\n2,b\n1,a\n");
        File.WriteAllBytes(folder["old.csv.gz"], DataFolder.Gzip("id,x\n1,a\n2,b\n"));
        folder.Options = folder.Options with { Old = folder["old.csv.gz"] };

        folder.Compare().Identical.ShouldBe(2);
    }

    [Fact]
    public void Records_longer_than_the_first_buffer_are_compared()
    {
        var text = new string('x', 700_000);
        using var folder = new DiffFolder($"id,x\n1,{text}\n2,\"{text}\n\"\n", $"id,x\n2,\"{text}\n\"\n1,{text}y\n");

        var result = folder.Compare();

        (result.Compared, result.Identical, result.Changed).ShouldBe((2, 1, 1));
    }

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(20_000)]
    public void Long_cells_of_rows_out_of_order_stay_whole(int length)
    {
        var text = new string('x', length);
        using var folder = new DiffFolder($"id,x,y\n1,{text},a\n2,b,c\n", $"id,x,y\n2,b,c\n1,{text},d\n");

        folder.Compare().Changed.ShouldBe(1);

        folder.Written[1..].ShouldBe([$"changed,1,{text},{text},a,d"]);
    }

    [Fact]
    public void Many_rows_out_of_order_are_paired_through_partitions_of_partitions()
    {
        var rows = Enumerable.Range(0, 3000).Select(i => $"{i * 7919 % 3000},{i}").ToArray();
        var shuffled = rows.OrderBy(row => row, StringComparer.Ordinal).ToArray();
        using var folder = new DiffFolder($"id,x\n{string.Join('\n', rows)}\n", $"id,x\n{string.Join('\n', shuffled)}\n");
        folder.Options = folder.Options with { PartitionBytes = 512 };

        var result = folder.Compare();

        (result.Compared, result.Identical, result.Passed).ShouldBe((3000, 3000, true));
        folder.Left.ShouldNotContain(entry => entry.StartsWith("temp/diff", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_inputs_give_equal_bytes()
    {
        var rows = Enumerable.Range(0, 500).Select(i => $"{i * 7919 % 500},{i}").ToArray();
        using var first = new DiffFolder($"id,x\n{string.Join('\n', rows)}\n", $"id,x\n{string.Join('\n', rows.Reverse().Select(row => row + "0"))}\n");

        first.Compare();
        var once = File.ReadAllBytes(first.Options.Output);
        first.Compare();

        File.ReadAllBytes(first.Options.Output).ShouldBe(once);
        first.Written.Length.ShouldBe(500);
    }
}
