using ModelPipeline.Data;
using ModelPipeline.Storage;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Compares two files of predictions row by row.</summary>
public static class PredictionDiff
{
    /// <summary>
    /// Compares the files and writes <see cref="PredictionDiffOptions.Output"/>: the rows that changed and those that only one file has. Rows are in any
    /// order; memory does not grow with their number.
    /// </summary>
    /// <param name="options">What to compare.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops it; nothing half-written is left.</param>
    /// <returns>How the files differ.</returns>
    /// <exception cref="InputException">An option or a file is at fault; all faults at once, with file and line.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The comparison was stopped.</exception>
    public static PredictionDiffResult Compare(PredictionDiffOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var faults = new FaultList();
        foreach (var fault in options.Faults())
            faults.Add(fault);
        faults.ThrowIfAny();

        using var old = new PredictionFile(options.Old, faults, cancellation);
        using var @new = new PredictionFile(options.New, faults, cancellation);
        var layout = ColumnLayout.Of(old, @new, options.Key, faults);
        using var output = new PendingFile(options.Output);
        var differences = new DifferentialFile(output.Stream, layout);
        var recorder = new DiffRecorder(layout, options, differences);
        using var partitions = new RowPartitions(layout, options, cancellation);
        var lockStep = new LockStep(old, @new, layout, recorder, partitions, progress);
        lockStep.Run();
        faults.ThrowIfAny();
        if (lockStep.MayRepeat)
            AddKeys(options.Old, lockStep.Ascending, layout, partitions, cancellation);
        partitions.Join(recorder, progress);
        differences.Flush();
        output.Publish();
        return recorder.Result();
    }

    /// <summary>Adds the keys of the first rows, which are in both files.</summary>
    private static void AddKeys(string path, long rows, ColumnLayout layout, RowPartitions partitions, CancellationToken cancellation)
    {
        using var file = new PredictionFile(path, new FaultList(), cancellation);
        var row = layout.NewRow();
        for (; rows > 0 && file.Next(); rows--)
        {
            file.ReadKey(row, layout.Old);
            partitions.Add(RowSide.Both, row);
        }

        if (rows > 0)
            throw new DataException([$"{path} changed while it was read, or cannot be read twice: give a file, not a pipe"]);
    }
}
