using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActorKube.NodeAgent.Docker;

/// <summary>Sends requests to an engine and turns its errors into <see cref="DockerException"/>. Thread-safe.</summary>
internal sealed class DockerTransport : IDisposable
{
    private readonly HttpClient _http;
    private string _prefix = "";

    public DockerTransport(DockerEndpoint endpoint)
    {
        Endpoint = endpoint;
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = async (_, cancellationToken) => new NetworkStream(await endpoint.ConnectAsync(cancellationToken), ownsSocket: true),
        };
        // The name is never resolved: the callback connects. Waits and streams last for as long as they last.
        _http = new HttpClient(handler) { BaseAddress = new Uri("http://docker"), Timeout = Timeout.InfiniteTimeSpan };
    }

    public DockerEndpoint Endpoint { get; }

    /// <summary>Version put before each path, once negotiated.</summary>
    public ApiVersion Version { get; private set; } = ApiVersion.Wanted;

    public void Use(ApiVersion version)
    {
        Version = version;
        _prefix = $"/v{version}";
    }

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellationToken);
        return await ReadAsync(response, type, cancellationToken);
    }

    public async Task<TOut> PostAsync<TIn, TOut>(string path, TIn body, JsonTypeInfo<TIn> bodyType, JsonTypeInfo<TOut> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, path, ToContent(body, bodyType), cancellationToken);
        return await ReadAsync(response, type, cancellationToken);
    }

    /// <summary>Sends a request of which only the outcome matters.</summary>
    public async Task DoAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, path, content, cancellationToken);
    }

    /// <summary>Opens a response that is read as it comes. Disposing the response ends it.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken, Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(method, _prefix + path) { Content = content };
        headers?.Invoke(request.Headers);
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new DockerException(null, $"cannot reach the container engine at {Endpoint}: {e.InnerException?.Message ?? e.Message}", e);
        }

        if ((int)response.StatusCode < 300)
        {
            return response;
        }

        using (response)
        {
            var message = DockerError.Message(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
            throw new DockerException(response.StatusCode, message);
        }
    }

    /// <summary>Takes over a connection as a raw stream in both directions.</summary>
    public Task<HijackedStream> HijackAsync(string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        HijackedStream.OpenAsync(Endpoint, _prefix + path, body, cancellationToken);

    // Serialized up front: a chunked body, which JsonContent would send, costs the engine and the proxy in between a second read.
    public static ByteArrayContent ToContent<T>(T body, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public void Dispose() => _http.Dispose();

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await response.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw new DockerException(HttpStatusCode.InternalServerError, "the engine answered null");
}
