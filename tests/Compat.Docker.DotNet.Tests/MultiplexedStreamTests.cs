using Docker.DotNet;

namespace Compat.Docker.DotNet.Tests;

public sealed class MultiplexedStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_go_to_their_streams_however_long_they_are()
    {
        var words = new string('x', 300_000);
        using var stream = new MultiplexedStream(new MemoryStream(Frames.Of((1, words), (2, ""), (2, "é"))), multiplexed: true);

        (await stream.ReadOutputToEndAsync(Cancellation)).ShouldBe((words, "é"));
    }

    [Fact]
    public async Task Without_frames_everything_is_standard_output()
    {
        using var stream = new MultiplexedStream(new MemoryStream("plain"u8.ToArray()), multiplexed: false);

        (await stream.ReadOutputToEndAsync(Cancellation)).ShouldBe(("plain", ""));
    }

    [Fact]
    public async Task A_frame_that_is_cut_off_is_an_error()
    {
        using var header = new MultiplexedStream(new MemoryStream(Frames.Of((1, "out"))[..5]), multiplexed: true);
        using var body = new MultiplexedStream(new MemoryStream(Frames.Of((1, "out"))[..^1]), multiplexed: true);

        await Should.ThrowAsync<EndOfStreamException>(() => header.ReadOutputToEndAsync(Cancellation));
        await Should.ThrowAsync<EndOfStreamException>(() => body.ReadOutputToEndAsync(Cancellation));
    }

    [Fact]
    public async Task A_frame_of_an_unknown_stream_is_an_error()
    {
        using var stream = new MultiplexedStream(new MemoryStream(Frames.Of((7, "out"))), multiplexed: true);

        await Should.ThrowAsync<IOException>(() => stream.ReadOutputToEndAsync(Cancellation));
    }
}
