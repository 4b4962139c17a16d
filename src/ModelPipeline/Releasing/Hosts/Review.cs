namespace ModelPipeline.Releasing.Hosts;

/// <summary>A review of a pull request, as the host has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Author">Who wrote it; <see langword="null"/> where the account is gone.</param>
/// <param name="State">What it says, as the host spells it, for example <c>APPROVED</c>.</param>
/// <param name="Commit">The commit that it is of now; <see langword="null"/> where the host does not say.</param>
/// <param name="Submitted">When it was submitted; <see langword="null"/> where it was not, or the host does not say.</param>
public sealed record Review(long Id, Account? Author, string State, string? Commit, DateTimeOffset? Submitted);
