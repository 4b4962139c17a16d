using System.Net;
using ModelPipeline.Scoring.Invocations;

namespace ModelPipeline.Scoring.Options;

/// <summary>How the service runs. <see cref="ServiceOptions"/> names every option for people.</summary>
internal sealed record ScoringOptions
{
    /// <summary>The folder of the bundle.</summary>
    /// <value>Default: <c>/model</c>.</value>
    public string Bundle { get; init; } = "/model";

    /// <summary>Where it listens; port 0 takes a free one.</summary>
    /// <value>Default: port 8080 of every interface.</value>
    public IPEndPoint Address { get; init; } = new(IPAddress.Any, 8080);

    /// <summary>The digest that the bundle must have.</summary>
    /// <value>Default: any.</value>
    public Digest? Digest { get; init; }

    /// <summary>The model's version, for <c>/version</c>, metrics and the request log.</summary>
    /// <value>Default: none.</value>
    public string? ModelVersion { get; init; }

    /// <summary>The key that callers have to show. It is in no log.</summary>
    /// <value>Default: none; everybody may call.</value>
    public ApiKey? ApiKey { get; init; }

    /// <summary>Whether <c>/metrics</c> answers without the key.</summary>
    /// <value>Default: true.</value>
    public bool OpenMetrics { get; init; } = true;

    /// <summary>Whether every request is logged, without its data.</summary>
    /// <value>Default: false.</value>
    public bool AccessLog { get; init; }

    /// <summary>Whether it stops when its standard input ends, as that of a program that was started by another one does with it.</summary>
    /// <value>Default: false.</value>
    public bool StopWithInput { get; init; }

    /// <summary>What is taken and what is refused.</summary>
    public InvocationOptions Invocations { get; init; } = new();

    /// <summary>The largest body, in bytes; NDJSON may have any size.</summary>
    /// <value>Default: 32 MiB.</value>
    public long MaxBodyBytes { get; init; } = 32 << 20;

    /// <summary>The largest head of a request, in bytes.</summary>
    /// <value>Default: 16 KiB.</value>
    public int MaxHeaderBytes { get; init; } = 16 << 10;

    /// <summary>The most headers of a request.</summary>
    /// <value>Default: 64.</value>
    public int MaxHeaders { get; init; } = 64;

    /// <summary>The most open connections; further ones are answered 503 and closed.</summary>
    /// <value>Default: 1024.</value>
    public int MaxConnections { get; init; } = 1024;

    /// <summary>How long a head may take to arrive.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How slowly a body may arrive after its first 5 seconds, in bytes a second; 0 for any.</summary>
    /// <value>Default: 1024.</value>
    public int MinBodyRate { get; init; } = 1024;

    /// <summary>How long a request may take from its admission to its answer.</summary>
    /// <value>Default: 60 seconds.</value>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a connection may idle.</summary>
    /// <value>Default: 120 seconds.</value>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How many requests are scored at once; half as many more where their bodies are large or streams.</summary>
    /// <value>Default: one a processor.</value>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>How many requests may wait for their turn.</summary>
    /// <value>Default: 512.</value>
    public int Queue { get; init; } = 512;

    /// <summary>How long a request may wait for its turn.</summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan QueueTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long it goes on answering after it was told to stop, so that whoever sends requests can notice.</summary>
    /// <value>Default: half a second.</value>
    public TimeSpan StopDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How long requests in flight may take after that.</summary>
    /// <value>Default: 8 seconds, less than the 10 that <c>docker stop</c> waits.</value>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The folder of the request log.</summary>
    /// <value>Default: none; nothing is kept.</value>
    public string? RequestLog { get; init; }

    /// <summary>The share of rows that the request log keeps.</summary>
    /// <value>Default: 1.</value>
    public double RequestLogShare { get; init; } = 1;

    /// <summary>How large a file of the request log grows before the next is begun, in bytes.</summary>
    /// <value>Default: 64 MiB.</value>
    public long RequestLogFileBytes { get; init; } = 64 << 20;

    /// <summary>How many files the request log keeps; the oldest goes first.</summary>
    /// <value>Default: 16.</value>
    public int RequestLogFiles { get; init; } = 16;
}
