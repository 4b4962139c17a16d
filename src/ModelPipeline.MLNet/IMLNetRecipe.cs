using Microsoft.ML;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet;

/// <summary>
/// A way to train a model with Microsoft.ML: a trainer of the engine <c>mlnet</c>, called by its <see cref="Name"/> in a spec.
/// A user's own one is given to <see cref="MLNetEngine(IMLNetRecipe[])"/>.
/// </summary>
public interface IMLNetRecipe
{
    /// <summary>The name that a spec calls it by: lower case, words joined by hyphens.</summary>
    string Name { get; }

    /// <summary>What it can predict.</summary>
    IReadOnlyList<ModelTask> Tasks { get; }

    /// <summary>Its parameters.</summary>
    /// <value>Default: none.</value>
    IReadOnlyList<ParameterDefinition> Parameters => [];

    /// <summary>The pipeline from raw columns to a score. It maps row to row, and equal requests give equal pipelines.</summary>
    /// <param name="context">The context of this training; its seed is the request's.</param>
    /// <param name="request">
    /// What to train. In the pipeline's input each feature is a column of its name: a number is a <c>Single</c>, <c>NaN</c> where it is missing;
    /// a category is text, empty where it is missing.
    /// </param>
    /// <param name="label">
    /// The name of the label's column, <c>Label</c> unless a feature has that name: <c>Boolean</c> for binary tasks, a key of the classes in their
    /// order for multiclass ones, <c>Single</c> for regression.
    /// </param>
    /// <returns>
    /// An estimator whose transformer adds <c>Probability</c> (binary, <c>Single</c>), or <c>Score</c>: a vector with one probability a class
    /// (multiclass), or a <c>Single</c> in the label's unit (regression).
    /// </returns>
    IEstimator<ITransformer> Estimator(MLContext context, TrainingRequest request, string label);
}
