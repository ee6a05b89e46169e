using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActorKube.Tests.Engines;

namespace ActorKube.EndToEnd.Tests.Launcher;

/// <summary><c>image</c>, on an engine that can pull nothing.</summary>
public sealed class ImageTests(EngineFixture engine) : IAsyncLifetime
{
    private static readonly Uri Engine = new("http://docker/v1.41/");
    private readonly TemporaryDirectory _directory = new();
    private string _endpoint = "";
    private HttpClient _http = null!;
    private string? _container;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await engine.GetEndpointAsync();
        _http = TestEngine.Client(_endpoint);
        _http.BaseAddress = Engine;
    }

    public async ValueTask DisposeAsync()
    {
        if (_container is not null)
        {
            using var removed = await _http.DeleteAsync(new Uri($"containers/{_container}?force=1&v=1", UriKind.Relative));
        }

        _http.Dispose();
        _directory.Dispose();
    }

    [Fact(Timeout = 300_000)]
    public async Task Image_RunInAContainer_ServesTheApi()
    {
        var made = await new LauncherProgram(_directory.Path, () => _endpoint).OkAsync("image");
        Assert.StartsWith("actorkube:", made, StringComparison.Ordinal);

        _container = (string?)(await PostAsync("containers/create", new JsonObject
        {
            ["Image"] = "actorkube:latest",
            ["Cmd"] = new JsonArray("serve", "--runtime", "simulated", "--data", "/data"),
            ["Tty"] = true,
        }))!["Id"];
        await PostAsync($"containers/{_container}/start", null);

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!(await LogAsync()).Contains("Serving https://", StringComparison.Ordinal))
        {
            Assert.True((bool)(await _http.GetFromJsonAsync<JsonNode>($"containers/{_container}/json", Cancellation))!["State"]!["Running"]!, await LogAsync());
            await timer.WaitForNextTickAsync(Cancellation);
        }
    }

    private Task<string> LogAsync() => _http.GetStringAsync(new Uri($"containers/{_container}/logs?stdout=1&stderr=1", UriKind.Relative), Cancellation);

    private async Task<JsonNode?> PostAsync(string path, JsonNode? body)
    {
        using var response = body is null ? await _http.PostAsync(new Uri(path, UriKind.Relative), null, Cancellation) : await _http.PostAsJsonAsync(path, body, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
