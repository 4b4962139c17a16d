using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ModelPipeline.Docker.Engine;

/// <summary>The process that made a container, as a label says it.</summary>
/// <param name="Machine">The machine and, where there are such, the namespace that its number is of.</param>
/// <param name="ProcessId">The number of the process.</param>
/// <param name="Started">When it started, in UTC.</param>
internal sealed record ContainerOwner(string Machine, int ProcessId, DateTime Started)
{
    // Processes read one another's start time with a small error; a number is not given again within this time.
    private static readonly TimeSpan SameStart = TimeSpan.FromMinutes(1);

    /// <summary>This process.</summary>
    public static ContainerOwner Current { get; } = OfThisProcess();

    /// <summary>Reads a label; <see langword="null"/> where it is none.</summary>
    public static ContainerOwner? Parse(string? label) =>
        label?.Split(' ') is [var machine, var process, var started]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateTime.TryParseExact(started, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? new ContainerOwner(machine, number, time)
            : null;

    /// <summary>Whether the process was on this machine and has ended. Of another machine's processes nothing is known.</summary>
    public bool HasEnded()
    {
        if (Machine != Current.Machine)
            return false;
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return (process.StartTime.ToUniversalTime() - Started).Duration() > SameStart;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (Win32Exception)
        {
            // It runs, and is somebody else's.
            return false;
        }
    }

    /// <summary>The label.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine} {ProcessId} {Started:O}");

    private static ContainerOwner OfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        var numbers = new FileInfo("/proc/self/ns/pid").LinkTarget;
        return new ContainerOwner($"{Environment.MachineName}/{numbers}", process.Id, process.StartTime.ToUniversalTime());
    }
}
