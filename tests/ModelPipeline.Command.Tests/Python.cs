using System.Diagnostics;

namespace ModelPipeline.Command.Tests;

/// <summary>The interpreter that the tests' programs are for.</summary>
internal static class Python
{
    private const string OfTheSystem = "/usr/bin/python3";

    /// <summary>The system's own, which packages such as python3-sklearn are for; then those on the path.</summary>
    private static readonly string[] Found =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "python3")).Prepend(OfTheSystem).Distinct().Where(File.Exists)];

    public static string Program => Found.FirstOrDefault(OfTheSystem);

    public static bool IsThere => Found.Length > 0;

    /// <summary>The first that has some modules; <see langword="null"/> where none has.</summary>
    public static string? With(params string[] modules) => Found.FirstOrDefault(program =>
    {
        using var process = Process.Start(program, ["-c", $"import importlib.util as util, sys; sys.exit(not all(map(util.find_spec, '{string.Join(' ', modules)}'.split())))"]);
        process.WaitForExit();
        return process.ExitCode == 0;
    });
}
