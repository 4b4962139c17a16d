using Docker.DotNet;
using Docker.DotNet.Models;

namespace ModelPipeline.Docker.Engine;

/// <summary>What a container wrote last.</summary>
internal static class LastWords
{
    private const string Lines = "20";
    private const int Longest = 1000;

    /// <summary>The last lines of both of its streams, escaped, in words for people.</summary>
    public static async Task<string> ReadAsync(IDockerClient client, string id, CancellationToken cancellation)
    {
        var parameters = new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Tail = Lines };
        using var stream = await client.Containers.GetContainerLogsAsync(id, tty: false, parameters, cancellation).ConfigureAwait(false);
        var (output, error) = await stream.ReadOutputToEndAsync(cancellation).ConfigureAwait(false);
        return (output.Trim(), error.Trim()) switch
        {
            ("", "") => "it wrote nothing",
            (var words, "") => $"its last words: {Quote(words)}",
            ("", var words) => $"its last words on standard error: {Quote(words)}",
            var (words, errors) => $"its last words on standard error: {Quote(errors)}, on standard output: {Quote(words)}",
        };
    }

    private static string Quote(string words) =>
        $"'{QuotedText.Escape(words.Length > Longest ? "…" + words[^Longest..] : words, int.MaxValue)}'";
}
