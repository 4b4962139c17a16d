using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>The data of a bundle.</summary>
public sealed record BundleData
{
    /// <summary>The digest of the data files.</summary>
    public required Digest Digest { get; init; }

    /// <summary>How many rows they have.</summary>
    public required int Rows { get; init; }

    /// <summary>The oldest row's time, in UTC; absent without a time column.</summary>
    public DateTime? Oldest { get; init; }

    /// <summary>The newest row's time, in UTC; absent without a time column.</summary>
    public DateTime? Newest { get; init; }

    /// <summary>How many rows the model was trained on.</summary>
    public required int TrainRows { get; init; }

    /// <summary>How many rows it is tested on.</summary>
    public required int TestRows { get; init; }

    /// <summary>The digest of the training rows' keys.</summary>
    public required Digest TrainSplit { get; init; }

    /// <summary>The digest of the test rows' keys.</summary>
    public required Digest TestSplit { get; init; }

    /// <summary>What each feature's training values look like, in the signature's order.</summary>
    public required IReadOnlyList<ColumnStatistics> Columns { get; init; }

    /// <summary>What the labels of the training rows look like.</summary>
    public required ColumnStatistics Label { get; init; }
}
