using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ModelPipeline.Command.Files;

namespace ModelPipeline.Command.Running;

/// <summary>
/// A process and all that came from it, also what outlived its parent. On Linux each is known by what it inherited: the variable <see cref="Mark"/>, the working directory
/// in its run's folder, or a parent that is known. Elsewhere by its parents alone.
/// </summary>
internal static class ProcessFamily
{
    /// <summary>The variable that holds the run's folder.</summary>
    public const string Mark = "MODELPIPELINE_RUN";

    private const int Sweeps = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Kills whatever is left of it, and returns when nothing is.</summary>
    /// <exception cref="ProgramException">Something cannot be killed.</exception>
    public static void End(Process first, RunFolder folder)
    {
        if (!TryEnd(first, folder))
            throw new ProgramException("processes of the program cannot be ended");
    }

    /// <summary>Kills whatever is left of it; false where something cannot be killed.</summary>
    public static bool TryEnd(Process first, RunFolder folder)
    {
        if (!Directory.Exists("/proc/self"))
        {
            return TryKillTree(first) && first.WaitForExit(Sweeps * Pause);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var members = Members(first, folder.Path);
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

    private static HashSet<int> Members(Process first, string folder)
    {
        var processes = Processes().ToList();
        var members = processes.Where(process => IsMarked(process.Id, folder)).Select(process => process.Id).ToHashSet();
        if (!first.HasExited)
            members.Add(first.Id);
        while (processes.Where(process => members.Contains(process.Parent) && members.Add(process.Id)).Any())
        {
            // Children of children are found in the next turn.
        }

        return members;
    }

    private static IEnumerable<(int Id, int Parent)> Processes()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read($"{folder}/stat") is { Length: > 0 } status)
            {
                var rest = Encoding.UTF8.GetString(status).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (rest.Length > 1 && rest[0] is not ("Z" or "X"))
                    yield return (id, int.Parse(rest[1], CultureInfo.InvariantCulture));
            }
        }
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
