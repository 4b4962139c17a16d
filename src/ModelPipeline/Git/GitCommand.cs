using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ModelPipeline.Git;

/// <summary>The one way to run git: no shell, no questions, messages in English, no hooks, nothing of a repository that the caller's own process is in.</summary>
/// <param name="folder">The folder that it runs in.</param>
internal sealed class GitCommand(string folder)
{
    /// <summary>How long is waited for the rest of git's errors after it ended.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private static readonly string[] Settings =
    [
        "--no-pager",
        "-c", "core.hooksPath=/dev/null",
        "-c", "core.fsmonitor=false",
        "-c", "core.splitIndex=false",
        "-c", "i18n.commitEncoding=UTF-8",
        "-c", "gc.auto=0",
        "-c", "maintenance.auto=false",
    ];

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["GIT_OPTIONAL_LOCKS"] = "0",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_LITERAL_PATHSPECS"] = "1",
        ["GIT_NO_REPLACE_OBJECTS"] = "1",
        ["SSH_ASKPASS_REQUIRE"] = "never",
        ["LC_ALL"] = "C",
    };

    /// <summary>What git sets for the hooks and aliases that it starts: inherited, it would name another repository.</summary>
    private static readonly string[] Inherited =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE",
        "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
    ];

    /// <summary>Runs git and gives what it printed.</summary>
    /// <param name="call">What to run.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">git is not there, refuses, or takes too long; the last lines that it wrote are in the message.</exception>
    public async Task<GitOutput> RunAsync(GitCall call, CancellationToken cancellation)
    {
        var output = await TryAsync(call, cancellation).ConfigureAwait(false);
        return output.ExitCode == 0 ? output : throw Refused(call, output);
    }

    /// <summary>Runs git and gives its exit code with what it printed.</summary>
    /// <param name="call">What to run.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">An argument holds a character that no argument can.</exception>
    /// <exception cref="RemoteException">git is not there, or takes too long.</exception>
    public async Task<GitOutput> TryAsync(GitCall call, CancellationToken cancellation)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Contains('\0')) is { } odd)
            throw new InputException($"{QuotedText.Of(odd)} is no name that git takes.");
        using var process = new Process { StartInfo = StartOf(call) };
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            throw new RemoteException($"git cannot be started in '{QuotedText.Escape(folder, 400)}': {QuotedText.Escape(fault.Message, 200)}. Install git 2.29 or newer and see that it is found (PATH).", fault);
        }

        limited.CancelAfter(call.Limit);
        try
        {
            return await TalkAsync(process, call.Input, limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new RemoteException(string.Create(CultureInfo.InvariantCulture, $"git {call.Arguments[0]} took longer than {call.Limit.TotalSeconds:0} s and was stopped.")) { MayHaveHappened = true };
        }
    }

    /// <summary>What is thrown where git refused a call.</summary>
    public static RemoteException Refused(GitCall call, GitOutput output) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"git {call.Arguments[0]} failed (exit code {output.ExitCode}): {(output.Errors.Length > 0 ? output.Errors : "it did not say why")}"));

    private static async Task<GitOutput> TalkAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        using var printed = new MemoryStream();
        var output = process.StandardOutput.BaseStream.CopyToAsync(printed, cancellation);
        using var said = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var errors = GitErrors.ReadAsync(process.StandardError, said.Token);
        await Task.WhenAll(WriteAsync(process, input, cancellation), output, process.WaitForExitAsync(cancellation)).ConfigureAwait(false);
        // What git leaves running, such as a shared connection of ssh, may hold its standard error open for ever.
        said.CancelAfter(LastWords);
        return new GitOutput(process.ExitCode, printed.ToArray(), await errors.ConfigureAwait(false));
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // git ended before it read all of it: its exit code and its errors say why.
        }
    }

    private ProcessStartInfo StartOf(GitCall call)
    {
        var start = new ProcessStartInfo("git", [.. Settings, .. call.Arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Inherited)
            start.Environment.Remove(name);
        foreach (var (name, value) in Variables.Concat(call.Variables))
            start.Environment[name] = value;
        return start;
    }
}
