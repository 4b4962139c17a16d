using System.Text;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class DatasetReaderFaultTests
{
    private const string Rows = "id,x,y\na,1,yes\nb,2,no\n";

    [Theory]
    [InlineData("", "data.csv is empty")]
    [InlineData("\uFEFF", "data.csv is empty")]
    [InlineData("\n\n", "data.csv is empty")]
    [InlineData("id,x,y\n", "data.csv has a header but no rows")]
    [InlineData("id;x;y\na;1;yes\n", "data.csv:1: the header is the single column 'id;x;y': the delimiter looks like ';', save the file with commas")]
    [InlineData("id\tx\ty\na\t1\tyes\n", "data.csv:1: the header is the single column 'id\\tx\\ty': the delimiter looks like '\\t', save the file with commas")]
    [InlineData("id,x,y\na,1\"2,yes\n", "data.csv:2: a quote inside an unquoted field: put the field in quotes and write the quote twice")]
    [InlineData("id,x,y\na,\"1\"2,yes\n", "data.csv:2: text after a closing quote: a quote inside a quoted field is written twice")]
    [InlineData("id,x,y\na,1,yes\nb,\"2,no\nc,3,no\n", "data.csv:3: a quote is opened and never closed")]
    [InlineData("\uFEFFid,x,y\na,1,yes\n\uFEFFb,2,no\n", "data.csv:3: a byte order mark inside the file: were two files joined? Remove it")]
    public void A_broken_file_is_refused(string content, string fault) => DataFolder.FaultsOf(content).ShouldBe([fault]);

    [Fact]
    public void Every_faulty_header_name_is_reported() =>
        DataFolder.FaultsOf("id,,y,x,y, ,x,x\na,1,2,3,4,5,6,7\n").ShouldBe(
        [
            "data.csv:1: column 2 has no name",
            "data.csv:1: column 6 has no name",
            "data.csv:1: 2 columns are called 'y': rename them",
            "data.csv:1: 3 columns are called 'x': rename them",
        ]);

    [Theory]
    [InlineData("id, x,y\na,1,yes\n", "data.csv:1: a column name begins or ends with a space: ' x': remove the spaces")]
    [InlineData("id, x,y\u00A0\na,1,yes\n", "data.csv:1: column names begin or end with a space: ' x', 'y\u00A0': remove the spaces")]
    public void Column_names_with_spaces_around_them_are_refused_together(string content, string fault) => DataFolder.FaultsOf(content).ShouldBe([fault]);

    [Fact]
    public void Column_names_may_differ_in_case_alone() =>
        DataFolder.ReadText("id,x,X,y\na,1,2,yes\n").Table.Columns.Select(column => column.Name).ShouldBe(["id", "x", "X", "y"]);

    [Fact]
    public void A_place_in_another_file_is_named_with_the_file()
    {
        using var folder = new DataFolder().With("a.csv", "id,x,y\na,1,low\n").With("b.csv", "id,x,y\nb,2,high\nc,3,high\n");

        Should.Throw<DataException>(() => folder.Read(Given.Spec() with { Path = "*.csv" }, ModelTask.Regression)).Faults.ShouldBe(
            ["a.csv:2: column 'y': 'low' is not a number (it is the label of a regression), nor are 2 others (next in b.csv:2)"]);
    }

    [Fact]
    public void Every_ragged_row_is_reported_with_its_physical_line() =>
        DataFolder.FaultsOf("id,x,y\r\na,\"1\r\n\",yes\r\nb\r\n\r\nc,2,no,3\r\nd,4,yes\r\n").ShouldBe(
        [
            "data.csv:4: 1 field where the header has 3",
            "data.csv:6: 4 fields where the header has 3",
        ]);

    [Fact]
    public void Of_very_many_faults_twenty_are_shown_and_the_others_counted()
    {
        var content = "id,x,y\n" + string.Concat(Enumerable.Repeat("a\n", 45));

        var fault = Should.Throw<DataException>(() => DataFolder.ReadText(content));

        fault.Faults.Count.ShouldBe(21);
        fault.Faults[19].ShouldBe("data.csv:21: 1 field where the header has 3");
        fault.Faults[20].ShouldBe("and 25 more");
        fault.Message.Split('\n').ShouldBe(fault.Faults);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    public void Utf16_and_utf32_are_refused(string encoding, bool withMark)
    {
        var charset = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. withMark ? charset.GetPreamble() : [], .. charset.GetBytes(Rows)];
        using var folder = new DataFolder().With("data.csv", bytes);

        Should.Throw<DataException>(() => folder.Read(Given.Spec())).Faults.ShouldBe(["data.csv is UTF-16 (or binary): save it as UTF-8"]);
    }

    [Fact]
    public void A_nul_character_far_into_the_file_is_refused()
    {
        var content = "id,x,y\n" + string.Concat(Enumerable.Repeat("a,1,yes\n", 50_000)) + "b,\0,no\n";

        DataFolder.FaultsOf(content).ShouldBe(["data.csv is UTF-16 (or binary): save it as UTF-8"]);
    }

    [Fact]
    public void A_record_that_never_ends_is_refused_before_it_fills_the_memory()
    {
        var content = new StringBuilder("id,x,y\na,\"1,yes\n").Insert(15, "0123456789abcdef\n", 1 << 20).ToString();

        DataFolder.FaultsOf(content).ShouldBe(["data.csv has a record of more than 16 MiB: is a closing quote missing?"]);
    }

    [Theory]
    [InlineData("missing.csv", "missing.csv does not exist in the model's folder")]
    [InlineData("no/such/folder.csv", "no/such/folder.csv does not exist in the model's folder")]
    [InlineData("*.csv", "no file matches *.csv in ")]
    [InlineData("none/*.csv", "no file matches none/*.csv in ")]
    [InlineData("folder", "folder is a folder: name a file in it, or a pattern such as folder/*.csv")]
    [InlineData("fold?r/*.csv", "fold?r/*.csv: wildcards are allowed in the file name alone")]
    [InlineData("fold?r/a.csv", "fold?r/a.csv: wildcards are allowed in the file name alone")]
    [InlineData("data.xlsx", "data.xlsx is neither a .csv nor a .csv.gz file")]
    public void A_path_that_names_no_data_file_is_refused(string path, string fault)
    {
        using var folder = new DataFolder().With("folder/data.tsv", Rows).With("data.xlsx", Rows);

        Should.Throw<DataException>(() => folder.Read(Given.Spec() with { Path = path })).Faults.ShouldHaveSingleItem().ShouldStartWith(fault);
    }

    [Theory]
    [InlineData("id,z,y\nb,2,no\n", "b.csv has another header than a.csv: column 2 is 'z' instead of 'x'")]
    [InlineData("id,y\nb,no\n", "b.csv has another header than a.csv: 2 columns instead of 3")]
    [InlineData("id,y,x\nb,no,1\n", "b.csv has another header than a.csv: column 2 is 'y' instead of 'x'")]
    [InlineData("id,x,y\n", "b.csv has a header but no rows")]
    public void Files_of_a_glob_must_fit_together(string second, string fault)
    {
        using var folder = new DataFolder().With("a.csv", Rows).With("b.csv", second);

        Should.Throw<DataException>(() => folder.Read(Given.Spec() with { Path = "*.csv" })).Faults.ShouldBe([fault]);
    }

    [Fact]
    public void Faults_of_several_files_are_reported_together()
    {
        using var folder = new DataFolder().With("a.csv", "id,x,y\na,1\n").With("b.csv", "").With("c.csv", "id,x,y\na,1,yes,2\n");

        Should.Throw<DataException>(() => folder.Read(Given.Spec() with { Path = "*.csv" })).Faults.ShouldBe(
            ["a.csv:2: 2 fields where the header has 3", "b.csv is empty", "c.csv:2: 4 fields where the header has 3"]);
    }

    [Fact]
    public void Every_column_that_the_spec_names_must_be_there()
    {
        var spec = Given.Spec() with
        {
            Label = "churn",
            Key = ["id", "customer"],
            Time = "when",
            Ignore = ["notes"],
            Columns = new Dictionary<string, ColumnType> { ["price"] = ColumnType.Numeric },
            Split = new SplitSpec { Method = SplitMethod.Group, Group = "site" },
        };

        DataFolder.FaultsOf(Rows, spec).ShouldBe(
        [
            "data.label: data.csv has no column 'churn'; its columns are 'id', 'x', 'y'",
            "data.key: data.csv has no column 'customer'; its columns are 'id', 'x', 'y'",
            "data.time: data.csv has no column 'when'; its columns are 'id', 'x', 'y'",
            "data.ignore: data.csv has no column 'notes'; its columns are 'id', 'x', 'y'",
            "data.columns: data.csv has no column 'price'; its columns are 'id', 'x', 'y'",
            "data.split.group: data.csv has no column 'site'; its columns are 'id', 'x', 'y'",
        ]);
    }
}
