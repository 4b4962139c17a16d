namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>A line of CODEOWNERS.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Matches">What it is true of.</param>
/// <param name="Owners">Logins and teams without the at sign, and e-mail addresses, in lower case.</param>
internal sealed record OwnersLine(string Text, Func<string, bool> Matches, IReadOnlyList<string> Owners);
