namespace ModelPipeline.Releasing.Hosts;

/// <summary>What a check run says.</summary>
public sealed record CheckReport
{
    /// <summary>Its name, for example <c>model-release / churn</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The commit that it is of.</summary>
    public required string Commit { get; init; }

    /// <summary>What it concludes.</summary>
    public required CheckConclusion Conclusion { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown, at most 65,535 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>What is shown beside lines of files.</summary>
    public IReadOnlyList<CheckAnnotation> Annotations { get; init; } = [];
}
