using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActorKube.Tests.Engines;

namespace ActorKube.EndToEnd.Tests.Guards;

/// <summary>An engine with containers that nothing but a test knows of.</summary>
public sealed class GuardEngine(EngineFixture engine) : IAsyncLifetime
{
    private readonly List<string> _containers = [];
    private string? _endpoint;
    private HttpClient? _http;

    public string Endpoint => _endpoint!;

    private HttpClient Http => _http!;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await engine.GetEndpointAsync();
        _http = TestEngine.Client(Endpoint);
        _http.BaseAddress = new Uri("http://docker/v1.41/");
    }

    /// <summary>Runs a container that does nothing, without end.</summary>
    public async Task<string> RunAsync(Dictionary<string, string> labels)
    {
        using var created = await Http.PostAsJsonAsync(
            new Uri("containers/create", UriKind.Relative), new { Image = TestImage.Name, Cmd = new[] { "sleep", "100000" }, Labels = labels }, TestContext.Current.CancellationToken);
        var id = (string)(await created.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["Id"]!;
        _containers.Add(id);
        await StartAsync(id);
        return id;
    }

    public async Task StartAsync(string id)
    {
        using var started = await Http.PostAsync(new Uri($"containers/{id}/start", UriKind.Relative), null, TestContext.Current.CancellationToken);
        started.EnsureSuccessStatusCode();
    }

    /// <summary>Returns when the container doesn't run.</summary>
    public async Task WaitForEndAsync(string id)
    {
        using var ended = await Http.PostAsync(new Uri($"containers/{id}/wait", UriKind.Relative), null, TestContext.Current.CancellationToken);
        ended.EnsureSuccessStatusCode();
    }

    public async Task<bool> IsRunningAsync(string id) =>
        (bool)(await Http.GetFromJsonAsync<JsonNode>(new Uri($"containers/{id}/json", UriKind.Relative), TestContext.Current.CancellationToken))!["State"]!["Running"]!;

    public async ValueTask DisposeAsync()
    {
        foreach (var id in _containers)
        {
            using var removed = await Http.DeleteAsync(new Uri($"containers/{id}?force=1", UriKind.Relative), CancellationToken.None);
        }

        _http?.Dispose();
    }
}
