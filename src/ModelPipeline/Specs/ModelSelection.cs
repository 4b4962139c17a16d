namespace ModelPipeline.Specs;

/// <summary>Which models a run is about.</summary>
/// <param name="Paths">The paths of their <c>model.yaml</c>, or of challengers, each once; empty where there is a fault.</param>
/// <param name="Faults">Everything that is wrong with the selection, one line each; empty where nothing is.</param>
public sealed record ModelSelection(IReadOnlyList<string> Paths, IReadOnlyList<string> Faults)
{
    /// <summary>What was taken for what was asked for, where it is not the file that one would expect: one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What runs call them, in the order of the paths: <c>diamonds</c>, or <c>diamonds/xgboost</c> for a challenger.</summary>
    public IReadOnlyList<string> Ids => [.. Paths.Select(ChallengerFiles.IdOf)];
}
