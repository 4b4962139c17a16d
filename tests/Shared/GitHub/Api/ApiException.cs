namespace Shared.GitHub.Api;

/// <summary>A refusal.</summary>
internal sealed class ApiException(int status, string message, params object[] errors) : Exception(message)
{
    public ApiAnswer Answer => ApiAnswer.Error(status, Message, errors.Length == 0 ? null : errors);

    public static ApiException NotFound() => new(404, "Not Found");

    /// <summary>A field that cannot be taken; the code is for example <c>invalid</c>, <c>missing_field</c> or <c>already_exists</c>.</summary>
    public static ApiException Invalid(string resource, string field, string code) => new(422, "Validation Failed", new { resource, code, field });

    /// <summary>A field that cannot be taken, in words.</summary>
    public static ApiException Custom(string resource, string field, string message) =>
        new(422, "Validation Failed", new { resource, code = "custom", field, message });
}
