namespace ModelPipeline.XGBoost.Scoring;

/// <summary>Adds the contributions of a feature's columns up.</summary>
internal sealed class RowContributions(XGBoostModel model, int outputs, int rows)
{
    /// <summary>One number an output: the trees' mean answer and the model's base.</summary>
    public double[] Bases { get; } = new double[outputs];

    /// <summary>One number a row, output and feature.</summary>
    public double[] Values { get; } = new double[rows * outputs * model.Encodings.Count];

    /// <summary>Takes a block of rows as the library gives them: for each row and output one number a column, then the base.</summary>
    /// <param name="start">The block's first row.</param>
    /// <param name="contributions">The numbers.</param>
    public void Add(int start, ReadOnlySpan<double> contributions)
    {
        var value = start * outputs * model.Encodings.Count;
        for (var output = 0; !contributions.IsEmpty; output = (output + 1) % outputs)
        {
            foreach (var encoding in model.Encodings)
            {
                foreach (var contribution in contributions[..encoding.Width])
                    Values[value] += contribution;
                contributions = contributions[encoding.Width..];
                value++;
            }

            Bases[output] = contributions[0] + model.Base;
            contributions = contributions[1..];
        }
    }
}
