namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>How one column differs between two files of predictions.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Changed">In how many rows the cell changed.</param>
/// <param name="Missing">In how many of these it is empty or NaN on one side.</param>
/// <param name="Text">In how many of these it is a text on a side, for example a predicted class that flipped.</param>
/// <param name="MeanShift">
/// The mean of new − old over all compared rows, in the column's units. A row whose cell is not a finite number on both sides adds 0.
/// </param>
/// <param name="MaxShift">The largest |new − old| of a compared row, in the column's units; 0 where no number differs.</param>
public sealed record ColumnDiff(string Name, long Changed, long Missing, long Text, double MeanShift, double MaxShift);
