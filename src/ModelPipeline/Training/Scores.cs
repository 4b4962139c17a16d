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

    /// <summary>Whether every output of a row is a finite number.</summary>
    internal static bool AreFinite(ReadOnlySpan<double> outputs)
    {
        foreach (var output in outputs)
            if (!double.IsFinite(output))
                return false;
        return true;
    }

    /// <summary>The scores of the given rows, in the given order.</summary>
    /// <param name="rows">Rows, from 0; repeats are allowed.</param>
    public Scores Select(int[] rows)
    {
        var selected = new double[rows.Length * outputs.Count];
        for (var i = 0; i < rows.Length; i++)
            Row(rows[i]).CopyTo(selected.AsSpan(i * outputs.Count));
        return new(outputs, selected);
    }
}
