namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>A commit.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Author">The account that has the author's e-mail, whoever wrote it; <see langword="null"/> where none has.</param>
/// <param name="Committer">The account that has the committer's e-mail, likewise.</param>
/// <param name="Dated">The date that was written into it.</param>
/// <param name="IsSpoofed">Whether another person wrote it.</param>
internal sealed record TrueCommit(string Hash, long? Author, long? Committer, DateTimeOffset Dated, bool IsSpoofed);
