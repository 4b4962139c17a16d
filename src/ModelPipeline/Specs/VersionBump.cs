namespace ModelPipeline.Specs;

/// <summary>By which part a version grows.</summary>
public enum VersionBump
{
    /// <summary>By what changed since the champion. <c>auto</c>.</summary>
    Auto,

    /// <summary>Same recipe, new data. <c>patch</c>.</summary>
    Patch,

    /// <summary>Features, trainer or parameters changed. <c>minor</c>.</summary>
    Minor,

    /// <summary>The signature changed in a way that breaks callers. <c>major</c>.</summary>
    Major,
}
