namespace ModelPipeline.XGBoost.Tests;

/// <summary>The real libxgboost, without which a test is skipped, but not in CI.</summary>
internal static class Library
{
    /// <summary>Skips the test where the library is absent.</summary>
    public static void Require()
    {
        try
        {
            new XGBoostEngine().Require();
        }
        catch (InputException fault) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(fault.Message);
        }
    }
}
