namespace Scriban.Parsing;

/// <summary>The names that the real package gives to built-in functions.</summary>
internal static class Builtins
{
    /// <summary>Those that the stand-in has.</summary>
    public static readonly IReadOnlyList<string> Supported = ["array.join", "array.size", "include"];

    /// <summary>Global functions and values that the stand-in lacks.</summary>
    public static readonly IReadOnlySet<string> RefusedGlobals = new HashSet<string> { "blank", "empty", "include_join", "this" };

    /// <summary>Global objects that the stand-in lacks; a model may use their names for its own.</summary>
    public static readonly IReadOnlySet<string> RefusedObjects =
        new HashSet<string> { "date", "html", "math", "object", "regex", "string", "timespan" };

    private static readonly Dictionary<string, string> Functions = new()
    {
        ["array"] = "add add_range any compact concat contains cycle each filter first insert_at join last limit map offset remove_at reverse size sort uniq",
        ["date"] = "add_days add_hours add_milliseconds add_minutes add_months add_seconds add_years default_format format now parse parse_to_string to_string utc_now",
        ["html"] = "escape newline_to_br strip url_encode url_escape",
        ["math"] = "abs ceil divided_by floor format is_number minus modulo plus random round times uuid",
        ["object"] = "default eval eval_template format from_json has_key has_value keys kind size to_json typeof values",
        ["regex"] = "escape match matches replace split unescape",
        ["string"] = "append base64_decode base64_encode capitalize capitalizewords contains downcase empty ends_with equals_ignore_case escape "
            + "handleize hmac_sha1 hmac_sha256 hmac_sha512 index_of literal lstrip md5 pad_left pad_right pluralize prepend remove remove_first "
            + "remove_last replace replace_first rstrip sha1 sha256 sha512 size slice slice1 split starts_with strip strip_newlines to_double "
            + "to_float to_int to_long truncate truncatewords upcase whitespace",
        ["timespan"] = "from_days from_hours from_milliseconds from_minutes from_seconds parse zero",
    };

    /// <summary>Whether the real package has a built-in of that name, such as <c>string.upcase</c>.</summary>
    public static bool Contains(string @object, string function) =>
        Functions.TryGetValue(@object, out var functions) && functions.Split(' ').Contains(function);
}
