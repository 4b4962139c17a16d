using System.Text.Json;
using System.Text.Json.Nodes;
using ModelPipeline.Evaluation;
using ModelPipeline.Specs;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Tests.Specs;

public sealed class SpecSchemaTests
{
    private static readonly JsonNode Schema = Load();

    [Fact]
    public void The_schema_and_the_reader_know_the_same_keys()
    {
        var read = KeysOf(SpecKeys.Root).Order(StringComparer.Ordinal).ToArray();

        read.Length.ShouldBeGreaterThan(60);
        SchemaKeysOf(Schema).Order(StringComparer.Ordinal).ShouldBe(read);
    }

    [Fact]
    public void Every_section_of_the_schema_is_closed() =>
        Sections(Schema).ShouldAllBe(section => section["additionalProperties"] != null);

    [Fact]
    public void Every_key_of_the_schema_is_described() =>
        Sections(Schema).SelectMany(Properties).Where(property => property.Key != "*")
            .ShouldAllBe(property => property.Value["description"] != null);

    [Fact]
    public void The_schema_has_the_words_of_the_reader()
    {
        Enum("data.columns.*").ShouldBe(Words.ColumnTypes.Keys);
        Enum("data.split.method").ShouldBe([.. Words.SplitMethods.Keys, ""]);
        Enum("task").ShouldBe(Words.Tasks.Keys);
        Enum("evaluate.undecided").ShouldBe([.. Words.Undecided.Keys, ""]);
        Enum("load.arrivals").ShouldBe([.. Words.Arrivals.Keys, ""]);
        Enum("package.container").ShouldBe([.. Words.ContainerUses.Keys, ""]);
        foreach (var gates in new[] { "evaluate.gates", "evaluate.slice_gates" })
            At(gates)["propertyNames"]!["enum"]!.AsArray().Select(word => word!.ToString()).ShouldBe(MetricCatalog.All.Select(metric => metric.Name));
    }

    [Fact]
    public void The_schema_has_the_defaults_of_the_reader()
    {
        using var folder = new SpecFolder();
        var spec = folder.Read(SpecFolder.Minimal).Spec.ShouldNotBeNull();

        ((double)At("data.split.test")["default"]!).ShouldBe(spec.Data.Split.Test);
        ((long)At("data.split.seed")["default"]!).ShouldBe(spec.Data.Split.Seed);
        ((long)At("train.seed")["default"]!).ShouldBe(spec.Train.Seed);
        ((bool)At("release.first")["default"]!).ShouldBe(spec.Release.First);
        ((int)At("release.approvals")["default"]!).ShouldBe(spec.Release.Approvals);
        ((bool)At("release.code_owners")["default"]!).ShouldBe(spec.Release.CodeOwners);
        Words.VersionBumps[(string)At("release.bump")["default"]!].ShouldBe(spec.Release.Bump);
        At("release.stages")["default"]!.AsArray().Select(stage => (string)stage!).ShouldBe(spec.Release.Stages);
        Words.Undecided[(string)At("evaluate.undecided")["default"]!].ShouldBe(spec.Evaluate.Undecided);
        ((int)At("evaluate.slice_gates.*.min_rows")["default"]!).ShouldBe(new SliceGateSpec(new GateSpec()).MinRows);
        Numbers("differential.tolerance").ShouldBe([spec.Differential.Tolerance.Absolute, spec.Differential.Tolerance.Relative]);
        Numbers("differential.limits").ShouldBe([spec.Differential.Limits.LostFeatures, spec.Differential.Limits.TrainingRows]);
        var limits = spec.Benchmark.Limits;
        Numbers("load").ShouldBe([spec.Load.Rate, spec.Load.Seconds, spec.Load.P99Ms, spec.Load.Errors, spec.Load.MemoryMb, spec.Load.Cpus]);
        Words.Arrivals[(string)At("load.arrivals")["default"]!].ShouldBe(spec.Load.Arrivals);
        Words.ContainerUses[(string)At("package.container")["default"]!].ShouldBe(spec.Package.Container);
        ((string)At("package.base")["default"]!).ShouldBe(spec.Package.Base);
        Numbers("benchmark.limits").ShouldBe([limits.Latency, limits.Batch, limits.Train, limits.Memory, limits.Size]);
    }

    [Fact]
    public void No_key_takes_any_value()
    {
        using var folder = new SpecFolder();
        foreach (var path in KeysOf(SpecKeys.Root).Select(key => key.Split(' ')[0]))
        {
            var names = path.Replace("columns.*", "columns.age").Replace("gates.*", "gates.auc").Replace("parameters.*.*", "parameters.weights.a").Replace("parameters.*", "parameters.l2").Split('.');
            var nested = string.Concat(names.Select((name, depth) => $"\n{new string(' ', depth)}{name}:"));
            var wrong = IsSection(path) ? " text" : " { a: { b: c } }";
            var trainer = path.StartsWith("train.parameters.*") ? "\n engine: linear\n trainer: logistic-regression" : "";

            var faults = SpecFolder.FaultsOf(folder.Read(nested + wrong + trainer));

            faults.ShouldContain(fault => fault.Contains($"'{string.Join('.', names)}' must be"), path);
        }
    }

    private static bool IsSection(string path) => At(path)["properties"] is not null || At(path)["additionalProperties"] is not null;

    private static IEnumerable<string> KeysOf(SpecKey section, string path = "") =>
        section.Keys.Append(section.Each is null ? null : section.Each with { Name = "*" }).OfType<SpecKey>().SelectMany(key =>
            KeysOf(key, $"{path}{key.Name}.").Prepend(Line(path + key.Name, key.RequiredFor is not null)));

    private static IEnumerable<string> SchemaKeysOf(JsonNode section, string path = "") =>
        Properties(section).SelectMany(property => SchemaKeysOf(property.Value, $"{path}{property.Key}.")
            .Prepend(Line(path + property.Key, IsRequired(section, property.Key))));

    private static string Line(string path, bool isRequired) => $"{path}{(isRequired ? " required" : "")}";

    private static bool IsRequired(JsonNode section, string name) =>
        section["required"]?.AsArray().Any(required => (string?)required == name) ?? false;

    private static IEnumerable<KeyValuePair<string, JsonNode>> Properties(JsonNode section)
    {
        foreach (var (name, property) in section["properties"]?.AsObject() ?? [])
            yield return new(name, property!);
        if (section["additionalProperties"] is JsonObject each)
            yield return new("*", each);
    }

    private static IEnumerable<JsonNode> Sections(JsonNode section) => section["properties"] is null && section["additionalProperties"] is null
        ? []
        : Properties(section).SelectMany(property => Sections(property.Value)).Prepend(section);

    private static JsonNode At(string path) => path.Split('.').Aggregate(Schema, (node, name) => Properties(node).Single(property => property.Key == name).Value);

    /// <summary>The defaults that are numbers, in the order of the keys.</summary>
    private static IEnumerable<double> Numbers(string section) => Properties(At(section)).Select(key => key.Value["default"]).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.Number).Select(value => (double)value);

    private static IEnumerable<string> Enum(string path) => At(path)["enum"]!.AsArray().Select(word => word?.ToString() ?? "");

    private static JsonNode Load()
    {
        using var stream = typeof(SpecReader).Assembly.GetManifestResourceStream("ModelPipeline.Specs.model.schema.json").ShouldNotBeNull();
        return JsonNode.Parse(stream)!;
    }
}
