namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>Runs trials, a few at a time.</summary>
internal static class Each
{
    public static Task Async<T>(IEnumerable<T> trials, Func<T, Task> body) =>
        Parallel.ForEachAsync(trials, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (trial, _) => await body(trial));
}
