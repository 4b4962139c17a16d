using System.Security.Cryptography;

namespace Shared.GitHub;

/// <summary>A file of a release.</summary>
internal sealed class GitHubAsset
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public required string? Label { get; set; }

    public required string ContentType { get; init; }

    /// <summary>Its bytes; <see langword="null"/> while its state is <c>starter</c>.</summary>
    public required byte[]? Content { get; set; }

    public required GitHubAccount Uploader { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; set; }

    public int Downloads { get; set; }

    public string State => Content is null ? "starter" : "uploaded";

    public string? Digest => Content is null ? null : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Content))}";
}
