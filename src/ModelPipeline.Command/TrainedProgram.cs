using ModelPipeline.Command.Persistence;
using ModelPipeline.Command.Scoring;
using ModelPipeline.Training;

namespace ModelPipeline.Command;

/// <summary>A model that a program has just trained.</summary>
internal sealed class TrainedProgram(ProgramModel model, ModelSignature signature, IReadOnlyDictionary<string, string> versions, TimeProvider clock) : ITrainedModel
{
    public IScorer Scorer { get; } = new ProgramScorer(model, signature, clock);

    public IReadOnlyDictionary<string, string> Versions => versions;

    public void Save(string folder) => ProgramModelFile.Write(model, folder);

    public void Dispose() => Scorer.Dispose();
}
