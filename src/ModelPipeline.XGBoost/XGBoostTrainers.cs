using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost;

/// <summary>The trainers.</summary>
internal static class XGBoostTrainers
{
    public const string GradientBoosting = "gradient-boosting";

    public static IReadOnlyList<TrainerDefinition> All { get; } =
    [
        new(GradientBoosting, [ModelTask.BinaryClassification, ModelTask.MulticlassClassification, ModelTask.Regression], XGBoostParameters.Definitions),
    ];
}
