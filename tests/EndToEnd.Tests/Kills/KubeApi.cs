using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.Kills;

/// <summary>The default namespace of a host as a client sees it. Each request must succeed, unless the host is not there.</summary>
internal sealed class KubeApi(HttpClient client) : IDisposable
{
    public const string Pods = "/api/v1/namespaces/default/pods";
    public const string Apps = "/apis/apps/v1/namespaces/default/";
    public const string Batch = "/apis/batch/v1/namespaces/default/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation))!;

    public async Task<IReadOnlyList<JsonNode>> ListAsync(string path) => [.. (await GetAsync(path))["items"]!.AsArray().Select(static item => item!)];

    /// <summary>Pods with this label <c>app</c>, whatever has become of them.</summary>
    public Task<IReadOnlyList<JsonNode>> PodsOfAsync(string app) => ListAsync($"{Pods}?labelSelector=app%3D{app}");

    public Task CreateAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json, "application/json");

    public Task PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json, "application/strategic-merge-patch+json");

    public void Dispose() => client.Dispose();

    private async Task SendAsync(HttpMethod method, string path, string json, string type)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, type) };
        using var response = await client.SendAsync(request, Cancellation);
        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            throw new HttpRequestException(answer, null, response.StatusCode);
        }

        // It is there already if nobody could say so of an earlier try.
        Assert.True(response.IsSuccessStatusCode || (method == HttpMethod.Post && response.StatusCode == HttpStatusCode.Conflict), $"{method} {path}: {answer}");
    }
}
