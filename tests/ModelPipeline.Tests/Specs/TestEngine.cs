using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Specs;

/// <summary>An engine that has trainers and cannot train.</summary>
public sealed class TestEngine : IModelEngine
{
    public string Name => "linear";

    public IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>();

    public IReadOnlyList<TrainerDefinition> Trainers { get; } =
    [
        new("logistic-regression", [ModelTask.BinaryClassification, ModelTask.MulticlassClassification],
        [
            new("l2", ParameterKind.Number, 1.0, "Strength of the penalty.") { Minimum = 0 },
            new("iterations", ParameterKind.Integer, 100L, "Most steps.") { Minimum = 1, Maximum = 10_000 },
            new("solver", ParameterKind.Text, "newton", "How it is solved."),
            new("intercept", ParameterKind.Flag, true, "Whether there is one."),
            new("scaling", ParameterKind.Text, "standard", "How numbers are scaled.") { Choices = ["standard", "none"] },
            new("weights", ParameterKind.Number, null, "What a row of a class counts.") { Form = ParameterForm.Map, Minimum = 0 },
            new("steps", ParameterKind.Text, null, "What is done, in order.") { Form = ParameterForm.List },
            new("extra", ParameterKind.Any, null, "Anything.") { Form = ParameterForm.Map },
        ]),
        new("ridge-regression", [ModelTask.Regression], [new("l2", ParameterKind.Number, 0.5, "Strength of the penalty.")]),
    ];

    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public IScorer Load(string folder, ModelSignature signature) => throw new NotSupportedException();
}
