namespace ModelPipeline.Releasing.Hosts;

/// <summary>What became of something to be told.</summary>
public enum ReportOutcome
{
    /// <summary>It was written.</summary>
    Written,

    /// <summary>It says so already.</summary>
    Unchanged,

    /// <summary>The token may not write there, as in a pull request from a fork.</summary>
    NotAllowed,
}
