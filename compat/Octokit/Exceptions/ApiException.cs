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
    public override string Message => string.IsNullOrWhiteSpace(ApiError.Message) ? "An error occurred with this API request" : ApiError.Message;

    /// <inheritdoc/>
    public override string ToString() => base.ToString() + Environment.NewLine + (HttpResponse.Body as string);
}
