namespace ModelPipeline.BatchScoring;

/// <summary>Where a path leads: absolute, without links.</summary>
internal static class RealPath
{
    /// <summary>Tells whether two paths are the same.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <exception cref="IOException">Its links lead in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent)
            return full;
        var real = Path.Combine(Of(parent), Path.GetFileName(full));
        var file = new FileInfo(real);
        return file.LinkTarget is null ? real : Of(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }
}
