using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorKube.Ingresses.Metrics;
using ActorKube.Ingresses.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorKube.Ingresses.Listening;

/// <summary>One port that clients come to.</summary>
internal sealed class Listener : IAsyncDisposable
{
    /// <summary>What requests under way get to end when the host stops.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(3);

    private readonly WebApplication _application;
    private readonly TimeProvider _time;

    private Listener(WebApplication application, TimeProvider time) => (_application, _time) = (application, time);

    private IServer Server => _application.Services.GetRequiredService<IServer>();

    /// <summary>The port, also where any was asked for.</summary>
    public int Port => new Uri(Server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <param name="address">Null for all, of both families.</param>
    /// <param name="port">0 for any.</param>
    /// <param name="certificates">Null for a port without TLS.</param>
    /// <exception cref="IOException">The port can't be had; the message says why.</exception>
    public static async Task<Listener> OpenAsync(
        IPAddress? address, int port, Func<CertificateTable>? certificates, RequestDelegate handle, IngressMeter meter, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        void Configure(ListenOptions listen)
        {
            var feature = new ListenerFeature(certificates is null ? "http" : "https");
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.Use(next => connection => CountAsync(connection, meter, feature, next));
            if (certificates is null)
            {
                listen.Use(next => connection => PriorKnowledge.DetectAsync(connection, c => next(c), time));
            }
            else
            {
                listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = hello => new(certificates().Find(hello.ClientHelloInfo.ServerName).Options) });
            }
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(logs);

        builder.WebHost.UseKestrelCore().UseSockets(Hurry).UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            Limit(kestrel);
            if (address is null)
            {
                kestrel.ListenAnyIP(port, Configure);
            }
            else
            {
                kestrel.Listen(address, port, Configure);
            }
        });
        var listener = new Listener(builder.Build(), time);
        try
        {
            await listener.Server.StartAsync(new ForwardingApplication(handle), cancellationToken);
            return listener;
        }
        catch (Exception e)
        {
            await listener._application.DisposeAsync();
            throw e is SocketException ? new IOException(e.Message, e) : e;
        }
    }

    /// <summary>Nobody is let in any more; requests under way may end.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopPatience, _time);
        await Server.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }

    /// <summary>
    /// Nothing here ever blocks, so requests may run on the thread that has received them: two hand-overs less for each. Connections that rest keep a buffer of 4 KiB, and are not asked first whether
    /// there is anything: a call of the kernel less.
    /// </summary>
    private static void Hurry(SocketTransportOptions sockets) => (sockets.UnsafePreferInlineScheduling, sockets.WaitForDataBeforeAllocatingBuffer) = (true, false);

    /// <summary>How large and how slow requests may be is the backends' business, but for their headers. Idle requests end by the timeout of their Ingress.</summary>
    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowAlternateSchemes = true;
        kestrel.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
        kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
    }

    private static async Task CountAsync(ConnectionContext connection, IngressMeter meter, ListenerFeature feature, ConnectionDelegate next)
    {
        connection.Features.Set(feature);
        meter.Connected();
        try
        {
            await next(connection);
        }
        finally
        {
            meter.Disconnected();
        }
    }
}
