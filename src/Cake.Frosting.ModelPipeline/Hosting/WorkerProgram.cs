using System.Reflection;
using ModelPipeline.Benchmarking;
using ModelPipeline.Processes;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Knows how this host is started again as a benchmark's worker.</summary>
internal static class WorkerProgram
{
    /// <summary>The command of this process.</summary>
    public static WorkerCommand Command() => Of(Environment.ProcessPath, Assembly.GetEntryAssembly()?.Location);

    /// <summary>The command of a process.</summary>
    /// <param name="program">The program that runs: the host, as an executable or a single file, or <c>dotnet</c>.</param>
    /// <param name="assembly">The host's assembly; empty in a single file.</param>
    /// <exception cref="InvalidOperationException">The program is not known.</exception>
    public static WorkerCommand Of(string? program, string? assembly)
    {
        if (program is null)
            throw new InvalidOperationException("The system does not say which program this is, so it cannot be started again as a worker.");
        return Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(assembly)
            ? new WorkerCommand(program, [assembly, BenchmarkWorker.Verb])
            : new WorkerCommand(program, [BenchmarkWorker.Verb]);
    }
}
