using System.Text;
using System.Text.Json;
using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Evidence;

public sealed class EvidenceJsonTests
{
    [Fact]
    public void Evidence_with_every_optional_part_reads_back_equal()
    {
        var read = EvidenceJson.Read(EvidenceJson.Write(Samples.Full));

        Text(read).ShouldBe(Text(Samples.Full));
        read.Checks.ShouldBe(Samples.Full.Checks);
        read.Measures.ShouldBe(Samples.Full.Measures);
        read.Slices.Single().Measures.ShouldBe(Samples.Full.Slices.Single().Measures);
        read.Facts.ShouldBe(Samples.Full.Facts);
        var same = Samples.Full;
        (read with { Checks = same.Checks, Measures = same.Measures, Slices = same.Slices, Facts = same.Facts }).ShouldBe(same);
    }

    [Fact]
    public void Evidence_without_optional_parts_reads_back_equal_and_says_nothing_of_them()
    {
        var text = Text(Samples.Least);
        var read = EvidenceJson.Read(Encoding.UTF8.GetBytes(text));

        text.ShouldNotContain("null");
        read.Candidate.ShouldBeNull();
        read.Baseline.ShouldBeNull();
        read.Inputs.ShouldBe(Samples.Least.Inputs);
        read.Fingerprint.ShouldBeNull();
        read.Checks.ShouldBe(Samples.Least.Checks);
        read.Slices.ShouldBeEmpty();
        read.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void The_bytes_are_stable_snake_case_with_LF_and_one_line_end_at_the_end()
    {
        var text = Text(Samples.Least);

        text.ShouldBe(
            $$"""
            {
              "schema": "modelpipeline/evidence/v1",
              "step": "validate-data",
              "model": "churn",
              "status": "passed",
              "summary": "fine",
              "inputs": {
                "spec": "{{Digest.Of("spec")}}",
                "tool": "{{Digest.Of("tool")}}"
              },
              "checks": [
                {
                  "name": "parses",
                  "status": "passed",
                  "required": true,
                  "reason": "read"
                }
              ],
              "measures": {},
              "slices": [],
              "facts": {},
              "started": "1970-01-01T00:00:00Z",
              "duration_ms": 0
            }

            """.ReplaceLineEndings("\n"));
        EvidenceJson.Write(Samples.Least)[0].ShouldBe((byte)'{');
    }

    [Fact]
    public void A_measure_is_a_number_or_an_object_and_what_JSON_has_no_number_for_is_named()
    {
        using var json = JsonDocument.Parse(EvidenceJson.Write(Samples.Full));

        var measures = json.RootElement.GetProperty("measures");
        measures.GetProperty("rows").GetRawText().ShouldBe("7043");
        measures.GetProperty("auc").EnumerateObject().Select(part => $"{part}").ShouldBe(["\"value\": 0.79", "\"low\": 0.75", "\"high\": 0.83"]);
        measures.GetProperty("bound_missing").EnumerateObject().Select(part => part.Name).ShouldBe(["value", "high"]);
        measures.GetProperty("undefined").GetString().ShouldBe("NaN");
        measures.GetProperty("infinite").GetString().ShouldBe("Infinity");
        measures.GetProperty("minus").GetProperty("value").GetString().ShouldBe("-Infinity");
        json.RootElement.GetProperty("checks")[1].GetProperty("observed").GetString().ShouldBe("NaN");
    }

    [Fact]
    public void A_time_of_another_zone_is_written_in_UTC() =>
        Text(Samples.Least with { Started = new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(5.5)) }).ShouldContain("\"started\": \"2025-12-31T19:30:00Z\"");

    [Theory]
    [InlineData("\"status\": \"passed\",\n  \"summary\"", "\"status\": \"great\",\n  \"summary\"", "'great' is not a status")]
    [InlineData("\"status\": \"passed\",\n  \"summary\"", "\"status\": 0,\n  \"summary\"", "status")]
    [InlineData("\"spec\": \"sha256:", "\"spec\": \"sha1:", "is not a digest")]
    [InlineData("\"spec\": \"sha256:", "\"spec\": \"sha256:00", "is not a digest")]
    [InlineData("\"facts\": {}", "\"facts\": { \"engine\": null }", "null")]
    [InlineData("\"facts\": {}", "\"facts\": { \"engine\": 1 }", "facts")]
    [InlineData("\"facts\": {}", "\"facts\": null", "facts")]
    [InlineData("\"slices\": []", "\"slices\": [null]", "null")]
    [InlineData("\"slices\": []", "\"slices\": [{ \"rows\": 1, \"measures\": {} }]", "slice")]
    [InlineData("\"measures\": {}", "\"measures\": { \"auc\": null }", "Expected a number, found Null")]
    [InlineData("\"measures\": {}", "\"measures\": { \"auc\": \"nan\" }", "'nan' is not a number")]
    [InlineData("\"measures\": {}", "\"measures\": { \"auc\": {} }", "lacks its value")]
    [InlineData("\"measures\": {}", "\"measures\": { \"auc\": { \"value\": 1, \"mean\": 1 } }", "has no 'mean'")]
    [InlineData("\"measures\": {}", "\"measures\": { \"auc\": [1] }", "Expected a number")]
    [InlineData("\"measures\": {},", "", "measures")]
    [InlineData("\"duration_ms\": 0", "\"duration_ms\": 0, \"verdict\": \"passed\"", "verdict")]
    [InlineData("\"duration_ms\": 0", "\"duration_ms\": 0, \"status\": \"passed\"", "status")]
    [InlineData("\"duration_ms\": 0", "\"duration_ms\": 0.5", "duration_ms")]
    [InlineData("\"started\": \"1970-01-01T00:00:00Z\"", "\"started\": \"yesterday\"", "started")]
    [InlineData("\"reason\": \"read\"", "\"reason\": null", "reason")]
    [InlineData("\"summary\": \"fine\"", "\"summary\": \"\\ud800\"", "summary")]
    public void What_is_no_evidence_is_refused(string part, string replacement, string message)
    {
        var text = Text(Samples.Least);
        text.ShouldContain(part);

        var fault = Should.Throw<JsonException>(() => EvidenceJson.Read(Encoding.UTF8.GetBytes(text.Replace(part, replacement, StringComparison.Ordinal))));

        fault.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\0}")]
    public void Other_JSON_is_refused(string json) => Should.Throw<JsonException>(() => EvidenceJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_cut_file_is_refused_wherever_it_is_cut()
    {
        var bytes = EvidenceJson.Write(Samples.Least);

        for (var length = 0; length < bytes.Length - 2; length++)
            Should.Throw<JsonException>(() => EvidenceJson.Read(bytes.AsSpan(0, length)));
    }

    private static string Text(StepEvidence evidence) => Encoding.UTF8.GetString(EvidenceJson.Write(evidence));
}
