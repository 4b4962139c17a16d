namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>A key in the table of a partition.</summary>
internal struct KeyEntry
{
    /// <summary>Where a row of the key starts.</summary>
    public int Start;

    /// <summary>The next key in the same bucket.</summary>
    public int Next;

    /// <summary>The first row of the old file that has no pair yet.</summary>
    public int FirstRow;

    /// <summary>The last row of the old file.</summary>
    public int LastRow;

    /// <summary>How many rows the old file has.</summary>
    public int Old;

    /// <summary>How many rows the new file has.</summary>
    public int New;
}
