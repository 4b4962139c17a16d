namespace Octokit;

/// <summary>An answer and what its body was parsed to.</summary>
/// <typeparam name="T">What bodies are parsed to.</typeparam>
public interface IApiResponse<out T>
{
    /// <summary>What the body was parsed to; the default where it is no JSON or empty.</summary>
    T Body { get; }

    /// <summary>The answer.</summary>
    IResponse HttpResponse { get; }
}
