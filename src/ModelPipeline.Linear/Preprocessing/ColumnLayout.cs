namespace ModelPipeline.Linear.Preprocessing;

/// <summary>
/// Where the columns of the features lie in the design matrix: the constant 1 first, then every number, then every column of zeros and ones.
/// </summary>
internal sealed class ColumnLayout
{
    public ColumnLayout(IReadOnlyList<FeatureEncoding> encodings)
    {
        Encodings = encodings;
        Numbers = 1 + encodings.Count(encoding => encoding is NumericEncoding);
        Ones = encodings.Count(encoding => encoding is CategoricalEncoding) + encodings.Count(encoding => encoding.MissingIndicator);
        Width = 1 + encodings.Sum(encoding => encoding.Columns);
    }

    public IReadOnlyList<FeatureEncoding> Encodings { get; }

    /// <summary>How many numbers a row has, the constant included.</summary>
    public int Numbers { get; }

    /// <summary>How many ones a row has at most.</summary>
    public int Ones { get; }

    /// <summary>How many columns the matrix has.</summary>
    public int Width { get; }

    /// <summary>The columns of the matrix in the order of the features, the constant left out.</summary>
    public IEnumerable<int> InFeatureOrder()
    {
        var (number, one) = (1, Numbers);
        foreach (var encoding in Encodings)
        {
            if (encoding is NumericEncoding)
                yield return number++;
            for (var left = encoding.Columns - (encoding is NumericEncoding ? 1 : 0); left > 0; left--)
                yield return one++;
        }
    }
}
