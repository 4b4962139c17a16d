namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>differential</c>.</summary>
internal static class DifferentialSection
{
    private static readonly NumberRange AtLeastZero = new(0, double.PositiveInfinity);
    private static readonly NumberRange Features = new(0, int.MaxValue);
    private static readonly DifferentialSpec Defaults = new();

    public static DifferentialSpec Read(Section differential, ModelTask? task) => new()
    {
        Tolerance = ReadTolerance(differential.Sub("tolerance")),
        Limits = ReadLimits(differential.Sub("limits"), task),
        Data = DataPath.Read(differential.Find("data")),
    };

    private static ToleranceSpec ReadTolerance(Section tolerance) => new()
    {
        Absolute = tolerance.Find("absolute")?.Number(AtLeastZero) ?? Defaults.Tolerance.Absolute,
        Relative = tolerance.Find("relative")?.Number(AtLeastZero) ?? Defaults.Tolerance.Relative,
    };

    private static DifferentialLimits ReadLimits(Section limits, ModelTask? task)
    {
        if (task == ModelTask.Regression)
            foreach (var flips in new[] { limits.Find("label_flips"), limits.Find("negative_flips") })
                flips?.Fault("is for classification only, not for regression: remove it");
        return new DifferentialLimits
        {
            ChangedRows = limits.Find("changed_rows")?.Number(NumberRange.Share),
            LabelFlips = limits.Find("label_flips")?.Number(NumberRange.Share),
            NegativeFlips = limits.Find("negative_flips")?.Number(NumberRange.Share),
            MeanShift = limits.Find("mean_shift")?.Number(AtLeastZero),
            LostFeatures = (int)(limits.Find("lost_features")?.Integer(Features) ?? Defaults.Limits.LostFeatures),
            LabelShift = limits.Find("label_shift")?.Number(AtLeastZero),
            TrainingRows = limits.Find("training_rows")?.Number(AtLeastZero) ?? Defaults.Limits.TrainingRows,
        };
    }
}
