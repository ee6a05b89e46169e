using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Host.Composition;
using ActorKube.Host.Pki;

namespace ActorKube.Host.Launcher;

/// <summary>A client of a running host's API, as its administrator.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(ClusterAccess access)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.ClientCertificates = [access.Client];
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(access.Authority);
        _http = new HttpClient(handler) { BaseAddress = access.Server, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>A client of the host of a folder; null until the host has written its kubeconfig there.</summary>
    public static ApiClient? Of(HostSettings settings) =>
        File.Exists(settings.KubeconfigPath) ? new ApiClient(ClusterAccess.Read(settings.KubeconfigPath) with { Server = settings.Url }) : null;

    /// <summary>The JSON at a path; null where there is none or nobody answers.</summary>
    public async Task<JsonNode?> TryGetAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(path, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)) : null;
        }
        catch (Exception e) when (IsNoAnswer(e, cancellationToken))
        {
            return null;
        }
    }

    /// <summary>True when the host says that it is ready.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync("/readyz", cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (IsNoAnswer(e, cancellationToken))
        {
            return false;
        }
    }

    /// <summary>Server-side apply.</summary>
    /// <exception cref="InvalidOperationException">The server refused it, with its words.</exception>
    public async Task ApplyAsync(string path, string json, CancellationToken cancellationToken)
    {
        using var content = new StringContent(json, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/apply-patch+yaml");
        using var response = await _http.PatchAsync($"{path}?fieldManager=actorkube-up&force=true", content, cancellationToken).ConfigureAwait(false);
        await ThrowUnlessDoneAsync(path, response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes an object; one that isn't there is deleted already.</summary>
    /// <exception cref="InvalidOperationException">The server refused it, with its words.</exception>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync(path, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.NotFound)
        {
            await ThrowUnlessDoneAsync(path, response, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task ThrowUnlessDoneAsync(string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            var status = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
            throw new InvalidOperationException($"{path}: {status?["message"]}");
        }
    }

    private static bool IsNoAnswer(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
