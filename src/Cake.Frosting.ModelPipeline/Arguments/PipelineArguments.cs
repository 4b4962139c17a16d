namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>The arguments of the pipeline's own tasks.</summary>
internal static class PipelineArguments
{
    public const string Model = "model";
    public const string Workspace = "workspace";
    public const string Data = "data";
    public const string Baseline = "baseline";
    public const string Candidate = "candidate";
    public const string ReleaseVersion = "release-version";
    public const string CleanRuns = "clean-runs";
    public const string Force = "force";

    public static IReadOnlyList<ArgumentDefinition> All { get; } =
    [
        new(Model, ArgumentKind.Values) { Description = "A name under models/, a model's folder or its model.yaml; repeatable; default: all" },
        new(Workspace, ArgumentKind.Value) { Description = "Where runs write; default .pipeline" },
        new(Data, ArgumentKind.Value) { Description = "Another data file for this run, in place of one model's" },
        new(Baseline, ArgumentKind.Value) { Description = "A released version, a bundle's path or none; default: the champion" },
        new(Candidate, ArgumentKind.Values) { Description = "A bundle's path, in place of the one that Train makes; RankCandidates takes several" },
        new(ReleaseVersion, ArgumentKind.Value) { Description = "The version that ImportRelease records; default 1.0.0" },
        new(CleanRuns, ArgumentKind.Value) { Description = "How many clean runs MutationTest makes; default 5" },
        new(Force, ArgumentKind.Flag) { Description = "Run steps even where nothing changed" },
        new("pull-request", ArgumentKind.Later),
    ];
}
