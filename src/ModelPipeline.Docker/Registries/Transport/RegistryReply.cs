using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ModelPipeline.Docker.Registries.Manifests;

namespace ModelPipeline.Docker.Registries.Transport;

/// <summary>An answer whose body is still to be read.</summary>
/// <param name="response">The answer's head.</param>
/// <param name="watch">Ends the reading where nothing comes.</param>
internal sealed class RegistryReply(HttpResponseMessage response, IdleWatch watch) : IDisposable
{
    private const int LongestError = 64 << 10;
    private const int MostCodes = 5;

    private Stream? _body;

    public HttpStatusCode Status => response.StatusCode;

    public HttpResponseHeaders Headers => response.Headers;

    public HttpContentHeaders ContentHeaders => response.Content.Headers;

    /// <summary>The address that answered.</summary>
    public Uri Address => response.RequestMessage!.RequestUri!;

    /// <summary>Reads some bytes of the body; 0 at its end.</summary>
    /// <exception cref="TransientException">The connection broke, or nothing came.</exception>
    public async Task<int> ReadAsync(Memory<byte> buffer)
    {
        try
        {
            _body ??= await response.Content.ReadAsStreamAsync(watch.Token);
            var count = await _body.ReadAsync(buffer, watch.Token);
            watch.Move();
            return count;
        }
        catch (Exception fault) when (watch.Explains(fault) || fault is HttpRequestException or IOException)
        {
            throw new TransientException($"{Address.Authority} broke off in the middle of an answer", fault);
        }
    }

    /// <summary>Reads the whole body.</summary>
    /// <param name="longest">The greatest number of bytes.</param>
    /// <exception cref="InvalidDataException">It is longer.</exception>
    /// <exception cref="TransientException">The connection broke, or nothing came.</exception>
    public async Task<byte[]> ReadAllAsync(int longest)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await ReadAsync(buffer) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > longest)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{Address.Authority} sent more than {longest} bytes"));
        }

        return bytes.ToArray();
    }

    /// <summary>The status and the registry's error codes, for example <c>403 (DENIED)</c>. Its own words are left out: they may repeat what was sent.</summary>
    public async Task<string> DescribeAsync()
    {
        var status = ((int)Status).ToString(CultureInfo.InvariantCulture);
        try
        {
            var document = JsonSerializer.Deserialize(await ReadAllAsync(LongestError), RegistryJsonContext.Default.ErrorDocument);
            var codes = document?.Errors?.Select(error => error?.Code).OfType<string>().Where(IsCode).Distinct().Take(MostCodes).ToList() ?? [];
            return codes.Count == 0 ? status : $"{status} ({string.Join(", ", codes)})";
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or TransientException)
        {
            return status;
        }
    }

    public void Dispose()
    {
        response.Dispose();
        watch.Dispose();
    }

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= 40 && code.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_');
}
