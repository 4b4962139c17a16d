using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelPipeline.Evidence;
using ModelPipeline.Releasing;

namespace ModelPipeline.Reporting;

/// <summary>What later steps of a workflow may read of a run.</summary>
public static class RunOutputs
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = false };

    /// <summary>
    /// Names and values: <c>verdict</c>, <c>exit_code</c>, <c>report</c>, <c>junit</c>, and of the models <c>version</c>, <c>tag</c>, <c>digest</c>,
    /// <c>card</c>, <c>decision</c> and <c>pull_request</c>: of one model as they are, of several as a JSON object by the models' names. What is not known is empty or absent.
    /// <c>models</c> always is a JSON object of everything.
    /// </summary>
    /// <param name="report">What the run found.</param>
    /// <param name="reportFile">The report for people; <see langword="null"/> where there is none.</param>
    /// <param name="junitFile">The JUnit XML; <see langword="null"/> where there is none.</param>
    /// <param name="pullRequest">The pull request of the run's event; <see langword="null"/> where there is none.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(RunReport report, string? reportFile, string? junitFile, int? pullRequest)
    {
        ArgumentNullException.ThrowIfNull(report);
        var models = report.Models.GroupBy(model => model.Name).ToDictionary(model => model.Key, model => ValuesOf(model.First(), pullRequest));
        string[] names = ["version", "tag", "digest", "card", "decision", "pull_request"];
        return
        [
            new("verdict", report.Verdict),
            new("exit_code", report.ExitCode.ToString(CultureInfo.InvariantCulture)),
            new("report", reportFile ?? ""),
            new("junit", junitFile ?? ""),
            .. names.Select(name => new KeyValuePair<string, string>(name, models.Count == 1
                ? models.Values.Single().GetValueOrDefault(name, "")
                : Json(models.Where(model => model.Value.ContainsKey(name)).Select(model => (model.Key, (JsonNode)model.Value[name]))))),
            new("models", Json(models.Select(model => (model.Key, (JsonNode)Object(model.Value.Select(value => (value.Key, (JsonNode)value.Value))))))),
        ];
    }

    private static SortedDictionary<string, string> ValuesOf(ModelReport model, int? pullRequest)
    {
        (string Name, string? Value)[] values =
        [
            ("verdict", VerdictNames.Of(model.ExitCode)),
            ("version", Fact(model, "version")),
            ("tag", Fact(model, "tag")),
            ("digest", model.Evidence.Select(evidence => evidence.Candidate?.ToString()).FirstOrDefault(digest => digest is not null)),
            ("card", model.Run is { } run && File.Exists(run.Workspace.ModelCard) ? run.Workspace.ModelCard : null),
            ("decision", model.Evidence.FirstOrDefault(evidence => evidence.Step == StepNames.GateRelease) is { } gate ? GateDecisions.NameOf(GateDecisions.Of(gate.Status)) : null),
            ("pull_request", Fact(model, "pull_request") ?? pullRequest?.ToString(CultureInfo.InvariantCulture)),
        ];
        return new(values.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => value.Value!), StringComparer.Ordinal);
    }

    /// <summary>A fact that the release's steps left; those of the last one count.</summary>
    private static string? Fact(ModelReport model, string name) => new[] { StepNames.Release, StepNames.GateRelease, StepNames.ProposeRelease, StepNames.ImportRelease }
        .Select(step => model.Evidence.FirstOrDefault(evidence => evidence.Step == step)?.Facts.GetValueOrDefault(name))
        .FirstOrDefault(value => value is not null);

    private static JsonObject Object(IEnumerable<(string Name, JsonNode Value)> members) => new(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));

    private static string Json(IEnumerable<(string Name, JsonNode Value)> members) => Object(members).ToJsonString(Form);
}
