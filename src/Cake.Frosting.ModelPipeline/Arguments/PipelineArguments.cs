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
    public const string Url = "url";
    public const string Old = "old";
    public const string New = "new";
    public const string Key = "key";
    public const string Tolerance = "tolerance";
    public const string Relative = "relative";
    public const string MaxChanged = "max-changed";
    public const string Output = "output";
    public const string Columns = "columns";
    public const string Contributions = "contributions";
    public const string PullRequest = "pull-request";
    public const string Artifacts = "artifacts";
    public const string Stage = "stage";
    public const string Reason = "reason";
    public const string Search = "search";

    public static IReadOnlyList<ArgumentDefinition> All { get; } =
    [
        new(Model, ArgumentKind.Values) { Description = "A name under models/, a folder or its model.yaml; MODEL/CHALLENGER; repeatable; default: all models" },
        new(Workspace, ArgumentKind.Value) { Description = "Where runs write; default .pipeline" },
        new(Data, ArgumentKind.Value) { Description = "Another data file for this run, in place of one model's; Score: the rows to score" },
        new(Baseline, ArgumentKind.Value) { Description = "A released version, a bundle's path or none; default: the champion" },
        new(Candidate, ArgumentKind.Values) { Description = "A bundle's path, in place of the one that Train makes; RankCandidates takes several" },
        new(ReleaseVersion, ArgumentKind.Value) { Description = "The version to import, propose, promote, roll back to or retire; default: computed" },
        new(CleanRuns, ArgumentKind.Value) { Description = "How many clean runs MutationTest makes; default 5" },
        new(Force, ArgumentKind.Flag) { Description = "Run steps even where nothing changed" },
        new(Url, ArgumentKind.Value) { Description = "LoadTest: a service elsewhere to test, in place of the image; leaves no evidence" },
        new(Old, ArgumentKind.Value) { Description = "Diff: the file of the old predictions, .csv or .csv.gz" },
        new(New, ArgumentKind.Value) { Description = "Diff: the file of the new predictions" },
        new(Key, ArgumentKind.Value) { Description = "Diff, Score: the columns that identify a row, with commas between; Score: default data.key" },
        new(Tolerance, ArgumentKind.Value) { Description = "Diff: by how much a number may shift; default 0.02" },
        new(Relative, ArgumentKind.Value) { Description = "Diff: and beyond that, as a share of the old number; default 0" },
        new(MaxChanged, ArgumentKind.Value) { Description = "Diff: the share of changed rows that passes; default 0" },
        new(Output, ArgumentKind.Value) { Description = "Diff: where changed rows go; default WORKSPACE/differential.csv; Score: where scores go; Models: where JSON goes" },
        new(Columns, ArgumentKind.Value) { Description = "Score: what is written before the scores, key or all columns; default key" },
        new(Contributions, ArgumentKind.Flag) { Description = "Score: write what each feature adds to a row's raw score, after the scores" },
        new(PullRequest, ArgumentKind.Value) { Description = "GateRelease, Release: the pull request's number; default: that of the event" },
        new(Artifacts, ArgumentKind.Value) { Description = "Where proposals keep files: a folder or oci://NAME; default: a draft release" },
        new(Stage, ArgumentKind.Value) { Description = "Promote, Rollback: the stage; default: the next one, the last one" },
        new(Reason, ArgumentKind.Value) { Description = "Promote, Rollback, Retire: why, for those who ask later" },
        new(Search, ArgumentKind.Value) { Description = "Models: words to find models by" },
    ];
}
