using System.Diagnostics;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

/// <summary>A user's repository that is a clone of a bare one on disk: there is no host.</summary>
internal sealed class PlainGit : IDisposable
{
    private readonly string _remote = Directory.CreateTempSubdirectory("remote-").FullName;

    /// <summary>Pushes a checkout as it is.</summary>
    public PlainGit(ModelRepository checkout)
    {
        Checkout = checkout;
        File.WriteAllText(Path.Combine(checkout.Folder, ".gitignore"), ".pipeline\n");
        Run("init", "--quiet", "--bare", "--initial-branch=main", _remote);
        Run("init", "--quiet", "--initial-branch=main");
        Run("config", "user.name", "Alice");
        Run("config", "user.email", "alice@example.com");
        Run("remote", "add", "origin", _remote);
        Commit("A model");
    }

    public ModelRepository Checkout { get; }

    /// <summary>The remote's refs with what they hold.</summary>
    public string Refs => Run("ls-remote", "origin");

    /// <summary>Commits everything, and pushes it.</summary>
    public void Commit(string message)
    {
        Run("add", "--all");
        Run("commit", "--quiet", "--message", message);
        Run("push", "--quiet", "origin", "main");
    }

    /// <summary>Tags the present commit, and pushes the tag.</summary>
    public void Tag(string name, string message)
    {
        Run("tag", "--annotate", name, "--message", message);
        Run("push", "--quiet", "origin", name);
    }

    /// <summary>Runs git in the checkout.</summary>
    /// <returns>What it said.</returns>
    public string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Checkout.Folder,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, string.Join(' ', arguments));
        return output;
    }

    public void Dispose()
    {
        Checkout.Dispose();
        Directory.Delete(_remote, recursive: true);
    }
}
