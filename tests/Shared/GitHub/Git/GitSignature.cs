using System.Globalization;

namespace Shared.GitHub.Git;

/// <summary>Who made a commit or a tag, as anybody can write it.</summary>
internal sealed record GitSignature(string Name, string Email, DateTimeOffset When)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name} <{Email}> {When.ToUnixTimeSeconds()} {(When.Offset < TimeSpan.Zero ? '-' : '+')}{When.Offset:hhmm}");
}
