namespace ModelPipeline.Releasing.Hosts;

/// <summary>A commit and the accounts that the host takes its author and committer for.</summary>
/// <param name="Hash">The commit's hash.</param>
/// <param name="Author">The author's account; <see langword="null"/> where the author maps to none.</param>
/// <param name="Committer">The committer's account; <see langword="null"/> where the committer maps to none.</param>
/// <param name="Committed">The commit's own date, which anybody can write.</param>
public sealed record AuthoredCommit(string Hash, Account? Author, Account? Committer, DateTimeOffset Committed);
