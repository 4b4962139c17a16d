using System.Diagnostics;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

/// <summary>One finished process of a host.</summary>
internal sealed record HostRun(int ExitCode, string Output)
{
    /// <summary>The host of this repository, as it was just built.</summary>
    public static string BuiltHost { get; } =
        Path.Combine(Repository.Root, "build", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Build.dll");

    public static async Task<HostRun> StartAsync(string host, string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        using var process = Begin(host, folder, arguments, environment);
        return await FinishAsync(process);
    }

    public static Process Begin(string host, string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [host, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GITHUB_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment.Remove("DOCKER_HOST");
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<HostRun> FinishAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new HostRun(process.ExitCode, await output + await errors);
    }
}
