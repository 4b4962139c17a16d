using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>A push of the pull request's branch.</summary>
internal sealed record Push
{
    public required long By { get; init; }

    public required PushKind Kind { get; init; }

    /// <summary>Whether the server still knows when it was.</summary>
    public required bool TimeIsKept { get; init; }

    /// <summary>Whether the server still knows who did it.</summary>
    public required bool PusherIsKept { get; init; }

    /// <summary>All commits of the pull request from now on, oldest first.</summary>
    public required IReadOnlyList<TrueCommit> Commits { get; init; }

    /// <summary>All files that it changes from now on.</summary>
    public required IReadOnlyList<ChangedFile> Files { get; init; }

    public string Head => Commits[^1].Hash;

    public bool IsForced => Kind is PushKind.ForcedSamePatch or PushKind.ForcedOtherPatch or PushKind.ForcedBack;
}
