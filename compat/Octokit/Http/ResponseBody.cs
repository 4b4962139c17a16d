using System.Collections;

namespace Octokit.Internal;

/// <summary>Reads bodies.</summary>
internal static class ResponseBody
{
    /// <summary>What a body says: parsed only where it is called JSON, is not empty and not an empty object.</summary>
    public static T Parse<T>(IResponse response, IJsonSerializer serializer)
    {
        if (response.ContentType != "application/json")
            return response.Body is T raw ? raw : default;
        var body = response.Body as string;
        if (string.IsNullOrEmpty(body) || body == "{}")
            return response.Body is T text ? text : default;
        var isList = typeof(T).IsAssignableTo(typeof(IEnumerable)) && !IsDictionary(typeof(T));
        return serializer.Deserialize<T>(isList && body.StartsWith('{') ? $"[{body}]" : body);
    }

    private static bool IsDictionary(Type type) =>
        type.IsAssignableTo(typeof(IDictionary)) || type.GetInterfaces().Append(type).Any(part => part.IsGenericType && part.GetGenericTypeDefinition() == typeof(IDictionary<,>));
}
