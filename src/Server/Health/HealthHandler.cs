using ActorKube.Api.Authentication;
using ActorKube.Server.Hosting;
using ActorKube.Server.Responses;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Health;

/// <summary>One thing that has to be well.</summary>
/// <param name="Check">Null when it is, else what is wrong.</param>
public sealed record HealthCheck(string Name, Func<string?> Check);

/// <summary><c>/healthz</c>, <c>/livez</c> and <c>/readyz</c>, with a path below each for every single check.</summary>
public sealed class HealthHandler(IReadOnlyList<HealthCheck> live, IReadOnlyList<HealthCheck> ready) : INonResourceHandler
{
    private static readonly string[] Roots = ["healthz", "livez", "readyz"];

    public IEnumerable<string> Paths => Roots.SelectMany(root => ChecksOf(root)!.Select(c => $"/{root}/{c.Name}").Prepend("/" + root));

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var checks = parts.Length is 1 or 2 ? ChecksOf(parts[0]) : null;
        if (checks is null)
        {
            return false;
        }

        if (parts.Length == 2)
        {
            checks = [.. checks.Where(c => c.Name == parts[1])];
            if (checks.Count == 0)
            {
                await ResponseWriter.WriteTextAsync(http, 404, "404 page not found\n").ConfigureAwait(false);
                return true;
            }
        }

        var excluded = http.Request.Query["exclude"];
        var results = checks.Where(c => !excluded.Contains(c.Name)).Select(c => (c.Name, Error: c.Check())).ToList();
        var isWell = results.All(r => r.Error is null);
        var isVerbose = http.Request.Query.ContainsKey("verbose") || !isWell;
        var text = isVerbose
            ? string.Concat(results.Select(r => r.Error is null ? $"[+]{r.Name} ok\n" : $"[-]{r.Name} failed: {r.Error}\n")) + $"{parts[0]} check {(isWell ? "passed" : "failed")}\n"
            : "ok";
        await ResponseWriter.WriteTextAsync(http, isWell ? 200 : 500, text).ConfigureAwait(false);
        return true;
    }

    /// <summary>Null for what is no root of health checks.</summary>
    private IReadOnlyList<HealthCheck>? ChecksOf(string root) => root switch
    {
        "healthz" or "readyz" => [.. live, .. ready],
        "livez" => live,
        _ => null,
    };
}
