using System.Diagnostics;

namespace ModelPipeline.GitHub.Tests.Double;

/// <summary>A repository of git itself, with people and times that are always the same.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("double-git-").FullName;

    public TemporaryRepository() => Run("init", "-q");

    public void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true };
        foreach (var who in new[] { "AUTHOR", "COMMITTER" })
        {
            start.Environment[$"GIT_{who}_NAME"] = "A U Thor";
            start.Environment[$"GIT_{who}_EMAIL"] = "author@example.com";
            start.Environment[$"GIT_{who}_DATE"] = "2005-04-07T22:13:13Z";
        }

        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return output.Trim();
    }

    public void Dispose() => Directory.Delete(_folder, true);
}
