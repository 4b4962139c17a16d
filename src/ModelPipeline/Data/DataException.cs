namespace ModelPipeline.Data;

/// <summary>The data cannot be used as the spec says.</summary>
/// <param name="faults">What is wrong, where, and what to do; one sentence each.</param>
/// <param name="cause">The exception behind it, if any.</param>
public sealed class DataException(IReadOnlyList<string> faults, Exception? cause = null)
    : InputException(string.Join('\n', faults), cause)
{
    /// <summary>Everything that is wrong, one sentence each; of very many the first 20 and how many more there are.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
