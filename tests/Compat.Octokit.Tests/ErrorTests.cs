using System.Net;
using Octokit;

namespace Compat.Octokit.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(400, "{}", typeof(ApiException))]
    [InlineData(401, "{}", typeof(AuthorizationException))]
    [InlineData(403, "{}", typeof(ForbiddenException))]
    [InlineData(403, "API rate limit exceeded for you", typeof(RateLimitExceededException))]
    [InlineData(403, "You have exceeded a secondary rate limit", typeof(SecondaryRateLimitExceededException))]
    [InlineData(403, "number of login attempts exceeded", typeof(LoginAttemptsExceededException))]
    [InlineData(403, "abuse detection mechanism", typeof(AbuseException))]
    [InlineData(404, "{}", typeof(NotFoundException))]
    [InlineData(409, "{}", typeof(ApiException))]
    [InlineData(422, "{}", typeof(ApiValidationException))]
    [InlineData(429, "{}", typeof(ApiException))]
    [InlineData(451, "{}", typeof(LegalRestrictionException))]
    [InlineData(500, "{}", typeof(ApiException))]
    public async Task A_refusal_is_an_exception_of_its_kind(int status, string body, Type type)
    {
        var fault = await FaultAsync(new Answer { StatusCode = (HttpStatusCode)status, Body = body });

        fault.GetType().ShouldBe(type);
        ((int)fault.StatusCode).ShouldBe(status);
        fault.HttpResponse.Body.ShouldBe(body);
    }

    [Theory]
    [InlineData("required; sms", TwoFactorType.Sms)]
    [InlineData("required; app", TwoFactorType.AuthenticatorApp)]
    [InlineData("required;app", TwoFactorType.AuthenticatorApp)]
    [InlineData("required", TwoFactorType.Unknown)]
    [InlineData("required; SMS", TwoFactorType.Unknown)]
    [InlineData("required; ;app", TwoFactorType.Unknown)]
    public async Task A_missing_second_factor_is_told(string header, TwoFactorType type)
    {
        var answer = new Answer { StatusCode = HttpStatusCode.Unauthorized, Headers = new Dictionary<string, string> { ["x-github-otp"] = header } };

        (await FaultAsync(answer)).ShouldBeOfType<TwoFactorRequiredException>().TwoFactorType.ShouldBe(type);
    }

    [Theory]
    [InlineData("optional; sms")]
    [InlineData("Required; sms")]
    [InlineData(" required; sms")]
    [InlineData("required ; sms")]
    public async Task A_second_factor_is_missing_only_where_the_header_says_so_exactly(string header)
    {
        var answer = new Answer { StatusCode = HttpStatusCode.Unauthorized, Headers = new Dictionary<string, string> { ["X-GitHub-OTP"] = header } };

        (await FaultAsync(answer)).GetType().ShouldBe(typeof(AuthorizationException));
    }

    [Fact]
    public async Task No_headers_tell_of_no_second_factor() =>
        (await FaultAsync(new Answer { StatusCode = HttpStatusCode.Unauthorized, Headers = null! })).GetType().ShouldBe(typeof(AuthorizationException));

    [Theory]
    [InlineData("""{"message":"Nope"}""", "Nope")]
    [InlineData("""{"message":"Nope","errors":[{"code":"custom"}]}""", "Nope")]
    [InlineData("""{"message":"Nope","errors":["custom"]}""", """{"message":"Nope","errors":["custom"]}""")]
    [InlineData("""{"message":"Nope","errors":"custom"}""", """{"message":"Nope","errors":"custom"}""")]
    [InlineData("""{"message":"Nope","documentation_url":{}}""", """{"message":"Nope","documentation_url":{}}""")]
    [InlineData("""{"message":{}}""", """{"message":{}}""")]
    [InlineData("""{"message":7}""", "An error occurred with this API request")]
    [InlineData("[7]", "[7]")]
    [InlineData("<html>", "<html>")]
    [InlineData("", "An error occurred with this API request")]
    [InlineData("{}", "An error occurred with this API request")]
    public async Task The_message_is_what_the_answer_says(string body, string message)
    {
        var fault = await FaultAsync(new Answer { StatusCode = HttpStatusCode.InternalServerError, Body = body });

        fault.Message.ShouldBe(message);
        fault.ToString().ShouldEndWith(body);
    }

    [Theory]
    [InlineData(401, "{}", "An error occurred with this API request")]
    [InlineData(403, "{}", "Request Forbidden")]
    [InlineData(403, """{"see":"rate limit exceeded"}""", "API Rate Limit exceeded")]
    [InlineData(403, """{"see":"secondary rate limit"}""", "Secondary API Rate Limit exceeded")]
    [InlineData(403, """{"see":"number of login attempts exceeded"}""", "Maximum number of login attempts exceeded")]
    [InlineData(403, """{"see":"#abuse-rate-limits"}""", "Request Forbidden - Abuse Detection")]
    [InlineData(404, "{}", "An error occurred with this API request")]
    [InlineData(422, "{}", "Validation Failed")]
    [InlineData(451, "{}", "Resource taken down due to a DMCA notice.")]
    public async Task The_message_is_what_the_kind_of_refusal_means_where_the_answer_does_not_say_it(int status, string body, string message) =>
        (await FaultAsync(new Answer { StatusCode = (HttpStatusCode)status, Body = body })).Message.ShouldBe(message);

    [Fact]
    public async Task A_missing_second_factor_has_a_message_of_its_own()
    {
        var answer = new Answer { StatusCode = HttpStatusCode.Unauthorized, Headers = new Dictionary<string, string> { ["X-GitHub-OTP"] = "required" } };

        (await FaultAsync(answer)).Message.ShouldBe("Two-factor authentication code is required");
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("IMAGE/PNG")]
    [InlineData(null)]
    public async Task A_body_that_is_no_text_is_not_shown(string? contentType)
    {
        var fault = await FaultAsync(new Answer { StatusCode = HttpStatusCode.InternalServerError, ContentType = contentType!, Body = "{}" });

        fault.ToString().ShouldEndWith(Environment.NewLine);
    }

    private static Task<ApiException> FaultAsync(Answer answer) =>
        Should.ThrowAsync<ApiException>(() => new Line(answer).Connect().Get<object>(new Uri("user", UriKind.Relative), null, null, CancellationToken.None));
}
