using Octokit;
using Octokit.Internal;

namespace Compat.Octokit.Tests;

/// <summary>Keeps what is sent and answers what a test says.</summary>
internal sealed class Line(Answer answer) : IHttpClient
{
    public IRequest Sent { get; private set; } = null!;

    public CancellationToken Cancellation { get; private set; }

    /// <summary>A connection over this line.</summary>
    public Connection Connect(string address = "https://git.acme.com/api/v3/", Credentials? credentials = null) =>
        new(new ProductHeaderValue("App", "1.2"), new Uri(address), new InMemoryCredentialStore(credentials ?? Credentials.Anonymous), this, new Echo());

    public Task<IResponse> Send(IRequest request, CancellationToken cancellationToken, Func<object, object>? preprocessResponseBody = null)
    {
        (Sent, Cancellation) = (request, cancellationToken);
        return Task.FromResult<IResponse>(answer);
    }

    public void SetRequestTimeout(TimeSpan timeout)
    {
    }

    public void Dispose()
    {
    }

    /// <summary>Gives JSON back as it is.</summary>
    private sealed class Echo : IJsonSerializer
    {
        public string Serialize(object item) => $"written {item}";

        public T Deserialize<T>(string json) => (T)Read(typeof(T), json);

        private static object Read(Type type, string json) =>
            type == typeof(List<string>) ? new List<string> { json }
            : type == typeof(IDictionary<string, string>) ? new Dictionary<string, string> { ["read"] = json }
            : $"read {json}";
    }
}
