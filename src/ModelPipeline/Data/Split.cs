namespace ModelPipeline.Data;

/// <summary>The rows to train on and the rows to test on.</summary>
/// <param name="Train">The training rows, ascending, from 0.</param>
/// <param name="Test">The test rows, ascending, from 0.</param>
public sealed record Split(int[] Train, int[] Test)
{
    /// <summary>The digest of the training rows' keys under the split's seed: equal sets of keys give equal digests, in any order of the rows.</summary>
    public Digest TrainDigest { get; init; }

    /// <summary>The digest of the test rows' keys under the split's seed: equal sets of keys give equal digests, in any order of the rows.</summary>
    public Digest TestDigest { get; init; }
}
