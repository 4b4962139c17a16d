using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Benchmarking.Trainings;

/// <summary>How a bundle's model is trained: its own trainer, parameters and seed, on the rows of this run.</summary>
internal sealed class TrainingRecipe(IModelEngine engine, ModelBundle bundle, RunData data)
{
    private readonly TrainingRequest _request = new(data.Signature, data.TrainFeatures, data.TrainLabels, bundle.Manifest.Trainer, bundle.Manifest.Parameters, bundle.Manifest.Seed)
    {
        Folder = bundle.Folder,
        Label = bundle.Manifest.Data.Label.Name,
    };

    /// <summary>Whether the processor time of this process tells what the training takes.</summary>
    public bool HasCpuClock => CpuClock.Covers(engine);

    /// <summary>Trains it once and throws the model away.</summary>
    /// <exception cref="TrainingException">The rows or parameters allow no model.</exception>
    public void Follow(CancellationToken cancellation) => engine.Train(_request, cancellation).Dispose();
}
