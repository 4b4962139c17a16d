using System.Globalization;

namespace Shared.GitHub.Api;

/// <summary>Lists in pages: 30 entries a page, at most 100, with a <c>Link</c> header.</summary>
internal static class Paging
{
    /// <summary>A page of a plain list.</summary>
    public static ApiAnswer Page<T>(this ApiCall call, IReadOnlyList<T> items, Func<T, object> view) => WholePage(call, items, page => page.Select(view).ToList());

    /// <summary>A page of a list inside an object.</summary>
    public static ApiAnswer WholePage<T>(this ApiCall call, IReadOnlyList<T> items, Func<IReadOnlyList<T>, object> view)
    {
        var size = Math.Clamp(Number(call, "per_page") ?? 30, 1, 100);
        var number = Math.Max(1, Number(call, "page") ?? 1);
        var last = Math.Max(1, (items.Count + size - 1) / size);
        var answer = ApiAnswer.Ok(view([.. items.Skip((number - 1) * size).Take(size)])) with { Page = Address(call, "page", $"{number}") };
        var links = new List<string>();
        if (number > 1)
            links.Add(Link(call, Math.Min(number - 1, last), "prev"));
        if (number < last)
            links.AddRange([Link(call, number + 1, "next"), Link(call, last, "last")]);
        if (number > 1)
            links.Add(Link(call, 1, "first"));
        if (links.Count > 0)
            answer.Headers["Link"] = string.Join(", ", links);
        return answer;
    }

    /// <summary>A page of a list that goes on behind an entry instead of at a number.</summary>
    public static ApiAnswer CursorPage<T>(this ApiCall call, IReadOnlyList<T> items, Func<T, long> id, Func<T, object> view)
    {
        var size = Math.Clamp(Number(call, "per_page") ?? 30, 1, 100);
        var rest = call.Query("after") is { } after ? [.. items.SkipWhile(item => $"{id(item)}" != after).Skip(1)] : items;
        var answer = ApiAnswer.Ok(rest.Take(size).Select(view).ToList()) with { Page = Address(call, "after", call.Query("after") ?? "") };
        if (rest.Count > size)
            answer.Headers["Link"] = $"<{Address(call, "after", $"{id(rest[size - 1])}").AbsoluteUri}>; rel=\"next\"";
        return answer;
    }

    private static string Link(ApiCall call, int page, string relation) => $"<{Address(call, "page", $"{page}").AbsoluteUri}>; rel=\"{relation}\"";

    private static Uri Address(ApiCall call, string name, string value)
    {
        var query = call.Request.Query.Where(pair => pair.Key != name).Append(new(name, value))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}");
        var path = string.Join('/', call.Request.Path.Split('/').Select(Uri.EscapeDataString));
        return new(call.GitHub.Address, $"{path}?{string.Join('&', query)}");
    }

    private static int? Number(ApiCall call, string name) =>
        int.TryParse(call.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
