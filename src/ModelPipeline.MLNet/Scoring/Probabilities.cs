namespace ModelPipeline.MLNet.Scoring;

/// <summary>Probabilities of classes.</summary>
internal static class Probabilities
{
    /// <summary>Makes the probabilities of each row sum to 1 in 64 bits; where none of them is positive, each class has an equal share.</summary>
    public static void Normalise(Span<double> values, int classes)
    {
        for (; values.Length > 0; values = values[classes..])
        {
            var sum = 0.0;
            foreach (var value in values[..classes])
                sum += value;
            foreach (ref var value in values[..classes])
                value = sum == 0 ? 1.0 / classes : value / sum;
        }
    }
}
