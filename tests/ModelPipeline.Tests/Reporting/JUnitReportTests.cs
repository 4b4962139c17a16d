using System.Text;
using System.Xml.Linq;
using ModelPipeline.Evidence;
using ModelPipeline.Reporting;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Reporting;

public sealed class JUnitReportTests
{
    private static readonly Check[] Checks =
    [
        Of("good", Status.Passed),
        Of("bad", Status.Failed) with { Observed = 0.79, Limit = 0.8, Hint = "train longer" },
        Of("broken", Status.Error),
        Of("left out", Status.NotRun),
        Of("first", Status.NoBaseline),
        Of("waits", Status.Pending),
        Of("shown", Status.Failed) with { Required = false },
    ];

    [Fact]
    public void A_step_of_a_model_is_a_suite_and_a_check_a_case() =>
        Encoding.UTF8.GetString(JUnitReport.Write(Reported.Run(3, Reported.Judged("evaluate", Checks)))).ShouldBe("""
            <?xml version="1.0" encoding="utf-8"?>
            <testsuites name="ModelPipeline">
              <testsuite name="churn.evaluate" tests="7" failures="1" errors="2" skipped="3" timestamp="2026-03-01T12:30:15" time="1.250">
                <testcase classname="churn.evaluate" name="good" />
                <testcase classname="churn.evaluate" name="bad">
                  <failure type="failed" message="because">because
            observed: 0.7900
            limit: 0.8000
            hint: train longer</failure>
                </testcase>
                <testcase classname="churn.evaluate" name="broken">
                  <error type="error" message="because">because</error>
                </testcase>
                <testcase classname="churn.evaluate" name="left out">
                  <error type="not-run" message="because">because</error>
                </testcase>
                <testcase classname="churn.evaluate" name="first">
                  <skipped message="no-baseline: because" />
                </testcase>
                <testcase classname="churn.evaluate" name="waits">
                  <skipped message="pending: because" />
                </testcase>
                <testcase classname="churn.evaluate" name="shown">
                  <skipped message="failed (optional): because" />
                </testcase>
              </testsuite>
            </testsuites>

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_step_without_evidence_is_a_suite_of_its_verdict()
    {
        var suite = Parsed(Reported.Run(1, Reported.Model(("train", Status.Error)))).Single();

        suite.Attribute("errors")!.Value.ShouldBe("1");
        suite.Descendants("error").Single().Attribute("message")!.Value.ShouldBe("train said so");
    }

    [Fact]
    public void A_fault_of_a_spec_is_a_failure() =>
        Parsed(RunReport.Of([], [], [new("models/churn/model.yaml", 8, 3, "unknown key")], ExitCodes.BadInput, "")).Single()
            .Descendants("failure").Single().Attribute("message")!.Value.ShouldBe("unknown key");

    [Theory]
    [InlineData("\0\a\u001b[31m\u007f\u0085")]
    [InlineData("\uFFFE\uFFFF\uD800 lone \uDC00")]
    [InlineData("]]> <![CDATA[ & < > \" ' -->")]
    [InlineData("a\r\nb\tc\u2028")]
    [InlineData("🙂 日本")]
    [InlineData("")]
    public void Whatever_a_text_holds_the_XML_can_be_read(string text)
    {
        var check = new Check { Name = text, Status = Status.Failed, Reason = text, Hint = text };

        var suite = Parsed(Reported.Run(3, Reported.Judged("evaluate", check) with { Name = text })).Single();

        suite.Elements("testcase").Count().ShouldBe(1);
    }

    [Fact]
    public void Equal_reports_give_equal_bytes() =>
        JUnitReport.Write(Reported.Run(3, Reported.Judged("evaluate", Checks))).ShouldBe(JUnitReport.Write(Reported.Run(3, Reported.Judged("evaluate", Checks))));

    private static IEnumerable<XElement> Parsed(RunReport report) => XDocument.Load(new MemoryStream(JUnitReport.Write(report))).Root!.Elements("testsuite");

    private static Check Of(string name, Status status) => new() { Name = name, Status = status, Reason = "because" };
}
