namespace ModelPipeline.Evidence.Decisions;

/// <summary>A check run or commit status as it was read.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name or context.</param>
/// <param name="Source">The app's slug or the creator's login.</param>
/// <param name="IsStatus">Whether it is a commit status.</param>
/// <param name="State">Its conclusion or state, as the host spells it.</param>
/// <param name="Started">When it was started or made.</param>
public sealed record DecisionCheck(long Id, string Name, string Source, bool IsStatus, string State, DateTimeOffset Started);
