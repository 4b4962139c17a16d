using Microsoft.ML;
using Microsoft.ML.Transforms;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Tests.Recipes;

/// <summary>A user's recipe with code of its own in the model: it finds the code by the name of a contract.</summary>
internal sealed class SquaredStrong(string contract) : IMLNetRecipe
{
    public string Name => "squared-strong";

    public IReadOnlyList<ModelTask> Tasks { get; } = [ModelTask.Regression];

    public IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label) =>
        context.Transforms.CustomMapping<Input, Output>(Square, contract)
            .Append(context.Transforms.Concatenate("Both", "strong", nameof(Output.Squared)))
            .Append(context.Regression.Trainers.LbfgsPoissonRegression(label, "Both"));

    private static void Square(Input input, Output output) => output.Squared = input.Strong * input.Strong;

    public sealed class Input
    {
        [Microsoft.ML.Data.ColumnName("strong")]
        public float Strong { get; set; }
    }

    public sealed class Output
    {
        public float Squared { get; set; }
    }

    [CustomMappingFactoryAttribute("square")]
    public sealed class Factory : CustomMappingFactory<Input, Output>
    {
        public override Action<Input, Output> GetMapping() => Square;
    }
}
