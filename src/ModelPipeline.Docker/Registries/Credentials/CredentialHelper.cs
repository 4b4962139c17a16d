using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using ModelPipeline.Docker.Registries.Manifests;

namespace ModelPipeline.Docker.Registries.Credentials;

/// <summary>Asks one of the programs that keep credentials for Docker: <c>docker-credential-NAME get</c>.</summary>
internal static class CredentialHelper
{
    private const string NotFound = "credentials not found";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Asks for a credential.</summary>
    /// <param name="helper">The helper's name.</param>
    /// <param name="registry">What Docker calls the registry.</param>
    /// <param name="clock">Limits the asking to 30 s.</param>
    /// <param name="cancellation">Stops the asking.</param>
    /// <returns>The credential; <see langword="null"/> where the helper has none.</returns>
    /// <exception cref="InputException">The helper is not there, or does not answer as it should. What it wrote is not told.</exception>
    public static async Task<Credential?> AskAsync(string helper, string registry, TimeProvider clock, CancellationToken cancellation)
    {
        if (helper.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.')))
            throw Fault(helper, "its name is none");
        var start = new ProcessStartInfo("docker-credential-" + helper, ["get"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = Start(start, helper);
        try
        {
            await process.StandardInput.WriteLineAsync(registry.AsMemory(), either.Token);
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(either.Token);
            var output = await process.StandardOutput.ReadToEndAsync(either.Token);
            await error;
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0 ? Read(helper, output)
                : output.StartsWith(NotFound, StringComparison.Ordinal) ? null
                : throw Fault(helper, $"it ended with code {process.ExitCode}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Fault(helper, $"it did not answer within {Longest.TotalSeconds:0} s");
        }
        catch (IOException)
        {
            throw Fault(helper, "it does not read what it is asked");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start, string helper)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw Fault(helper, "there is no such program on the path");
        }
    }

    private static Credential Read(string helper, string output)
    {
        try
        {
            return JsonSerializer.Deserialize(output, RegistryJsonContext.Default.HelperAnswer) is { User: { } user, Secret: { } secret }
                ? new Credential(user, secret, user == HelperAnswer.TokenUser)
                : throw Fault(helper, "its answer lacks a user or a secret");
        }
        catch (JsonException)
        {
            throw Fault(helper, "its answer is no JSON");
        }
    }

    private static InputException Fault(string helper, string reason) =>
        new($"The credential helper {QuotedText.Of("docker-credential-" + helper)}, which Docker's config.json names, cannot be asked: {reason}.");
}
