using ModelPipeline.Runs;
using ModelPipeline.Scoring.Logs;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Probes;
using ModelPipeline.Scoring.RequestLogs;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>The verb <c>serve</c>: answers over HTTP until it is told to stop.</summary>
internal static class ServeVerb
{
    /// <exception cref="InputException">The bundle cannot be served.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address cannot be had.</exception>
    public static async Task<int> RunAsync(ScoringOptions options, TimeProvider time)
    {
        using var signals = new StopSignals();
        using var model = Open(options);
        using var log = new JsonLog(Console.OpenStandardOutput(), time);
        var version = ServiceVersion.Of(model, options.ModelVersion);
        using var requestLog = options.RequestLog is { } folder ? new FileRequestLog(folder, options, version, log, time) : null;
        var state = new ServiceState();
        await using var app = ScoringApp.Build(model, options, state, log, requestLog);
        await app.StartAsync().ConfigureAwait(false);

        state.Phase = ServicePhase.Ready;
        log.Info("listening", json =>
        {
            json.WriteString("address", app.Urls.First());
            version.WriteTo(json);
        });
        await (options.StopWithInput ? Task.WhenAny(signals.First, InputEndAsync()) : signals.First).ConfigureAwait(false);
        return await StopAsync(app, options, state, log).ConfigureAwait(false);
    }

    private static ServedModel Open(ScoringOptions options)
    {
        var model = ServedModel.Open(options.Bundle, ScoringProgram.Engines);
        if (options.Digest is not { } digest || digest == model.Bundle.Digest)
            return model;
        model.Dispose();
        throw new InputException($"The bundle in '{options.Bundle}' is not the one that was demanded: its digest is {model.Bundle.Digest}, not {digest}.");
    }

    /// <summary>Ends when whoever started the program closes its input, also by dying. The input is read on a thread of its own: a blocked one would be missed by requests.</summary>
    private static Task InputEndAsync() => Task.Factory.StartNew(
        () =>
        {
            using var input = Console.OpenStandardInput();
            input.CopyTo(Stream.Null);
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task<int> StopAsync(WebApplication app, ScoringOptions options, ServiceState state, JsonLog log)
    {
        state.Phase = ServicePhase.Leaving;
        log.Info("stopping");
        await Task.Delay(options.StopDelay).ConfigureAwait(false);
        state.Phase = ServicePhase.Draining;
        using var drain = new CancellationTokenSource(options.Drain);
        await app.StopAsync(drain.Token).ConfigureAwait(false);
        if (drain.IsCancellationRequested)
            log.Error("stopped", json => json.WriteString("reason", "requests in flight were cut off"));
        else
            log.Info("stopped");
        return drain.IsCancellationRequested ? ExitCodes.Broken : ExitCodes.Passed;
    }
}
