namespace ModelPipeline.Releasing.Hosts;

/// <summary>What the server knows of how a pull request's head came.</summary>
/// <param name="LastForcePush">When the branch was last force-pushed; <see langword="null"/> where it never was.</param>
/// <param name="LastRetarget">When the pull request was last given another base branch; <see langword="null"/> where it never was.</param>
/// <param name="FirstSeen">When the first check suite or commit status of the head was made; <see langword="null"/> where there is none.</param>
/// <param name="Pushed">When the head was pushed; <see langword="null"/> where the server does not know any more.</param>
/// <param name="Pushers">Everyone who pushed to the branch up to the head, the head's pusher first; <see langword="null"/> in it stands for an account that is gone. Empty where the server does not know.</param>
public sealed record HeadArrival(
    DateTimeOffset? LastForcePush, DateTimeOffset? LastRetarget, DateTimeOffset? FirstSeen, DateTimeOffset? Pushed, IReadOnlyList<Account?> Pushers);
