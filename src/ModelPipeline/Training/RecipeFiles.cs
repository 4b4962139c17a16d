using ModelPipeline.Runs;

namespace ModelPipeline.Training;

/// <summary>The files that a spec's recipe reads beside the data.</summary>
internal static class RecipeFiles
{
    /// <summary>A line a file, with its name and digest; of one that cannot be read, that it is not there: training says what is wrong with it.</summary>
    public static IEnumerable<string> DigestsOf(ModelRun run) => run.Engine.Files(run.Spec.Train.Parameters)
        .Select(file => (Name: file, Path: Path.Combine(run.Spec.Folder, file)))
        .Select(file => $"{file.Name} {(File.Exists(file.Path) ? Digest.OfFile(file.Path) : "absent")}");
}
