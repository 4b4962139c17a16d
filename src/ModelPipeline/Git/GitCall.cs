namespace ModelPipeline.Git;

/// <summary>A call of git.</summary>
/// <param name="Arguments">The verb and what follows it. A value that comes from outside stands after <c>--</c> or begins with a fixed text, so that it is never an option.</param>
internal sealed record GitCall(params string[] Arguments)
{
    /// <summary>How long a call that stays on this machine may take.</summary>
    public static readonly TimeSpan LocalLimit = TimeSpan.FromMinutes(1);

    /// <summary>How long a call that talks to a remote may take.</summary>
    public static readonly TimeSpan RemoteLimit = TimeSpan.FromMinutes(5);

    /// <summary>What git reads from its standard input.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Environment variables beside those that every call gets.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; init; } = LocalLimit;
}
