namespace ModelPipeline.Evaluation.Metrics;

/// <summary>The metrics that a confusion matrix determines. A division by zero gives 0, as in scikit-learn.</summary>
internal static class ConfusionFormulas
{
    private const int Positive = 1;

    public static double Precision(ConfusionMatrix matrix) => Ratio(matrix.Right(Positive), matrix.Predicted(Positive));

    public static double Recall(ConfusionMatrix matrix) => Ratio(matrix.Right(Positive), matrix.Actual(Positive));

    public static double F1(ConfusionMatrix matrix) => F1(matrix, Positive);

    /// <summary>The mean over the classes that occur, as label or as prediction.</summary>
    public static double MacroF1(ConfusionMatrix matrix)
    {
        var (sum, occurring) = (0.0, 0);
        for (var label = 0; label < matrix.Classes; label++)
        {
            if (matrix.Actual(label) + matrix.Predicted(label) == 0)
                continue;
            sum += F1(matrix, label);
            occurring++;
        }

        return sum / occurring;
    }

    /// <summary>The mean recall of the classes that occur as label; undefined for fewer than two of them.</summary>
    public static double BalancedAccuracy(ConfusionMatrix matrix)
    {
        var (sum, occurring) = (0.0, 0);
        for (var label = 0; label < matrix.Classes; label++)
        {
            var actual = matrix.Actual(label);
            if (actual == 0)
                continue;
            sum += (double)matrix.Right(label) / actual;
            occurring++;
        }

        return occurring < 2 ? double.NaN : sum / occurring;
    }

    /// <summary>
    /// The Matthews correlation; 0 where labels or predictions are constant.
    /// Source: J. Gorodkin, Comput. Biol. Chem. 28, 2004 (R_K).
    /// </summary>
    public static double Matthews(ConfusionMatrix matrix)
    {
        var (rows, right, product, squaredActual, squaredPredicted) = (0L, 0L, 0L, 0L, 0L);
        for (var label = 0; label < matrix.Classes; label++)
        {
            var (actual, predicted) = (matrix.Actual(label), matrix.Predicted(label));
            rows += actual;
            right += matrix.Right(label);
            product += actual * predicted;
            squaredActual += actual * actual;
            squaredPredicted += predicted * predicted;
        }

        var covariance = right * rows - product;
        var (actualVariance, predictedVariance) = (rows * rows - squaredActual, rows * rows - squaredPredicted);
        return actualVariance == 0 || predictedVariance == 0
            ? 0
            : covariance / Math.Sqrt((double)actualVariance * predictedVariance);
    }

    private static double F1(ConfusionMatrix matrix, int label) =>
        Ratio(2 * matrix.Right(label), matrix.Actual(label) + matrix.Predicted(label));

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
