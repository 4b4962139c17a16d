using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear;

/// <summary>The trainers, one a task.</summary>
internal static class LinearTrainers
{
    public const string Logistic = "logistic-regression";
    public const string Multinomial = "multinomial-regression";
    public const string Ridge = "ridge-regression";

    public static IReadOnlyList<TrainerDefinition> All { get; } =
    [
        new(Logistic, [ModelTask.BinaryClassification], LinearParameters.Definitions),
        new(Multinomial, [ModelTask.MulticlassClassification], LinearParameters.Definitions),
        new(Ridge, [ModelTask.Regression], LinearParameters.Definitions),
    ];

    /// <summary>The one trainer of a task.</summary>
    public static string Of(ModelTask task) => All.First(trainer => trainer.Tasks.Contains(task)).Name;
}
