namespace ModelPipeline.Scoring.Hosting;

/// <summary>Writes what is being done, a line each time.</summary>
internal sealed class WrittenProgress(TextWriter lines) : IProgress<string>
{
    public void Report(string value) => lines.WriteLine(value);
}
