using System.Reflection;
using ModelPipeline.Command.Parameters;
using ModelPipeline.Command.Persistence;
using ModelPipeline.Command.Scoring;
using ModelPipeline.Training;

namespace ModelPipeline.Command;

/// <summary>
/// Models of any program in any language: a command line that trains and one that scores, with CSV files between. The one trainer is <c>program</c>, for every task.
/// The contract is in <c>docs/command.md</c>.
/// </summary>
/// <remarks>A bundle holds the program's files beside the model. They run as whoever loads it: load a bundle of this engine only where its digest is one that you trust.</remarks>
/// <param name="clock">Measures the time limits.</param>
public sealed class CommandEngine(TimeProvider clock) : IModelEngine
{
    internal const string EngineName = "command";

    /// <inheritdoc/>
    public string Name => EngineName;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Versions { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["ModelPipeline.Command"] = typeof(CommandEngine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
    };

    /// <inheritdoc/>
    public IReadOnlyList<TrainerDefinition> Trainers => ProgramTrainer.All;

    /// <inheritdoc/>
    public bool StartsPrograms => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Files(TrainerParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return [.. parameters.List(ProgramTrainer.Files).OfType<string>()];
    }

    /// <inheritdoc/>
    public IEnumerable<string> Faults(string trainer, TrainerParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return ParameterFaults.Of(parameters);
    }

    /// <inheritdoc/>
    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ProgramTraining(request, clock).Run(cancellation);
    }

    /// <inheritdoc/>
    public IScorer Load(string folder, ModelSignature signature)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(signature);
        var model = ProgramModelFile.Load(folder, signature);
        return new ProgramScorer(model, signature, clock);
    }
}
