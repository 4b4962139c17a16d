namespace ModelPipeline.XGBoost.Tests;

/// <summary>The real libxgboost.</summary>
internal static class Library
{
    /// <summary>Why it is not there; <see langword="null"/> where it is.</summary>
    public static string? Absent { get; } = Fault();

    /// <summary>Skips the test where the library is absent, but not in CI.</summary>
    public static void Require()
    {
        if (Absent is not { } reason)
            return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Fail(reason);
    }

    private static string? Fault()
    {
        try
        {
            new XGBoostEngine().Require();
            return null;
        }
        catch (InputException fault)
        {
            return fault.Message;
        }
    }
}
