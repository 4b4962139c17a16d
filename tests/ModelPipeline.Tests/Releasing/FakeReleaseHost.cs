using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing;

/// <summary>A host in memory with one pull request. Its clock goes on by a minute with everything that happens.</summary>
internal sealed class FakeReleaseHost : IReleaseHost, IPullRequests
{
    public const int Number = 12;
    private readonly Dictionary<string, Permission> _permissions = new(StringComparer.OrdinalIgnoreCase);
    private string _fork = "";

    public FakeGit Git { get; } = new();

    public DateTimeOffset Now { get; private set; } = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The pull request; its head, base and numbers of commits and files follow from the repository.</summary>
    public PullRequest Request { get; set; } = null!;

    public List<Review> Reviews { get; } = [];

    public List<CheckResult> Checks { get; } = [];

    public HeadArrival Arrival { get; set; } = new(null, null, null, null, []);

    public Dictionary<string, IReadOnlyList<Account>?> Teams { get; } = [];

    /// <summary>Is told the name of every member before it answers: it may throw, or change something.</summary>
    public Action<string> Asked { get; set; } = _ => { };

    /// <summary>What the host says of the parents of any commit, where it is not the truth.</summary>
    public IReadOnlyList<string>? Parents { get; set; }

    /// <summary>How many more commits the host says there are than it lists.</summary>
    public int Missing { get; set; }

    public string Head => Git[Request.HeadBranch]!;

    string IReleaseHost.Name => "acme/models";

    IGitRemote IReleaseHost.Git => Git;

    IPullRequests IReleaseHost.PullRequests => this;

    IPullRequestReports IReleaseHost.Reports => throw new NotSupportedException();

    IReleasePages IReleaseHost.Releases => throw new NotSupportedException();

    public string PageOf(string path) => $"https://host.example/acme/models/{path}";

    /// <summary>Lets time pass.</summary>
    public DateTimeOffset Tick() => Now = Now.AddMinutes(1);

    public void Allow(Account account, string role) => _permissions[account.Login] = new Permission(account.Id, role);

    public void Forbid(Account account) => _permissions.Remove(account.Login);

    /// <summary>Commits to a branch of the repository.</summary>
    public string Commit(string branch, IReadOnlyDictionary<string, byte[]?> files, Account? author, Account? committer = null, DateTimeOffset? committed = null) =>
        Git[branch] = Git.Commit(Git[branch], files, author, committer ?? author, committed ?? Tick());

    /// <summary>Opens the pull request with one commit on top of the base's tip.</summary>
    public void Open(Account author, string branch, string baseBranch, IReadOnlyDictionary<string, byte[]?> files)
    {
        _fork = Git[baseBranch]!;
        Git[branch] = _fork;
        Request = new PullRequest
        {
            Number = Number, IsOpen = true, IsDraft = false, MergeCommit = null, Author = author, Title = "Release", Body = "", HeadBranch = branch, Head = "",
            HeadRepository = "acme/models", BaseBranch = baseBranch, Base = _fork, Commits = 0, ChangedFiles = 0, Page = "",
        };
        Push(files, author);
    }

    /// <summary>Pushes one more commit.</summary>
    public void Push(IReadOnlyDictionary<string, byte[]?> files, Account author, Account? committer = null, Account? pusher = null, DateTimeOffset? committed = null)
    {
        Commit(Request.HeadBranch, files, author, committer, committed);
        Arrive(pusher ?? author, Arrival.LastForcePush);
    }

    /// <summary>Replaces the head by another commit. Where the patch is the same, the host moves reviews to the new head.</summary>
    public void ForcePush(Account pusher, IReadOnlyDictionary<string, byte[]?> files)
    {
        var old = Head;
        Git[Request.HeadBranch] = Git.Parent(old);
        Commit(Request.HeadBranch, files, pusher);
        if (files.Count == 0)
            throw new ArgumentException("A patch has files.", nameof(files));
        if (files.All(file => file.Value is not null && Git.Files(old).TryGetValue(file.Key, out var bytes) && bytes.AsSpan().SequenceEqual(file.Value)))
            MoveReviews(old);
        Arrive(pusher, Tick());
    }

    /// <summary>Gives the pull request another base branch.</summary>
    public void Retarget(string branch)
    {
        Request = Request with { BaseBranch = branch };
        Arrival = Arrival with { LastRetarget = Tick() };
    }

    public void Review(Account? author, string state)
    {
        Reviews.Add(new Review(Reviews.Count + 1, author, state, Head, Tick()));
    }

    /// <summary>Dismisses a person's last review, which the host rewrites in place.</summary>
    public void Dismiss(Account author)
    {
        var at = Reviews.FindLastIndex(review => review.Author?.Id == author.Id);
        Reviews[at] = Reviews[at] with { State = "DISMISSED" };
    }

    public void Report(string name, string state, string source = "ci-app", bool isStatus = false) =>
        Checks.Add(new CheckResult(Checks.Count + 1, name, source, isStatus, state, Tick()));

    /// <summary>Merges with a squash: one commit on the base.</summary>
    public void Merge()
    {
        var files = ChangedPaths().ToDictionary(path => path, path => Git.Files(Head).GetValueOrDefault(path));
        Request = Request with { IsOpen = false, MergeCommit = Commit(Request.BaseBranch, files, Request.Author) };
    }

    public Task<PullRequest?> ReadAsync(int number, CancellationToken cancellation) => Answer("read", () => number != Number ? null : Request with
    {
        Head = Head,
        Commits = Git.Beyond(_fork, Head).Count + Missing,
        ChangedFiles = ChangedFiles().Count,
    });

    public Task<IReadOnlyList<Review>> ReviewsAsync(int number, CancellationToken cancellation) => Answer<IReadOnlyList<Review>>("reviews", () => [.. Reviews]);

    public Task<IReadOnlyList<AuthoredCommit>> CommitsAsync(int number, CancellationToken cancellation) => Answer("commits", () => Git.Beyond(_fork, Head));

    public Task<IReadOnlyList<ChangedFile>> ChangedFilesAsync(int number, CancellationToken cancellation) => Answer("changed-files", ChangedFiles);

    public Task<HeadArrival> ArrivalAsync(PullRequest request, CancellationToken cancellation) => Answer("arrival", () => Arrival);

    public Task<IReadOnlyList<CheckResult>> ChecksAsync(string commit, CancellationToken cancellation) =>
        Answer<IReadOnlyList<CheckResult>>("checks", () => commit == Head ? [.. Checks] : []);

    public Task<Permission> PermissionAsync(string login, CancellationToken cancellation) =>
        Answer("permission", () => _permissions.GetValueOrDefault(login) ?? throw new RemoteException("404: there is no such account") { Status = 404 });

    public Task<IReadOnlyList<Account>?> TeamMembersAsync(string organisation, string team, CancellationToken cancellation) =>
        Answer("team", () => Teams.GetValueOrDefault($"{organisation}/{team}"));

    public Task<IReadOnlyList<AuthoredCommit>> HistoryAsync(string path, string commit, CancellationToken cancellation) =>
        Answer("history", () => Git.Has(commit) ? Git.History(path, commit) : throw new RemoteException("404: there is no such commit") { Status = 404 });

    public Task<IReadOnlyList<string>> ParentsAsync(string commit, CancellationToken cancellation) =>
        Answer("parents", () => Parents ?? (Git.Parent(commit) is { } parent ? [parent] : []));

    public Task<IReadOnlyList<PullRequest>> OpenOfBranchAsync(string branch, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<PullRequest> OpenAsync(NewPullRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task UpdateAsync(int number, string title, string body, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<string?> MergeAsync(int number, string head, string title, CancellationToken cancellation) => throw new NotSupportedException();

    private void Arrive(Account pusher, DateTimeOffset? forced)
    {
        var pushed = Tick();
        Checks.Clear();
        Arrival = new HeadArrival(forced, Arrival.LastRetarget, Tick(), pushed, [.. Arrival.Pushers.Prepend(pusher).Distinct()]);
    }

    private void MoveReviews(string old)
    {
        for (var at = 0; at < Reviews.Count; at++)
            if (Reviews[at].Commit == old)
                Reviews[at] = Reviews[at] with { Commit = Head };
    }

    private IEnumerable<string> ChangedPaths()
    {
        var (before, after) = (Git.Files(_fork), Git.Files(Head));
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Where(path => before.GetValueOrDefault(path) is not { } old || after.GetValueOrDefault(path) is not { } now || !old.AsSpan().SequenceEqual(now));
    }

    /// <summary>The changes; a file that is gone and one that is new with its bytes are a rename.</summary>
    private IReadOnlyList<ChangedFile> ChangedFiles()
    {
        var (before, after) = (Git.Files(_fork), Git.Files(Head));
        var changed = ChangedPaths().ToArray();
        var gone = changed.Where(path => !after.ContainsKey(path)).ToArray();
        var renames = changed.Where(path => !before.ContainsKey(path))
            .Select(path => new ChangedFile(path, gone.FirstOrDefault(old => before[old].AsSpan().SequenceEqual(after[path]))))
            .ToArray();
        return [.. changed.Where(before.ContainsKey).Where(path => renames.All(rename => rename.PreviousPath != path)).Select(path => new ChangedFile(path, null)), .. renames];
    }

    private Task<T> Answer<T>(string member, Func<T> answer)
    {
        Asked(member);
        return Task.FromResult(answer());
    }
}
