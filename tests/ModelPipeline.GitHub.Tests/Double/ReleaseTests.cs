using System.Security.Cryptography;
using System.Text.Json;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Double;

public sealed class ReleaseTests
{
    private const string Releases = "repos/acme/models/releases";

    [Fact]
    public async Task A_draft_is_there_for_writers_in_the_list_and_never_by_its_tag()
    {
        await using var world = await World.StartAsync();
        var draft = await DraftAsync(world);
        var reader = world.With(world.GitHub.TokenOf(world.GitHub.User("rita")));

        (await world.Client.GetAsync(Releases)).GetArrayLength().ShouldBe(1);
        (await reader.GetAsync(Releases)).GetArrayLength().ShouldBe(0);
        (await reader.StatusAsync("GET", $"{Releases}/{Id(draft)}")).ShouldBe(404);
        (await world.Client.StatusAsync("GET", Releases + "/tags/churn@v1.0.0")).ShouldBe(404);
        world.Models.Refs.Keys.ShouldNotContain("refs/tags/churn@v1.0.0");
    }

    [Fact]
    public async Task Publishing_makes_a_lightweight_tag_at_the_target_where_there_is_none_and_leaves_one_that_is_there()
    {
        await using var world = await World.StartAsync();
        var target = world.Models.Tip("main");
        var first = await DraftAsync(world, "a", target);
        var annotated = world.Models.Tag("b", target, world.Alice, "release");
        var second = await DraftAsync(world, "b");
        world.Models.Push("main", new() { { "a", "1" } }, world.Alice);

        (await PublishAsync(world, first)).ShouldBe(200);
        (await PublishAsync(world, second)).ShouldBe(200);

        world.Models.Refs["refs/tags/a"].ShouldBe(target);
        world.Models.Refs["refs/tags/b"].ShouldBe(annotated);
        (await world.Client.StatusAsync("GET", Releases + "/tags/a")).ShouldBe(200);
        (await PublishAsync(world, await DraftAsync(world, "a"))).ShouldBe(422);
        (await PublishAsync(world, await DraftAsync(world, "c", "absent"))).ShouldBe(422);
    }

    [Fact]
    public async Task An_asset_is_uploaded_on_one_host_and_downloaded_from_another_without_the_token()
    {
        await using var world = await World.StartAsync();
        byte[] content = [1, 2, 3];
        var draft = await DraftAsync(world);

        var (status, asset, _) = await UploadAsync(world, draft, "bundle.zip", content);
        var (redirect, _, headers) = await world.Client.SendAsync("GET", asset.GetProperty("url").GetString()!, accept: "application/octet-stream");

        status.ShouldBe(201);
        Id(asset).ShouldBeGreaterThan(int.MaxValue);
        asset.GetProperty("state").GetString().ShouldBe("uploaded");
        asset.GetProperty("digest").GetString().ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(content)));
        redirect.ShouldBe(302);
        headers.Location!.Authority.ShouldNotBe(world.GitHub.Address.Authority);
        using var anonymous = new HttpClient();
        (await anonymous.GetByteArrayAsync(headers.Location, TestContext.Current.CancellationToken)).ShouldBe(content);
        (await world.Client.StatusAsync("GET", headers.Location.AbsoluteUri)).ShouldBe(400);
    }

    [Fact]
    public async Task A_name_is_taken_once_also_by_what_a_broken_upload_left_behind()
    {
        await using var world = await World.StartAsync();
        var draft = await DraftAsync(world);
        world.GitHub.Faults = request => request.Server == "uploads" ? Fault.LeaveStarter : null;
        await Should.ThrowAsync<HttpRequestException>(() => UploadAsync(world, draft, "bundle.zip", [1]));
        world.GitHub.Faults = null;

        var assets = await world.Client.GetAsync($"{Releases}/{Id(draft)}/assets");
        var (status, error, _) = await UploadAsync(world, draft, "bundle.zip", [1]);

        (await world.Client.GetAsync(Releases))[0].GetProperty("assets").GetArrayLength().ShouldBe(0);
        assets[0].GetProperty("state").GetString().ShouldBe("starter");
        assets[0].GetProperty("digest").ValueKind.ShouldBe(JsonValueKind.Null);
        (status, error.GetProperty("errors")[0].GetProperty("code").GetString()).ShouldBe((422, "already_exists"));
        (await world.Client.StatusAsync("DELETE", $"{Releases}/assets/{Id(assets[0])}")).ShouldBe(204);
        (await UploadAsync(world, draft, "bundle.zip", [1])).Status.ShouldBe(201);
    }

    [Fact]
    public async Task An_immutable_release_keeps_its_assets_and_its_tag()
    {
        await using var world = await World.StartAsync();
        world.Models.HasImmutableReleases = true;
        var draft = await DraftAsync(world);
        var (_, asset, _) = await UploadAsync(world, draft, "a", [1]);
        await PublishAsync(world, draft);

        (await UploadAsync(world, draft, "b", [1])).Status.ShouldBe(422);
        (await world.Client.StatusAsync("DELETE", $"{Releases}/assets/{Id(asset)}")).ShouldBe(422);
        (await world.Client.StatusAsync("DELETE", "repos/acme/models/git/refs/tags/churn@v1.0.0")).ShouldBe(422);
        (await world.Client.StatusAsync("DELETE", $"{Releases}/{Id(draft)}")).ShouldBe(204);
        (await PublishAsync(world, await DraftAsync(world))).ShouldBe(422);
    }

    [Fact]
    public async Task Of_eight_uploads_of_one_name_at_once_one_is_taken()
    {
        await using var world = await World.StartAsync();
        var draft = await DraftAsync(world);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => UploadAsync(world, draft, "bundle.zip", [(byte)i])));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Count(answer => answer.Status == 422).ShouldBe(7);
        world.Models.Releases.ShouldHaveSingleItem().Assets.ShouldHaveSingleItem().State.ShouldBe("uploaded");
    }

    [Fact]
    public async Task What_others_do_to_releases_is_there_at_once()
    {
        await using var world = await World.StartAsync();
        var release = world.Models.Draft("churn@v1.0.0", world.Bob);
        var asset = world.Models.Upload(release, "bundle.zip", null, world.Bob);
        (await world.Client.GetAsync($"{Releases}/{release.Id}/assets"))[0].GetProperty("created_at").GetDateTimeOffset().ShouldBe(world.Clock.GetUtcNow());

        asset.Content = [1];
        world.Models.Publish(release, world.Bob);

        var published = await world.Client.GetAsync(Releases + "/tags/churn@v1.0.0");
        published.GetProperty("author").GetProperty("login").GetString().ShouldBe("bob");
        published.GetProperty("assets")[0].GetProperty("size").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Names_are_cleaned_and_notes_have_an_end()
    {
        await using var world = await World.StartAsync();
        var draft = await DraftAsync(world);

        (await UploadAsync(world, draft, "a%20b%23.zip", [1])).Body.GetProperty("name").GetString().ShouldBe("a.b.zip");
        (await UploadAsync(world, draft, "empty", [])).Status.ShouldBe(400);
        var address = $"{Releases}/{Id(draft)}";
        (await world.Client.StatusAsync("PATCH", address, new { body = new string('x', 125_001) })).ShouldBe(422);
        (await world.Client.StatusAsync("PATCH", address, new { body = new string('x', 125_000) })).ShouldBe(200);
    }

    private static async Task<JsonElement> DraftAsync(World world, string tag = "churn@v1.0.0", string target = "main")
    {
        var (status, body, _) = await world.Client.SendAsync("POST", Releases, new { tag_name = tag, target_commitish = target, name = tag, body = "notes", draft = true });
        status.ShouldBe(201);
        return body;
    }

    private static Task<int> PublishAsync(World world, JsonElement draft) =>
        world.Client.StatusAsync("PATCH", $"{Releases}/{Id(draft)}", new { draft = false });

    private static Task<(int Status, JsonElement Body, System.Net.Http.Headers.HttpResponseHeaders Headers)> UploadAsync(World world, JsonElement draft, string name, byte[] content) =>
        world.Client.SendAsync("POST", draft.GetProperty("upload_url").GetString()!.Replace("{?name,label}", "?name=" + name), content);

    private static long Id(JsonElement item) => item.GetProperty("id").GetInt64();
}
