namespace Octokit.Internal;

/// <summary>Turns refusals into exceptions.</summary>
internal static class Refusal
{
    /// <summary>Throws where the status says that the request was not done.</summary>
    public static void ThrowIfRefused(IResponse response)
    {
        if ((int)response.StatusCode >= 400)
            throw Of(response);
    }

    private static ApiException Of(IResponse response) => (int)response.StatusCode switch
    {
        401 => OfUnauthorized(response),
        403 => OfForbidden(response),
        404 => new NotFoundException(response),
        422 => new ApiValidationException(response),
        451 => new LegalRestrictionException(response),
        _ => new ApiException(response),
    };

    private static AuthorizationException OfUnauthorized(IResponse response)
    {
        var header = response.Headers?.FirstOrDefault(header => header.Key.Equals("X-GitHub-OTP", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        var parts = header.Split(';', StringSplitOptions.RemoveEmptyEntries);
        return (parts.FirstOrDefault(), parts.ElementAtOrDefault(1)?.Trim()) switch
        {
            ("required", "sms") => new TwoFactorRequiredException(response, TwoFactorType.Sms),
            ("required", "app") => new TwoFactorRequiredException(response, TwoFactorType.AuthenticatorApp),
            ("required", _) => new TwoFactorRequiredException(response, TwoFactorType.Unknown),
            _ => new AuthorizationException(response),
        };
    }

    private static ForbiddenException OfForbidden(IResponse response)
    {
        var body = response.Body as string ?? "";
        return body switch
        {
            _ when body.Contains("rate limit exceeded") => new RateLimitExceededException(response),
            _ when body.Contains("secondary rate limit") => new SecondaryRateLimitExceededException(response),
            _ when body.Contains("number of login attempts exceeded") => new LoginAttemptsExceededException(response),
            _ when body.Contains("abuse-rate-limits") || body.Contains("abuse detection mechanism") => new AbuseException(response),
            _ => new ForbiddenException(response),
        };
    }
}
