using ModelPipeline.Differential.PredictionFiles;

namespace DiffPeer;

/// <summary>The target Diff without its console.</summary>
internal sealed class Ours : IProgress<string>
{
    public static long Changed(string old, string @new)
    {
        var folder = Path.GetDirectoryName(old)!;
        return PredictionDiff.Compare(
            new() { Old = old, New = @new, Key = ["id"], Output = Path.Combine(folder, "differential.csv"), TemporaryFolder = Path.Combine(folder, "temp") },
            new Ours(),
            CancellationToken.None).Changed;
    }

    public void Report(string value)
    {
    }
}
