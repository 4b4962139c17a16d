using System.Runtime.CompilerServices;

namespace Docker.DotNet.Http;

/// <summary>Refuses a name that is null or empty.</summary>
internal static class NotEmpty
{
    public static void Check(string name, [CallerArgumentExpression(nameof(name))] string parameter = null)
    {
        if (string.IsNullOrEmpty(name))
            throw new ArgumentNullException(parameter);
    }
}
