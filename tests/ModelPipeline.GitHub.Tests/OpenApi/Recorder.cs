using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelPipeline.GitHub.Tests.Fixtures;

namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>Stands between the client and prism, and keeps what prism says of each request and its answer.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private static readonly JsonSerializerOptions PlainJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly ConcurrentQueue<Exchange> _exchanges = [];
    private readonly Uri _prism;
    private Peer? _peer;

    private Recorder(Uri prism) => _prism = prism;

    /// <summary>Where the client sends its requests to.</summary>
    public Uri Address => _peer!.Address;

    public IReadOnlyList<Exchange> Exchanges => [.. _exchanges];

    /// <summary>What prism is to prefer in its answer, for example <c>code=404</c>; <see langword="null"/> leaves it to prism.</summary>
    public Func<Seen, string?> Prefer { get; set; } = _ => null;

    /// <summary>Changes an answer's body and its links.</summary>
    public Func<string, string> Edit { get; set; } = body => body;

    /// <summary>Whether links to further pages are left in: those of the description's examples lead to another host.</summary>
    public bool KeepsLinks { get; set; }

    /// <summary>Serves a request past prism; <see langword="null"/> for none.</summary>
    public Func<Seen, Uri?> Past { get; set; } = _ => null;

    public static async Task<Recorder> StartAsync(Uri prism)
    {
        var recorder = new Recorder(prism);
        recorder._peer = await Peer.StartAsync(recorder.AnswerAsync);
        return recorder;
    }

    /// <summary>Sends a request again.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="example">The example that it is to be answered by.</param>
    /// <returns>What breaks the description in the example.</returns>
    public async Task<IReadOnlyList<string>> FaultsOfAsync(Exchange exchange, string example)
    {
        using var request = Message(exchange.Request, Find(exchange.Request).Target);
        Adapt(request, $"example={example}");
        using var response = await _client.SendAsync(request);
        return Faults(response, "response");
    }

    public async ValueTask DisposeAsync()
    {
        await _peer!.DisposeAsync();
        _client.Dispose();
    }

    private async Task AnswerAsync(Seen seen, HttpContext context)
    {
        var past = Past(seen);
        var (operation, target) = Find(seen);
        using var request = Message(seen, past ?? target);
        if (past is null)
            Adapt(request, Prefer(seen));
        using var response = await _client.SendAsync(request, context.RequestAborted);
        if (past is null)
            _exchanges.Enqueue(new(operation, seen, (int)response.StatusCode, Faults(response, "request"), Faults(response, "response")));
        await ReplyAsync(response, context);
    }

    private (Operation? Operation, Uri Target) Find(Seen seen)
    {
        var target = seen.Target.Split('?', 2);
        var known = Operations.Of(seen.Method, target[0]);
        return (known?.Operation, new Uri(_prism, (known?.Path ?? target[0]) + (target.Length > 1 ? $"?{target[1]}" : "")));
    }

    private static HttpRequestMessage Message(Seen seen, Uri target)
    {
        var request = new HttpRequestMessage(new(seen.Method), target);
        if (seen.Body.Length > 0)
            request.Content = new ByteArrayContent(IsJson(seen) ? Plain(seen.Body) : seen.Body);
        foreach (var (name, value) in seen.Headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Accept-Encoding" or "Connection" or "Transfer-Encoding")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static bool IsJson(Seen seen) => seen.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith("application/json", StringComparison.Ordinal);

    // Prism's proxy writes JSON anew, under the length that it came with.
    private static byte[] Plain(byte[] json) => JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(json), PlainJson);

    // The description calls application/vnd.github+json plain JSON, and prism takes it at its word.
    private static void Adapt(HttpRequestMessage request, string? preference)
    {
        request.Headers.Remove("Accept");
        request.Headers.Add("Accept", "application/json");
        if (preference is not null)
            request.Headers.Add("Prefer", preference);
    }

    private async Task ReplyAsync(HttpResponseMessage response, HttpContext context)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated.Where(header => header.Key != "Transfer-Encoding" && (KeepsLinks || header.Key != "Link")))
            context.Response.Headers[name] = name == "Link" ? Edit(values.ToString()) : values.ToString();
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        var body = Edit(await response.Content.ReadAsStringAsync(context.RequestAborted));
        if (body.Length > 0)
            await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static string[] Faults(HttpResponseMessage response, string place) =>
        !response.Headers.TryGetValues("sl-violations", out var values) ? []
        : string.Concat(values) is var text && !text.StartsWith('[') ? [text] // of more than a header takes it only says so
        : [.. JsonNode.Parse(text)!.AsArray().Where(fault => fault!["location"]![0]!.GetValue<string>() == place)
            .Select(fault => $"{fault!["message"]} ({string.Join('/', fault["location"]!.AsArray())})")];
}
