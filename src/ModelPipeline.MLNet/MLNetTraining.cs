using Microsoft.ML;
using ModelPipeline.MLNet.Rows;
using ModelPipeline.MLNet.Scoring;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet;

/// <summary>One training: fits a recipe's estimator to the rows of a request.</summary>
internal sealed class MLNetTraining(MLContext context, IMLNetRecipe recipe, TrainingRequest request)
{
    /// <summary>A seed of Microsoft.ML, which has 32 bits: seeds of 32 bits keep their own.</summary>
    public static int SeedOf(long seed) => unchecked((int)(seed + (31 * ((seed - (int)seed) >> 32))));

    /// <exception cref="TrainingException">The rows or parameters allow no model.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ITransformer Run(CancellationToken cancellation)
    {
        TrainingRows.Check(request, recipe);
        cancellation.ThrowIfCancellationRequested();
        var label = ColumnNames.Label(request.Signature);
        var rows = TableView.ForTraining(request, label, cancellation);

        // Fit takes no token: it runs in a thread that is left alone when the token is cancelled.
        var fitting = Task.Factory.StartNew(() => Fit(rows, label), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Task.WaitAny([fitting], cancellation);
        cancellation.ThrowIfCancellationRequested(); // reading that was stopped may have ended it with a fault first
        return fitting.GetAwaiter().GetResult();
    }

    private ITransformer Fit(TableView rows, string label)
    {
        using var culture = InvariantCulture.Enter();
        try
        {
            var transformer = recipe.Estimator(context, request, label).Fit(rows);
            return OutputChecks.Fault(transformer, request.Signature) is { } misfit
                ? throw new TrainingException($"Recipe '{recipe.Name}' gives no model: {misfit}.")
                : transformer;
        }
        catch (Exception fault) when (Refusal(fault) is { } refusal)
        {
            throw new TrainingException($"Microsoft.ML cannot train '{recipe.Name}': {QuotedText.Escape(refusal.Message, 400).TrimEnd('.')}.");
        }
    }

    /// <summary>What Microsoft.ML throws for rows and parameters that it cannot use; tree trainers wrap it in an <see cref="AggregateException"/>.</summary>
    private static Exception? Refusal(Exception fault) => fault switch
    {
        AggregateException { InnerException: { } inner } => Refusal(inner),
        InvalidOperationException or ArgumentException or FormatException or NotSupportedException or DllNotFoundException => fault,
        _ => null,
    };
}
