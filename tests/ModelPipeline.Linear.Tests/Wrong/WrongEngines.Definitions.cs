using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests.Wrong;

internal static partial class WrongEngines
{
    public sealed class HasANameInCapitals : WrongEngine
    {
        public override string Name => "Linear";
    }

    public sealed class DescribesNoParameter : WrongEngine
    {
        public override IReadOnlyList<TrainerDefinition> Trainers =>
            [.. Right.Trainers.Select(trainer => trainer with { Parameters = [.. trainer.Parameters.Select(parameter => parameter with { Description = "" })] })];
    }

    public sealed class TakesAnyTrainer : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) =>
            base.Train(request with { Trainer = TrainerOf(request.Signature.Task).Name, Parameters = new(ParametersOf(TrainerOf(request.Signature.Task))) }, cancellation);
    }

    public sealed class TellsNoVersion : WrongEngine
    {
        public override IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>();
    }

    public sealed class NamesALibraryInAFolder : WrongEngine
    {
        public override IReadOnlyList<string> NativeLibraries => ["lib/liblinear.so"];
    }
}
