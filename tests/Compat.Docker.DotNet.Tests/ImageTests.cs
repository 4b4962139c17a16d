using Docker.DotNet.Models;
using Microsoft.AspNetCore.Http;
using Shared.Docker;

namespace Compat.Docker.DotNet.Tests;

public sealed class ImageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loading_sends_the_archive_and_reports_every_message_errors_included()
    {
        await using var engine = await FakeDocker.StartAsync();
        var sent = string.Empty;
        engine.On("POST /images/load", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            sent = $"{context.Request.ContentType}: {await reader.ReadToEndAsync(Cancellation)}";
            await context.Response.WriteAsync("{\"stream\":\"Loaded image: churn:1\\n\"}\r\n{\"errorDetail\":{\"code\":7,\"message\":\"no space\"},\"error\":\"no space\"}\r\n", Cancellation);
        });
        using var client = Clients.Of(engine);
        using var archive = new MemoryStream("an archive"u8.ToArray());
        var messages = new Recorder<JSONMessage>();

        await client.Images.LoadImageAsync(new ImageLoadParameters { Quiet = true }, archive, messages, Cancellation);

        sent.ShouldBe("application/x-tar: an archive");
        engine.Requests.ShouldBe(["POST /images/load?quiet=1"]);
        messages.Values.Select(message => message.Stream).ShouldBe(["Loaded image: churn:1\n", null]);
        messages.Values[1].ErrorMessage.ShouldBe("no space");
        messages.Values[1].Error.Message.ShouldBe("no space");
        messages.Values[1].Error.Code.ShouldBe(7);
    }

    [Fact]
    public async Task An_image_is_described()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("GET /images/ghcr.io/acme/churn:1/json", """{"Id":"sha256:12","RepoTags":["churn:1"],"Size":12345678901,"Unheard":{"of":[1]}}""");
        using var client = Clients.Of(engine);

        var image = await client.Images.InspectImageAsync("ghcr.io/acme/churn:1", Cancellation);

        image.ID.ShouldBe("sha256:12");
        image.RepoTags.ShouldBe(["churn:1"]);
        image.Size.ShouldBe(12345678901);
    }

    [Fact]
    public async Task Removing_says_what_was_untagged_and_deleted()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("DELETE /images/churn:1", """[{"Untagged":"churn:1"},{"Deleted":"sha256:12"}]""");
        using var client = Clients.Of(engine);

        var removed = await client.Images.DeleteImageAsync("churn:1", new ImageDeleteParameters { Force = true }, Cancellation);

        engine.Requests.ShouldBe(["DELETE /images/churn:1?force=1"]);
        removed.Select(part => part.Single()).ShouldBe([new("Untagged", "churn:1"), new("Deleted", "sha256:12")]);
    }
}
