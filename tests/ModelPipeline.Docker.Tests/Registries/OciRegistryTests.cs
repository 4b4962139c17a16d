using System.Text;
using Microsoft.AspNetCore.Http;

namespace ModelPipeline.Docker.Tests.Registries;

public sealed class OciRegistryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestImage _image = new();

    private string Archive => _image.Save(_folder["image.tar"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_pushed_image_is_there_byte_for_byte()
    {
        await using var registry = await FakeRegistry.StartAsync();

        var digest = await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1");

        digest.ShouldBe(_image.Digest);
        registry.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
        registry.Manifests["1"].Type.ShouldBe(TestImage.ManifestType);
        registry.Blobs.Keys.ShouldBe(_image.Blobs.Select(blob => Digest.Of(blob)), ignoreOrder: true);
    }

    [Fact]
    public async Task An_image_that_is_there_already_is_not_sent_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "1");

        var digest = await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1");

        digest.ShouldBe(_image.Digest);
        registry.Writes.ShouldBeEmpty();
        registry.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_image_is_found_by_its_tag_and_an_absent_one_is_not()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "1");
        var client = Pushes.Client(new InstantClock());

        (await client.FindAsync(registry.Host + "/acme/churn:1", new Messages(), TestContext.Current.CancellationToken)).ShouldBe(_image.Digest);
        (await client.FindAsync(registry.Host + "/acme/churn:2", new Messages(), TestContext.Current.CancellationToken)).ShouldBeNull();
        registry.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_tag_sends_the_manifest_alone()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "1");

        await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:2");

        registry.Writes.Select(request => request.Path).ShouldBe(["/v2/acme/churn/manifests/2"]);
        registry.Manifests["2"].Bytes.ShouldBe(_image.Manifest);
    }

    [Fact]
    public async Task What_fails_for_the_moment_is_tried_again_after_growing_waits()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail("POST", "/uploads/", 3, Status(500));
        var clock = new InstantClock();
        var messages = new Messages();

        await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1", clock, messages);

        clock.Waits.ShouldBe([1, 2, 4]);
        messages.All.ShouldContain($"{registry.Host} answers 500; again in 4 s");
        registry.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
    }

    [Theory]
    [InlineData("GET", "/manifests/")]
    [InlineData("HEAD", "/blobs/")]
    [InlineData("PATCH", "/uploads/")]
    [InlineData("PUT", "/uploads/")]
    [InlineData("PUT", "/manifests/")]
    public async Task Any_request_may_fail_for_the_moment(string method, string path)
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail(method, path, 2, context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1");

        registry.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
        registry.Blobs.Keys.ShouldBe(_image.Blobs.Select(blob => Digest.Of(blob)), ignoreOrder: true);
    }

    [Fact]
    public async Task Waits_as_long_as_the_registry_says()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail("PUT", "/manifests/", 1, Status(429, "7"));
        var clock = new InstantClock();

        await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1", clock);

        clock.Waits.ShouldBe([7]);
    }

    [Fact]
    public async Task Waits_until_the_date_that_the_registry_says()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var clock = new InstantClock();
        registry.Fail("PUT", "/manifests/", 1, Status(503, clock.GetUtcNow().AddSeconds(90).ToString("r")));

        await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1", clock);

        clock.Waits.ShouldBe([90]);
    }

    [Fact]
    public async Task Does_not_wait_for_hours()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail("POST", "/uploads/", 1, Status(429, "3600"));
        var clock = new InstantClock();

        var fault = await Should.ThrowAsync<IOException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1", clock));

        fault.Message.ShouldContain("429");
        clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_up_after_six_attempts()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail("POST", "/uploads/", int.MaxValue, Status(502));
        var clock = new InstantClock();

        var fault = await Should.ThrowAsync<IOException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1", clock));

        fault.Message.ShouldBe($"{registry.Host} answers 502 (attempt 6). Try again later: what arrived is not transferred again.");
        clock.Waits.ShouldBe([1, 2, 4, 8, 16]);
    }

    [Fact]
    public async Task A_registry_that_is_not_there_is_named()
    {
        var registry = await FakeRegistry.StartAsync();
        var host = registry.Host;
        await registry.DisposeAsync();

        var fault = await Should.ThrowAsync<IOException>(() => Pushes.PushAsync(Archive, host + "/acme/churn:1"));

        fault.Message.ShouldContain($"{host} cannot be reached");
    }

    [Fact]
    public async Task An_upload_that_was_cut_goes_on_where_it_stopped()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail("PATCH", "/uploads/", 1, context => registry.TakeAsync(context, most: 200));
        var layer = _image.Config;

        await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1");

        var patches = registry.Requests.Where(request => request.Method == "PATCH").Take(2).ToArray();
        patches[1].Path.ShouldBe(patches[0].Path);
        patches[1].ContentRange.ShouldBe($"200-{layer.Length - 1}");
        patches[1].Bytes.ShouldBe(layer.Length - 200);
        registry.Blobs[Digest.Of(layer)].ShouldBe(layer);
    }

    [Fact]
    public async Task A_push_that_was_stopped_in_the_middle_is_completed_by_the_next()
    {
        await using var registry = await FakeRegistry.StartAsync();
        using var stop = new CancellationTokenSource();
        var patches = 0;
        registry.Intercept = async context =>
        {
            if (context.Request.Method != "PATCH" || Interlocked.Increment(ref patches) < 3)
                return false;
            await registry.TakeAsync(context, most: 1000);
            await stop.CancelAsync();
            return true;
        };
        var archive = Archive;
        await Should.ThrowAsync<OperationCanceledException>(() => Pushes.Client(new InstantClock()).PushAsync(archive, registry.Host + "/acme/churn:1", new Messages(), stop.Token));
        registry.Manifests.ShouldBeEmpty();
        registry.Intercept = _ => Task.FromResult(false);
        registry.Requests.Clear();

        await Pushes.PushAsync(archive, registry.Host + "/acme/churn:1");

        registry.Requests.Count(request => request.Method == "PATCH").ShouldBe(1);
        registry.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
    }

    [Fact]
    public async Task A_layer_that_is_on_another_host_is_there()
    {
        await using var store = await FakeRegistry.StartAsync();
        await using var registry = await FakeRegistry.StartAsync();
        store.Add(_image);
        registry.Fail("HEAD", "/blobs/", int.MaxValue, context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = $"http://{store.Host}{context.Request.Path}";
            return Task.CompletedTask;
        });

        await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1");

        registry.Writes.ShouldHaveSingleItem().Path.ShouldBe("/v2/acme/churn/manifests/1");
    }

    [Fact]
    public async Task Many_may_push_at_once()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var archive = Archive;

        var digests = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Pushes.PushAsync(archive, registry.Host + "/acme/churn:1")));

        digests.ShouldAllBe(digest => digest == _image.Digest);
        registry.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
    }

    [Fact]
    public async Task A_registry_that_answers_a_push_with_another_digest_is_not_believed()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail("PUT", "/manifests/", 1, context =>
        {
            context.Response.StatusCode = 201;
            context.Response.Headers["Docker-Content-Digest"] = Digest.Of("other").ToString();
            return Task.CompletedTask;
        });

        var fault = await Should.ThrowAsync<IOException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1"));

        fault.Message.ShouldContain(Digest.Of("other").ToString());
    }

    [Fact]
    public async Task A_registry_that_has_not_what_it_says_is_not_believed()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "1");
        registry.Fail("GET", "/manifests/", 1, async context =>
        {
            context.Response.Headers["Docker-Content-Digest"] = _image.Digest.ToString();
            await context.Response.Body.WriteAsync("{}"u8.ToArray());
        });

        var fault = await Should.ThrowAsync<IOException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1"));

        fault.Message.ShouldContain("Nothing that it has can be relied on");
    }

    [Fact]
    public async Task A_tag_that_somebody_else_moved_meanwhile_is_told()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var other = new TestImage(seed: 2);
        registry.Fail("PUT", "/manifests/", 1, context =>
        {
            registry.Add(other, "1");
            context.Response.StatusCode = 201;
            return Task.CompletedTask;
        });

        var fault = await Should.ThrowAsync<IOException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1"));

        fault.Message.ShouldContain($"is {other.Digest} after {_image.Digest} was pushed");
    }

    [Fact]
    public async Task A_layer_with_other_bytes_than_its_digest_says_is_never_there()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var layer = Digest.Of(_image.Layers[0]);
        var archive = _image.Save(_folder["image.tar"], (name, bytes) => name.EndsWith(layer.Hex, StringComparison.Ordinal) ? [(byte)(bytes[0] ^ 1), .. bytes[1..]] : bytes);

        var fault = await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(archive, registry.Host + "/acme/churn:1"));

        fault.Message.ShouldContain(layer.ToString());
        registry.Manifests.ShouldBeEmpty();
        registry.Requests.ShouldContain(request => request.Method == "DELETE");
        registry.Requests.Count(request => request.Method == "PUT").ShouldBe(1, "the configuration, which is sent first");
    }

    [Theory]
    [InlineData("http://registry.example/v2/acme/churn/blobs/uploads/1", "plain HTTP to 'registry.example'")]
    [InlineData("http://user:secret@127.0.0.1:1/", "a password")]
    [InlineData("file:///etc/passwd", "the scheme 'file'")]
    [InlineData(null, "no address")]
    public async Task Uploads_go_nowhere_that_is_not_safe(string? location, string reason)
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail("POST", "/uploads/", 1, context =>
        {
            context.Response.StatusCode = 202;
            if (location is not null)
                context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });

        var fault = await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1"));

        fault.Message.ShouldContain(reason);
        fault.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_refusal_tells_the_registrys_codes_and_none_of_its_words()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Fail("POST", "/uploads/", 1, async context =>
        {
            context.Response.StatusCode = 403;
            await context.Response.Body.WriteAsync("""{"errors":[{"code":"DENIED","message":"your header was Basic c2VjcmV0"},{"code":"evil\u001b[31m"}]}"""u8.ToArray());
        });

        var fault = await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1"));

        fault.Message.ShouldContain("403 (DENIED). Run docker login");
        fault.Message.ShouldNotContain("c2VjcmV0");
    }

    [Theory]
    [InlineData("ghcr.io/acme/churn")]
    [InlineData("ghcr.io/acme/churn@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task A_push_needs_a_tag(string reference)
    {
        var fault = await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(Archive, reference));

        fault.Message.ShouldContain("under a tag");
    }

    [Theory]
    [InlineData("index.json")]
    [InlineData("blobs/")]
    public async Task An_archive_that_lacks_a_part_is_refused_before_anything_is_sent(string missing)
    {
        await using var registry = await FakeRegistry.StartAsync();
        var archive = _image.Save(_folder["image.tar"], (name, bytes) => name.StartsWith(missing, StringComparison.Ordinal) ? null : bytes);

        var fault = await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(archive, registry.Host + "/acme/churn:1"));

        fault.Message.ShouldContain("is missing. Run the target Package again");
        registry.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_archive_that_is_cut_off_or_none_is_refused()
    {
        var cut = Archive;
        using (var stream = File.OpenWrite(cut))
            stream.SetLength(stream.Length / 2);
        await File.WriteAllTextAsync(_folder["none.tar"], new string('x', 2000), Encoding.UTF8, TestContext.Current.CancellationToken);

        foreach (var archive in new[] { cut, _folder["none.tar"], _folder["absent.tar"] })
            (await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(archive, "localhost:1/acme/churn:1"))).Message.ShouldContain("Run the target Package again");
    }

    [Fact]
    public async Task A_registry_that_does_nothing_is_asked_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var clock = new InstantClock();
        registry.Fail("GET", "/manifests/", 1, async context =>
        {
            clock.LetWatchesExpire();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var messages = new Messages();

        await Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1", clock, messages);

        messages.All.ShouldContain($"{registry.Host} did nothing for 60 s; again in 1 s");
        registry.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
    }

    private static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };
}
