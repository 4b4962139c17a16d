using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelPipeline.Evidence;
using ModelPipeline.Evidence.Decisions;

namespace ModelPipeline.Tests.Evidence;

public sealed class EvidenceSchemaTests
{
    private static readonly JsonNode Schema = Load();

    public static TheoryData<string, Type> Objects => new()
    {
        { "", typeof(StepEvidence) },
        { "properties.baseline", typeof(Baseline) },
        { "properties.inputs", typeof(EvidenceInputs) },
        { "properties.checks.items", typeof(Check) },
        { "properties.slices.items", typeof(SliceEvidence) },
        { "$defs.measure.anyOf.1", typeof(Measure) },
        { "properties.decision", typeof(DecisionRecord) },
        { "properties.decision.properties.pull_request", typeof(DecisionRequest) },
        { "properties.decision.properties.release", typeof(DecisionRelease) },
        { "properties.decision.properties.policy", typeof(DecisionPolicy) },
        { "properties.decision.properties.arrival", typeof(DecisionArrival) },
        { "properties.decision.properties.reviewers.items", typeof(DecisionReviewer) },
        { "properties.decision.properties.reviews.items", typeof(DecisionReview) },
        { "properties.decision.properties.permissions.items", typeof(DecisionPermission) },
        { "properties.decision.properties.files.items", typeof(DecisionFile) },
        { "properties.decision.properties.checks.items", typeof(DecisionCheck) },
        { "properties.decision.properties.teams.items", typeof(DecisionTeam) },
        { "$defs.account", typeof(DecisionAccount) },
        { "$defs.commits.items", typeof(DecisionCommit) },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_schema_and_the_evidence_have_the_same_properties(string path, Type type) =>
        NamesOf(At(path)["properties"]!).Order(StringComparer.Ordinal).ShouldBe(PropertiesOf(type).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Objects))]
    public void Every_object_of_the_schema_is_closed(string path, Type type) =>
        ((bool)At(path)["additionalProperties"]!).ShouldBeFalse(type.Name);

    [Theory]
    [InlineData("", "")]
    [InlineData("properties.inputs", "inputs")]
    [InlineData("properties.checks.items", "checks.0")]
    public void What_the_schema_requires_is_what_the_least_evidence_has(string path, string written) =>
        Required(path).ShouldBe(NamesOf(At(Written(Samples.Least), written)), ignoreOrder: true);

    [Theory]
    [InlineData("properties.baseline", "baseline")]
    [InlineData("properties.slices.items", "slices.0")]
    public void What_the_schema_requires_of_an_optional_part_is_all_of_it(string path, string written) =>
        Required(path).ShouldBe(NamesOf(At(Written(Samples.Full), written)), ignoreOrder: true);

    [Fact]
    public void The_schema_requires_a_measures_value() => Required("$defs.measure.anyOf.1").ShouldBe(["value"]);

    [Fact]
    public void The_schema_has_the_steps_and_statuses()
    {
        var steps = typeof(StepNames).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Enumerated("properties.step").ShouldBe(steps, ignoreOrder: true);
        Enumerated("$defs.status").ShouldBe(Enum.GetValues<Status>().Select(StatusNames.Of), ignoreOrder: true);
        ((string?)At("properties.schema")["const"]).ShouldBe(StepEvidence.Format);
        ((string?)Schema["$id"]).ShouldBe(StepEvidence.Format);
    }

    private static JsonNode Written(StepEvidence evidence) => JsonNode.Parse(EvidenceJson.Write(evidence))!;

    private static string[] Required(string path) => [.. At(path)["required"]!.AsArray().Select(name => name!.ToString())];

    private static string[] Enumerated(string path) => [.. At(path)["enum"]!.AsArray().Select(name => name!.ToString())];

    private static string[] NamesOf(JsonNode node) => [.. node.AsObject().Select(property => property.Key)];

    private static string[] PropertiesOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))];

    private static JsonNode At(string path) => At(Schema, path);

    private static JsonNode At(JsonNode root, string path) =>
        path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, name) => node is JsonArray list ? list[int.Parse(name)]! : node[name]!);

    private static JsonNode Load()
    {
        using var stream = typeof(StepEvidence).Assembly.GetManifestResourceStream("ModelPipeline.Evidence.evidence.schema.json").ShouldNotBeNull();
        return JsonNode.Parse(stream)!;
    }
}
