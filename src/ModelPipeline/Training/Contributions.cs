namespace ModelPipeline.Training;

/// <summary>
/// What each feature adds to the raw scores of rows. A row's contributions to an output and that output's base add up to its raw score: of a binary task the
/// log-odds, of a multiclass one what the class's probability is the softmax of, of a regression the prediction, in the label's unit.
/// </summary>
/// <param name="features">The names of the features, as in the signature.</param>
/// <param name="bases">The raw score that features add to, one an output. Not copied.</param>
/// <param name="values">One number a row, output and feature, row after row and in each output after output. Not copied.</param>
public sealed class Contributions(IReadOnlyList<string> features, double[] bases, double[] values)
{
    /// <summary>The names of the features, as in the signature.</summary>
    public IReadOnlyList<string> Features => features;

    /// <summary>The raw score that features add to, one an output.</summary>
    public ReadOnlySpan<double> Bases => bases;

    /// <summary>How many rows there are.</summary>
    public int Rows => values.Length / (features.Count * bases.Length);

    /// <summary>What each feature adds to one output of one row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="output">The output, from 0.</param>
    public ReadOnlySpan<double> Of(int row, int output) => values.AsSpan(((row * bases.Length) + output) * features.Count, features.Count);

    /// <summary>The raw score of one output of one row.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="output">The output, from 0.</param>
    public double RawScore(int row, int output)
    {
        var sum = bases[output];
        foreach (var value in Of(row, output))
            sum += value;
        return sum;
    }
}
