namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>Runs trials, a few at a time.</summary>
internal static class Each
{
    public static Task Async(int count, Func<int, Task> body) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) => await body(number));
}
