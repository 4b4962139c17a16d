using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Tests.Storage;

namespace ModelPipeline.Tests.Git;

/// <summary>A repository of the real git in a temporary folder, apart from what this machine's users configured.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    static GitRepository()
    {
        Environment.SetEnvironmentVariable("GIT_CONFIG_GLOBAL", "/dev/null");
        Environment.SetEnvironmentVariable("GIT_CONFIG_NOSYSTEM", "1");
    }

    private GitRepository()
    {
    }

    public string Path => _folder.Path;

    /// <summary>An empty one.</summary>
    public static GitRepository Empty(bool bare = false)
    {
        var repository = new GitRepository();
        repository.Run(["init", "--quiet", "--initial-branch=main", .. bare ? ["--bare"] : Array.Empty<string>()]);
        return repository;
    }

    /// <summary>One with a first commit on main.</summary>
    public static GitRepository WithCommit()
    {
        var repository = Empty();
        repository.Commit("README.md", "models");
        return repository;
    }

    /// <summary>A clone.</summary>
    public static GitRepository CloneOf(GitRepository origin, params string[] options)
    {
        var repository = new GitRepository();
        repository.Run(["clone", "--quiet", .. options, $"file://{origin.Path}", "."]);
        return repository;
    }

    /// <summary>Commits a file on the branch that is checked out.</summary>
    public string Commit(string path, string text)
    {
        _folder.Write(path, text);
        Run(["add", "--all"]);
        Run(["commit", "--quiet", "-m", $"Writes {path}"]);
        return Run(["rev-parse", "HEAD"]);
    }

    /// <summary>Runs git, which must succeed, and gives what it printed.</summary>
    public string Run(params string[] arguments)
    {
        string[] who = ["-c", "user.name=Ada", "-c", "user.email=ada@acme.example"];
        var start = new ProcessStartInfo("git", [.. who, .. arguments]) { WorkingDirectory = Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, string.Create(CultureInfo.InvariantCulture, $"git {string.Join(' ', arguments)}: {errors.Result}"));
        return output.TrimEnd('\n');
    }

    /// <summary>What a user works on: branches, tags, what is checked out, the index, changes.</summary>
    public string State() => string.Join('\n', Run("for-each-ref", "refs/heads", "refs/tags"), Run("symbolic-ref", "HEAD"), Run("ls-files", "--stage"), Run("status", "--porcelain"), string.Join('\n', _folder.Entries().Where(entry => !entry.StartsWith(".git", StringComparison.Ordinal))));

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }
}
