using System.Reflection;
using MathNet.Numerics;
using ModelPipeline.Linear.Persistence;
using ModelPipeline.Linear.Scoring;
using ModelPipeline.Training;

namespace ModelPipeline.Linear;

/// <summary>
/// Generalised linear models with an L2 penalty, in managed code: <c>logistic-regression</c> for binary tasks,
/// <c>multinomial-regression</c> for multiclass ones, <c>ridge-regression</c> for regression. No trainer does another's task.
/// </summary>
/// <remarks>
/// <para>
/// Numbers are standardised and categories one-hot encoded, both as the training rows say. A missing value is the mean or the most frequent
/// category; where training rows had missing values, an indicator has a weight of its own. Unseen categories, and those beyond
/// <c>max_categories</c>, add nothing to a score.
/// </para>
/// <para>Weights have the same bits on every run, whatever the culture and the number of processors.</para>
/// </remarks>
public sealed class LinearEngine : IModelEngine
{
    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Versions { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["MathNet.Numerics"] = VersionOf(typeof(Control)),
        ["ModelPipeline.Linear"] = VersionOf(typeof(LinearEngine)),
    };

    /// <inheritdoc/>
    public IReadOnlyList<TrainerDefinition> Trainers => LinearTrainers.All;

    /// <summary>How many threads training uses; it changes no result.</summary>
    /// <value>Default: −1, as many as there are.</value>
    internal int Threads { get; init; } = -1;

    /// <inheritdoc/>
    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var model = new LinearTraining(request, Threads).Run(cancellation);
        return new TrainedLinearModel(model, request.Signature);
    }

    /// <inheritdoc/>
    public IScorer Load(string folder, ModelSignature signature)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(signature);
        return new LinearScorer(LinearModelFile.Read(folder, signature), signature);
    }

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
