namespace ModelPipeline.Scoring.Hosting;

/// <summary>What the program ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It could not do what it was asked to.</summary>
    public const int Failed = 1;

    /// <summary>What it was given is at fault.</summary>
    public const int BadInput = 2;
}
