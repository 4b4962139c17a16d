namespace ModelPipeline.Training;

/// <summary>What a model says about rows.</summary>
/// <param name="outputs">The names of the outputs, as in the signature.</param>
/// <param name="values">One number a row and output, row after row. Not copied.</param>
public sealed class Scores(IReadOnlyList<string> outputs, double[] values)
{
    /// <summary>The names of the outputs.</summary>
    public IReadOnlyList<string> Outputs => outputs;

    /// <summary>How many rows there are.</summary>
    public int Rows => values.Length / outputs.Count;

    /// <summary>One number a row and output, row after row. Probabilities of one row of a multiclass model sum to 1.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The outputs of one row.</summary>
    /// <param name="index">The row, from 0.</param>
    public ReadOnlySpan<double> Row(int index) => Values.Slice(index * outputs.Count, outputs.Count);
}
