using Microsoft.AspNetCore.Server.Kestrel.Core;
using ModelPipeline.Scoring.Options;

namespace ModelPipeline.Scoring.Limits;

/// <summary>What the web server refuses by itself.</summary>
internal static class KestrelLimits
{
    /// <summary>How many bytes of a connection are received before they are read.</summary>
    public const int ReadAhead = 128 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Sets the address and the limits of a server.</summary>
    public static void Apply(KestrelServerOptions server, ScoringOptions options)
    {
        server.AddServerHeader = false;
        server.Listen(options.Address, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1;
            endpoint.Use(new ConnectionLimit(options.MaxConnections).Before);
        });
        var limits = server.Limits;
        limits.MaxConcurrentConnections = 2L * options.MaxConnections;
        limits.MaxRequestBodySize = options.MaxBodyBytes;
        limits.MaxRequestBufferSize = Math.Max(ReadAhead, options.MaxHeaderBytes);
        limits.MaxRequestLineSize = Math.Min(options.MaxHeaderBytes, limits.MaxRequestLineSize);
        limits.MaxRequestHeadersTotalSize = options.MaxHeaderBytes;
        limits.MaxRequestHeaderCount = options.MaxHeaders;
        limits.RequestHeadersTimeout = options.HeaderTime;
        limits.KeepAliveTimeout = options.IdleTime;
        limits.MinRequestBodyDataRate = options.MinBodyRate == 0 ? null : new MinDataRate(options.MinBodyRate, Grace);
    }
}
