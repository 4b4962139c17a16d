using System.Globalization;

namespace ModelPipeline.Tests.Benchmarking;

/// <summary>Tells the processes that run from those that ended.</summary>
internal static class LivingProcess
{
    /// <summary>Whether a process runs: one that ended may wait for whoever inherited it to take note.</summary>
    /// <param name="process">Its id.</param>
    public static bool IsThere(int process)
    {
        var status = $"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat";
        try
        {
            return !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
