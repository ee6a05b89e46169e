using ActorKube.Api.Authentication;
using ActorKube.Server.Hosting;
using ActorKube.Server.Negotiation;
using ActorKube.Server.Responses;
using ActorKube.Server.Rest;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Discovery;

/// <summary><c>/version</c>: the Kubernetes version whose API is served, and the build of ActorKube that serves it.</summary>
public sealed class VersionHandler : INonResourceHandler
{
    /// <summary>The version of Kubernetes that clients may take the server for.</summary>
    public const string KubernetesVersion = "v1.32.5";

    private static readonly string Build = typeof(VersionHandler).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public IEnumerable<string> Paths => ["/version"];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        if (http.Request.Path.Value!.TrimEnd('/') != "/version")
        {
            return false;
        }

        if (http.Request.Method != "GET")
        {
            throw ResourceHandler.NotAllowed();
        }

        var json = Json.Of(static w =>
        {
            w.WriteStartObject();
            w.WriteString("major"u8, "1"u8);
            w.WriteString("minor"u8, "32"u8);
            w.WriteString("gitVersion"u8, $"{KubernetesVersion}+actorkube.{Build}");
            w.WriteString("gitCommit"u8, ""u8);
            w.WriteString("gitTreeState"u8, "clean"u8);
            w.WriteString("buildDate"u8, ""u8);
            w.WriteString("goVersion"u8, $".NET {Environment.Version}");
            w.WriteString("compiler"u8, "roslyn"u8);
            w.WriteString("platform"u8, "linux/" + (System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64"));
            w.WriteEndObject();
        });
        await ResponseWriter.WriteAsync(http, 200, json, ResponseFormat.Plain with { Pretty = true }).ConfigureAwait(false);
        return true;
    }
}
