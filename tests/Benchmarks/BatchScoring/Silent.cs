namespace BatchScoring;

/// <summary>Takes words on what is being done and drops them.</summary>
internal sealed class Silent : IProgress<string>
{
    public void Report(string value)
    {
    }
}
