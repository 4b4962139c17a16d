using ModelPipeline.Specs;

namespace ModelPipeline.Cards;

/// <summary>What cards and pull requests say of a challenger.</summary>
internal static class ChallengerText
{
    /// <summary>Which challenger, what its file says otherwise than <c>model.yaml</c>, and why.</summary>
    public static string Of(ChallengerSpec challenger) => string.Join(' ', new[]
    {
        $"{challenger.Name}: {string.Join(", ", challenger.Sections)} as {challenger.File} says, all else as {ModelFolders.SpecName} does.",
        challenger.Reason,
    }.OfType<string>());

    /// <summary>What is to be done once the challenger is released.</summary>
    public static string Afterwards(ChallengerSpec challenger) =>
        $"a run of the model is one of {challenger.File} until its sections are moved into {ModelFolders.SpecName}, which has the other recipe";
}
