using System.Globalization;
using System.Text.Json;

namespace Docker.DotNet.Http;

/// <summary>The query of a request. A value that is null, false or zero is left out unless its key is required.</summary>
internal static class QueryString
{
    public static string Of(params (string Key, string Value)[] parts)
    {
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}");
        return string.Join('&', given) is { Length: > 0 } query ? "?" + query : string.Empty;
    }

    public static string Flag(bool? value) => value is true ? "1" : null;

    public static string RequiredFlag(bool value) => value ? "1" : "0";

    public static string Number(uint? value) => value is null or 0 ? null : value.Value.ToString(CultureInfo.InvariantCulture);

    public static string Json<T>(T value) => value is null ? null : JsonSerializer.Serialize(value);
}
