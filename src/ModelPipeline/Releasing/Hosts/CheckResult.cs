namespace ModelPipeline.Releasing.Hosts;

/// <summary>A check run or a commit status.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">The check run's name or the status's context.</param>
/// <param name="Source">The app's slug, or the login of the status's creator.</param>
/// <param name="IsStatus">Whether it is a commit status.</param>
/// <param name="State">The check run's conclusion, or its status while it has none; the commit status's state; as the host spells it.</param>
/// <param name="Started">When it was started or made; of two of one name and source the later counts.</param>
public sealed record CheckResult(long Id, string Name, string Source, bool IsStatus, string State, DateTimeOffset Started);
