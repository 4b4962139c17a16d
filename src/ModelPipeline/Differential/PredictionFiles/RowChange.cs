namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Why a row is in the file of differences.</summary>
internal enum RowChange
{
    /// <summary>A cell changed by more than the tolerance.</summary>
    Changed,

    /// <summary>The new file lacks the row.</summary>
    OnlyInOld,

    /// <summary>The old file lacks the row.</summary>
    OnlyInNew,
}
