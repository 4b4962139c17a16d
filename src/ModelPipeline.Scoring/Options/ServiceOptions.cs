using System.Text;

namespace ModelPipeline.Scoring.Options;

/// <summary>Every option of the service.</summary>
internal static class ServiceOptions
{
    /// <summary>What the names of its variables begin with.</summary>
    public const string Prefix = "SCORING_";

    private const long Gigabyte = 1L << 30;
    private const double Day = 86_400;
    private const int LargestKeyFile = 4096;

    /// <summary>The options, in the order of the documentation.</summary>
    public static IReadOnlyList<ServiceOption> All { get; } =
    [
        new("bundle", "/model", "the folder of the bundle", (options, text) => options with { Bundle = OptionValue.Text(text) }),
        new("address", "http://0.0.0.0:8080", "where it listens; port 0 takes a free port", (options, text) => options with { Address = OptionValue.Address(text) }),
        new("digest", "any", "the digest that the bundle must have", (options, text) => options with { Digest = OptionValue.Digest(text) }),
        new("model-version", "none", "the model's version, for /version, metrics and the request log", (options, text) => options with { ModelVersion = OptionValue.Text(text) }) { Variable = "MODEL_VERSION" },
        new("api-key", "none", "the key that callers have to show", (options, text) => options with { ApiKey = new ApiKey(text) }) { HasArgument = false },
        new("api-key-file", "none", "a file that holds the key", (options, text) => options with { ApiKey = KeyOf(text) }) { HasArgument = false },
        new("open-metrics", "true", "whether /metrics answers without the key", (options, text) => options with { OpenMetrics = OptionValue.Flag(text) }),
        new("access-log", "false", "whether every request is logged, without its data", (options, text) => options with { AccessLog = OptionValue.Flag(text) }),
        new("accept-unknown-categories", "false", "whether a category that was not seen in training is scored instead of refused", (options, text) => options with { Invocations = options.Invocations with { AcceptUnknownCategories = OptionValue.Flag(text) } }),
        new("accept-missing-values", "false", "whether a value may be missing that was always there in training", (options, text) => options with { Invocations = options.Invocations with { AcceptMissingValues = OptionValue.Flag(text) } }),
        new("ignore-unknown-columns", "false", "whether columns that the model does not read are passed over instead of refused", (options, text) => options with { Invocations = options.Invocations with { IgnoreUnknownColumns = OptionValue.Flag(text) } }),
        new("max-body-bytes", "33554432", "the largest body; NDJSON may have any size", (options, text) => options with { MaxBodyBytes = OptionValue.Whole(text, 1, Array.MaxLength) }),
        new("max-rows", "100000", "the most rows of one request; NDJSON may have any number", (options, text) => options with { Invocations = options.Invocations with { MaxRows = (int)OptionValue.Whole(text, 1, int.MaxValue) } }),
        new("max-header-bytes", "16384", "the largest head of a request", (options, text) => options with { MaxHeaderBytes = (int)OptionValue.Whole(text, 1024, 1 << 20) }),
        new("max-headers", "64", "the most headers of a request", (options, text) => options with { MaxHeaders = (int)OptionValue.Whole(text, 1, 10_000) }),
        new("max-connections", "1024", "the most open connections; further ones are answered 503 and closed", (options, text) => options with { MaxConnections = (int)OptionValue.Whole(text, 1, 1 << 20) }),
        new("header-seconds", "10", "how long a head may take to arrive", (options, text) => options with { HeaderTime = OptionValue.Seconds(text, 0.1, Day) }),
        new("min-body-rate", "1024", "how slowly a body may arrive after its first 5 seconds, in bytes a second; 0 for any", (options, text) => options with { MinBodyRate = (int)OptionValue.Whole(text, 0, int.MaxValue) }),
        new("request-seconds", "60", "how long a request may take once it is its turn", (options, text) => options with { RequestTime = OptionValue.Seconds(text, 0.01, Day) }),
        new("idle-seconds", "120", "how long a connection may idle", (options, text) => options with { IdleTime = OptionValue.Seconds(text, 1, Day) }),
        new("concurrency", "processors", "how many requests are scored at once", (options, text) => options with { Concurrency = (int)OptionValue.Whole(text, 1, 100_000) }),
        new("queue", "512", "how many requests may wait for their turn", (options, text) => options with { Queue = (int)OptionValue.Whole(text, 0, 1_000_000) }),
        new("queue-seconds", "2", "how long a request may wait for its turn", (options, text) => options with { QueueTime = OptionValue.Seconds(text, 0.01, Day) }),
        new("stop-delay-seconds", "0.5", "how long it goes on answering after it was told to stop", (options, text) => options with { StopDelay = OptionValue.Seconds(text, 0, Day) }),
        new("drain-seconds", "8", "how long requests in flight may take after that", (options, text) => options with { Drain = OptionValue.Seconds(text, 0, Day) }),
        new("stop-with-input", "false", "whether it stops when its standard input ends", (options, text) => options with { StopWithInput = OptionValue.Flag(text) }),
        new("request-log", "none", "the folder of the request log", (options, text) => options with { RequestLog = OptionValue.Text(text) }),
        new("request-log-share", "1", "the share of rows that the request log keeps", (options, text) => options with { RequestLogShare = OptionValue.Share(text) }),
        new("request-log-file-bytes", "67108864", "how large a file of the request log grows before the next is begun", (options, text) => options with { RequestLogFileBytes = OptionValue.Whole(text, 1024, 64 * Gigabyte) }),
        new("request-log-files", "16", "how many files the request log keeps; the oldest goes first", (options, text) => options with { RequestLogFiles = (int)OptionValue.Whole(text, 1, 100_000) }),
    ];

    /// <summary>The options as a text for a terminal.</summary>
    public static string Help()
    {
        var help = new StringBuilder();
        foreach (var option in All)
            help.Append("  ").Append((option.HasArgument ? option.Argument : "").PadRight(29)).Append(option.Variable.PadRight(36)).Append(option.Meaning).Append(" (default: ").Append(option.Default).Append(")\n");
        return help.ToString();
    }

    private static ApiKey KeyOf(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LargestKeyFile
                ? new ApiKey(File.ReadAllText(path).Trim())
                : throw new FormatException("is too large to hold a key");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FormatException("cannot be read", fault);
        }
    }
}
