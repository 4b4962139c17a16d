using System.Globalization;
using System.Net;

namespace ModelPipeline.Scoring.Options;

/// <summary>Reads the values of options; each throws a <see cref="FormatException"/> that says what was expected.</summary>
internal static class OptionValue
{
    public static long Whole(string text, long least, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"is not a whole number from {least} to {most}"));

    public static TimeSpan Seconds(string text, double least, double most) => TimeSpan.FromSeconds(Number(text, least, most, "a number of seconds"));

    public static double Share(string text) => Number(text, 0, 1, "a share");

    public static bool Flag(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException("is neither true nor false"),
    };

    public static string Text(string text) => text.Length > 0 ? text : throw new FormatException("is empty");

    public static Digest Digest(string text) =>
        ModelPipeline.Digest.TryParse(text, out var digest) ? digest : throw new FormatException("is not a digest (sha256: and 64 lower-case hexadecimal digits)");

    public static IPEndPoint Address(string text)
    {
        if (!Uri.TryCreate(text.Replace("//*:", "//0.0.0.0:").Replace("//+:", "//0.0.0.0:"), UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp)
            throw new FormatException("is not an address such as http://0.0.0.0:8080 (TLS is the business of what stands before the service)");
        if (address.PathAndQuery != "/" || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            throw new FormatException("has more than a host and a port");
        if (address.IsLoopback && address.HostNameType == UriHostNameType.Dns)
            return new(IPAddress.Loopback, address.Port);
        return IPAddress.TryParse(address.DnsSafeHost, out var host)
            ? new(host, address.Port)
            : throw new FormatException("has a host that is neither an IP address nor localhost");
    }

    private static double Number(string text, double least, double most, string what) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"is not {what} from {least} to {most}"));
}
