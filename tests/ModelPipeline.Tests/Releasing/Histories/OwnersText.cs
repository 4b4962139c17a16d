namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>The base's CODEOWNERS.</summary>
/// <param name="Lines">Its lines; comments match nothing.</param>
/// <param name="IsFaulty">Whether it cannot be understood, or is too long.</param>
/// <param name="Bytes">The file.</param>
internal sealed record OwnersText(IReadOnlyList<OwnersLine> Lines, bool IsFaulty, byte[] Bytes);
