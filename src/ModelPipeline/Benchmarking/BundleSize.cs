namespace ModelPipeline.Benchmarking;

/// <summary>How large a bundle is.</summary>
internal static class BundleSize
{
    /// <summary>The bytes of all its files.</summary>
    public static long Of(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
