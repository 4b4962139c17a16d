namespace ModelPipeline.Cards;

/// <summary>What the template <c>release-notes</c> reads. Texts are as the evidence has them: the template escapes them.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Version">The version.</param>
/// <param name="Champion">The version that it was compared with; <see langword="null"/> for a first release.</param>
/// <param name="Changes">Why it has this version, one sentence each.</param>
/// <param name="Steps">The steps that judged it.</param>
/// <param name="Facts">What identifies it.</param>
/// <param name="Card">The address of its card.</param>
/// <param name="Request">The address of the pull request that it was approved in.</param>
/// <param name="Image">The image with its digest; <see langword="null"/> where it is pushed nowhere.</param>
public sealed record ReleaseNotesDocument(
    string Name,
    string Version,
    string? Champion,
    IReadOnlyList<string> Changes,
    IReadOnlyList<CardStep> Steps,
    IReadOnlyList<CardFact> Facts,
    string Card,
    string Request,
    string? Image);
