using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Proxying;
using ActorKube.Server.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorKube.Server.Tests.Support;

/// <summary>A proxy on a loopback port, and behind it a server that does as a test says.</summary>
internal sealed class ProxyLab : IAsyncDisposable
{
    private readonly WebApplication _behind;
    private readonly WebApplication _front;

    private ProxyLab(WebApplication behind, WebApplication front)
    {
        (_behind, _front) = (behind, front);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = AddressOf(front) };
    }

    /// <summary>Of the proxy.</summary>
    public HttpClient Client { get; }

    /// <param name="tls">The server has a certificate that nobody has signed.</param>
    public static async Task<ProxyLab> StartAsync(RequestDelegate answer, bool tls = false)
    {
        var behind = await ServeAsync(answer, tls);
        var pass = ProxyPass.Create();
        var pods = BuiltInKinds.Registry.Stored("pods");
        var front = await ServeAsync(
            http => pass.PassOnAsync(new ApiRequest(http, RequestPath.Parse(http.Request.Path.Value!)!, pods, new UserInfo(), ResponseFormat.Plain), AddressOf(behind)), tls: false);
        return new ProxyLab(behind, front);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _front.DisposeAsync();
        await _behind.DisposeAsync();
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer, bool tls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (tls)
            {
                listen.UseHttps(SelfSigned());
            }
        }));
        var application = builder.Build();
        application.UseWebSockets();
        application.Run(answer);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    private static Uri AddressOf(WebApplication application) => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=nobody", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
    }
}
