using System.ComponentModel;
using System.Diagnostics;
using ModelPipeline.Command.Files;
using ModelPipeline.Command.Parameters;

namespace ModelPipeline.Command.Running;

/// <summary>Starts a command: in the folder of its run, with no variable of the environment but the allowed ones.</summary>
internal static class ProgramStart
{
    private const int FileIsBusy = 26; // ETXTBSY: another thread was starting a process while this file was copied
    private const int MayNotRun = 13; // EACCES
    private const int Attempts = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <exception cref="ProgramException">It cannot be started.</exception>
    public static Process Start(ProgramParameters parameters, IReadOnlyList<string> command, RunFolder folder)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = folder.Program,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables(parameters, folder))
            start.Environment[name] = value;
        start.FileName = ProgramPath.Find(command[0], folder.Program, start.Environment.TryGetValue("PATH", out var path) ? path : null);
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        return Start(start, command[0]);
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Process.Start(start)!;
            }
            catch (Win32Exception fault) when (fault.NativeErrorCode == FileIsBusy && attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
            catch (Win32Exception fault)
            {
                throw new ProgramException($"the program {QuotedText.Of(program)} cannot be started: {QuotedText.Escape(fault.Message, 400)}{(fault.NativeErrorCode == MayNotRun ? " (where the folder for temporary files is mounted with noexec, name the interpreter before the file)" : "")}");
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Variables(ProgramParameters parameters, RunFolder folder)
    {
        foreach (var name in parameters.Environment)
            if (Environment.GetEnvironmentVariable(name) is { } value)
                yield return new(name, value);
        foreach (var variable in parameters.Variables)
            yield return variable;
        yield return new(ProcessFamily.Mark, folder.Path);
    }
}
