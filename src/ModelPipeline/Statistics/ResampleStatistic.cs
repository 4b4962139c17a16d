namespace ModelPipeline.Statistics;

/// <summary>A statistic of rows that are counted: ones give its value, the counts of a resample give a bootstrap replicate.</summary>
/// <param name="counts">How often each row occurs, 0 or more.</param>
/// <returns>The value; <see cref="double.NaN"/> where it is undefined for these rows.</returns>
internal delegate double ResampleStatistic(ReadOnlySpan<int> counts);
