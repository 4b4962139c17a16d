using ModelPipeline.Registry;
using ModelPipeline.Registry.Listing;
using ModelPipeline.Registry.Stages;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Storage;

namespace ModelPipeline.Tests.Registry.Stages;

/// <summary>A repository with models, and what changes their stages.</summary>
internal sealed class Models
{
    public const string Name = "churn";
    public const string Reason = "customers complain";

    public Models(IReleaseHost? host = null, params Account[] actors)
    {
        Keeper = new StageKeeper(new ReleasePlace(Git, host, _ => new FolderArtifactStore("unused"), actors), "models");
        Add(Name);
    }

    public MemoryGit Git { get; } = new();

    public StageKeeper Keeper { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Writes a model's <c>model.yaml</c>.</summary>
    public void Add(string name, string more = "") =>
        Git.Commit(($"models/{name}/model.yaml", $"name: {name}\nowner: {name}-team\ndescription: About {name}.\n{more}"));

    /// <summary>Commits a version's folder.</summary>
    public string Record(string version, string name = Name, string origin = "proposed") => Git.Commit((
        $"models/{name}/releases/{version}/release.json",
        $$"""{ "schema": "modelpipeline/release/v1", "model": "{{name}}", "version": "{{version}}", "bundle": "{{Digest.Of(version)}}", "origin": "{{origin}}", "released": "2026-03-01T00:00:00Z", "tool": "0.1.0", "data": "{{Digest.Of("data")}}", "spec": "{{Digest.Of("spec")}}", "files": {} }"""));

    /// <summary>Commits a version's folder and tags it.</summary>
    public void Publish(string version, string name = Name, string origin = "proposed") => Git.Tag($"{name}@v{version}", Record(version, name, origin));

    public Task<StageChange> PromoteAsync(string? version = null, string? stage = null, string name = Name) => Keeper.PromoteAsync(name, Version(version), stage, null, Stop);

    public Task<StageChange> RollbackAsync(string? version = null, string? stage = null, string? reason = Reason) => Keeper.RollbackAsync(Name, Version(version), stage, reason, Stop);

    public Task<StageChange> RetireAsync(string? version = null, string name = Name) => Keeper.RetireAsync(name, Version(version), null, Stop);

    public Task<ModelRegistry> ReadAsync() => ModelRegistry.ReadAsync(Git, "models", Stop);

    public async Task<RegisteredModel> ModelAsync(string name = Name) => (await ReadAsync()).Find(name);

    /// <summary>What is in the stages, for example <c>staging 1.1.0, production 1.0.0</c>.</summary>
    public async Task<string> StagesAsync(string name = Name) => string.Join(", ", (await ModelAsync(name)).Stages.Select(present => $"{present.Stage} {present.Version}"));

    /// <summary>Why a change is refused; nothing may have been changed by it.</summary>
    public async Task<string> RefusalAsync(Func<Task<StageChange>> change)
    {
        var before = Git.Tags;
        var refusal = (await Should.ThrowAsync<InputException>(change)).Message;
        Git.Tags.ShouldBe(before);
        return refusal;
    }

    private static SemanticVersion? Version(string? text) => text is null ? null : SemanticVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text);
}
