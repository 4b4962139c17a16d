using ModelPipeline.Git;

namespace ModelPipeline.Releasing.Hosts;

/// <summary>Where releases are proposed, approved and published: a repository on GitHub, for example.</summary>
public interface IReleaseHost
{
    /// <summary>What people call it, for example <c>acme/models</c>.</summary>
    string Name { get; }

    /// <summary>Branches, commits, files and tags.</summary>
    IGitRemote Git { get; }

    /// <summary>Pull requests and who said what in them.</summary>
    IPullRequests PullRequests { get; }

    /// <summary>Comments, check runs and workflows: what the pipeline tells people.</summary>
    IPullRequestReports Reports { get; }

    /// <summary>Releases and their assets.</summary>
    IReleasePages Releases { get; }

    /// <summary>The address of a page for people.</summary>
    /// <param name="path">Relative to the repository's page, for example <c>blob/main/README.md</c>.</param>
    string PageOf(string path);
}
