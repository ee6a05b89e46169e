using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>
/// Sends what no client should send. After every test the same process still runs, has logged no stack trace, and has what was
/// acknowledged before.
/// </summary>
public abstract class BadInputTest(HostProcess host) : IAsyncLifetime
{
    protected const string ConfigMaps = "/api/v1/namespaces/default/configmaps";
    protected const string Json = "application/json";
    private const string Canary = ConfigMaps + "/canary";

    private readonly HttpClient _client = host.Client();
    private readonly int _processId = host.ProcessId;

    protected HostProcess Host => host;

    public async ValueTask InitializeAsync() =>
        await SendAsync(HttpMethod.Post, ConfigMaps, """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"canary"},"data":{"a":"b"}}""");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var canary = await SendAsync(HttpMethod.Get, Canary);
        _client.Dispose();
        Assert.Equal(200, canary.Code);
        Assert.Equal("b", canary.Body.GetProperty("data").GetProperty("a").GetString());
        Assert.Equal(_processId, host.ProcessId);
        Assert.DoesNotContain(host.Log, static line => line.Contains("   at ", StringComparison.Ordinal));
    }

    protected Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, string contentType = Json) =>
        SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), contentType);

    protected async Task<Answer> SendAsync(HttpMethod method, string path, byte[]? body, string? contentType, params (string Name, string Value)[] headers)
    {
        // Text that the framework would tidy up is sent as it is.
        using var request = new HttpRequestMessage(method, new Uri(_client.BaseAddress + path.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (contentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    /// <summary>The answer is a Status that says so.</summary>
    protected static void AssertStatus(int code, string reason, Answer answer)
    {
        Assert.True(code == answer.Code, $"{answer.Code}: {answer.Body}");
        Assert.Equal("Status", answer.Text("kind"));
        Assert.Equal("Failure", answer.Text("status"));
        Assert.Equal(reason, answer.Text("reason"));
        Assert.Equal(code, answer.Body.GetProperty("code").GetInt32());
        Assert.NotEmpty(answer.Text("message"));
    }

    /// <param name="Body">Undefined for an answer that isn't JSON.</param>
    protected sealed record Answer(int Code, JsonElement Body, IReadOnlyList<string> Warnings)
    {
        public static async Task<Answer> ReadAsync(HttpResponseMessage response)
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var isJson = response.Content.Headers.ContentType is MediaTypeHeaderValue { MediaType: Json } && bytes.Length > 0;
            return new Answer(
                (int)response.StatusCode,
                isJson ? JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 1000 }).RootElement : default,
                [.. response.Headers.TryGetValues("Warning", out var values) ? values : []]);
        }

        public string Text(string member) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(member, out var value) ? value.ToString() : "";

        /// <summary>The fields that the causes name.</summary>
        public IEnumerable<string> Fields() => Body.TryGetProperty("details", out var details) && details.TryGetProperty("causes", out var causes)
            ? causes.EnumerateArray().Select(static c => c.TryGetProperty("field", out var field) ? field.GetString()! : "")
            : [];
    }
}
