using Cake.Frosting.ModelPipeline.Reporting;
using ModelPipeline;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using Spectre.Console;

namespace Cake.Frosting.ModelPipeline;

/// <summary>One call of <see cref="ModelPipelineHost.RunModelPipeline"/>: what beside Cake's exit code is known of it.</summary>
internal sealed class PipelineSession(IAnsiConsole console, TimeProvider clock, CancellationToken cancellation) : IDisposable
{
    private readonly List<StepReport> _reports = [];
    private Lazy<IReleaseHost?> _host = new(() => null);

    public IAnsiConsole Console => console;

    public TimeProvider Clock => clock;

    public CancellationToken Cancellation => cancellation;

    public ConsoleReporter Reporter { get; } = new(console, clock);

    public IReadOnlyList<StepReport> Reports => _reports;

    /// <summary>Whether an argument or a spec was at fault, so that no step could run.</summary>
    public bool InputFault { get; private set; }

    /// <summary>Whether the run was ended because of its verdicts, not because something broke.</summary>
    public bool StoppedByVerdict { get; set; }

    /// <summary>The models' runs; none before their specs are read, or where one is at fault.</summary>
    public IReadOnlyList<ModelRun> Runs { get; set; } = [];

    /// <summary>The models and challengers that were asked for by name; none for all.</summary>
    public IReadOnlyList<string> Selected { get; set; } = [];

    /// <summary>What is wrong with the models' specs.</summary>
    public IReadOnlyList<SpecFault> SpecFaults { get; set; } = [];

    /// <summary>The folder that the steps of models write to; <see langword="null"/> where none was asked for.</summary>
    public string? Folder { get; set; }

    /// <summary>Where the steps of models write, as people may type it; empty where none ran.</summary>
    public string Workspace { get; set; } = "";

    /// <summary>The pull request that the run decides on; <see langword="null"/> where it is about none.</summary>
    public int? PullRequest { get; set; }

    /// <summary>Where pull requests and releases are; <see langword="null"/> where the environment names no such place.</summary>
    /// <exception cref="InputException">The environment is at fault.</exception>
    public IReleaseHost? Host => _host.Value;

    /// <summary>Says how the host is made when it is first asked for.</summary>
    public void UseHost(Func<IProgress<string>, IReleaseHost?> make) => _host = new(() => make(new ConsoleLines(console)));

    public void Dispose()
    {
        if (_host.IsValueCreated)
            (_host.Value as IDisposable)?.Dispose();
    }

    /// <summary>Notes that the user's input is at fault.</summary>
    /// <returns>The fault, its text made fit for the console: Cake prints it.</returns>
    public InputException Refuse(InputException fault)
    {
        InputFault = true;
        return new InputException(string.Join('\n', fault.Message.Split('\n').Select(line => ConsoleText.Of(line))), fault);
    }

    public void Add(StepReport report) => _reports.Add(report);

    /// <summary>What the process exits with.</summary>
    /// <param name="cakeCode">What Cake says: 0, 1, or 255 and -1 for a command line that it cannot read.</param>
    public int ExitCode(int cakeCode)
    {
        if (cancellation.IsCancellationRequested)
            return ExitCodes.Interrupted;
        var verdict = ExitCodes.Of(_reports);
        if (InputFault || verdict == ExitCodes.BadInput || cakeCode is 255 or -1)
            return ExitCodes.BadInput;
        return cakeCode == 0 || StoppedByVerdict ? verdict : ExitCodes.Broken;
    }
}
