using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>A registry in memory that does wrong where a test says so.</summary>
internal sealed class FakeRegistry : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, MemoryStream> _uploads = new();
    private readonly WebApplication _application;

    private FakeRegistry()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>The host and the port.</summary>
    public string Host => new Uri(_application.Urls.Single()).Authority;

    public ConcurrentDictionary<Digest, byte[]> Blobs { get; } = new();

    /// <summary>The manifests by tag and by digest.</summary>
    public ConcurrentDictionary<string, (string Type, byte[] Bytes)> Manifests { get; } = new();

    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    /// <summary>The requests that may change something.</summary>
    public IEnumerable<FakeRequest> Writes => Requests.Where(request => request.Method is "POST" or "PATCH" or "PUT" or "DELETE");

    /// <summary>Answers before the registry does; true where it has.</summary>
    public Func<HttpContext, Task<bool>> Intercept { get; set; } = _ => Task.FromResult(false);

    public static async Task<FakeRegistry> StartAsync()
    {
        var registry = new FakeRegistry();
        await registry._application.StartAsync();
        return registry;
    }

    /// <summary>Lets the first requests of a kind fail.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">A part of the path.</param>
    /// <param name="times">How many requests fail.</param>
    /// <param name="fail">How they do.</param>
    public void Fail(string method, string path, int times, Func<HttpContext, Task> fail)
    {
        var left = times;
        Intercept = async context =>
        {
            if (context.Request.Method != method || !context.Request.Path.Value!.Contains(path, StringComparison.Ordinal) || Interlocked.Decrement(ref left) < 0)
                return false;
            await fail(context);
            return true;
        };
    }

    public void Add(TestImage image, string? tag = null)
    {
        foreach (var blob in image.Blobs)
            Blobs[Digest.Of(blob)] = blob;
        Manifests[image.Digest.ToString()] = (TestImage.ManifestType, image.Manifest);
        if (tag is not null)
            Manifests[tag] = (TestImage.ManifestType, image.Manifest);
    }

    /// <summary>Takes bytes into an upload.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">After how many bytes the connection is cut; <see langword="null"/> takes all.</param>
    public async Task TakeAsync(HttpContext context, int? most = null)
    {
        var upload = _uploads[context.Request.Path.Value!.Split('/')[^1]];
        var buffer = new byte[4096];
        for (var taken = 0; taken < (most ?? int.MaxValue);)
        {
            var count = await context.Request.Body.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, (most ?? int.MaxValue) - taken)));
            if (count == 0)
                return;
            upload.Write(buffer, 0, count);
            taken += count;
        }

        context.Abort();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        Requests.Enqueue(new FakeRequest(
            request.Method, request.Path.Value!, request.QueryString.Value!, request.Headers.Authorization.ToString(), request.Headers.ContentRange.ToString(), request.ContentLength ?? 0));
        if (await Intercept(context))
            return;
        var last = request.Path.Value!.Split('/')[^1];
        await (request.Path.Value switch
        {
            var path when path.Contains("/blobs/uploads/", StringComparison.Ordinal) => UploadAsync(context, last),
            var path when path.Contains("/blobs/", StringComparison.Ordinal) => BlobAsync(context, last),
            _ => ManifestAsync(context, last),
        });
    }

    private async Task UploadAsync(HttpContext context, string id)
    {
        var response = context.Response;
        if (context.Request.Method == "POST")
        {
            id = Guid.NewGuid().ToString("n");
            _uploads[id] = new MemoryStream();
        }
        else if (!_uploads.ContainsKey(id))
        {
            response.StatusCode = 404;
            return;
        }

        var upload = _uploads[id];
        if (context.Request.Method == "PATCH")
        {
            if (context.Request.Headers.ContentRange.ToString().Split('-')[0] != upload.Length.ToString(CultureInfo.InvariantCulture))
            {
                response.StatusCode = 416;
                return;
            }

            await TakeAsync(context);
        }

        response.Headers.Location = $"/v2/acme/churn/blobs/uploads/{id}";
        if (upload.Length > 0)
            response.Headers.Range = string.Create(CultureInfo.InvariantCulture, $"0-{upload.Length - 1}");
        response.StatusCode = context.Request.Method switch { "PUT" => Commit(context, id), "GET" or "DELETE" => 204, _ => 202 };
    }

    private int Commit(HttpContext context, string id)
    {
        var bytes = _uploads[id].ToArray();
        if (Digest.Of(bytes).ToString() != context.Request.Query["digest"])
            return 400;
        Blobs[Digest.Of(bytes)] = bytes;
        _uploads.TryRemove(id, out _);
        return 201;
    }

    private async Task BlobAsync(HttpContext context, string digest)
    {
        if (!Blobs.TryGetValue(Digest.Parse(digest), out var bytes))
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.ContentLength = bytes.Length;
        if (context.Request.Method == "GET")
            await context.Response.Body.WriteAsync(bytes);
    }

    private async Task ManifestAsync(HttpContext context, string version)
    {
        if (context.Request.Method == "PUT")
        {
            var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes);
            Manifests[version] = Manifests[Digest.Of(bytes.ToArray()).ToString()] = (context.Request.ContentType!, bytes.ToArray());
            context.Response.StatusCode = 201;
        }
        else if (Manifests.TryGetValue(version, out var manifest))
        {
            context.Response.ContentType = manifest.Type;
            context.Response.Headers["Docker-Content-Digest"] = Digest.Of(manifest.Bytes).ToString();
            await context.Response.Body.WriteAsync(manifest.Bytes);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }
}
