namespace Octokit;

/// <summary>Too many wrong passwords.</summary>
/// <param name="response">The answer.</param>
public class LoginAttemptsExceededException(IResponse response) : ForbiddenException(response)
{
    internal override string Meaning => "Maximum number of login attempts exceeded";
}
