namespace ModelPipeline.Runs;

/// <summary>Where and by whom a candidate is trained.</summary>
public sealed record Provenance
{
    /// <summary>The commit that is checked out; absent outside a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether files differ from that commit; absent where that is not known.</summary>
    public bool? DirtyTree { get; init; }

    /// <summary>The person or machine account that started the run.</summary>
    public string? Who { get; init; }

    /// <summary>The operating system.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The .NET runtime.</summary>
    public required string Runtime { get; init; }

    /// <summary>How many processors the process may use.</summary>
    public required int Processors { get; init; }
}
