using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Training;
using ModelPipeline.XGBoost.Encoding;

namespace ModelPipeline.XGBoost.Boosting;

/// <summary>Chooses how training rows are encoded.</summary>
internal static class EncodingChoice
{
    /// <summary>The most columns of all features together: each has a histogram at every node of a tree.</summary>
    internal const int MostColumns = 100_000;

    /// <summary>The encoding of each column, in order.</summary>
    /// <exception cref="TrainingException">There are too many columns or rows.</exception>
    public static IReadOnlyList<FeatureEncoding> Of(IReadOnlyList<Column> columns, XGBoostParameters parameters)
    {
        FeatureEncoding[] encodings = [.. columns.Select(column => Of(column, parameters))];
        var width = encodings.Sum(encoding => (long)encoding.Width);
        if (width > MostColumns)
            throw new TrainingException(string.Create(CultureInfo.InvariantCulture, $"The features have {width:N0} columns, more than {MostColumns:N0}: lower 'max_categories', set 'categories' to '{XGBoostParameters.Ordinal}', or ignore features with many categories."));
        if ((long)columns[0].Count * columns.Count > Array.MaxLength)
            throw new TrainingException(string.Create(CultureInfo.InvariantCulture, $"{columns[0].Count:N0} rows of {columns.Count:N0} features are more than this engine trains on at once: train on a sample of the rows."));
        return encodings;
    }

    private static FeatureEncoding Of(Column column, XGBoostParameters parameters) => column switch
    {
        NumericColumn => new NumericEncoding(column.Name),
        CategoricalColumn categories when parameters.OrdinalCategories => new OrdinalEncoding(column.Name, CategoricalEncoding.Frequent(categories, parameters.MaxCategories)),
        CategoricalColumn categories => new OneHotEncoding(column.Name, CategoricalEncoding.Frequent(categories, parameters.MaxCategories)),
        _ => throw new ArgumentException($"Column '{column.Name}' is neither numeric nor categorical.", nameof(column)),
    };
}
