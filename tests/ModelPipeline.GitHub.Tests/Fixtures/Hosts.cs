using ModelPipeline.GitHub.Transport;

namespace ModelPipeline.GitHub.Tests.Fixtures;

internal static class Hosts
{
    public const string Token = "ghs_0123456789abcdefSECRET";

    public static readonly GitHubLimits Patient = new() { RepeatDelay = TimeSpan.FromSeconds(1) };

    public static GitHubReleaseHost Of(Uri address, TimeProvider? clock = null, GitHubLimits? limits = null, IProgress<string>? progress = null) =>
        new(new GitHubSettings(address, new Uri("https://github.example/"), "acme/models", Token), clock ?? new LeapingClock(), limits ?? Patient, progress);
}
