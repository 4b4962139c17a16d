using System.Net;

namespace Octokit;

/// <summary>GitHub refused a request.</summary>
public class ApiException : Exception
{
    /// <summary>Describes a refusal.</summary>
    /// <param name="response">The answer.</param>
    public ApiException(IResponse response)
        : this(response, null)
    {
    }

    /// <summary>Describes a refusal.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="innerException">Its cause.</param>
    public ApiException(IResponse response, Exception innerException)
        : base(null, innerException)
    {
        ArgumentNullException.ThrowIfNull(response);
        HttpResponse = response;
        StatusCode = response.StatusCode;
        ApiError = ApiError.Read(response.Body as string);
    }

    /// <summary>The answer.</summary>
    public IResponse HttpResponse { get; private set; }

    /// <summary>Its status.</summary>
    public HttpStatusCode StatusCode { get; private set; }

    /// <summary>What it says.</summary>
    public ApiError ApiError { get; private set; }

    /// <summary>The answer's message; else what the kind of refusal means.</summary>
    public override string Message => string.IsNullOrWhiteSpace(ApiError.Message) ? Meaning : ApiError.Message;

    /// <summary>What the kind of refusal means.</summary>
    internal virtual string Meaning => "An error occurred with this API request";

    /// <inheritdoc/>
    public override string ToString() => base.ToString() + Environment.NewLine + (IsShown(HttpResponse.ContentType) ? HttpResponse.Body as string : "");

    private static bool IsShown(string contentType) => contentType is not null && !contentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase);
}
