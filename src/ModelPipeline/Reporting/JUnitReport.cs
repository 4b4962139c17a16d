using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Reporting;

/// <summary>
/// The checks of a run as JUnit XML, which CI services show as tests: a suite for each step of a model, a case for each check. A required check that failed is
/// a failure, one that could not be judged an error; what waits for people, has no champion, or is optional and did not pass is skipped, with the reason.
/// </summary>
public static class JUnitReport
{
    /// <summary>The XML's UTF-8 bytes.</summary>
    /// <param name="report">What the run found.</param>
    public static byte[] Write(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var suites = new XElement("testsuites", new XAttribute("name", "ModelPipeline"), report.Models.SelectMany(Suites));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            suites.Save(writer);
        return [.. bytes.ToArray(), (byte)'\n'];
    }

    private static IEnumerable<XElement> Suites(ModelReport model) =>
    [
        .. model.Faults.Count == 0 ? Array.Empty<XElement>() : [Suite(model.Name, FailingCheck.Spec, [.. model.Failing.Select(failing => failing.Check)], null)],
        .. model.Steps.Select(step => OfStep(model, step)),
    ];

    private static XElement OfStep(ModelReport model, StepReport step)
    {
        var evidence = model.Evidence.FirstOrDefault(found => found.Step == step.Step);
        return Suite(model.Name, step.Step, evidence?.Checks ?? [FailingChecks.Completed(step)], evidence);
    }

    private static XElement Suite(string model, string step, IReadOnlyList<Check> checks, StepEvidence? evidence)
    {
        var name = XmlText.Of($"{model}.{step}");
        var cases = checks.Select(check => new XElement("testcase", new XAttribute("classname", name), new XAttribute("name", XmlText.Of(check.Name)), Outcome(check))).ToList();
        return new XElement(
            "testsuite",
            new XAttribute("name", name),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(test => test.Element("failure") is not null)),
            new XAttribute("errors", cases.Count(test => test.Element("error") is not null)),
            new XAttribute("skipped", cases.Count(test => test.Element("skipped") is not null)),
            evidence is null ? null : new XAttribute("timestamp", evidence.Started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
            evidence is null ? null : new XAttribute("time", (evidence.DurationMs / 1000.0).ToString("0.000", CultureInfo.InvariantCulture)),
            cases);
    }

    private static XElement? Outcome(Check check) => check switch
    {
        { Status: Status.Passed } => null,
        { Status: Status.NoBaseline or Status.Pending } => Named("skipped", check),
        { Required: false } => Named("skipped", check),
        { Status: Status.Failed } => Named("failure", check),
        _ => Named("error", check),
    };

    private static XElement Named(string name, Check check)
    {
        var status = StatusNames.Of(check.Status);
        return name == "skipped"
            ? new XElement(name, new XAttribute("message", XmlText.Of($"{status}{(check.Required ? "" : " (optional)")}: {check.Reason}")))
            : new XElement(name, new XAttribute("type", status), new XAttribute("message", XmlText.Of(check.Reason)), XmlText.Of(Details(check)));
    }

    private static string Details(Check check)
    {
        string?[] lines =
        [
            check.Reason,
            check.Observed is { } observed ? $"observed: {CardNumber.Of(observed)}" : null,
            check.Limit is { } limit ? $"limit: {CardNumber.Of(limit)}" : null,
            check.Hint is { } hint ? $"hint: {hint}" : null,
        ];
        return string.Join('\n', lines.OfType<string>());
    }
}
