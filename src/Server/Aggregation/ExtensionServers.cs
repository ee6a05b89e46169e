using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;
using ActorKube.Engine.Views;

namespace ActorKube.Server.Aggregation;

/// <summary>Asks extension servers, as the front proxy that they know by its certificate. Thread-safe.</summary>
/// <param name="identity">The front proxy's certificate, asked for at each connection.</param>
public sealed class ExtensionServers(ObjectView view, Func<X509Certificate2> identity, TimeProvider time) : IExtensionServers, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Of an answer that is kept in memory: a metric of each of some ten thousand pods.</summary>
    private const int MostBytes = 16 << 20;

    private readonly ExtensionAddresses _addresses = new(view);
    private readonly ExtensionClients _clients = new(identity);

    public async ValueTask<ExtensionAnswer> GetAsync(APIService api, string path, UserInfo user, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var message = new HttpRequestMessage { Method = HttpMethod.Get };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await SendAsync(api, message, path, user, both.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MostBytes, both.Token).ConfigureAwait(false);
            return new ExtensionAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(both.Token).ConfigureAwait(false));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ExtensionServerException(Reason(e));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ExtensionServerException($"Get \"https://{ServerName(api)}{path}\": no answer within {Patience.TotalSeconds:0} s");
        }
    }

    /// <summary>Passes a request on; what comes back is the caller's to read and to dispose.</summary>
    /// <exception cref="ExtensionServerException">There is no server.</exception>
    /// <exception cref="HttpRequestException">It doesn't answer, or is not to be trusted.</exception>
    internal Task<HttpResponseMessage> SendAsync(APIService api, HttpRequestMessage message, string path, UserInfo user, CancellationToken cancellationToken)
    {
        var client = _clients.For(api);
        message.RequestUri = new Uri($"https://{_addresses.Next(api)}{path}");

        // Its certificate is for the service, whatever the address is.
        message.Headers.Host = ServerName(api);
        FrontProxyHeaders.Add(message, user);

        // After a body, or another protocol that may be declined, RepeatedHeaderStream knows no longer where a head begins: the connection must not serve another request. All others, nearly all, are kept.
        message.Headers.ConnectionClose = message.Content is not null || message.Headers.NonValidated.Contains("Upgrade") ? true : null;
        return client.SendAsync(message, cancellationToken);
    }

    /// <summary>What went wrong, with what was behind it: a certificate is told there.</summary>
    internal static string Reason(Exception e) => e.InnerException is { } inner ? $"{e.Message}: {inner.Message}" : e.Message;

    public ValueTask DisposeAsync()
    {
        _clients.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string ServerName(APIService api) => $"{api.Spec.Service?.Name}.{api.Spec.Service?.Namespace}.svc";
}
