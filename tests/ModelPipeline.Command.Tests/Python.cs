namespace ModelPipeline.Command.Tests;

/// <summary>The interpreter that the tests' programs are for.</summary>
internal static class Python
{
    private const string OfTheSystem = "/usr/bin/python3";

    /// <summary>The system's own, which packages such as python3-sklearn are for; else the one on the path.</summary>
    public static string Program => File.Exists(OfTheSystem) ? OfTheSystem : "python3";

    public static bool IsThere => File.Exists(OfTheSystem)
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")));
}
