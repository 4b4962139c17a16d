namespace Octokit.Internal;

/// <summary>A request.</summary>
public interface IRequest
{
    /// <summary>The body: a string or a stream; <see langword="null"/> for none.</summary>
    object Body { get; set; }

    /// <summary>The headers.</summary>
    Dictionary<string, string> Headers { get; }

    /// <summary>The verb.</summary>
    HttpMethod Method { get; }

    /// <summary>Where endpoints start.</summary>
    Uri BaseAddress { get; }

    /// <summary>The endpoint, relative to the base address or absolute.</summary>
    Uri Endpoint { get; }

    /// <summary>The media type of the body.</summary>
    string ContentType { get; }
}
