using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Command.Files;
using ModelPipeline.Command.Parameters;
using ModelPipeline.Processes;

namespace ModelPipeline.Command.Running;

/// <summary>Runs a command to its end. What it prints is read and thrown away, but for its last words.</summary>
internal sealed class ProgramRunner(ProgramParameters parameters, TimeProvider clock)
{
    private const int Interrupted = 130;
    private const int Terminated = 143;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>How long after a process one that was sent the same signal hears of it.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    /// <param name="name">What messages call it.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="watch">Looks at what it writes, again and again, and throws where that is too much.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ProgramException">It failed, or took too long. No process of it is left.</exception>
    /// <exception cref="OperationCanceledException">It was ended. No process of it is left.</exception>
    public void Run(string name, IReadOnlyList<string> command, RunFolder folder, Action watch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var begun = clock.GetTimestamp();
        using var process = ProgramStart.Start(parameters, command, folder);
        var family = new ProcessFamily(process, folder);
        process.StandardInput.Close();
        Task<string>[] words = [LastWords.ReadAsync(process.StandardError), LastWords.ReadAsync(process.StandardOutput)];
        try
        {
            while (!process.WaitForExit(Look))
            {
                cancellation.ThrowIfCancellationRequested();
                if (clock.GetElapsedTime(begun) > parameters.TimeLimit)
                    throw TooLong(name, parameters);
                watch();
            }
        }
        catch
        {
            family.TryEnd();
            throw;
        }

        family.End();
        if (process.ExitCode is Interrupted or Terminated)
            cancellation.WaitHandle.WaitOne(Moment);
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
            throw new ProgramException($"{name} {Ending(process, words)}");
    }

    /// <summary>How a process ended.</summary>
    public static string Ending(Process process, params Task<string>[] words)
    {
        var how = process.ExitCode > 128
            ? string.Create(CultureInfo.InvariantCulture, $"was ended by signal {process.ExitCode - 128} (exit code {process.ExitCode})")
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {process.ExitCode}");
        var said = words.Where(word => word.Wait(TimeSpan.FromSeconds(2))).Select(word => word.Result).FirstOrDefault(word => word.Length > 0);
        return said is null ? $"{how} and without a word" : $"{how}; its last words: '{said}'";
    }

    public static ProgramException TooLong(string name, ProgramParameters parameters) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name} took longer than {parameters.TimeLimit.TotalSeconds:0} s and was ended: raise 'time_limit' if it needs longer"));
}
