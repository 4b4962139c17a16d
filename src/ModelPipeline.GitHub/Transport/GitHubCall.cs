using System.Text.Json.Nodes;

namespace ModelPipeline.GitHub.Transport;

/// <summary>A request to GitHub.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Endpoint">The address, relative to the API's or absolute.</param>
internal sealed record GitHubCall(HttpMethod Method, Uri Endpoint)
{
    /// <summary>A request to an endpoint of the API.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path behind the API's address, escaped, with its query.</param>
    public GitHubCall(HttpMethod method, string path)
        : this(method, new Uri(path, UriKind.Relative))
    {
    }

    /// <summary>The body as JSON; <see langword="null"/> for none.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The file to be uploaded; <see langword="null"/> for none.</summary>
    public FileUpload? Upload { get; init; }

    /// <summary>Whether the answer is a file's bytes.</summary>
    public bool IsDownload { get; init; }

    /// <summary>Whether it asks something by a verb that otherwise changes something, as GraphQL does.</summary>
    public bool IsQuery { get; init; }

    /// <summary>Whether sending it twice does the same as once, as with objects that are known by their content.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether it is right only after what was just read: where a limit refuses it, the caller reads again instead of sending it late.</summary>
    public bool RestsOnReading { get; init; }

    /// <summary>The refusals that the caller understands, by status; others throw.</summary>
    public IReadOnlyList<int> Understood { get; init; } = [];

    /// <summary>Whether it changes something.</summary>
    public bool IsChange => Method != HttpMethod.Get && !IsQuery;

    /// <summary>What it is in messages: the verb and the path, without the query.</summary>
    public override string ToString()
    {
        var path = Endpoint.IsAbsoluteUri ? Endpoint.AbsolutePath : Endpoint.OriginalString;
        return $"{Method} {QuotedText.Escape(path.Split('?')[0], 200)}";
    }
}
