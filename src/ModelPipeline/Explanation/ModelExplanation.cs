using System.Text;
using ModelPipeline.Specs;

namespace ModelPipeline.Explanation;

/// <summary>Why a model says what it says, measured on test rows; shown, not judged.</summary>
internal sealed record ModelExplanation
{
    /// <summary>The file's name among the reports.</summary>
    public const string FileName = "explanation.json";

    /// <summary>The format's name.</summary>
    public const string Format = "modelpipeline/explanation/v1";

    /// <summary>The format's name: <see cref="Format"/>.</summary>
    public string Schema { get; init; } = Format;

    /// <summary>What the model predicts.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>How many test rows it is measured on.</summary>
    public required int Rows { get; init; }

    /// <summary>How many test rows are left out because their label is missing or a score is not a finite number (a probability: not within 0 to 1).</summary>
    public required int RowsLeftOut { get; init; }

    /// <summary>How much the model depends on each feature.</summary>
    public required PermutationImportance Importance { get; init; }

    /// <summary>What came true of rows with about equal probabilities, ascending; absent for regression.</summary>
    public IReadOnlyList<CalibrationBin>? Calibration { get; init; }

    /// <summary>Which classes are taken for which; absent for regression.</summary>
    public ConfusionTable? Confusion { get; init; }

    /// <summary>What each threshold would give; of binary classification alone.</summary>
    public IReadOnlyList<ThresholdRow>? Thresholds { get; init; }

    /// <summary>How far the predictions are off; of regression alone.</summary>
    public ResidualSummary? Residuals { get; init; }

    /// <summary>The report files, by name: <c>explanation.json</c> and a figure for each part that the task has.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files()
    {
        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            [FileName] = ExplanationJson.Write(this),
            ["importance.svg"] = Bytes(ImportanceFigure.Draw(Importance)),
        };
        if (Calibration is not null)
            files["calibration.svg"] = Bytes(CalibrationFigure.Draw(Calibration, Task));
        if (Confusion is not null)
            files["confusion.svg"] = Bytes(ConfusionFigure.Draw(Confusion));
        if (Thresholds is not null)
            files["thresholds.svg"] = Bytes(ThresholdFigure.Draw(Thresholds));
        if (Residuals is not null)
            files["residuals.svg"] = Bytes(ResidualFigure.Draw(Residuals));
        return files;
    }

    private static byte[] Bytes(string figure) => Encoding.UTF8.GetBytes(figure);
}
