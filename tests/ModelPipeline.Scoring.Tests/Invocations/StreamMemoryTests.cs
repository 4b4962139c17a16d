namespace ModelPipeline.Scoring.Tests.Invocations;

[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;

/// <summary>Measures the memory of the process, so no other test runs beside it.</summary>
[Collection<Alone>]
public sealed class StreamMemoryTests(ServedModels models)
{
    private const int Rows = 1_000_000;
    private const int RowsAChunk = 2000;
    private const int Measurements = 20;
    private const long Allowed = 16 << 20;

    [Fact]
    public async Task A_million_rows_are_answered_in_flat_memory()
    {
        await using var service = await InvocationService.StartAsync(models.Binary);
        using var peer = await ChunkedPeer.ConnectAsync(service, "application/x-ndjson");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var sending = Task.Run(() => SendAsync(peer), TestContext.Current.CancellationToken);
        var (answered, greatest) = await ReadAsync(peer);

        await sending;
        answered.ShouldBe(Rows);
        (greatest - before).ShouldBeLessThan(Allowed);
    }

    private static async Task SendAsync(ChunkedPeer peer)
    {
        var lines = string.Concat(Enumerable.Repeat("""{"tenure":1,"charges":2,"contract":null,"senior":0,"paperless":"True"}""" + "\n", RowsAChunk));
        for (var sent = 0; sent < Rows; sent += RowsAChunk)
            await peer.SendAsync(lines);
        await peer.SendAsync("");
    }

    /// <summary>How many rows were answered, and the most memory in use meanwhile.</summary>
    private static async Task<(int Answered, long Greatest)> ReadAsync(ChunkedPeer peer)
    {
        var (answered, greatest) = (0, 0L);
        var buffer = new byte[1 << 16];
        while (answered < Rows && await peer.ReadAsync(buffer) is > 0 and var read)
        {
            var measured = answered / (Rows / Measurements);
            answered += buffer.AsSpan(0, read).Count((byte)'}');
            if (answered / (Rows / Measurements) > measured)
                greatest = Math.Max(greatest, GC.GetTotalMemory(forceFullCollection: true));
        }

        return (answered, greatest);
    }
}
