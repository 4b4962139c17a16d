namespace ModelPipeline.BatchScoring;

/// <summary>Reads one input of a model out of records, row by row.</summary>
internal abstract class InputReader(string name)
{
    public string Name => name;

    /// <summary>How many rows had no value.</summary>
    public long Missing { get; protected set; }

    /// <summary>How many rows had a category that no training row had.</summary>
    public long Unseen { get; protected set; }

    /// <summary>Takes the value of the next row.</summary>
    /// <returns>What is wrong with it, as the rest of a sentence; <see langword="null"/> where nothing is.</returns>
    public abstract string? Add(ReadOnlySpan<char> text);

    /// <summary>The values as a column; the next row is the first of another one.</summary>
    public abstract Data.Column Take();
}
