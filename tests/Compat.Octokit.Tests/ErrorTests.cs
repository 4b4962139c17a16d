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
    [InlineData("required", TwoFactorType.Unknown)]
    public async Task A_missing_second_factor_is_told(string header, TwoFactorType type)
    {
        var answer = new Answer { StatusCode = HttpStatusCode.Unauthorized, Headers = new Dictionary<string, string> { ["x-github-otp"] = header } };

        (await FaultAsync(answer)).ShouldBeOfType<TwoFactorRequiredException>().TwoFactorType.ShouldBe(type);
    }

    [Theory]
    [InlineData("""{"message":"Nope"}""", "Nope")]
    [InlineData("<html>", "<html>")]
    [InlineData("", "An error occurred with this API request")]
    [InlineData("{}", "An error occurred with this API request")]
    public async Task The_message_is_what_the_answer_says(string body, string message)
    {
        var fault = await FaultAsync(new Answer { StatusCode = HttpStatusCode.InternalServerError, Body = body });

        fault.Message.ShouldBe(message);
        fault.ToString().ShouldEndWith(body);
    }

    private static Task<ApiException> FaultAsync(Answer answer) =>
        Should.ThrowAsync<ApiException>(() => new Line(answer).Connect().Get<object>(new Uri("user", UriKind.Relative), null, null, CancellationToken.None));
}
