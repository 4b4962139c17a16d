using System.Text.Json;

namespace Shared.GitHub;

/// <summary>A check run.</summary>
internal sealed class GitHubCheckRun
{
    public required long Id { get; init; }

    public required GitHubCheckSuite Suite { get; init; }

    public required string Name { get; set; }

    public required string Status { get; set; }

    public required string? Conclusion { get; set; }

    public required DateTimeOffset Started { get; set; }

    public DateTimeOffset? Completed { get; set; }

    public string? DetailsUrl { get; set; }

    public string? ExternalId { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Text { get; set; }

    public List<JsonElement> Annotations { get; } = [];
}
