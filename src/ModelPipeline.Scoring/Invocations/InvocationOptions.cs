namespace ModelPipeline.Scoring.Invocations;

/// <summary>What <c>POST /invocations</c> takes.</summary>
internal sealed record InvocationOptions
{
    /// <summary>How many rows a body may have that is read whole; NDJSON may have any number.</summary>
    /// <value>Default: 100,000.</value>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>How many values (rows times inputs) a body may have that is read whole.</summary>
    /// <value>Default: 10 million.</value>
    public long MaxValues { get; init; } = 10_000_000;

    /// <summary>How many bytes of bodies that are read whole may be held at once, over all requests.</summary>
    /// <value>Default: a quarter of the memory that the process may have, at least 32 MiB, the largest body that is taken by default.</value>
    public long MaxHeldBytes { get; init; } = Math.Max(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4, 32 << 20);

    /// <summary>How many bytes a line of NDJSON may have.</summary>
    /// <value>Default: 1 MiB.</value>
    public int MaxLineBytes { get; init; } = 1 << 20;

    /// <summary>How many lines of NDJSON are scored together at most.</summary>
    /// <value>Default: 1024.</value>
    public int BatchRows { get; init; } = 1024;

    /// <summary>Whether a category that was not seen in training is scored, as the engine scores unknown ones. Otherwise it is refused.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AcceptUnknownCategories { get; init; }

    /// <summary>Whether a value may be missing in a column that had every value in training. Otherwise it is refused.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AcceptMissingValues { get; init; }

    /// <summary>Whether columns that the model does not read are passed over. Otherwise they are refused.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IgnoreUnknownColumns { get; init; }
}
