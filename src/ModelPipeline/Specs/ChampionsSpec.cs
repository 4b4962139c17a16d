using ModelPipeline.Registry;

namespace ModelPipeline.Specs;

/// <summary>The spec that is run for a model: the recipe that its champion came from.</summary>
/// <param name="Path">The path of the file that is run.</param>
/// <param name="Remark">A sentence where that is a challenger's in place of <c>model.yaml</c>; else <see langword="null"/>.</param>
internal sealed record ChampionsSpec(string Path, string? Remark = null)
{
    /// <summary>The challenger that the champion came from, while its file is there; else the model's own spec.</summary>
    /// <param name="model">The path of <c>model.yaml</c>.</param>
    /// <exception cref="InputException">A released version cannot be read.</exception>
    public static ChampionsSpec Of(string model)
    {
        var folder = System.IO.Path.GetDirectoryName(model)!;
        if (ReleaseCatalog.Champion(folder) is not { Challenger: { } challenger } champion)
            return new(model);
        return ChallengerFiles.In(folder).Contains(challenger)
            ? new(ChallengerFiles.PathOf(folder, challenger), $"{ChallengerFiles.IdOf(model)} {champion.Version} came from {ChallengerFiles.Within(challenger)}, which is run in place of {ModelFolders.SpecName}: to run that, name its file with --model")
            : new(model);
    }
}
