using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet;

/// <summary>Turns the features of a request into one vector of numbers, as Microsoft.ML's trainers read it.</summary>
public static class MLNetFeatures
{
    /// <summary>The name of the vector's column.</summary>
    public const string Column = "Features";

    /// <summary>
    /// A missing number becomes the mean of the training rows; where training rows had missing values, an indicator is a feature of its own.
    /// Categories are one-hot encoded in the signature's order; a missing or unknown one is all zeros.
    /// </summary>
    /// <param name="context">The context of the training.</param>
    /// <param name="request">What to train.</param>
    /// <param name="standardise">Whether numbers are brought to mean 0 and variance 1, as linear trainers need; indicators and categories are left at 0 and 1.</param>
    public static EstimatorChain<ITransformer> Estimator(MLContext context, TrainingRequest request, bool standardise)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);
        string[] numeric = [.. request.Signature.Inputs.Where(input => input.Type == ColumnType.Numeric).Select(input => input.Name)];
        string[] gaps = [.. numeric.Where(name => HasGap(request.Features[name]))];
        var numbers = ColumnNames.Unused("Numbers", request.Signature);
        var missing = ColumnNames.Unused("Missing", request.Signature);

        List<IEstimator<ITransformer>> steps = [];
        List<string> parts = [];
        if (numeric.Length > 0)
            parts.Add(numbers);
        if (gaps.Length > 0)
        {
            parts.Add(missing);
            steps.Add(context.Transforms.Concatenate(missing, gaps));
            steps.Add(context.Transforms.IndicateMissingValues(missing));
            steps.Add(context.Transforms.Conversion.ConvertType(missing));
        }

        if (numeric.Length > 0)
        {
            steps.Add(context.Transforms.Concatenate(numbers, numeric));
            steps.Add(context.Transforms.ReplaceMissingValues(numbers, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean));
            if (standardise)
                steps.Add(context.Transforms.NormalizeMeanVariance(numbers, fixZero: false));
        }

        foreach (var input in request.Signature.Inputs.Where(input => input.Categories.Count > 0))
        {
            parts.Add(input.Name);
            steps.Add(OneHot(context, input));
        }

        steps.Add(context.Transforms.Concatenate(Column, [.. parts]));
        return steps.Aggregate(new EstimatorChain<ITransformer>(), (chain, step) => chain.Append(step));
    }

    private static OneHotEncodingEstimator OneHot(MLContext context, FeatureSignature input) => context.Transforms.Categorical.OneHotEncoding(
        input.Name,
        maximumNumberOfKeys: Math.Max(1, input.Categories.Count),
        keyData: context.Data.LoadFromEnumerable(input.Categories.Select(category => new Category(category))));

    private static bool HasGap(Column column) => Enumerable.Range(0, column.Count).Any(column.IsMissing);

    private sealed record Category(string Name);
}
