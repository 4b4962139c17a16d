using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing;

/// <summary>Where this run proposes and publishes releases.</summary>
/// <param name="Git">The repository that releases are recorded in.</param>
/// <param name="Host">Where people approve them; <see langword="null"/> where there is only git.</param>
/// <param name="Artifacts">Where the bytes of a release are kept from its proposal on, by the release's tag.</param>
/// <param name="Actors">Who started this run, as the host knows them; empty where nobody can say. An actor's number may be 0: then only the login is known.</param>
public sealed record ReleasePlace(IGitRemote Git, IReleaseHost? Host, Func<string, IArtifactStore> Artifacts, IReadOnlyList<Account> Actors);
