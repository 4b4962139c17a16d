using System.Globalization;
using System.Text;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class DatasetReaderTests
{
    private const string Rows = "id,x,y\na,1,yes\nb,2,no\n";

    [Fact]
    public void Reads_columns_in_file_order()
    {
        var data = DataFolder.ReadText(Rows);

        data.Table.Columns.Select(column => (column.Name, column.Type)).ShouldBe(
            [("id", ColumnType.Text), ("x", ColumnType.Numeric), ("y", ColumnType.Categorical)]);
        Texts(data).ShouldBe(["a|1|yes", "b|2|no"]);
        data.Files.ShouldBe(["data.csv"]);
    }

    [Theory]
    [InlineData("id,x,y\r\na,1,yes\r\nb,2,no\r\n")]
    [InlineData("id,x,y\na,1,yes\nb,2,no")]
    [InlineData("id,x,y\na,1,yes\n\nb,2,no\n\n\n")]
    [InlineData("\n\nid,x,y\na,1,yes\nb,2,no\n")]
    [InlineData("\uFEFFid,x,y\na,1,yes\nb,2,no\n")]
    [InlineData("\"id\",\"x\",\"y\"\n\"a\",\"1\",\"yes\"\n\"b\",\"2\",\"no\"\n")]
    public void Line_ends_blank_lines_byte_order_mark_and_quotes_make_no_difference(string content) =>
        Texts(DataFolder.ReadText(content)).ShouldBe(["a|1|yes", "b|2|no"]);

    [Fact]
    public void Quoted_fields_may_hold_delimiters_quotes_and_line_breaks()
    {
        var data = DataFolder.ReadText("id,x,y\n\"a,b\",\"say \"\"hi\"\"\",yes\nc,\"one\ntwo\",no\n");

        Texts(data).ShouldBe(["a,b|say \"hi\"|yes", "c|one\ntwo|no"]);
    }

    [Fact]
    public void Rows_know_their_physical_line_after_quoted_line_breaks_and_blank_lines()
    {
        var data = DataFolder.ReadText("id,x,y\r\na,\"1\r\n\r\n\",yes\r\n\r\nb,2,no\r\nc,3,no\r\n");

        Enumerable.Range(0, 3).Select(data.Locate).ShouldBe(["data.csv:2", "data.csv:6", "data.csv:7"]);
    }

    [Fact]
    public void Text_of_any_script_is_read()
    {
        var data = DataFolder.ReadText("id,größe,y\nä,日本,yes\n😀,ß,no\n");

        Texts(data).ShouldBe(["ä|日本|yes", "😀|ß|no"]);
        data.Table.Find("größe").ShouldNotBeNull();
    }

    [Fact]
    public void A_field_of_a_million_characters_is_read()
    {
        var field = new string('ü', 1_000_000);

        var data = DataFolder.ReadText($"id,x,y\n{field},1,yes\nb,2,no\n");

        data.Table["id"].Text(0).ShouldBe(field);
        data.Table["id"].Text(1).ShouldBe("b");
    }

    [Fact]
    public void Ten_thousand_columns_are_read()
    {
        var names = Enumerable.Range(0, 10_000).Select(i => "c" + i).ToList();
        var content = new StringBuilder("id,y,").AppendJoin(',', names).Append('\n');
        foreach (var row in (string[])["a,yes,", "b,no,"])
            content.Append(row).AppendJoin(',', Enumerable.Range(0, 10_000)).Append('\n');

        var data = DataFolder.ReadText(content.ToString());

        data.Table.Columns.Count.ShouldBe(10_002);
        ((NumericColumn)data.Table["c9999"]).Values.ToArray().ShouldBe([9999, 9999]);
    }

    [Fact]
    public void A_compressed_file_reads_like_a_plain_one_and_has_the_digest_of_its_own_bytes()
    {
        var bytes = DataFolder.Gzip(Rows);
        using var folder = new DataFolder().With("data.csv.gz", bytes);

        var data = folder.Read(Given.Spec() with { Path = "data.csv.gz" });

        Texts(data).ShouldBe(["a|1|yes", "b|2|no"]);
        data.Digest.ShouldBe(Digest.Of(bytes));
    }

    [Fact]
    public void Compressed_files_may_have_several_members()
    {
        using var folder = new DataFolder().With("data.csv.gz", [.. DataFolder.Gzip("id,x,y\na,1,yes\nb,"), .. DataFolder.Gzip("2,no\n")]);

        Texts(folder.Read(Given.Spec() with { Path = "data.csv.gz" })).ShouldBe(["a|1|yes", "b|2|no"]);
    }

    [Fact]
    public void The_digest_of_one_file_is_that_of_its_bytes() =>
        DataFolder.ReadText(Rows).Digest.ShouldBe(Digest.Of(Rows));

    [Fact]
    public void A_glob_reads_its_files_in_ordinal_order()
    {
        const string first = "id,x,y\na,1,yes\n";
        const string second = "id,x,y\nb,2,no\n";
        using var folder = new DataFolder().With("data/b.csv", second).With("data/B.csv", first).With("data/.c.csv", "hidden").With("data/d.txt", "other");

        var data = folder.Read(Given.Spec() with { Path = "data/*.csv" });

        data.Files.ShouldBe(["data/B.csv", "data/b.csv"]);
        Texts(data).ShouldBe(["a|1|yes", "b|2|no"]);
        data.Locate(1).ShouldBe("data/b.csv:2");
        data.Digest.ShouldBe(Digest.Of($"{Digest.Of(first)}\n{Digest.Of(second)}\n"));
    }

    [Fact]
    public void Another_file_can_be_read_in_place_of_the_one_in_the_spec()
    {
        using var folder = new DataFolder().With("other.csv", Rows);
        var path = Path.Combine(folder.Path, "other.csv");

        var data = DatasetReader.Read(Given.Spec(), ModelTask.BinaryClassification, "nowhere", path, TestContext.Current.CancellationToken);

        data.Table.Rows.ShouldBe(2);
    }

    [Fact]
    public void Ignored_columns_are_kept_to_split_and_slice_by() =>
        DataFolder.ReadText("id,x,site,y\na,1,s,yes\nb,2,t,no\n", Given.Spec() with { Ignore = ["x", "site"] })
            .Table.Columns.Select(column => column.Name).ShouldBe(["id", "x", "site", "y"]);

    [Fact]
    public void Reading_stops_when_it_is_cancelled_among_broken_rows_too()
    {
        using var folder = new DataFolder().With("data.csv", "id,x,y\n1\n2\n");

        Should.Throw<OperationCanceledException>(() =>
            DatasetReader.Read(Given.Spec(), ModelTask.BinaryClassification, folder.Path, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        using var folder = new DataFolder().With("data.csv", Rows);

        Should.Throw<OperationCanceledException>(() =>
            DatasetReader.Read(Given.Spec(), ModelTask.BinaryClassification, folder.Path, null, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_culture_makes_no_difference(string culture)
    {
        const string content = "id,x,when,title,y\na,1.5,2026-01-31,I,yes\nb,-2e3,2026-02-01T10:00:00+02:00,i,no\nc,NAN,null,N/a,no\n";
        var expected = Texts(DataFolder.ReadText(content));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Texts(DataFolder.ReadText(content)).ShouldBe(expected);
            expected[0].ShouldBe("a|1.5|2026-01-31T00:00:00.0000000Z|I|yes");
            expected[2].ShouldBe("c||||no");
            DataFolder.FaultsOf("id,x,y\na,1e999,yes\n").ShouldHaveSingleItem().ShouldContain("data.csv:2: column 'x': '1e999'");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IReadOnlyList<string> Texts(Dataset data) =>
        [.. Enumerable.Range(0, data.Table.Rows).Select(row => string.Join('|', data.Table.Columns.Select(column => column.Text(row))))];
}
