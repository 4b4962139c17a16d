namespace ModelPipeline.Releasing.Publishing;

/// <summary>The names of the step's checks, in the order in which they come true.</summary>
internal static class PublishingChecks
{
    /// <summary>Whether what the release needs was there before anything was changed.</summary>
    public const string Prepared = "prepared";

    /// <summary>Whether the pull request is merged at the judged head, with the judged files.</summary>
    public const string Merged = "merged";

    /// <summary>Whether the tag is at the merge commit.</summary>
    public const string Tag = "tag";

    /// <summary>Whether the release page has exactly the planned files.</summary>
    public const string Assets = "assets";

    /// <summary>Whether the registry has the image.</summary>
    public const string Image = "image";

    /// <summary>Whether the one release page is public.</summary>
    public const string Published = "published";

    /// <summary>Whether the pull request was told; optional.</summary>
    public const string Comment = "comment";
}
