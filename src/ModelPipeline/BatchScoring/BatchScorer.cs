using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.BatchScoring;

/// <summary>Scores files of rows of any length.</summary>
public static class BatchScorer
{
    /// <summary>
    /// Scores a file's rows in their order. Memory does not grow with their number. The output appears under its name when it is whole; a run that was
    /// stopped is gone on with, and the result is the same to the byte.
    /// </summary>
    /// <param name="bundle">The model.</param>
    /// <param name="scorer">The model's scorer.</param>
    /// <param name="options">What is scored and written.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops it; the next run goes on from there.</param>
    /// <exception cref="InputException">An option or the input is at fault, all faults at once with file and line; or another process writes the output.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The scoring was stopped.</exception>
    public static async Task<BatchScoringResult> ScoreAsync(
        ModelBundle bundle, IScorer scorer, BatchScoringOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var faults = new FaultList();
        foreach (var fault in options.Faults())
            faults.Add(fault);
        faults.ThrowIfAny();

        var explaining = options.Contributions ? scorer as IExplainingScorer ?? throw new InputException($"The engine '{bundle.Manifest.Engine}' cannot tell what features add to scores: leave contributions out.") : null;

        var (header, offset, lines) = InputFile.ReadHeader(options.Input, faults, cancellation);
        faults.ThrowIfAny();
        var layout = RowLayout.Of(options, bundle.Manifest.Signature, header!, faults);
        faults.ThrowIfAny();

        var headerBytes = PartScorer.HeaderOf(layout);
        using var held = File.OpenRead(options.Input); // An output that is a hard link to the input cannot be taken while the input is held.
        var batch = BatchIdentity.Of(options.Input, bundle.Digest, headerBytes);
        using var output = new OutputFile(options.Output);
        var start = output.Resume(batch);
        var resumed = start?.Rows ?? 0;
        if (start is null)
        {
            output.Start(headerBytes);
            start = new Checkpoint(batch, offset, lines, headerBytes.Length, 0, [.. layout.Signature.Inputs.Select(input => new ColumnGaps(input.Name, 0, 0))]);
        }
        else
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"going on after {resumed:N0} rows, which a run before had scored"));
        }

        using var reader = new PartReader(options.Input, start.InputOffset, start.Lines);
        var end = await WriteAsync(start, output, reader, layout, scorer, explaining, options, progress, faults, cancellation).ConfigureAwait(false);
        if (BatchIdentity.Of(options.Input, bundle.Digest, headerBytes) != batch)
            faults.Add($"{options.Input} changed while it was scored: score it again");
        if (faults.Any)
            output.Discard();
        faults.ThrowIfAny();
        output.Publish();
        return new(end.Rows, resumed, end.Columns);
    }

    /// <summary>Writes the parts in their order while others are read and scored.</summary>
    private static async Task<Checkpoint> WriteAsync(
        Checkpoint start,
        OutputFile output,
        PartReader reader,
        RowLayout layout,
        IScorer scorer,
        IExplainingScorer? explaining,
        BatchScoringOptions options,
        IProgress<string> progress,
        FaultList faults,
        CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pipeline = new ScoringPipeline(reader, [.. Enumerable.Range(0, options.Threads).Select(_ => new PartScorer(layout, scorer, explaining, options.PartBytes))]);
        var reading = pipeline.ReadAsync(stop.Token);
        var (done, saved) = (start, start.InputOffset);
        try
        {
            await foreach (var (partScorer, scoring) in pipeline.Parts.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                var scored = await scoring.ConfigureAwait(false);
                faults.Add(scored.Faults);
                if (!faults.Any)
                    output.Write(scored.Output.Span);
                done = done.After(scored);
                pipeline.Return(partScorer);
                if (done.InputOffset - saved < options.CheckpointBytes)
                    continue;
                saved = done.InputOffset;
                if (!faults.Any)
                    output.Save(done);
                progress.Report(string.Create(CultureInfo.InvariantCulture, $"{done.Rows:N0} rows, {reader.Share:P0} of the file"));
            }
        }
        catch (DataException unreadable)
        {
            foreach (var fault in unreadable.Faults)
                faults.Add(fault);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return done;
    }
}
