namespace ModelPipeline.Releasing.Hosts;

/// <summary>A release as the host has it.</summary>
public sealed record ReleasePage
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>The tag that it is of, or will be of.</summary>
    public required string Tag { get; init; }

    /// <summary>The commit or branch that its tag would be made at.</summary>
    public required string Target { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its notes.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it is a draft, which nobody without write access sees.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>Where assets are uploaded to.</summary>
    public required string UploadAddress { get; init; }

    /// <summary>Its page for people.</summary>
    public required string Page { get; init; }

    /// <summary>Its assets.</summary>
    public required IReadOnlyList<ReleaseAsset> Assets { get; init; }
}
