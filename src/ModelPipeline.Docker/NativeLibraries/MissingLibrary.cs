namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>A native library that is needed and not there.</summary>
/// <param name="Name">The name that it is needed by, or the full path of a file that stands for it.</param>
/// <param name="NeededBy">Who needs it.</param>
internal sealed record MissingLibrary(string Name, string NeededBy)
{
    private static readonly Dictionary<string, string> DebianPackages = new(StringComparer.Ordinal)
    {
        ["ld-linux-x86-64.so.2"] = "libc6",
        ["libc.so.6"] = "libc6",
        ["libdl.so.2"] = "libc6",
        ["libdmlc.so.0"] = "libdmlc0",
        ["libgcc_s.so.1"] = "libgcc-s1",
        ["libgomp.so.1"] = "libgomp1",
        ["libm.so.6"] = "libc6",
        ["libpthread.so.0"] = "libc6",
        ["librt.so.1"] = "libc6",
        ["libssl.so.3"] = "libssl3",
        ["libstdc++.so.6"] = "libstdc++6",
        ["libxgboost.so.0"] = "libxgboost0",
        ["libz.so.1"] = "zlib1g",
    };

    /// <summary>All of them in words, with the Debian packages that are known.</summary>
    public static string Describe(IEnumerable<MissingLibrary> missing) => string.Join(
        "; ", missing.OrderBy(library => library.Name, StringComparer.Ordinal).Select(library => $"{QuotedText.Escape(library.Name)} (needed by {QuotedText.Escape(library.NeededBy)}{Package(library.Name)})"));

    private static string Package(string name) => DebianPackages.TryGetValue(name, out var package) ? $", in Debian's package {package}" : "";
}
