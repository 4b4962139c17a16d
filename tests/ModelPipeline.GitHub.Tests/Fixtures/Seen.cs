namespace ModelPipeline.GitHub.Tests.Fixtures;

/// <summary>A request as a server got it.</summary>
internal sealed record Seen(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
