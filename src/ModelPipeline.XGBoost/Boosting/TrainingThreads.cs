using ModelPipeline.Data;

namespace ModelPipeline.XGBoost.Boosting;

/// <summary>How many threads training uses.</summary>
internal static class TrainingThreads
{
    /// <summary>With fewer values the threads would wait for each other more than they work.</summary>
    private const long ValuesForMany = 2_000_000;

    private const int Many = 4;

    /// <summary>The data alone decide, not the machine: the threads' sums are added up at the end, and the last bit of such a sum may depend on their number.</summary>
    public static int For(Table rows) => (long)rows.Rows * rows.Columns.Count < ValuesForMany ? 1 : Many;
}
