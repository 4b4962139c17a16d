namespace ModelPipeline.Specs.Reading;

/// <summary>Every key of <c>model.yaml</c> and of challengers: the reader knows no others, and neither does <c>model.schema.json</c>.</summary>
internal static class SpecKeys
{
    /// <summary>The keys of <c>model.yaml</c>.</summary>
    public static SpecKey Root { get; } = Section("",
        Required("name", "the name of the model's folder"),
        Required("version", "the file format's version: 1"),
        Required("owner", "who answers for the model"),
        Optional("monitoring_owner"),
        Required("task", "what the model predicts"),
        Required("description", "one sentence: what the model is for"),
        Optional("hypotheses"),
        Optional("depends_on"),
        Data(),
        Train(),
        Evaluate(),
        Differential(),
        Benchmark(),
        Load(),
        Package(),
        Card(),
        Release());

    /// <summary>The keys of a challenger, <c>challengers/&lt;name&gt;.yaml</c>.</summary>
    public static SpecKey Challenger { get; } = Section("",
        Required("version", "the file format's version: 1"),
        Optional("reason"),
        Train(),
        Section("evaluate", Gates()),
        Differential(),
        Benchmark(),
        Load(),
        Package(),
        Card());

    private static IReadOnlyList<SpecKey> Gate => [Optional("threshold"), Optional("max_regression"), Optional("min_improvement")];

    private static SpecKey Data() => Section("data",
        Required("path", "where the rows are"),
        Required("label", "the column to predict"),
        Optional("positive"),
        Required("key", "the columns that identify a row"),
        Optional("time"),
        Optional("ignore"),
        Named("columns", Optional("")),
        Section("split", Optional("test"), Optional("method"), Optional("seed"), Optional("group")),
        Section("checks", Optional("missing"), Optional("duplicates"))) with { RequiredFor = "the rows and what their columns mean" };

    private static SpecKey Train() => Section("train",
        Required("engine", "what trains the model, such as linear"),
        Required("trainer", "the engine's algorithm"),
        Optional("seed"),
        Named("parameters", Named("", Optional("")))) with { RequiredFor = "how the candidate is trained" };

    private static SpecKey Evaluate() => Section("evaluate",
        Gates(),
        Optional("undecided"),
        Optional("slices"),
        Named("slice_gates", Section("", [.. Gate, Optional("min_rows")]))) with { RequiredFor = "at least one gate: a model that nobody judges cannot pass" };

    private static SpecKey Gates() => Named("gates", Section("", Gate)) with { RequiredFor = "at least one: a model that nobody judges cannot pass" };

    private static SpecKey Differential() => Section("differential",
        Section("tolerance", Optional("absolute"), Optional("relative")),
        Section("limits", Optional("changed_rows"), Optional("label_flips"), Optional("negative_flips"), Optional("mean_shift"), Optional("lost_features"), Optional("label_shift"), Optional("training_rows")),
        Optional("data"));

    private static SpecKey Benchmark() => Section("benchmark",
        Section("limits", Optional("latency"), Optional("batch"), Optional("train"), Optional("memory"), Optional("size")));

    private static SpecKey Load() => Section("load",
        Optional("rate"), Optional("seconds"), Optional("arrivals"), Optional("p99_ms"), Optional("errors"), Optional("memory_mb"), Optional("cpus"));

    private static SpecKey Package() => Section("package", Optional("image"), Optional("base"), Optional("container"));

    private static SpecKey Card() => Section("card",
        Optional("license"),
        Optional("intended_use"),
        Optional("out_of_scope"),
        Optional("limitations"),
        Optional("contacts"),
        Optional("data_source"),
        Optional("tags"));

    private static SpecKey Release() => Section("release",
        Optional("first"),
        Optional("approvals"),
        Optional("code_owners"),
        Optional("bots"),
        Optional("checks"),
        Optional("allow_neutral"),
        Optional("bump"),
        Optional("stages"));

    private static SpecKey Required(string name, string purpose) => new(name) { RequiredFor = purpose };

    private static SpecKey Optional(string name) => new(name);

    private static SpecKey Section(string name, params IReadOnlyList<SpecKey> keys) => new(name) { Keys = keys };

    private static SpecKey Named(string name, SpecKey each) => new(name) { Each = each };
}
