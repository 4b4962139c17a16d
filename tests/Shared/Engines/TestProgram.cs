using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Shared.Engines;

/// <summary>The program of an engine's test project: runs its tests as the generated one would, or one job of <see cref="AnotherProcess"/>.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args) => args switch
    {
        [AnotherProcess.Verb, .. var job] => AnotherProcess.RunJob(job),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, (_, _) => { }),
        _ => ConsoleRunner.Run(args),
    };
}
