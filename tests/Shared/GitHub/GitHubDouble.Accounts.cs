namespace Shared.GitHub;

/// <content>Accounts, apps, teams and tokens.</content>
internal sealed partial class GitHubDouble
{
    private readonly List<GitHubAccount> _accounts = [];
    private readonly List<GitHubTeam> _teams = [];
    private readonly Dictionary<string, GitHubToken> _tokens = new(StringComparer.Ordinal);

    /// <summary>GitHub Actions. What its bot pushes or opens starts no workflow.</summary>
    public GitHubApp Actions { get; }

    /// <summary>Who stands for deleted accounts.</summary>
    internal GitHubAccount Ghost { get; }

    /// <summary>The committer of what is done on the web.</summary>
    internal GitHubAccount WebFlow { get; }

    /// <summary>A person's account.</summary>
    /// <param name="login">Its login.</param>
    /// <param name="id">Its number; default: the next.</param>
    /// <param name="email">The address that maps commits to it.</param>
    public GitHubAccount User(string login, long? id = null, string? email = null) => Add(login, id, "User", email);

    /// <summary>An organisation.</summary>
    public GitHubAccount Organisation(string login) => Add(login, null, "Organization", null);

    /// <summary>An app with its bot, <c>slug[bot]</c>.</summary>
    public GitHubApp App(string slug) => new(NextId(), slug, Add($"{slug}[bot]", null, "Bot", null));

    /// <summary>A team.</summary>
    public GitHubTeam Team(string organisation, string slug, IReadOnlyList<GitHubAccount> members, bool isHidden = false)
    {
        var team = new GitHubTeam(organisation, slug, members, isHidden);
        lock (Lock)
            _teams.Add(team);
        return team;
    }

    /// <summary>Gives an account another login. Somebody else may then take the old one.</summary>
    public void Rename(GitHubAccount account, string login)
    {
        lock (Lock)
            account.Login = login;
    }

    /// <summary>Deletes an account. What it did stays, by nobody or by the ghost.</summary>
    public void Delete(GitHubAccount account, GitHubDeletion shownAs = GitHubDeletion.Null)
    {
        lock (Lock)
            account.Deletion = shownAs;
    }

    /// <summary>A person's own token: it may do what the person may.</summary>
    public string TokenOf(GitHubAccount account) => Add(account, null, null, []);

    /// <summary>The plain <c>GITHUB_TOKEN</c> of a workflow: what it causes starts no workflow. Read-only for forks.</summary>
    /// <param name="access">What it may do.</param>
    /// <param name="without">Areas that it may not even read, for example <c>checks</c> or <c>members</c>.</param>
    public string ActionsToken(GitHubAccess access = GitHubAccess.Write, params string[] without) => Add(Actions.Bot, Actions, access, without);

    /// <summary>An installation token of an app: what it causes starts workflows.</summary>
    /// <inheritdoc cref="ActionsToken"/>
    public string AppToken(GitHubApp app, GitHubAccess access = GitHubAccess.Write, params string[] without) => Add(app.Bot, app, access, without);

    internal GitHubAccount? AccountOfEmail(string email) => _accounts.Find(
        account => account.Deletion == GitHubDeletion.None && string.Equals(account.Email, email, StringComparison.OrdinalIgnoreCase));

    internal GitHubAccount? AccountOfLogin(string login) => _accounts.Find(
        account => account.Deletion == GitHubDeletion.None && string.Equals(account.Login, login, StringComparison.OrdinalIgnoreCase));

    internal GitHubTeam? FindTeam(string organisation, string slug) => _teams.Find(
        team => string.Equals(team.Organisation, organisation, StringComparison.OrdinalIgnoreCase) && team.Slug == slug);

    internal GitHubToken? FindToken(string value) => _tokens.GetValueOrDefault(value);

    private GitHubAccount Add(string login, long? id, string type, string? email)
    {
        lock (Lock)
        {
            var number = id ?? NextId();
            var account = new GitHubAccount { Id = number, Login = login, Type = type, Email = email ?? $"{number}+{login}@users.noreply.github.com" };
            _accounts.Add(account);
            return account;
        }
    }

    private string Add(GitHubAccount account, GitHubApp? app, GitHubAccess? access, string[] without)
    {
        lock (Lock)
        {
            var value = $"{(app is null ? "ghp" : "ghs")}_secret{NextId()}";
            _tokens[value] = new(value, account, app, access) { Without = without };
            return value;
        }
    }
}
