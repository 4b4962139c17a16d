using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ModelPipeline.Command.Files;

namespace ModelPipeline.Command.Running;

/// <summary>
/// A process and all that came from it, also what outlived its parent. On Linux each is known by what it inherited: the variable <see cref="Mark"/>, the working directory
/// in its run's folder, or a parent that is known; what is older than the process is not looked at. Elsewhere by its parents alone.
/// </summary>
/// <param name="first">The process, just started.</param>
/// <param name="folder">The folder of its run.</param>
internal sealed class ProcessFamily(Process first, RunFolder folder)
{
    /// <summary>The variable that holds the run's folder.</summary>
    public const string Mark = "MODELPIPELINE_RUN";

    private const int ParentField = 1; // of those after the name
    private const int StartedField = 19;
    private const int Sweeps = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly long _oldest = Status(first.Id)?.Started ?? 0;

    /// <summary>Kills whatever is left of it, and returns when nothing is.</summary>
    /// <exception cref="ProgramException">Something cannot be killed.</exception>
    public void End()
    {
        if (!TryEnd())
            throw new ProgramException("processes of the program cannot be ended");
    }

    /// <summary>Kills whatever is left of it; false where something cannot be killed.</summary>
    public bool TryEnd()
    {
        if (!Directory.Exists("/proc/self"))
        {
            return TryKillTree(first) && first.WaitForExit(Sweeps * Pause);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var members = Members();
            if (members.Count == 0)
                return first.WaitForExit(Sweeps * Pause);
            foreach (var member in members)
                Kill(member);
            Thread.Sleep(Pause);
        }

        return false;
    }

    private static bool TryKillTree(Process first)
    {
        try
        {
            first.Kill(entireProcessTree: true);
            return true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException)
        {
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended by itself, or it will be found again.
        }
    }

    private HashSet<int> Members()
    {
        var processes = Processes().Where(process => process.Started >= _oldest).ToList();
        var members = processes.Where(process => IsMarked(process.Id, folder.Path)).Select(process => process.Id).ToHashSet();
        if (!first.HasExited)
            members.Add(first.Id);
        while (processes.Where(process => members.Contains(process.Parent) && members.Add(process.Id)).Any())
        {
            // Children of children are found in the next turn.
        }

        return members;
    }

    private static IEnumerable<(int Id, int Parent, long Started)> Processes()
    {
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Status(id) is { } status)
                yield return (id, status.Parent, status.Started);
    }

    /// <summary>The parent of a process and when it was started, in ticks; <see langword="null"/> where it has ended. Source: proc_pid_stat(5).</summary>
    private static (int Parent, long Started)? Status(int id)
    {
        var fields = Encoding.UTF8.GetString(Read($"/proc/{id}/stat")).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length <= StartedField || fields[0] is "Z" or "X"
            ? null
            : (int.Parse(fields[ParentField], CultureInfo.InvariantCulture), long.Parse(fields[StartedField], CultureInfo.InvariantCulture));
    }

    private static bool IsMarked(int id, string folder) =>
        Read($"/proc/{id}/environ").AsSpan().IndexOf(Encoding.UTF8.GetBytes($"{Mark}={folder}\0")) >= 0
        || WorkingDirectory(id) is { } directory && (directory + "/").StartsWith(folder + "/", StringComparison.Ordinal);

    private static string? WorkingDirectory(int id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A file of a process; empty where the process has ended or is another user's.</summary>
    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
