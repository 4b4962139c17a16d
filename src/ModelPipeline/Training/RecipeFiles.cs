using ModelPipeline.Runs;

namespace ModelPipeline.Training;

/// <summary>The files that a spec's recipe reads beside the data.</summary>
internal static class RecipeFiles
{
    private const long MostBytes = 64L << 20;

    /// <summary>A line a file, with its name and digest; of one that cannot be read, that it is not there: training says what is wrong with it.</summary>
    /// <remarks>A link, a pipe, a device and what is too large are not read: their reading may have no end.</remarks>
    public static IEnumerable<string> DigestsOf(ModelRun run) => run.Engine.Files(run.Spec.Train.Parameters)
        .Select(file => $"{file} {State(Path.Combine(run.Spec.Folder, file))}");

    private static string State(string path) => new FileInfo(path) switch
    {
        { Exists: false } => "absent",
        { Length: 0 } => "empty",
        { LinkTarget: not null } => "a link",
        { Length: > MostBytes } file => FormattableString.Invariant($"{file.Length} bytes"),
        _ => Digest.OfFile(path).ToString(),
    };
}
