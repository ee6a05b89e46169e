using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorKube.Ingresses.Tests.Support;

/// <summary>A backend on Kestrel at a loopback port. By default it says its name, and what was asked of it.</summary>
internal sealed class TestBackend : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _requests;

    private TestBackend(WebApplication application) => _application = application;

    /// <summary>Requests that have come.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public IPEndPoint Endpoint { get; private set; } = null!;

    public static Task<TestBackend> StartAsync(string name) => StartAsync(http => http.Response.WriteAsync($"{name} {http.Request.Method} {http.Request.Path}{http.Request.QueryString}"));

    public static async Task<TestBackend> StartAsync(RequestDelegate answer, HttpProtocols protocols = HttpProtocols.Http1, Action<ListenOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            configure?.Invoke(listen);
        }));
        var backend = new TestBackend(builder.Build());
        backend._application.UseWebSockets();
        backend._application.Run(http =>
        {
            Interlocked.Increment(ref backend._requests);
            return answer(http);
        });
        await backend._application.StartAsync(TestContext.Current.CancellationToken);
        var address = backend._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        backend.Endpoint = new IPEndPoint(IPAddress.Loopback, new Uri(address).Port);
        return backend;
    }

    /// <summary>As a server that was told to end: takes nobody in, closes connections that rest, and lets requests end.</summary>
    public Task StopAsync() => _application.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
