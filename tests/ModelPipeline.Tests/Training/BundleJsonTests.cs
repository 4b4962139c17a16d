using System.Text;
using System.Text.Json;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class BundleJsonTests
{
    [Fact]
    public void A_manifest_reads_back_as_it_was_written()
    {
        var bytes = BundleJson.Write(Manifests.Full);

        var read = BundleJson.Read(bytes);

        Encoding.UTF8.GetString(BundleJson.Write(read)).ShouldBe(Encoding.UTF8.GetString(bytes));
        read.Signature.Inputs[1].Categories.ShouldBe(["a\"b", "zß"]);
        read.Data.Newest.ShouldBe(Manifests.Full.Data.Newest);
        read.Data.Columns.Count.ShouldBe(2);
        read.NoiseFloor.ShouldBe(Manifests.Full.NoiseFloor);
        read.Seed.ShouldBe(long.MinValue);
    }

    [Fact]
    public void A_whole_number_stays_the_kind_of_number_that_it_was()
    {
        var read = BundleJson.Read(BundleJson.Write(Manifests.Full)).Parameters;

        read.Values.ShouldBe(Manifests.Full.Parameters.Values);
        read.Number("whole").ShouldBe(1.0);
        read.Integer("integer").ShouldBe(1L);
        read.Integer("longest").ShouldBe(long.MaxValue);
        read.Number("tiny").ShouldBe(1e-10);
        read.Text("text").ShouldBe("newton");
        read.Flag("flag").ShouldBeTrue();
    }

    [Fact]
    public void The_bytes_are_snake_case_with_LF_and_one_line_end_at_the_end_and_parameters_in_order()
    {
        var text = Text();

        text.ShouldStartWith("{\n  \"schema\": \"modelpipeline/bundle/v1\",\n  \"name\": \"churn\",\n");
        text.ShouldEndWith("\n}\n");
        text.ShouldNotContain('\r');
        text.ShouldContain("\"whole\": 1.0");
        text.ShouldContain("\"integer\": 1,");
        text.ShouldContain("\"task\": \"multiclass-classification\"");
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name)
            .ShouldBe(["flag", "integer", "large", "longest", "negative", "text", "tiny", "whole"]);
    }

    [Theory]
    [InlineData("\"inputs\": [", "\"inputs\": null, \"other\": [", "inputs")]
    [InlineData("\"noise_floor\": {", "\"noise\": {", "noise_floor")]
    [InlineData("\"refits\": 5,", "", "refits")]
    [InlineData("\"task\": \"multiclass-classification\"", "\"task\": \"clustering\"", "task")]
    [InlineData("\"flag\": true", "\"flag\": null", "parameter 'flag' is of kind Null")]
    [InlineData("\"flag\": true", "\"flag\": [true]", "parameter 'flag' is of kind StartArray")]
    [InlineData("\"integer\": 1,", "\"integer\": 9223372036854775808,", "parameters")]
    [InlineData("\"name\": \"churn\",", "\"name\": \"churn\", \"name\": \"fraud\",", "name")]
    [InlineData("sha256:", "sha512:", "is not a digest")]
    public void What_is_no_manifest_is_refused(string part, string replacement, string message)
    {
        Text().ShouldContain(part);

        Should.Throw<JsonException>(() => BundleJson.Read(Encoding.UTF8.GetBytes(Text().Replace(part, replacement, StringComparison.Ordinal))))
            .Message.ShouldContain(message);
    }

    private static string Text() => Encoding.UTF8.GetString(BundleJson.Write(Manifests.Full));
}
