using System.Runtime.InteropServices;
using Cake.Core;
using Cake.Frosting.ModelPipeline.Arguments;
using Cake.Frosting.ModelPipeline.Hosting;
using Cake.Frosting.ModelPipeline.Reporting;
using Cake.Frosting.ModelPipeline.Tasks;
using Microsoft.Extensions.DependencyInjection;
using ModelPipeline.Benchmarking;
using ModelPipeline.Cards;
using ModelPipeline.Data;
using ModelPipeline.Differential;
using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Rankings;
using ModelPipeline.LoadTesting;
using ModelPipeline.Mutation;
using ModelPipeline.Packaging;
using ModelPipeline.Processes;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Serving;
using ModelPipeline.Training;
using Spectre.Console;

namespace Cake.Frosting.ModelPipeline;

/// <summary>Makes a Cake host a model pipeline.</summary>
public static class ModelPipelineHost
{
    /// <summary>Adds the pipeline's tasks and their context to a host. The host is then run by <see cref="RunModelPipeline"/>.</summary>
    /// <param name="host">The host.</param>
    /// <param name="configure">Adds engines, the renderer and the host's own arguments.</param>
    public static CakeHost UseModelPipeline(this CakeHost host, Action<PipelineBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new PipelineBuilder();
        configure(builder);
        return host
            .AddAssembly(typeof(VerifyTask).Assembly)
            .UseContext<PipelineContext>()
            .ConfigureServices(services => OnlyOnce(services)
                .AddSingleton(builder)
                .AddSingleton<ICakeReportPrinter, StepHeadings>()
                .AddSingleton(provider => new EngineCatalog(builder.Engines, new LoadTrial(provider.GetRequiredService<WorkerCommand>())))
                .AddSingleton(TimeProvider.System)
                .AddSingleton(builder.Renderer)
                .AddSingleton(builder.Images)
                .AddSingleton(builder.Containers)
                .AddSingleton(builder.Registry)
                .AddSingleton<IProvenanceSource, GitProvenance>()
                .AddSingleton(provider => new PipelineServices(builder, provider.GetRequiredService<EngineCatalog>(), SessionOf(provider), services))
                .AddSingleton<ValidateDataStep>()
                .AddSingleton<TrainStep>()
                .AddSingleton<EvaluateStep>()
                .AddSingleton<DifferentialTestStep>()
                .AddSingleton<RankCandidatesStep>()
                .AddSingleton<MutationTestStep>()
                .AddSingleton(_ => WorkerProgram.Command())
                .AddSingleton<BenchmarkTestStep>()
                .AddSingleton<IServiceLauncher, ServiceLauncher>()
                .AddSingleton<PackageStep>()
                .AddSingleton<LoadTestStep>()
                .AddSingleton<UrlLoadTest>()
                .AddSingleton<ModelCardStep>()
                .AddSingleton<ImportReleaseStep>());
    }

    /// <summary>
    /// Runs the host. Use it instead of <see cref="CakeHost.Run"/>, whose exit code knows two values only: this one returns 0 where everything
    /// passed, 2 for bad arguments, spec or data, 1 where a step broke, 3 where a gate failed, 4 where a release waits for approval, 130 after Ctrl+C.
    /// </summary>
    /// <param name="host">The host, after <see cref="UseModelPipeline"/>.</param>
    /// <param name="args">The command line; without a target it is <c>Verify</c>.</param>
    public static int RunModelPipeline(this CakeHost host, IEnumerable<string> args)
    {
        ArgumentNullException.ThrowIfNull(host);
        return Run(host, [.. args], AnsiConsole.Console, TimeProvider.System);
    }

    internal static int Run(CakeHost host, IReadOnlyList<string> args, IAnsiConsole console, TimeProvider clock)
    {
        if (args is [BenchmarkWorker.Verb, ..])
            return RunWorker(host, [.. args.Skip(1)], clock);
        if (Console.IsErrorRedirected)
            Environment.SetEnvironmentVariable("NO_COLOR", "1"); // Cake colours its errors wherever there is a TERM, in a file too.
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop, console));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop, console));
        using var session = new PipelineSession(console, clock, stop.Token);
        console.Profile.Out.Writer.WriteLine(HostIdentity.Banner);

        var builder = BuilderOf(host);
        session.UseHost(builder.Host);
        host.ConfigureServices(services => services.AddSingleton(session));
        if (args.Intersect(["--version", "--ver"]).Any())
            return ExitCodes.Passed;

        var faults = CommandLine.Faults(args, builder.Arguments);
        if (faults.Count > 0)
        {
            foreach (var fault in faults)
                Console.Error.WriteLine($"Error: {fault}");
            return ExitCodes.BadInput;
        }

        var cakeCode = host.Run(CakeOptions.NameTarget(args) ? args : ["--target", VerifyTask.Name, .. args]);
        if (args.Intersect(["--help", "-h"]).Any())
            HelpText.Write(console.Profile.Out.Writer);
        return Conclude(session, builder.Renderer, session.ExitCode(cakeCode));
    }

    private static PipelineBuilder BuilderOf(CakeHost host)
    {
        PipelineBuilder? builder = null;
        host.ConfigureServices(services => builder = services.Select(service => service.ImplementationInstance).OfType<PipelineBuilder>().LastOrDefault());
        return builder ?? throw new InvalidOperationException("Call UseModelPipeline before RunModelPipeline.");
    }

    /// <summary>Works for a benchmark. Ctrl+C reaches a worker too: whoever started it ends it.</summary>
    private static int RunWorker(CakeHost host, string[] arguments, TimeProvider clock)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        return BenchmarkWorker.Run(arguments, new EngineCatalog(BuilderOf(host).Engines), clock);
    }

    private static IServiceCollection OnlyOnce(IServiceCollection services) =>
        services.Any(service => service.ImplementationInstance is PipelineBuilder)
            ? throw new InvalidOperationException("Call UseModelPipeline once: it adds every task.")
            : services;

    private static int Conclude(PipelineSession session, IDocumentRenderer renderer, int exitCode)
    {
        if (session.Reports.Count > 0)
            SummaryTable.Write(session.Console, session.Reports, session.Workspace);
        if (exitCode == ExitCodes.Interrupted)
            session.Console.Profile.Out.Writer.WriteLine("Stopped. Nothing half-written was left; run again to go on.");
        var environment = RunnerEnvironment.Read();
        new RunReports(session, renderer, environment).WriteAsync(exitCode, EventPayload.Read(environment).Of(session.PullRequest)).GetAwaiter().GetResult();
        return exitCode;
    }

    private static PipelineSession SessionOf(IServiceProvider provider) =>
        provider.GetService<PipelineSession>()
        ?? throw new InvalidOperationException("Run the host with RunModelPipeline(args) instead of Run(args): the exit code of Run cannot tell a failed gate from a broken step.");

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop, IAnsiConsole console)
    {
        signal.Cancel = !stop.IsCancellationRequested;
        console.Profile.Out.Writer.WriteLine("Stopping … (once more to end at once)");
        stop.Cancel();
    }
}
