namespace Shared.GitHub.Api;

/// <summary>Starting workflows. The plain token of a workflow may start others in this way, and in no other.</summary>
internal static class WorkflowEndpoints
{
    public static void Map(Routes routes) => routes.Add("POST", "repos/{owner}/{repo}/actions/workflows/{workflow}/dispatches", Dispatch);

    private static ApiAnswer Dispatch(ApiCall call)
    {
        var repository = call.Need("actions", GitHubAccess.Write).Repository;
        if (!repository.Workflows.TryGetValue(call["workflow"], out var canBeDispatched))
            throw ApiException.NotFound();
        if (!canBeDispatched)
            throw new ApiException(422, "Workflow does not have 'workflow_dispatch' trigger");
        var name = call.Required("ref");
        var reference = new[] { name, "refs/heads/" + name, "refs/tags/" + name }.FirstOrDefault(repository.Refs.ContainsKey)
            ?? throw new ApiException(422, $"No ref found for: {name}");
        var inputs = call.Member("inputs")?.EnumerateObject().ToDictionary(input => input.Name, input => input.Value.ToString()) ?? [];
        repository.Dispatches.Add(new(call["workflow"], reference, inputs, call.Actor));
        repository.SuiteOf(call.GitHub.Actions, repository.Resolve(reference)!, reference.StartsWith("refs/heads/", StringComparison.Ordinal) ? reference["refs/heads/".Length..] : null);
        return ApiAnswer.Nothing();
    }
}
