using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelPipeline.Git;

namespace ModelPipeline.GitHub.Transport;

/// <summary>An answer of GitHub.</summary>
/// <param name="Call">What was asked.</param>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, by name without case.</param>
/// <param name="Body">The body: a text, or a file's bytes.</param>
internal sealed record GitHubReply(GitHubCall Call, int Status, IReadOnlyDictionary<string, string> Headers, object? Body)
{
    /// <summary>The body as a text; empty where it has none.</summary>
    public string Text => Body as string ?? string.Empty;

    /// <summary>The body's file.</summary>
    /// <exception cref="RemoteException">The body is no file.</exception>
    public Stream File => Body as Stream ?? throw Unreadable("no file's bytes");

    /// <summary>What the body says.</summary>
    /// <param name="type">What it must say, strictly.</param>
    /// <exception cref="RemoteException">It is no JSON, a member is missing or of another type.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Text, type) ?? throw Unreadable("null");
        }
        catch (JsonException fault)
        {
            throw Unreadable(QuotedText.Escape(fault.Message, 300), fault);
        }
    }

    /// <summary>What to throw where the answer does not say what it must.</summary>
    /// <param name="what">What it says instead.</param>
    /// <param name="cause">How that was noticed.</param>
    public RemoteException Unreadable(string what, Exception? cause = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"GitHub's answer ({Status}) to {Call} cannot be read: {what}. Try again; where it stays, check that GITHUB_API_URL is the address of GitHub's API."), cause)
        {
            Status = Status,
            MayHaveHappened = Call.IsChange,
        };
}
