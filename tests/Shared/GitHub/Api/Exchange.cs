using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Shared.GitHub.Api;

/// <summary>One request and its answer, with what goes wrong between them. The target is the path as it was sent, escaped, without the prefix.</summary>
internal sealed class Exchange(GitHubDouble github, HttpContext context, FakeRequest request, string target)
{
    public async Task RunAsync()
    {
        github.OnBefore?.Invoke(request);
        var fault = github.Faults?.Invoke(request);
        if (fault is { LeavesStarter: true })
            Processing.LeaveStarter(github, request, target);
        if (fault is { DropsBefore: true })
        {
            Abort();
            return;
        }

        var answer = Change(fault is { Status: { } status } ? Refuse(fault, status) : Processing.Answer(github, request, target), fault);
        request.Status = answer.Status;
        github.OnAfter?.Invoke(request);
        if (fault is { DropsAfter: true })
            Abort();
        else
            await SendAsync(answer, fault);
    }

    private ApiAnswer Refuse(Fault fault, int status)
    {
        var answer = ApiAnswer.Error(status, fault.Message);
        foreach (var (name, value) in fault.Headers)
            answer.Headers[name] = value;
        if (answer.Headers.TryGetValue("Retry-After", out var seconds))
            github.Limits.TellToWait(github.Now + TimeSpan.FromSeconds(int.Parse(seconds)));
        if (answer.Headers.TryGetValue("X-RateLimit-Reset", out var reset))
            github.Limits.TellToWait(DateTimeOffset.FromUnixTimeSeconds(long.Parse(reset)));
        return answer;
    }

    private static ApiAnswer Change(ApiAnswer answer, Fault? fault)
    {
        if (fault is { NextPage: { } next } && answer.Page is { } page)
            answer.Headers["Link"] = $"<{next(page)}>; rel=\"next\"";
        return fault is { Rewrites: { } rewrite } ? answer with { Body = Encoding.UTF8.GetBytes(rewrite(Encoding.UTF8.GetString(answer.Body))) } : answer;
    }

    private async Task SendAsync(ApiAnswer answer, Fault? fault)
    {
        var response = context.Response;
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body))}\"";
        var isKnown = answer.Status == 200 && !request.IsMutating && request.Headers.GetValueOrDefault("If-None-Match") == tag;
        response.StatusCode = isKnown ? 304 : answer.Status;
        response.Headers.Date = github.Now.ToString("R");
        response.Headers["X-GitHub-Request-Id"] = $"{github.Address.Port:X4}:{request.Number:X}";
        response.Headers["X-GitHub-Media-Type"] = "github.v3; format=json";
        if (request.Server != "downloads")
            SetLimits(response.Headers);
        if (answer.Status == 200)
            response.Headers.ETag = tag;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (isKnown || answer.Body.Length == 0)
            return;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await SendBodyAsync(answer.Body, fault);
    }

    private async Task SendBodyAsync(byte[] body, Fault? fault)
    {
        var half = fault is { Truncates: true } or { SlowUntil: not null } ? body.Length / 2 : body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, half));
        if (half == body.Length)
            return;
        await context.Response.Body.FlushAsync();
        if (fault is { SlowUntil: { } until })
        {
            await until.WaitAsync(context.RequestAborted);
            await context.Response.Body.WriteAsync(body.AsMemory(half));
        }
        else
        {
            Abort();
        }
    }

    private void SetLimits(IHeaderDictionary headers)
    {
        var limits = github.Limits;
        headers["X-RateLimit-Limit"] = $"{limits.PerHour}";
        headers["X-RateLimit-Remaining"] = $"{limits.Remaining}";
        headers["X-RateLimit-Used"] = $"{limits.Used}";
        headers["X-RateLimit-Reset"] = $"{limits.Reset.ToUnixTimeSeconds()}";
        headers["X-RateLimit-Resource"] = "core";
    }

    private void Abort()
    {
        request.IsLost = true;
        context.Abort();
    }
}
