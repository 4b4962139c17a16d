using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

/// <summary>A model that saves one file.</summary>
internal sealed class FakeModel(IScorer scorer) : ITrainedModel
{
    public IScorer Scorer => scorer;

    public void Save(string folder) => File.WriteAllText(Path.Combine(folder, "fake.bin"), "weights");

    public void Dispose() => scorer.Dispose();
}
