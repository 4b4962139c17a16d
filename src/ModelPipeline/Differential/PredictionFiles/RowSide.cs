namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Where a row was met.</summary>
internal enum RowSide : byte
{
    /// <summary>In both files at once, and compared already: only its key is kept.</summary>
    Both,

    /// <summary>In the old file.</summary>
    Old,

    /// <summary>In the new file.</summary>
    New,
}
